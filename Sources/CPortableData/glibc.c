#include "cportabledata.h"

// In glibc from 2.32 on; libstdc++ and others read it to leave out atomics while there is one thread. False is always right.
char __libc_single_threaded __attribute__((visibility("hidden"))) = 0;
