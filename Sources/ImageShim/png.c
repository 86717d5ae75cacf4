#include "ImageShim.h"
#include "loading.h"
#include "luma.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// What the headers of libpng 1.6 say, whose names and numbers are part of its ABI.
typedef struct png_struct png_struct;
typedef struct png_info png_info;
typedef void (*png_message)(png_struct *, const char *);
typedef void (*png_transfer)(png_struct *, uint8_t *, size_t);

enum {
    COLOUR_GREY = 0,
    COLOUR_RGB = 2,
    COLOUR_PALETTE = 3,
    // A fifth of the time of the usual level and filters, for files that are up to a quarter longer.
    COMPRESSION = 1,
    FILTER_UP = 0x20,
    SIDE_LIMIT = 0x7fffffff,
    // Of a chunk other than the pixels, once inflated, and of how many there may be: what they hold is not used.
    CHUNK_BYTES = 8 << 20,
    CHUNKS = 256,
};

static struct {
    const char *(*version)(png_struct *);
    png_struct *(*create_read)(const char *, void *, png_message, png_message);
    png_struct *(*create_write)(const char *, void *, png_message, png_message);
    png_info *(*create_info)(const png_struct *);
    void (*destroy_read)(png_struct **, png_info **, png_info **);
    void (*destroy_write)(png_struct **, png_info **);
    void (*error)(const png_struct *, const char *);
    void *(*error_pointer)(const png_struct *);
    void *(*transfer_pointer)(const png_struct *);
    void (*set_read)(png_struct *, void *, png_transfer);
    void (*set_write)(png_struct *, void *, png_transfer, void (*)(png_struct *));
    void (*set_limits)(png_struct *, uint32_t, uint32_t);
    void (*set_chunk_bytes)(png_struct *, size_t);
    void (*set_chunks)(png_struct *, uint32_t);
    void (*read_info)(png_struct *, png_info *);
    uint32_t (*header)(const png_struct *, const png_info *, uint32_t *, uint32_t *, int *, int *, int *, int *, int *);
    void (*expand_grey)(png_struct *);
    void (*expand_palette)(png_struct *);
    void (*strip_alpha)(png_struct *);
    void (*swap)(png_struct *);
    int (*handle_interlace)(png_struct *);
    void (*update_info)(png_struct *, png_info *);
    size_t (*row_bytes)(const png_struct *, const png_info *);
    uint8_t (*channels)(const png_struct *, const png_info *);
    void (*read_row)(png_struct *, uint8_t *, uint8_t *);
    void (*read_end)(png_struct *, png_info *);
    void (*set_header)(const png_struct *, png_info *, uint32_t, uint32_t, int, int, int, int, int);
    void (*set_compression)(png_struct *, int);
    void (*set_filter)(png_struct *, int, int);
    void (*write_info)(png_struct *, const png_info *);
    void (*write_row)(png_struct *, const uint8_t *);
    void (*write_end)(png_struct *, png_info *);
} png;

static bool is_loaded;
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

static void load(void) {
    static const char *const names[] = {
#if defined(__APPLE__)
        "/opt/homebrew/lib/libpng16.16.dylib", "/usr/local/lib/libpng16.16.dylib", "libpng16.16.dylib",
#else
        "libpng16.so.16",
#endif
        NULL,
    };
    static const hilum_function functions[] = {
        {"png_get_libpng_ver", &png.version},
        {"png_create_read_struct", &png.create_read},
        {"png_create_write_struct", &png.create_write},
        {"png_create_info_struct", &png.create_info},
        {"png_destroy_read_struct", &png.destroy_read},
        {"png_destroy_write_struct", &png.destroy_write},
        {"png_error", &png.error},
        {"png_get_error_ptr", &png.error_pointer},
        {"png_get_io_ptr", &png.transfer_pointer},
        {"png_set_read_fn", &png.set_read},
        {"png_set_write_fn", &png.set_write},
        {"png_set_user_limits", &png.set_limits},
        {"png_set_chunk_malloc_max", &png.set_chunk_bytes},
        {"png_set_chunk_cache_max", &png.set_chunks},
        {"png_read_info", &png.read_info},
        {"png_get_IHDR", &png.header},
        {"png_set_expand_gray_1_2_4_to_8", &png.expand_grey},
        {"png_set_palette_to_rgb", &png.expand_palette},
        {"png_set_strip_alpha", &png.strip_alpha},
        {"png_set_swap", &png.swap},
        {"png_set_interlace_handling", &png.handle_interlace},
        {"png_read_update_info", &png.update_info},
        {"png_get_rowbytes", &png.row_bytes},
        {"png_get_channels", &png.channels},
        {"png_read_row", &png.read_row},
        {"png_read_end", &png.read_end},
        {"png_set_IHDR", &png.set_header},
        {"png_set_compression_level", &png.set_compression},
        {"png_set_filter", &png.set_filter},
        {"png_write_info", &png.write_info},
        {"png_write_row", &png.write_row},
        {"png_write_end", &png.write_end},
        {NULL, NULL},
    };
    is_loaded = hilum_open_library(names, functions);
}

