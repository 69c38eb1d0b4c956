#!/bin/sh
# Weights a second beside DSIR on the same 500 MB, in one run: PYTHON must have data-selection. All processors for both.
. "$(dirname "$0")/common.sh"
corpus raw500.jsonl "${MEGABYTES:-500}" --language both
corpus test10.jsonl 10 --language both --tilt 0.5
raw=$WORK/raw500.jsonl
rm -rf "$WORK/dsir"
measured "DSIR: fit and weigh" "$(bytes_of "$raw")" "$PYTHON" "$(dirname "$0")/dsir.py" "$raw" "$WORK/test10.jsonl" "$WORK/dsir"
rm -f "$WORK/dsir.model"
measured "textshift: fit" "$(bytes_of "$raw")" \
    "$TEXTSHIFT" fit "$raw" "$WORK/test10.jsonl" --field text --model "$WORK/dsir.model" --quiet
measured "textshift: weigh" "$(bytes_of "$raw")" "$TEXTSHIFT" score --model "$WORK/dsir.model" --quiet "$raw"
