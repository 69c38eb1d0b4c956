#include "cbuildcommit.h"

// Package.swift defines it.
const char *const cbuildcommit = TEXTSHIFT_COMMIT;
