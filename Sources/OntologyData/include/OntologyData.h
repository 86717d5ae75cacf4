#ifndef HILUM_ONTOLOGY_DATA_H
#define HILUM_ONTOLOGY_DATA_H

#include <stddef.h>

/// The bytes of the compiled ontology, a SQLite file, in read-only data.
const unsigned char *hilum_ontology_bytes(void);

/// How many bytes there are.
size_t hilum_ontology_count(void);

#endif