static bool is_missing(hilum_image_reason *reason) {
    pthread_once(&load_once, load);
    if (is_loaded) return false;
    hilum_copy_reason(
        reason,
        "libpng 1.6 is not installed, which PNG needs; install it (Debian, Ubuntu: apt-get install libpng16-16, or libpng16-16t64; "
        "macOS: brew install libpng)");
    return true;
}

/// One file that is read or written.
typedef struct session {
    jmp_buf jump;
    hilum_image_reason *reason;
    png_struct *png;
    png_info *info;
    int outcome;

    const uint8_t *bytes;
    size_t left;
    uint8_t *rows;
    hilum_image_header header;
    int tolerance;
    uint16_t *pixels;
    uint64_t coloured;

    const uint8_t *rgb;
    uint8_t *written;
    size_t length;
    size_t room;
} session;

/// Works until the end or the first failure. What the work changes lies in the session and so in no local variable of this function,
/// which a jump could put back.
static int attempt(session *session, void (*work)(struct session *)) {
    if (setjmp(session->jump) == 0) work(session);
    return session->outcome;
}

_Noreturn static void fail(session *session, int outcome) {
    session->outcome = outcome;
    longjmp(session->jump, 1);
}

static void on_error(png_struct *png_pointer, const char *message) {
    session *session = png.error_pointer(png_pointer);
    // libpng has no code for it.
    bool is_memory = strstr(message, "ut of memory") || strstr(message, "nsufficient memory");
    hilum_copy_reason(session->reason, message);
    fail(session, is_memory ? HILUM_IMAGE_NO_MEMORY : HILUM_IMAGE_BROKEN);
}

// What libpng only warns of lies beside the pixels.
static void on_warning(png_struct *png_pointer, const char *message) {
    (void)png_pointer;
    (void)message;
}

// MARK: Reading

static void take(png_struct *png_pointer, uint8_t *target, size_t count) {
    session *session = png.transfer_pointer(png_pointer);
    if (count > session->left) fail(session, HILUM_IMAGE_TRUNCATED);
    memcpy(target, session->bytes, count);
    session->bytes += count;
    session->left -= count;
}

static void begin(session *session) {
    session->png = png.create_read(png.version(NULL), session, on_error, on_warning);
    if (session->png) session->info = png.create_info(session->png);
    if (!session->info) fail(session, HILUM_IMAGE_NO_MEMORY);
    png.set_read(session->png, session, take);
    // How many pixels there may be is for the caller to say, who has the header before any memory is taken.
    png.set_limits(session->png, SIDE_LIMIT, SIDE_LIMIT);
    png.set_chunk_bytes(session->png, CHUNK_BYTES);
    png.set_chunks(session->png, CHUNKS);
    png.read_info(session->png, session->info);
}

static void read_header(session *session) {
    begin(session);
    uint32_t width = 0, height = 0;
    int depth = 0, colour = 0;
    png.header(session->png, session->info, &width, &height, &depth, &colour, NULL, NULL, NULL);
    session->header = (hilum_image_header){(int32_t)width, (int32_t)height, depth == 16};
    if (colour == COLOUR_GREY) png.expand_grey(session->png);
    if (colour == COLOUR_PALETTE) png.expand_palette(session->png);
}

