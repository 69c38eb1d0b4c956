#include "names.h"

#include "musl/expm1.c"
