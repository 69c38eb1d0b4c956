#include "names.h"

#include "musl/pow_data.c"
