#include "BLASShim.h"
