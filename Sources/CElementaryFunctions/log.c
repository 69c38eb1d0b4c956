#include "names.h"

#include "musl/log.c"
