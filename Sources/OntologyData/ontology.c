#include "OntologyData.h"

static const unsigned char bytes[] = {
#embed "ontology.sqlite"
};

const unsigned char *hilum_ontology_bytes(void) { return bytes; }

size_t hilum_ontology_count(void) { return sizeof bytes; }
