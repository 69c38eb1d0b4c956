#ifndef CPORTABLEDATA_H
#define CPORTABLEDATA_H

// What the portable program is linked with in the place of the system's: Packaging/portable.sh builds it. Nothing to call.

#endif
