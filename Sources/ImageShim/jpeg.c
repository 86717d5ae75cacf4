#include "ImageShim.h"
#include "loading.h"
#include "luma.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// What turbojpeg.h of 2.0 says; 3.x keeps it.
typedef void *tjhandle;

enum {
    COLOURS_GREY = 2,
    COLOURS_CMYK = 3,
    COLOURS_YCCK = 4,
    PIXELS_RGB = 0,
    PIXELS_GREY = 6,
    PIXELS_CMYK = 11,
    FLAG_STOP_ON_WARNING = 8192,
    // A progressive file of 500 scans or more is made to take time.
    FLAG_LIMIT_SCANS = 32768,
};

static struct {
    tjhandle (*create)(void);
    int (*header)(tjhandle, const uint8_t *, unsigned long, int *, int *, int *, int *);
    int (*decompress)(tjhandle, const uint8_t *, unsigned long, uint8_t *, int, int, int, int, int);
    char *(*message)(tjhandle);
    int (*destroy)(tjhandle);
} jpeg;

static bool is_loaded;
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

static void load(void) {
    static const char *const names[] = {
#if defined(__APPLE__)
        "/opt/homebrew/lib/libturbojpeg.0.dylib", "/usr/local/lib/libturbojpeg.0.dylib", "libturbojpeg.0.dylib",
#else
        "libturbojpeg.so.0",
#endif
        NULL,
    };
    static const hilum_function functions[] = {
        {"tjInitDecompress", &jpeg.create},
        {"tjDecompressHeader3", &jpeg.header},
        {"tjDecompress2", &jpeg.decompress},
        {"tjGetErrorStr2", &jpeg.message},
        {"tjDestroy", &jpeg.destroy},
        {NULL, NULL},
    };
    is_loaded = hilum_open_library(names, functions);
}

static tjhandle start(hilum_image_reason *reason, int *outcome) {
    pthread_once(&load_once, load);
    if (!is_loaded) {
        hilum_copy_reason(
            reason,
            "libturbojpeg is not installed, which JPEG needs; install it (Debian: apt-get install libturbojpeg0; Ubuntu: apt-get "
            "install libturbojpeg; macOS: brew install jpeg-turbo)");
        *outcome = HILUM_IMAGE_NO_LIBRARY;
        return NULL;
    }
    tjhandle handle = jpeg.create();
    if (!handle) *outcome = HILUM_IMAGE_NO_MEMORY;
    return handle;
}

static int failed(tjhandle handle, hilum_image_reason *reason) {
    const char *message = jpeg.message(handle);
    hilum_copy_reason(reason, message);
    if (strstr(message, "remature end")) return HILUM_IMAGE_TRUNCATED;
    return strstr(message, "nsufficient memory") ? HILUM_IMAGE_NO_MEMORY : HILUM_IMAGE_BROKEN;
}

static int read_header(
    tjhandle handle, const uint8_t *bytes, size_t length, hilum_image_header *header, int *colours, hilum_image_reason *reason) {
    int width = 0, height = 0, sampling = 0;
    if (jpeg.header(handle, bytes, length, &width, &height, &sampling, colours) != 0) return failed(handle, reason);
    // A file of tables alone passes.
    if (width < 1 || height < 1) {
        hilum_copy_reason(reason, "there are no pixels in it");
        return HILUM_IMAGE_BROKEN;
    }
    *header = (hilum_image_header){width, height, false};
    return HILUM_IMAGE_OK;
}

/// CMYK as Adobe writes it, and so everybody: 255 is no ink. Ink over black is a product, as Pillow has it. In place.
static void mix_inks(uint8_t *row, size_t width) {
    for (size_t x = 0; x < width; x++) {
        int black = row[4 * x + 3];
        for (size_t channel = 0; channel < 3; channel++) {
            int ink = 255 - row[4 * x + channel];
            // ink × black / 255, rounded.
            int product = ink * black + 128;
            row[3 * x + channel] = (uint8_t)(black - ((product + (product >> 8)) >> 8));
        }
    }
}

static int read_pixels(
    tjhandle handle, const uint8_t *bytes, size_t length, const hilum_image_header *header, int tolerance, uint16_t *pixels,
    uint64_t *coloured, hilum_image_reason *reason) {
    hilum_image_header found;
    int colours = 0;
    int outcome = read_header(handle, bytes, length, &found, &colours, reason);
    if (outcome != HILUM_IMAGE_OK) return outcome;
    if (found.width != header->width || found.height != header->height) {
        hilum_copy_reason(reason, "another header than before");
        return HILUM_IMAGE_BROKEN;
    }
    bool is_print = colours == COLOURS_CMYK || colours == COLOURS_YCCK;
    int format = is_print ? PIXELS_CMYK : colours == COLOURS_GREY ? PIXELS_GREY : PIXELS_RGB;
    int channels = is_print ? 4 : colours == COLOURS_GREY ? 1 : 3;
    size_t width = (size_t)found.width, height = (size_t)found.height, row_bytes = width * (size_t)channels;
    uint8_t *rows = malloc(row_bytes * height);
    if (!rows) return HILUM_IMAGE_NO_MEMORY;
    // Half a radiograph, or one with blocks of noise, is none: what libjpeg only warns of is refused as well.
    int flags = FLAG_STOP_ON_WARNING | FLAG_LIMIT_SCANS;
    if (jpeg.decompress(handle, bytes, length, rows, found.width, (int)row_bytes, found.height, format, flags) == 0) {
        uint64_t count = 0;
        for (size_t y = 0; y < height; y++) {
            uint8_t *row = rows + y * row_bytes;
            if (is_print) mix_inks(row, width);
            count += hilum_luma_8(row, is_print ? 3 : channels, width, tolerance, pixels + y * width);
        }
        *coloured = count;
    } else {
        outcome = failed(handle, reason);
    }
    free(rows);
    return outcome;
}

int hilum_jpeg_header(const uint8_t *bytes, size_t length, hilum_image_header *header, hilum_image_reason *reason) {
    int outcome = HILUM_IMAGE_OK, colours;
    tjhandle handle = start(reason, &outcome);
    if (!handle) return outcome;
    outcome = read_header(handle, bytes, length, header, &colours, reason);
    jpeg.destroy(handle);
    return outcome;
}

int hilum_jpeg_decode(
    const uint8_t *bytes, size_t length, const hilum_image_header *header, int tolerance, uint16_t *pixels, uint64_t *coloured,
    hilum_image_reason *reason) {
    int outcome = HILUM_IMAGE_OK;
    tjhandle handle = start(reason, &outcome);
    if (!handle) return outcome;
    outcome = read_pixels(handle, bytes, length, header, tolerance, pixels, coloured, reason);
    jpeg.destroy(handle);
    return outcome;
}
