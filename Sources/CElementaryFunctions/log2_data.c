#include "names.h"

#include "musl/log2_data.c"
