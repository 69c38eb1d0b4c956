#include "names.h"

#include "musl/exp.c"
