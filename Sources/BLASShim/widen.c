#include "BLASShim.h"

#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// A half has 5 bits of exponent where a float has 8: moved into place they count 112 less, which the multiplication adds, also to
/// what has no leading one.
static float float_of_half(uint16_t half) {
    uint32_t bits = (uint32_t)(half & 0x7FFF) << 13;
    float value;
    memcpy(&value, &bits, sizeof value);
    value *= 0x1p112f;
    memcpy(&bits, &value, sizeof bits);
    // Infinities and NaN, whose exponent is all ones.
    if ((half & 0x7C00) == 0x7C00) bits |= 0x7F800000;
    bits |= (uint32_t)(half & 0x8000) << 16;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void widen_half_plainly(const uint8_t *halves, float *floats, size_t count) {
    for (size_t index = 0; index < count; index++) {
        uint16_t half;
        memcpy(&half, halves + 2 * index, sizeof half);
        floats[index] = float_of_half(half);
    }
}

#if defined(__x86_64__)
__attribute__((target("avx,f16c"))) static size_t widen_half_by_eights(const uint8_t *halves, float *floats, size_t count) {
    size_t whole = count & ~(size_t)7;
    for (size_t index = 0; index < whole; index += 8) {
        __m128i eight = _mm_loadu_si128((const __m128i *)(halves + 2 * index));
        _mm256_storeu_ps(floats + index, _mm256_cvtph_ps(eight));
    }
    return whole;
}
#endif

void hilum_widen_half(const void *halves, float *floats, size_t count) {
    const uint8_t *bytes = halves;
    size_t done = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx") && __builtin_cpu_supports("f16c")) done = widen_half_by_eights(bytes, floats, count);
#endif
    widen_half_plainly(bytes + 2 * done, floats + done, count - done);
}

void hilum_widen_bfloat(const void *bfloats, float *floats, size_t count) {
    const uint8_t *bytes = bfloats;
    for (size_t index = 0; index < count; index++) {
        uint16_t upper;
        memcpy(&upper, bytes + 2 * index, sizeof upper);
        uint32_t bits = (uint32_t)upper << 16;
        memcpy(&floats[index], &bits, sizeof bits);
    }
}
