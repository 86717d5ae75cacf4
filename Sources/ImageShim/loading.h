// Functions of a library that may not be there.
#pragma once
#include "ImageShim.h"

typedef struct {
    const char *name;
    void *slot;
} hilum_function;

/// Opens the first of `names` (ended by NULL) that is there and fills the slots of `functions` (ended by a NULL name).
bool hilum_open_library(const char *const *names, const hilum_function *functions);

/// Copies words of a library, of which what is no printable ASCII becomes a question mark.
void hilum_copy_reason(hilum_image_reason *reason, const char *text);
