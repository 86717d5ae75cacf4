// HTTP by the system's libcurl, which is loaded when it is first asked for, so that a program that never asks links and starts
// without it. Many requests are under way at a time on one thread.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Connections, and the requests that are under way on them. All calls but `hilum_http_wake` come from one thread.
typedef struct hilum_http hilum_http;

/// A POST. Everything is copied.
typedef struct {
    /// http or https; nothing else is spoken.
    const char *url;
    /// `Name: value`, ended by NULL.
    const char *const *headers;
    const uint8_t *body;
    size_t body_length;
    int64_t connect_milliseconds;
    /// From beginning to end.
    int64_t total_milliseconds;
    /// The most bytes of an answer.
    size_t most_bytes;
} hilum_http_request;

/// How a request ended.
typedef struct {
    /// The number that it was started with.
    uint64_t ticket;
    /// One of `hilum_http_outcome`, or another CURLcode; 0 if there is a whole answer.
    int code;
    /// What went wrong, in libcurl's words for the code; static.
    const char *reason;
    bool is_too_long;
    int64_t status;
    /// From `Retry-After`, which may be a date; 0 if there is none.
    int64_t retry_after_seconds;
    /// Belongs to the caller, who frees it with `free`; may be NULL.
    uint8_t *body;
    size_t body_length;
} hilum_http_result;

/// The codes of libcurl that stand for a passing trouble.
enum hilum_http_outcome {
    HILUM_HTTP_OK = 0,
    HILUM_HTTP_OTHER_PROTOCOL = 1,
    HILUM_HTTP_NO_HOST = 6,
    HILUM_HTTP_NO_CONNECTION = 7,
    HILUM_HTTP_STRANGE_ANSWER = 8,
    HILUM_HTTP_2_BROKEN = 16,
    HILUM_HTTP_CUT_OFF = 18,
    // Also of headers that are longer than libcurl takes.
    HILUM_HTTP_NO_MEMORY = 27,
    HILUM_HTTP_TIMED_OUT = 28,
    HILUM_HTTP_NO_TLS = 35,
    HILUM_HTTP_NO_ANSWER = 52,
    HILUM_HTTP_SEND_FAILED = 55,
    HILUM_HTTP_RECEIVE_FAILED = 56,
    HILUM_HTTP_2_STREAM_BROKEN = 92,
    HILUM_HTTP_TOO_LARGE = 100,
};

/// Loads libcurl, once; from any thread.
/// Returns NULL when it is loaded, else why not, for a person.
const char *hilum_http_load(void);

/// Returns NULL where memory or libcurl is missing.
hilum_http *hilum_http_create(long most_idle_connections);

/// Ends what is under way, without results.
void hilum_http_destroy(hilum_http *http);

/// Begins a request. Returns false, and begins nothing, where memory is missing.
bool hilum_http_start(hilum_http *http, uint64_t ticket, const hilum_http_request *request);

/// Ends a request without a result, if it is still under way.
void hilum_http_cancel(hilum_http *http, uint64_t ticket);

/// Works on the requests until there is something to do, somebody calls `hilum_http_wake`, or the time is over; false where libcurl
/// cannot go on.
bool hilum_http_wait(hilum_http *http, int milliseconds);

/// The next request that has ended; false if there is none.
bool hilum_http_next(hilum_http *http, hilum_http_result *result);

/// Makes `hilum_http_wait` return; from any thread.
void hilum_http_wake(hilum_http *http);

/// Runs a function on a thread of its own that takes no signals, of which a broken connection may raise one. Returns false where
/// there can be no more threads.
bool hilum_http_run(void (*function)(void *), void *context);
