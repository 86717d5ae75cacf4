// The bundled model's checkpoint, in read-only data.
#pragma once
#include <stddef.h>

/// config.json, model.safetensors and tokenizer.json.
typedef enum { hilum_model_configuration, hilum_model_weights, hilum_model_tokenizer } hilum_model_file;

const unsigned char *hilum_model_bytes(hilum_model_file file);

/// How many bytes the file has.
size_t hilum_model_count(hilum_model_file file);
