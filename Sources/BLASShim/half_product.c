#include "BLASShim.h"

#include <stdbool.h>

/// Halves that are asked of the memory in advance, 4 KB: the rows are too short for the processor to guess what follows.
enum { AHEAD = 2048 };

typedef float quad __attribute__((vector_size(16), aligned(4)));

#if defined(__x86_64__)
#define LANES 8
#define TARGET __attribute__((target("avx2,fma,f16c")))
#define SUFFIX wide
#include "half_rows.h"

#define LANES 16
#define TARGET __attribute__((target("avx512f")))
#define SUFFIX widest
#include "half_rows.h"

static bool is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
}

static bool is_widest(void) {
    return __builtin_cpu_supports("avx512f");
}
#elif defined(__aarch64__)
#define LANES 8
#define TARGET
#define SUFFIX wide
#include "half_rows.h"
#endif

/// For any number of outputs and inputs, on any processor: W is widened piece by piece.
static void product_plainly(const uint16_t *weight, size_t outputs, size_t inputs, const float *x, float *y) {
    enum { PIECE = 256 };
    float widened[PIECE];
    for (size_t output = 0; output < outputs; output++) {
        float sum = 0;
        for (size_t start = 0; start < inputs; start += PIECE) {
            size_t count = inputs - start < PIECE ? inputs - start : PIECE;
            hilum_widen_half(weight + output * inputs + start, widened, count);
            for (size_t index = 0; index < count; index++) sum += widened[index] * x[start + index];
        }
        y[output] = sum;
    }
}

typedef void (*of_one)(const uint16_t *, size_t, size_t, const float *, float *);
typedef void (*of_four)(const uint16_t *, size_t, size_t, const float *, size_t, float *, size_t);

void hilum_half_product(
    const uint16_t *weight, int outputs, int inputs, const float *x, int x_stride, int count, float *y, int y_stride) {
    size_t index = 0, all = (size_t)count, rows = (size_t)outputs, columns = (size_t)inputs;
    size_t x_step = (size_t)x_stride, y_step = (size_t)y_stride;
    of_one one = product_plainly;
    of_four four = NULL;
    if (rows % 4 == 0 && columns % 8 == 0) {
#if defined(__x86_64__)
        __builtin_cpu_init();
        if (columns % 16 == 0 && is_widest()) {
            one = product_of_one_widest;
            four = product_of_four_widest;
        } else if (is_wide()) {
            one = product_of_one_wide;
            four = product_of_four_wide;
        }
#elif defined(__aarch64__)
        one = product_of_one_wide;
        four = product_of_four_wide;
#endif
    }
    for (; four && index + 4 <= all; index += 4) four(weight, rows, columns, x + index * x_step, x_step, y + index * y_step, y_step);
    for (; index < all; index++) one(weight, rows, columns, x + index * x_step, y + index * y_step);
}
