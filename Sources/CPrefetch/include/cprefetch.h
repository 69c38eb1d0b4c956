#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Prefetches the cache line at `address`, which need not be readable: a hint that changes no result. Swift has no such call.
static inline void cprefetch_line(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
