#ifndef HILUM_PAGE_ASSETS_H
#define HILUM_PAGE_ASSETS_H

#include <stddef.h>

/// The style of the page of scores, UTF-8.
const unsigned char *hilum_page_style(void);
size_t hilum_page_style_count(void);

/// Its script: the files of `page/` one after the other.
const unsigned char *hilum_page_script(void);
size_t hilum_page_script_count(void);

#endif
