#include "names.h"

#include "musl/log1p.c"
