#include "names.h"

#include "musl/__math_divzero.c"
#include "musl/__math_invalid.c"
#include "musl/__math_oflow.c"
#include "musl/__math_uflow.c"
#include "musl/__math_xflow.c"
