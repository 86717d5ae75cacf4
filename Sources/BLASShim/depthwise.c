#include "BLASShim.h"

// The same loops are compiled twice, for any CPU and for the wider vectors of most.
#define INLINE static inline __attribute__((always_inline))

typedef float vector __attribute__((vector_size(32)));
// At any address.
typedef float loose_vector __attribute__((vector_size(32), aligned(4)));
enum { LANES = 8 };

// Not functions of vectors, which would be passed in other registers on other CPUs.
#define LOAD(values) ((vector)*(const loose_vector *)(values))

INLINE void store_relu6(const vector *value, float *values) {
    vector zero = {0};
    *(loose_vector *)values = __builtin_elementwise_min(__builtin_elementwise_max(*value, zero), zero + 6);
}

/// `count` cells of a row of y, 8 channels of each at a time, all taps of the kernel.
INLINE void depthwise_cells(
    const float *x, size_t x_line, size_t channels, size_t kernel, size_t stride, const float *weight, const float *bias, size_t count,
    float *y) {
    for (size_t channel = 0; channel < channels; channel += LANES) {
        vector sums[4];
        for (size_t cell = 0; cell < count; cell++) sums[cell] = LOAD(bias + channel);
        for (size_t row = 0; row < kernel; row++) {
            for (size_t column = 0; column < kernel; column++) {
                vector tap = LOAD(weight + (row * kernel + column) * channels + channel);
                const float *source = x + row * x_line + column * channels + channel;
                for (size_t cell = 0; cell < count; cell++) sums[cell] += LOAD(source + cell * stride * channels) * tap;
            }
        }
        for (size_t cell = 0; cell < count; cell++) store_relu6(&sums[cell], y + cell * channels + channel);
    }
}

INLINE void depthwise(
    const float *x, size_t x_columns, size_t channels, size_t kernel, size_t stride, const float *weight, const float *bias, float *y,
    size_t y_side) {
    size_t x_line = x_columns * channels;
    for (size_t row = 0; row < y_side; row++) {
        const float *source = x + row * stride * x_line;
        float *target = y + row * y_side * channels;
        size_t column = 0;
        for (; column + 4 <= y_side; column += 4) {
            depthwise_cells(
                source + column * stride * channels, x_line, channels, kernel, stride, weight, bias, 4, target + column * channels);
        }
        for (; column < y_side; column++) {
            depthwise_cells(
                source + column * stride * channels, x_line, channels, kernel, stride, weight, bias, 1, target + column * channels);
        }
    }
}

/// The kernels and strides of EfficientNet-Lite are constants to the compiler.
INLINE void depthwise_by_shape(
    const float *x, size_t x_columns, size_t channels, size_t kernel, size_t stride, const float *weight, const float *bias, float *y,
    size_t y_side) {
    if (kernel == 3 && stride == 1) {
        depthwise(x, x_columns, channels, 3, 1, weight, bias, y, y_side);
    } else if (kernel == 3 && stride == 2) {
        depthwise(x, x_columns, channels, 3, 2, weight, bias, y, y_side);
    } else if (kernel == 5 && stride == 1) {
        depthwise(x, x_columns, channels, 5, 1, weight, bias, y, y_side);
    } else if (kernel == 5 && stride == 2) {
        depthwise(x, x_columns, channels, 5, 2, weight, bias, y, y_side);
    } else {
        depthwise(x, x_columns, channels, kernel, stride, weight, bias, y, y_side);
    }
}

INLINE void bias_relu6(const float *x, size_t cells, size_t channels, const float *bias, float *y) {
    for (size_t cell = 0; cell < cells; cell++) {
        for (size_t channel = 0; channel < channels; channel += LANES) {
            size_t at = cell * channels + channel;
            vector sum = LOAD(x + at) + LOAD(bias + channel);
            store_relu6(&sum, y + at);
        }
    }
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,fma")))

WIDE static void depthwise_wide(
    const float *x, size_t x_columns, size_t channels, size_t kernel, size_t stride, const float *weight, const float *bias, float *y,
    size_t y_side) {
    depthwise_by_shape(x, x_columns, channels, kernel, stride, weight, bias, y, y_side);
}

WIDE static void bias_relu6_wide(const float *x, size_t cells, size_t channels, const float *bias, float *y) {
    bias_relu6(x, cells, channels, bias, y);
}

static bool is_wide(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
#endif

void hilum_depthwise_relu6(
    const float *x, int x_columns, int channels, int kernel, int stride, const float *weight, const float *bias, float *y, int y_side) {
#if defined(__x86_64__)
    if (is_wide()) {
        depthwise_wide(
            x, (size_t)x_columns, (size_t)channels, (size_t)kernel, (size_t)stride, weight, bias, y, (size_t)y_side);
        return;
    }
#endif
    depthwise_by_shape(x, (size_t)x_columns, (size_t)channels, (size_t)kernel, (size_t)stride, weight, bias, y, (size_t)y_side);
}

void hilum_bias_relu6(const float *x, int cells, int channels, const float *bias, float *y) {
#if defined(__x86_64__)
    if (is_wide()) {
        bias_relu6_wide(x, (size_t)cells, (size_t)channels, bias, y);
        return;
    }
#endif
    bias_relu6(x, (size_t)cells, (size_t)channels, bias, y);
}
