#include "ImageShim.h"
