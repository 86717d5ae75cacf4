#include "BLASShim.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { ROWS = 4, PIECE = 256 };

/// y[output] += W[output]·x over a piece of the inputs, which is widened first.
static void product_plainly(const uint16_t *weight, size_t outputs, size_t inputs, const float *x, float *y) {
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

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,fma,f16c")))

WIDE static float sum_of(__m256 values) {
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(values), _mm256_extractf128_ps(values, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

/// Four rows of W by one x: what is loaded of x serves four times, and no sum waits for the one before it.
WIDE static void product_of_one(const uint16_t *weight, size_t outputs, size_t inputs, const float *x, float *y) {
    for (size_t output = 0; output < outputs; output += ROWS) {
        const uint16_t *rows = weight + output * inputs;
        __m256 sums[ROWS] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps()};
        for (size_t input = 0; input < inputs; input += 8) {
            __m256 values = _mm256_loadu_ps(x + input);
            for (size_t row = 0; row < ROWS; row++) {
                __m256 widened = _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(rows + row * inputs + input)));
                sums[row] = _mm256_fmadd_ps(widened, values, sums[row]);
            }
        }
        for (size_t row = 0; row < ROWS; row++) y[output + row] = sum_of(sums[row]);
    }
}

/// Two rows of W by four x: what is widened serves four times.
WIDE static void product_of_four(
    const uint16_t *weight, size_t outputs, size_t inputs, const float *x, size_t x_stride, float *y, size_t y_stride) {
    for (size_t output = 0; output < outputs; output += 2) {
        const uint16_t *rows = weight + output * inputs;
        __m256 sums[2][4];
        for (size_t row = 0; row < 2; row++) {
            for (size_t index = 0; index < 4; index++) sums[row][index] = _mm256_setzero_ps();
        }
        for (size_t input = 0; input < inputs; input += 8) {
            __m256 first = _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(rows + input)));
            __m256 second = _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(rows + inputs + input)));
            for (size_t index = 0; index < 4; index++) {
                __m256 values = _mm256_loadu_ps(x + index * x_stride + input);
                sums[0][index] = _mm256_fmadd_ps(first, values, sums[0][index]);
                sums[1][index] = _mm256_fmadd_ps(second, values, sums[1][index]);
            }
        }
        for (size_t row = 0; row < 2; row++) {
            for (size_t index = 0; index < 4; index++) y[index * y_stride + output + row] = sum_of(sums[row][index]);
        }
    }
}

static bool is_wide(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
}
#endif

void hilum_half_product(
    const uint16_t *weight, int outputs, int inputs, const float *x, int x_stride, int count, float *y, int y_stride) {
    size_t index = 0, all = (size_t)count, wide = (size_t)x_stride, tall = (size_t)y_stride;
#if defined(__x86_64__)
    if (outputs % ROWS == 0 && inputs % 8 == 0 && is_wide()) {
        for (; index + 4 <= all; index += 4) {
            product_of_four(weight, (size_t)outputs, (size_t)inputs, x + index * wide, wide, y + index * tall, tall);
        }
        for (; index < all; index++) product_of_one(weight, (size_t)outputs, (size_t)inputs, x + index * wide, y + index * tall);
    }
#endif
    for (; index < all; index++) product_plainly(weight, (size_t)outputs, (size_t)inputs, x + index * wide, y + index * tall);
}
