#include "names.h"

#include "musl/erf.c"
