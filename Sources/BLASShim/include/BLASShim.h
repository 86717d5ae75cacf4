// Matrix products by the system's BLAS, which is loaded when it is first asked for, so that a program that runs no model links
// and starts without it; and 16-bit numbers to floats.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// OpenBLAS knows by name which CPUs have AVX-512, and takes kernels of half the speed on those that it does not know; and it starts its
/// threads while it is loaded. It reads both from the environment, which this sets: call it while the process has one thread and before
/// `hilum_blas_load`. A choice of kernels that is there stays.
void hilum_blas_choose_kernels(void);

/// Loads OpenBLAS (macOS: Accelerate), once; from any thread. It is told to work on the thread that calls it.
/// Returns NULL when it is loaded, else why not, for a person.
const char *hilum_blas_load(void);

/// C = alpha·op(A)·op(B) + beta·C, all row-major; op transposes where asked. op(A) is [rows, inner], op(B) [inner, columns]. A
/// stride is the distance of two rows as they are stored. With beta 0, C is not read. Only after `hilum_blas_load` returned NULL.
void hilum_sgemm(
    bool transposes_a, bool transposes_b, int rows, int columns, int inner, float alpha, const float *a, int a_stride,
    const float *b, int b_stride, float beta, float *c, int c_stride);

/// y = alpha·op(A)·x + beta·y, where A is stored as [rows, columns]; the numbers of x lie x_step apart, those of y y_step. With beta
/// 0, y is not read. Only after `hilum_blas_load` returned NULL.
void hilum_sgemv(
    bool transposes, int rows, int columns, float alpha, const float *a, int a_stride, const float *x, int x_step, float beta,
    float *y, int y_step);

/// `count` IEEE half-precision numbers, little-endian, at any address, to floats: exact, infinities and NaN included.
void hilum_widen_half(const void *halves, float *floats, size_t count);

/// `count` bfloat16 numbers, little-endian, at any address, to floats: exact.
void hilum_widen_bfloat(const void *bfloats, float *floats, size_t count);

// What BLAS has not. These need no library.

/// y = x·Wᵀ for weights that stay in half precision (little-endian) and are widened as they are read; for few rows, where a product takes
/// as long as its weights take to be read. W is [outputs, inputs], x `count` rows that lie `x_stride` apart, as y's lie `y_stride`.
void hilum_half_product(
    const uint16_t *weight, int outputs, int inputs, const float *x, int x_stride, int count, float *y, int y_stride);

/// y = relu6(bias + x ∗ weight), each channel by a kernel of its own. x is [rows, x_columns, channels] with its padding, y
/// [y_side, y_side, channels], weight [kernel, kernel, channels], bias [channels]; the channels are a multiple of 8.
void hilum_depthwise_relu6(
    const float *x, int x_columns, int channels, int kernel, int stride, const float *weight, const float *bias, float *y, int y_side);

/// y = relu6(x + bias) for `cells` of `channels` numbers, a multiple of 8.
void hilum_bias_relu6(const float *x, int cells, int channels, const float *bias, float *y);
