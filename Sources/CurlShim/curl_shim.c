// For signal masks, which plain C has not.
#define _GNU_SOURCE
#include "curl_shim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

// What libcurl's headers say, which have kept these names and numbers since 7.66: they are part of its ABI.
typedef void CURL;
typedef void CURLM;
struct curl_slist;

enum {
    OPTION_WRITE_DATA = 10001,
    OPTION_URL = 10002,
    OPTION_PROXY = 10004,
    OPTION_POST_FIELDS = 10015,
    OPTION_HTTP_HEADER = 10023,
    OPTION_PRIVATE = 10103,
    OPTION_WRITE_FUNCTION = 20011,
    OPTION_NO_PROGRESS = 43,
    OPTION_POST = 47,
    OPTION_FOLLOW_LOCATION = 52,
    OPTION_VERIFY_PEER = 64,
    OPTION_VERIFY_HOST = 81,
    OPTION_NO_SIGNAL = 99,
    OPTION_TIMEOUT_MS = 155,
    OPTION_CONNECT_TIMEOUT_MS = 156,
    OPTION_PROTOCOLS = 181,
    OPTION_POST_FIELD_SIZE_LARGE = 30120,
    INFO_PRIVATE = 0x100015,
    INFO_RESPONSE_CODE = 0x200002,
    INFO_RETRY_AFTER = 0x600039,
    MULTI_OPTION_MAX_CONNECTS = 6,
    PROTOCOL_HTTP = 1,
    PROTOCOL_HTTPS = 2,
    GLOBAL_DEFAULT = 3,
    MESSAGE_DONE = 1,
};

typedef struct {
    int message;
    CURL *easy;
    union {
        void *whatever;
        int code;
    } data;
} curl_message;

static struct {
    int (*global_init)(long);
    CURL *(*easy_init)(void);
    int (*easy_setopt)(CURL *, int, ...);
    int (*easy_getinfo)(CURL *, int, ...);
    void (*easy_cleanup)(CURL *);
    const char *(*easy_strerror)(int);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
    CURLM *(*multi_init)(void);
    int (*multi_setopt)(CURLM *, int, ...);
    int (*multi_add_handle)(CURLM *, CURL *);
    int (*multi_remove_handle)(CURLM *, CURL *);
    int (*multi_perform)(CURLM *, int *);
    int (*multi_poll)(CURLM *, void *, unsigned, int, int *);
    int (*multi_wakeup)(CURLM *);
    curl_message *(*multi_info_read)(CURLM *, int *);
    int (*multi_cleanup)(CURLM *);
} curl;

static const char *load_failure;
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
    static const char *const names[] = {
#if defined(__APPLE__)
        "/usr/lib/libcurl.4.dylib",
#else
        "libcurl.so.4",
        "libcurl-gnutls.so.4",
#endif
    };
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library) return library;
    }
    return NULL;
}

static void load(void) {
    void *library = open_library();
    if (!library) {
        load_failure = "libcurl 4 is not installed, which asks a judge over HTTP; install it (Debian, Ubuntu: apt-get install libcurl4)";
        return;
    }
    static const struct {
        const char *name;
        void *slot;
    } functions[] = {
        {"curl_global_init", &curl.global_init},
        {"curl_easy_init", &curl.easy_init},
        {"curl_easy_setopt", &curl.easy_setopt},
        {"curl_easy_getinfo", &curl.easy_getinfo},
        {"curl_easy_cleanup", &curl.easy_cleanup},
        {"curl_easy_strerror", &curl.easy_strerror},
        {"curl_slist_append", &curl.slist_append},
        {"curl_slist_free_all", &curl.slist_free_all},
        {"curl_multi_init", &curl.multi_init},
        {"curl_multi_setopt", &curl.multi_setopt},
        {"curl_multi_add_handle", &curl.multi_add_handle},
        {"curl_multi_remove_handle", &curl.multi_remove_handle},
        {"curl_multi_perform", &curl.multi_perform},
        {"curl_multi_poll", &curl.multi_poll},
        {"curl_multi_wakeup", &curl.multi_wakeup},
        {"curl_multi_info_read", &curl.multi_info_read},
        {"curl_multi_cleanup", &curl.multi_cleanup},
    };
    for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
        void *function = dlsym(library, functions[index].name);
        if (!function) {
            load_failure = "the libcurl that is installed is too old to ask a judge; 7.68 or later is needed";
            return;
        }
        memcpy(functions[index].slot, &function, sizeof function);
    }
    if (curl.global_init(GLOBAL_DEFAULT) != 0) load_failure = "libcurl cannot be started";
}

