// What both decoders do with a row of samples.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A row of `channels` (1 or 3) samples a pixel becomes grey; returns how many pixels have two channels more than `tolerance` apart.
uint64_t hilum_luma_8(const uint8_t *row, int channels, size_t width, int tolerance, uint16_t *grey);
uint64_t hilum_luma_16(const uint16_t *row, int channels, size_t width, int tolerance, uint16_t *grey);
