// PNG and JPEG by the system's libpng and libturbojpeg. Each is loaded when its first image comes, so that a program that reads none
// links and starts without them; no header of theirs is needed to build. All calls may come from any thread.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How a call ended.
enum hilum_image_outcome {
    HILUM_IMAGE_OK = 0,
    /// The bytes end before the image does.
    HILUM_IMAGE_TRUNCATED = 1,
    /// The library refuses the bytes; `reason` has its words.
    HILUM_IMAGE_BROKEN = 2,
    HILUM_IMAGE_NO_MEMORY = 3,
    /// The library is not there; `reason` names the package.
    HILUM_IMAGE_NO_LIBRARY = 4,
};

/// What a header says.
typedef struct {
    int32_t width;
    int32_t height;
    /// Whether grey values reach to 65,535 rather than to 255.
    bool is_deep;
} hilum_image_header;

/// Why not, for a person, ended by 0.
typedef struct {
    char text[256];
} hilum_image_reason;

/// Reads what stands before the pixels.
int hilum_png_header(const uint8_t *bytes, size_t length, hilum_image_header *header, hilum_image_reason *reason);
int hilum_jpeg_header(const uint8_t *bytes, size_t length, hilum_image_header *header, hilum_image_reason *reason);

/// Decodes to grey, row by row from the top: `pixels` has room for width × height of `header`, which is what the first call gave.
/// Colours become luma by ITU-R 601 in the whole numbers of Pillow's "L"; transparency is left out.
/// `coloured` is the number of pixels of which two channels lie more than `tolerance` of 255 apart.
int hilum_png_decode(
    const uint8_t *bytes, size_t length, const hilum_image_header *header, int tolerance, uint16_t *pixels, uint64_t *coloured,
    hilum_image_reason *reason);
int hilum_jpeg_decode(
    const uint8_t *bytes, size_t length, const hilum_image_header *header, int tolerance, uint16_t *pixels, uint64_t *coloured,
    hilum_image_reason *reason);

/// Writes an 8-bit RGB image as PNG. `file` belongs to the caller, who frees it with `free`.
int hilum_png_encode(
    const uint8_t *rgb, int32_t width, int32_t height, uint8_t **file, size_t *length, hilum_image_reason *reason);