static void read_pixels(session *session) {
    hilum_image_header expected = session->header;
    read_header(session);
    hilum_image_header header = session->header;
    if (header.width != expected.width || header.height != expected.height || header.is_deep != expected.is_deep) {
        png.error(session->png, "another header than before");
    }
    png.strip_alpha(session->png);
    const uint16_t one = 1;
    if (header.is_deep && *(const uint8_t *)&one == 1) png.swap(session->png);
    int passes = png.handle_interlace(session->png);
    png.update_info(session->png, session->info);

    size_t width = (size_t)header.width, height = (size_t)header.height;
    int channels = png.channels(session->png, session->info);
    size_t row_bytes = png.row_bytes(session->png, session->info);
    bool is_plain = (channels == 1 || channels == 3) && row_bytes == width * (size_t)channels * (header.is_deep ? 2 : 1);
    if (!is_plain) png.error(session->png, "an unknown layout of pixels");

    // Interlaced rows are complete only after the last pass.
    session->rows = malloc(row_bytes * (passes > 1 ? height : 1));
    if (!session->rows) fail(session, HILUM_IMAGE_NO_MEMORY);
    for (int pass = 1; pass < passes; pass++) {
        for (size_t y = 0; y < height; y++) png.read_row(session->png, session->rows + y * row_bytes, NULL);
    }
    for (size_t y = 0; y < height; y++) {
        uint8_t *row = passes > 1 ? session->rows + y * row_bytes : session->rows;
        png.read_row(session->png, row, NULL);
        uint16_t *grey = session->pixels + y * width;
        session->coloured += header.is_deep
            ? hilum_luma_16((const uint16_t *)(const void *)row, channels, width, session->tolerance, grey)
            : hilum_luma_8(row, channels, width, session->tolerance, grey);
    }
    png.read_end(session->png, NULL);
}

static int read_file(session *session, void (*work)(struct session *)) {
    if (is_missing(session->reason)) return HILUM_IMAGE_NO_LIBRARY;
    int outcome = attempt(session, work);
    if (session->png) png.destroy_read(&session->png, &session->info, NULL);
    free(session->rows);
    return outcome;
}

int hilum_png_header(const uint8_t *bytes, size_t length, hilum_image_header *header, hilum_image_reason *reason) {
    session session = {.reason = reason, .bytes = bytes, .left = length};
    int outcome = read_file(&session, read_header);
    *header = session.header;
    return outcome;
}

int hilum_png_decode(
    const uint8_t *bytes, size_t length, const hilum_image_header *header, int tolerance, uint16_t *pixels, uint64_t *coloured,
    hilum_image_reason *reason) {
    session session = {
        .reason = reason, .bytes = bytes, .left = length, .header = *header, .tolerance = tolerance, .pixels = pixels};
    int outcome = read_file(&session, read_pixels);
    *coloured = session.coloured;
    return outcome;
}

// MARK: Writing

static void put(png_struct *png_pointer, uint8_t *source, size_t count) {
    session *session = png.transfer_pointer(png_pointer);
    if (session->length + count > session->room) {
        size_t room = session->room ? session->room : 1 << 16;
        while (room < session->length + count) room *= 2;
        uint8_t *written = realloc(session->written, room);
        if (!written) fail(session, HILUM_IMAGE_NO_MEMORY);
        session->written = written;
        session->room = room;
    }
    memcpy(session->written + session->length, source, count);
    session->length += count;
}

static void flush(png_struct *png_pointer) {
    (void)png_pointer;
}

static void write_rgb(session *session) {
    session->png = png.create_write(png.version(NULL), session, on_error, on_warning);
    if (session->png) session->info = png.create_info(session->png);
    if (!session->info) fail(session, HILUM_IMAGE_NO_MEMORY);
    png.set_write(session->png, session, put, flush);
    uint32_t width = (uint32_t)session->header.width, height = (uint32_t)session->header.height;
    png.set_header(session->png, session->info, width, height, 8, COLOUR_RGB, 0, 0, 0);
    png.set_compression(session->png, COMPRESSION);
    png.set_filter(session->png, 0, FILTER_UP);
    png.write_info(session->png, session->info);
    for (size_t y = 0; y < height; y++) png.write_row(session->png, session->rgb + y * width * 3);
    png.write_end(session->png, session->info);
}

int hilum_png_encode(
    const uint8_t *rgb, int32_t width, int32_t height, uint8_t **file, size_t *length, hilum_image_reason *reason) {
    if (is_missing(reason)) return HILUM_IMAGE_NO_LIBRARY;
    session session = {.reason = reason, .rgb = rgb, .header = {width, height, false}};
    int outcome = attempt(&session, write_rgb);
    if (session.png) png.destroy_write(&session.png, &session.info);
    if (outcome != HILUM_IMAGE_OK) {
        free(session.written);
        return outcome;
    }
    *file = session.written;
    *length = session.length;
    return HILUM_IMAGE_OK;
}
