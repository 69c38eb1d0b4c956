#ifndef COUTOFMEMORY_H
#define COUTOFMEMORY_H

/// Says what the program does where the C library has no memory left: it writes `message`, which must stay, to standard error and
/// ends with `status`. Until this is called, and where the C library is not glibc, such an allocation fails as it always does.
void coutofmemory_end_with(const char *message, int status);

#endif
