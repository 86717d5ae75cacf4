#include "ModelData.h"

static const unsigned char configuration[] = {
#embed "model/config.json"
};
// Numbers of up to four bytes are read where they lie.
_Alignas(16) static const unsigned char weights[] = {
#embed "model/model.safetensors"
};
static const unsigned char tokenizer[] = {
#embed "model/tokenizer.json"
};

const unsigned char *hilum_model_bytes(hilum_model_file file) {
    switch (file) {
        case hilum_model_configuration: return configuration;
        case hilum_model_weights: return weights;
        case hilum_model_tokenizer: return tokenizer;
    }
}

size_t hilum_model_count(hilum_model_file file) {
    switch (file) {
        case hilum_model_configuration: return sizeof configuration;
        case hilum_model_weights: return sizeof weights;
        case hilum_model_tokenizer: return sizeof tokenizer;
    }
}
