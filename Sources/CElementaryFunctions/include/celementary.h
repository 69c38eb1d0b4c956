#ifndef CELEMENTARY_H
#define CELEMENTARY_H

// The functions of <math.h> that results depend on, from one source and without fused multiply-adds. The C library's own take
// another path on each processor (AVX2, FMA, AVX-512) and differ from version to version in the last bits.
//
// The arithmetic is musl's (1.2.5, musl/COPYRIGHT), unchanged; for exp, log, log2 and pow that is Arm's Optimized Routines.
// The error is below one unit in the last place, that of erfc below two.

double celementary_exp(double x);
double celementary_expm1(double x);
double celementary_log(double x);
double celementary_log1p(double x);
double celementary_log2(double x);
double celementary_log10(double x);
double celementary_pow(double x, double y);
double celementary_erfc(double x);

#endif
