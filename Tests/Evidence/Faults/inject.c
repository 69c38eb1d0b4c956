// Makes one call of a program fail, for inject.py: loaded before the C library (LD_PRELOAD), which it passes all other calls to.
//
// INJECT is KIND:NUMBER[+]: that call of its kind, counted from 1, fails, and with + all later ones. INJECT_COUNTS names a file that gets the
// number of calls of each kind when the program ends. What is said on standard error is never made to fail.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { ALLOCATION, MAPPING, READ, WRITE, OPEN, RENAME, SYNC, CLOSE, FOLDER, KINDS };
static const char *const names[KINDS] = {"allocation", "mapping", "read", "write", "open", "rename", "sync", "close", "folder"};
static atomic_long counts[KINDS];
static int chosen = -1;
static long first;
static int is_lasting;

// dlsym may allocate: this is there before anything else is.
static char early[1 << 16] __attribute__((aligned(64)));
static atomic_size_t early_used;
static void *take_early(size_t size) {
    size_t at = atomic_fetch_add(&early_used, (size + 63) / 64 * 64);
    return at + size <= sizeof early ? early + at : NULL;
}
static int is_early(void *memory) { return (char *)memory >= early && (char *)memory < early + sizeof early; }

static _Thread_local int is_looking;
static void *find(const char *name) {
    is_looking = 1;
    void *found = dlsym(RTLD_NEXT, name);
    is_looking = 0;
    return found;
}
#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))find(name)

__attribute__((constructor)) static void begin(void) {
    const char *plan = getenv("INJECT");
    if (!plan) return;
    const char *colon = strchr(plan, ':');
    if (!colon) return;
    first = atol(colon + 1);
    is_lasting = strchr(plan, '+') != NULL;
    for (int kind = 0; kind < KINDS; kind++)
        if (strncmp(plan, names[kind], (size_t)(colon - plan)) == 0) chosen = kind;
}

static void tell_counts(void) {
    const char *path = getenv("INJECT_COUNTS");
    int file = path ? (int)syscall(257 /* openat */, AT_FDCWD, path, O_CREAT | O_TRUNC | O_WRONLY, 0644) : -1;
    if (file < 0) return;
    char line[512];
    int length = 0;
    for (int kind = 0; kind < KINDS; kind++)
        length += snprintf(line + length, sizeof line - (size_t)length, "%s %ld\n", names[kind], atomic_load(&counts[kind]));
    syscall(1 /* write */, file, line, length);
}
__attribute__((destructor)) static void end(void) { tell_counts(); }

static int fails(int kind) {
    long number = atomic_fetch_add(&counts[kind], 1) + 1;
    return kind == chosen && (number == first || (is_lasting && number > first));
}

// The program's own allocation functions call these.
void *__libc_malloc(size_t size) {
    if (is_looking) return take_early(size);
    REAL(void *, "malloc", size_t);
    if (fails(ALLOCATION)) return errno = ENOMEM, NULL;
    return real(size);
}
void *__libc_calloc(size_t count, size_t size) {
    if (is_looking) return take_early(count * size);
    REAL(void *, "calloc", size_t, size_t);
    if (fails(ALLOCATION)) return errno = ENOMEM, NULL;
    return real(count, size);
}
void *__libc_realloc(void *memory, size_t size) {
    if (is_early(memory) || is_looking) {
        void *moved = __libc_malloc(size);
        if (moved && memory) memcpy(moved, memory, size);
        return moved;
    }
    REAL(void *, "realloc", void *, size_t);
    if (fails(ALLOCATION)) return errno = ENOMEM, NULL;
    return real(memory, size);
}
void *__libc_memalign(size_t alignment, size_t size) {
    REAL(void *, "memalign", size_t, size_t);
    if (fails(ALLOCATION)) return errno = ENOMEM, NULL;
    return real(alignment, size);
}
void free(void *memory) {
    if (is_early(memory)) return;
    REAL(void, "free", void *);
    real(memory);
}

void *mmap(void *address, size_t length, int protection, int flags, int file, off_t offset) {
    REAL(void *, "mmap", void *, size_t, int, int, int, off_t);
    if (fails(MAPPING)) return errno = ENOMEM, MAP_FAILED;
    return real(address, length, protection, flags, file, offset);
}

#define FAIL(kind, error) if (fails(kind)) return errno = (error), -1

ssize_t read(int file, void *bytes, size_t count) {
    REAL(ssize_t, "read", int, void *, size_t);
    FAIL(READ, EIO);
    return real(file, bytes, count);
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    REAL(ssize_t, "pread", int, void *, size_t, off_t);
    FAIL(READ, EIO);
    return real(file, bytes, count, offset);
}
ssize_t pread64(int file, void *bytes, size_t count, off_t offset) { return pread(file, bytes, count, offset); }
ssize_t write(int file, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (file != STDERR_FILENO) FAIL(WRITE, ENOSPC);
    return real(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    FAIL(WRITE, ENOSPC);
    return real(file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) { return pwrite(file, bytes, count, offset); }
ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    if (file != STDERR_FILENO) FAIL(WRITE, ENOSPC);
    return real(file, parts, count);
}
#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) {
    MODE(flags)
    REAL(int, "open", const char *, int, ...);
    FAIL(OPEN, EMFILE);
    return real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags)
    REAL(int, "open64", const char *, int, ...);
    FAIL(OPEN, EMFILE);
    return real(path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    REAL(int, "openat", int, const char *, int, ...);
    FAIL(OPEN, EMFILE);
    return real(folder, path, flags, mode);
}
int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    FAIL(RENAME, EIO);
    return real(from, to);
}
int renameat(int folder, const char *from, int other, const char *to) {
    REAL(int, "renameat", int, const char *, int, const char *);
    FAIL(RENAME, EIO);
    return real(folder, from, other, to);
}
int renameat2(int folder, const char *from, int other, const char *to, unsigned flags) {
    REAL(int, "renameat2", int, const char *, int, const char *, unsigned);
    FAIL(RENAME, EIO);
    return real(folder, from, other, to, flags);
}
int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    FAIL(RENAME, EIO);
    return real(from, to);
}
int fsync(int file) {
    REAL(int, "fsync", int);
    FAIL(SYNC, EIO);
    return real(file);
}
int fdatasync(int file) {
    REAL(int, "fdatasync", int);
    FAIL(SYNC, EIO);
    return real(file);
}
// The file is closed whatever close says.
int close(int file) {
    REAL(int, "close", int);
    int done = real(file);
    FAIL(CLOSE, EIO);
    return done;
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    FAIL(FOLDER, EACCES);
    return real(path, mode);
}
int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    FAIL(FOLDER, EACCES);
    return real(path);
}

// _exit runs no destructors.
void _exit(int status) {
    tell_counts();
    syscall(231 /* exit_group */, status);
    __builtin_unreachable();
}