const char *hilum_http_load(void) {
    pthread_once(&load_once, load);
    return load_failure;
}

// MARK: Requests under way

typedef struct transfer {
    struct transfer *next;
    uint64_t ticket;
    CURL *easy;
    struct curl_slist *headers;
    uint8_t *sent;
    uint8_t *received;
    size_t length;
    size_t room;
    size_t most;
    bool is_too_long;
} transfer;

struct hilum_http {
    CURLM *multi;
    transfer *first;
};

static void free_transfer(transfer *transfer) {
    if (transfer->easy) curl.easy_cleanup(transfer->easy);
    if (transfer->headers) curl.slist_free_all(transfer->headers);
    free(transfer->sent);
    free(transfer->received);
    free(transfer);
}

/// Takes a request out of the list and off its connection.
static void remove_transfer(hilum_http *http, transfer *one) {
    for (transfer **link = &http->first; *link; link = &(*link)->next) {
        if (*link != one) continue;
        *link = one->next;
        break;
    }
    curl.multi_remove_handle(http->multi, one->easy);
}

static size_t receive(char *bytes, size_t size, size_t count, void *user) {
    transfer *transfer = user;
    size_t added = size * count;
    if (added > transfer->most - transfer->length) {
        transfer->is_too_long = true;
        return 0;
    }
    if (transfer->length + added > transfer->room) {
        size_t room = transfer->room ? transfer->room : 4096;
        while (room < transfer->length + added) room *= 2;
        uint8_t *received = realloc(transfer->received, room);
        if (!received) return 0;
        transfer->received = received;
        transfer->room = room;
    }
    memcpy(transfer->received + transfer->length, bytes, added);
    transfer->length += added;
    return added;
}

static bool add_header(transfer *transfer, const char *header) {
    struct curl_slist *headers = curl.slist_append(transfer->headers, header);
    if (!headers) return false;
    transfer->headers = headers;
    return true;
}

/// Sets every option; false as soon as one is refused.
static bool prepare(transfer *transfer, const hilum_http_request *request) {
    // libcurl would ask before it sends a long body, and some servers never answer that.
    if (!add_header(transfer, "Expect:")) return false;
    for (const char *const *header = request->headers; *header; header++) {
        if (!add_header(transfer, *header)) return false;
    }
    CURL *easy = transfer->easy;
    int (*set)(CURL *, int, ...) = curl.easy_setopt;
    return set(easy, OPTION_URL, request->url) == 0
        && set(easy, OPTION_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS)) == 0
        && set(easy, OPTION_FOLLOW_LOCATION, 0L) == 0
        // None from the environment either: what is sent goes to the URL and nowhere else.
        && set(easy, OPTION_PROXY, "") == 0
        && set(easy, OPTION_VERIFY_PEER, 1L) == 0
        && set(easy, OPTION_VERIFY_HOST, 2L) == 0
        && set(easy, OPTION_NO_SIGNAL, 1L) == 0
        && set(easy, OPTION_NO_PROGRESS, 1L) == 0
        && set(easy, OPTION_POST, 1L) == 0
        && set(easy, OPTION_POST_FIELDS, (const char *)transfer->sent) == 0
        && set(easy, OPTION_POST_FIELD_SIZE_LARGE, (int64_t)request->body_length) == 0
        && set(easy, OPTION_HTTP_HEADER, transfer->headers) == 0
        && set(easy, OPTION_CONNECT_TIMEOUT_MS, (long)request->connect_milliseconds) == 0
        && set(easy, OPTION_TIMEOUT_MS, (long)request->total_milliseconds) == 0
        && set(easy, OPTION_WRITE_FUNCTION, receive) == 0
        && set(easy, OPTION_WRITE_DATA, transfer) == 0
        && set(easy, OPTION_PRIVATE, transfer) == 0;
}

