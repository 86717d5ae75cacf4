// Debian's libxml2 is built with ICU, whose headers clash with those that Foundation brings; Hilum uses none of it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
