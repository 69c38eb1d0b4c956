#include "coutofmemory.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Swift aborts if an allocation fails, with a backtrace that says nothing to a user. An executable's own allocation functions
// replace the C library's for all libraries in the program, so that one place sees every failure. Only async-safe calls are
// made there: there is no memory for anything else.

// What holds from the first allocation on, before there is a language.
static const char *volatile ending = "error: out of memory; allow the program more memory (ulimit -v)\n";
static volatile int ending_status = 2;
static atomic_flag is_ending = ATOMIC_FLAG_INIT;

void coutofmemory_end_with(const char *message, int status) {
    ending_status = status;
    ending = message;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_OWN_ALLOCATOR
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_OWN_ALLOCATOR)

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static void *checked(void *memory, size_t size) {
    const char *message = ending;
    if (memory || size == 0 || !message) return memory;
    // One thread reports it; the others wait for the end.
    while (atomic_flag_test_and_set(&is_ending)) pause();
    for (size_t left = strlen(message); left > 0;) {
        ssize_t written = write(STDERR_FILENO, message, left);
        if (written <= 0) break;
        message += written;
        left -= (size_t)written;
    }
    _exit(ending_status);
}

void *malloc(size_t size) { return checked(__libc_malloc(size), size); }

void *calloc(size_t count, size_t size) { return checked(__libc_calloc(count, size), count && size); }

void *realloc(void *memory, size_t size) { return checked(__libc_realloc(memory, size), size); }

void *memalign(size_t alignment, size_t size) { return checked(__libc_memalign(alignment, size), size); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment == 0 || alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
    void *memory = memalign(alignment, size);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}

#endif
