#include "luma.h"

#include <string.h>

// ITU-R 601-2 (0.299, 0.587, 0.114) in 65,536ths, rounded, as Pillow has it: its "L" is what the encoder was trained on.
enum { RED = 19595, GREEN = 38470, BLUE = 7471, HALF = 1 << 15, SHIFT = 16 };

static inline int spread(int red, int green, int blue) {
    int least = red < green ? red : green;
    int most = red < green ? green : red;
    least = blue < least ? blue : least;
    most = blue > most ? blue : most;
    return most - least;
}

uint64_t hilum_luma_8(const uint8_t *row, int channels, size_t width, int tolerance, uint16_t *grey) {
    uint64_t coloured = 0;
    if (channels == 1) {
        for (size_t x = 0; x < width; x++) grey[x] = row[x];
        return 0;
    }
    for (size_t x = 0; x < width; x++, row += 3) {
        grey[x] = (uint16_t)((row[0] * RED + row[1] * GREEN + row[2] * BLUE + HALF) >> SHIFT);
        coloured += spread(row[0], row[1], row[2]) > tolerance;
    }
    return coloured;
}

uint64_t hilum_luma_16(const uint16_t *row, int channels, size_t width, int tolerance, uint16_t *grey) {
    uint64_t coloured = 0;
    if (channels == 1) {
        memcpy(grey, row, width * sizeof *grey);
        return 0;
    }
    for (size_t x = 0; x < width; x++, row += 3) {
        // 65,535 × 65,536 + HALF is below 2³².
        grey[x] = (uint16_t)(((uint32_t)row[0] * RED + (uint32_t)row[1] * GREEN + (uint32_t)row[2] * BLUE + HALF) >> SHIFT);
        coloured += spread(row[0], row[1], row[2]) > tolerance * 257;
    }
    return coloured;
}