// MARK: Calls

hilum_http *hilum_http_create(long most_idle_connections) {
    if (hilum_http_load()) return NULL;
    hilum_http *http = calloc(1, sizeof *http);
    if (!http) return NULL;
    http->multi = curl.multi_init();
    if (!http->multi) {
        free(http);
        return NULL;
    }
    curl.multi_setopt(http->multi, MULTI_OPTION_MAX_CONNECTS, most_idle_connections);
    return http;
}

void hilum_http_destroy(hilum_http *http) {
    while (http->first) {
        transfer *one = http->first;
        remove_transfer(http, one);
        free_transfer(one);
    }
    curl.multi_cleanup(http->multi);
    free(http);
}

bool hilum_http_start(hilum_http *http, uint64_t ticket, const hilum_http_request *request) {
    transfer *one = calloc(1, sizeof *one);
    if (!one) return false;
    one->ticket = ticket;
    one->most = request->most_bytes;
    one->easy = curl.easy_init();
    one->sent = malloc(request->body_length + 1);
    if (one->sent) {
        memcpy(one->sent, request->body, request->body_length);
        one->sent[request->body_length] = 0;
    }
    if (!one->easy || !one->sent || !prepare(one, request) || curl.multi_add_handle(http->multi, one->easy) != 0) {
        free_transfer(one);
        return false;
    }
    one->next = http->first;
    http->first = one;
    return true;
}

void hilum_http_cancel(hilum_http *http, uint64_t ticket) {
    for (transfer *one = http->first; one; one = one->next) {
        if (one->ticket != ticket) continue;
        remove_transfer(http, one);
        free_transfer(one);
        return;
    }
}

bool hilum_http_wait(hilum_http *http, int milliseconds) {
    int running = 0;
    int ready = 0;
    if (curl.multi_perform(http->multi, &running) != 0) return false;
    // What ended meanwhile is for the caller to take first.
    int count = 0;
    for (transfer *one = http->first; one; one = one->next) count++;
    if (running < count) return true;
    return curl.multi_poll(http->multi, NULL, 0, milliseconds, &ready) == 0 && curl.multi_perform(http->multi, &running) == 0;
}

bool hilum_http_next(hilum_http *http, hilum_http_result *result) {
    int left = 0;
    curl_message *message;
    while ((message = curl.multi_info_read(http->multi, &left))) {
        if (message->message != MESSAGE_DONE) continue;
        int code = message->data.code;
        char *private = NULL;
        curl.easy_getinfo(message->easy, INFO_PRIVATE, &private);
        transfer *one = (transfer *)private;
        long status = 0;
        int64_t retry_after = 0;
        curl.easy_getinfo(one->easy, INFO_RESPONSE_CODE, &status);
        curl.easy_getinfo(one->easy, INFO_RETRY_AFTER, &retry_after);
        *result = (hilum_http_result){
            .ticket = one->ticket,
            .code = code,
            .reason = curl.easy_strerror(code),
            .is_too_long = one->is_too_long,
            .status = status,
            .retry_after_seconds = retry_after,
            .body = one->received,
            .body_length = one->length,
        };
        one->received = NULL;
        remove_transfer(http, one);
        free_transfer(one);
        return true;
    }
    return false;
}

void hilum_http_wake(hilum_http *http) {
    curl.multi_wakeup(http->multi);
}

// MARK: The thread

typedef struct {
    void (*function)(void *);
    void *context;
} thread_start;

static void *run(void *argument) {
    thread_start start = *(thread_start *)argument;
    free(argument);
    start.function(start.context);
    return NULL;
}

bool hilum_http_run(void (*function)(void *), void *context) {
    thread_start *start = malloc(sizeof *start);
    if (!start) return false;
    *start = (thread_start){function, context};
    // A thread begins with the signal mask of the one that makes it.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    bool is_running = pthread_create(&thread, NULL, run, start) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (is_running) {
        pthread_detach(thread);
    } else {
        free(start);
    }
    return is_running;
}
