#include "names.h"

#include "musl/log10.c"
