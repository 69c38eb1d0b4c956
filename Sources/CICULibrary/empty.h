// The headers of ICU are for C alone: their types would clash with those of Foundation's own copy of ICU.
