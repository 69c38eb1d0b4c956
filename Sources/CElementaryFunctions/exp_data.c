#include "names.h"

#include "musl/exp_data.c"
