#!/bin/sh
# `score` over 2 GB: at most 300 MiB resident; on one core at 60% or more of ICU's bare pass (ICU_PASS: the program icu-pass).
. "$(dirname "$0")/common.sh"
model
corpus big2000.jsonl "${MEGABYTES:-2000}" --language both
big=$WORK/big2000.jsonl
measured "score, all threads" "$(bytes_of "$big")" "$TEXTSHIFT" score --model "$WORK/m.model" --quiet "$big"
corpus core50.jsonl 50 --language both
core=$WORK/core50.jsonl
for _ in 1 2 3; do
    measured "score, one thread" "$(bytes_of "$core")" "$TEXTSHIFT" score --model "$WORK/m.model" --quiet --threads 1 "$core"
done
# Median over three runs; its rate is of the texts' bytes, a little fewer than the file's.
[ -z "${ICU_PASS:-}" ] || "$ICU_PASS" "$core" "$WORK/train10.jsonl" --field text --threads 1 --repeats 3
