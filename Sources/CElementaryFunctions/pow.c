#include "names.h"

#include "musl/pow.c"
