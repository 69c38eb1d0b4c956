#ifndef CBUILDCOMMIT_H
#define CBUILDCOMMIT_H

/// The git commit that was built, with a `+` after it if files have changed since; empty outside a git work tree.
extern const char *const cbuildcommit;

#endif
