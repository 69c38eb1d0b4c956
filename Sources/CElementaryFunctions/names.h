// What every file of musl is compiled with: names that are nobody else's, and no fused multiply-add, whatever the processor.
// Before its names are taken.
#include <math.h>

#include "celementary.h"

#pragma STDC FP_CONTRACT OFF
#undef __FP_FAST_FMA

#define hidden __attribute__((__visibility__("hidden")))

#define exp celementary_exp
#define expm1 celementary_expm1
#define log celementary_log
#define log1p celementary_log1p
#define log2 celementary_log2
#define log10 celementary_log10
#define pow celementary_pow
#define erf celementary_erf
#define erfc celementary_erfc

#define __exp_data celementary_exp_data
#define __log_data celementary_log_data
#define __log2_data celementary_log2_data
#define __pow_log_data celementary_pow_log_data
#define __math_divzero celementary_divzero
#define __math_invalid celementary_invalid
#define __math_oflow celementary_oflow
#define __math_uflow celementary_uflow
#define __math_xflow celementary_xflow
#define __math_check_oflow celementary_check_oflow
#define __math_check_uflow celementary_check_uflow

// Declared by musl's libm.h and, as something else, by other C libraries' math.h.
#define __sin celementary_sin
#define __cos celementary_cos
#define __tan celementary_tan
#define __sinl celementary_sinl
#define __cosl celementary_cosl
#define __tanl celementary_tanl
