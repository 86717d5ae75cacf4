// For setenv, which plain C has not.
#define _GNU_SOURCE
#include "BLASShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// What cblas.h says; the numbers are part of its ABI.
enum { ROW_MAJOR = 101, NOT_TRANSPOSED = 111, TRANSPOSED = 112 };

static struct {
    void (*sgemm)(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
    void (*sgemv)(int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
} blas;

static const char *load_failure;
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

// MARK: Loading

/// Whether this CPU runs OpenBLAS's kernels for Skylake-X.
static bool has_avx512(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return false;
#endif
}

static void *open_first(void) {
    static const char *const names[] = {
#if defined(__APPLE__)
        "/System/Library/Frameworks/Accelerate.framework/Accelerate",
#else
        "libopenblas.so.0",
        "libopenblas.so",
        "libblas.so.3",
#endif
    };
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library) return library;
    }
    return NULL;
}

void hilum_blas_choose_kernels(void) {
    if (has_avx512()) setenv("OPENBLAS_CORETYPE", "SkylakeX", 0);
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
}

static void load(void) {
    void *library = open_first();
    if (!library) {
#if defined(__APPLE__)
        load_failure = "the Accelerate framework, which multiplies the model's matrices, cannot be loaded";
#else
        load_failure = "OpenBLAS is not installed, which multiplies the model's matrices; install it (Debian, Ubuntu: "
                       "apt-get install libopenblas0)";
#endif
        return;
    }
    static const struct {
        const char *name;
        void *slot;
    } functions[] = {
        {"cblas_sgemm", &blas.sgemm},
        {"cblas_sgemv", &blas.sgemv},
    };
    for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
        void *function = dlsym(library, functions[index].name);
        if (!function) {
            load_failure = "the BLAS that is installed has no C interface; install OpenBLAS (Debian, Ubuntu: apt-get install "
                           "libopenblas0)";
            return;
        }
        memcpy(functions[index].slot, &function, sizeof function);
    }
    void *function = dlsym(library, "openblas_set_num_threads");
    if (function) {
        void (*set_threads)(int);
        memcpy(&set_threads, &function, sizeof function);
        set_threads(1);
    }
}

const char *hilum_blas_load(void) {
    pthread_once(&load_once, load);
    return load_failure;
}

// MARK: Products

void hilum_sgemm(
    bool transposes_a, bool transposes_b, int rows, int columns, int inner, float alpha, const float *a, int a_stride,
    const float *b, int b_stride, float beta, float *c, int c_stride) {
    blas.sgemm(
        ROW_MAJOR, transposes_a ? TRANSPOSED : NOT_TRANSPOSED, transposes_b ? TRANSPOSED : NOT_TRANSPOSED, rows, columns, inner,
        alpha, a, a_stride, b, b_stride, beta, c, c_stride);
}

void hilum_sgemv(
    bool transposes, int rows, int columns, float alpha, const float *a, int a_stride, const float *x, int x_step, float beta,
    float *y, int y_step) {
    blas.sgemv(
        ROW_MAJOR, transposes ? TRANSPOSED : NOT_TRANSPOSED, rows, columns, alpha, a, a_stride, x, x_step, beta, y, y_step);
}
