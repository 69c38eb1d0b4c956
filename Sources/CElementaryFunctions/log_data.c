#include "names.h"

#include "musl/log_data.c"
