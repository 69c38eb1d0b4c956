// Only carries pkg-config's flags: simdjson.h is C++ and is included by CSimdjson alone.
