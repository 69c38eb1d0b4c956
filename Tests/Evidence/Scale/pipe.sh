#!/bin/sh
# An endless filter ends with its reader, at once; a model loads in milliseconds.
. "$(dirname "$0")/common.sh"
model
measured "yes | score | head -n 1" 1 sh -c \
    'yes "{\"text\":\"x\"}" | "$0" score --model "$1" - | head -n 1' "$TEXTSHIFT" "$WORK/m.model"
for _ in 1 2 3; do measured "load" "$(bytes_of "$WORK/m.model")" "$TEXTSHIFT" model "$WORK/m.model"; done
