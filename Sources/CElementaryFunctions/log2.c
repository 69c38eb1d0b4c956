#include "names.h"

#include "musl/log2.c"
