#include "PageAssets.h"

static const unsigned char style[] = {
#embed "page/page.css"
};

// In the order in which they use one another at once; functions may stand anywhere.
static const unsigned char script[] = {
#embed "page/elements.js"
    ,
#embed "page/data.js"
    ,
#embed "page/theme.js"
    ,
#embed "page/filter.js"
    ,
#embed "page/table.js"
    ,
#embed "page/tooltip.js"
    ,
#embed "page/texts.js"
    ,
#embed "page/graph.js"
    ,
#embed "page/pair.js"
    ,
#embed "page/plots.js"
    ,
#embed "page/main.js"
};

const unsigned char *hilum_page_style(void) { return style; }
size_t hilum_page_style_count(void) { return sizeof style; }

const unsigned char *hilum_page_script(void) { return script; }
size_t hilum_page_script_count(void) { return sizeof script; }
