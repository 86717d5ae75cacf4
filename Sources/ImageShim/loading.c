#include "loading.h"

#include <dlfcn.h>
#include <string.h>

bool hilum_open_library(const char *const *names, const hilum_function *functions) {
    for (; *names; names++) {
        void *library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
        if (!library) continue;
        const hilum_function *next = functions;
        for (; next->name; next++) {
            void *function = dlsym(library, next->name);
            if (!function) break;
            memcpy(next->slot, &function, sizeof function);
        }
        if (!next->name) return true;
        dlclose(library);
    }
    return false;
}

void hilum_copy_reason(hilum_image_reason *reason, const char *text) {
    size_t length = 0;
    for (; text[length] && length + 1 < sizeof reason->text; length++) {
        reason->text[length] = text[length] >= ' ' && text[length] <= '~' ? text[length] : '?';
    }
    reason->text[length] = 0;
}
