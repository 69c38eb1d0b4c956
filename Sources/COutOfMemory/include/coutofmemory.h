#ifndef COUTOFMEMORY_H
#define COUTOFMEMORY_H

/// Sets what the program does when the C library runs out of memory: it writes `message`, which must stay valid, to standard error
/// and ends with `status`. Until this is called it is a shorter message, with status 2. Where the C library is not glibc, such an
/// allocation fails as usual.
void coutofmemory_end_with(const char *message, int status);

#endif
