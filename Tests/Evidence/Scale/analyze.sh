#!/bin/sh
# `analyze` of 2 GB against 200 MB: at most 1.5 GiB resident; time over 10, 100, 1000 MB grows with an exponent of at most 1.05.
. "$(dirname "$0")/common.sh"
corpus test10.jsonl 10 --language both --tilt 0.5
for size in 10 100 1000; do
    corpus "train$size.jsonl" "$size" --language both
    measured "analyze $size" "$(bytes_of "$WORK/train$size.jsonl")" "$TEXTSHIFT" analyze \
        "$WORK/train$size.jsonl" "$WORK/test10.jsonl" --field text --output "$WORK/out$size" --force --quiet
done | "$PYTHON" -c '
import json, math, sys
rows = [json.loads(line) for line in sys.stdin]
for row in rows: print(json.dumps(row))
for a, b in zip(rows, rows[1:]):
    exponent = math.log10(b["seconds"] / a["seconds"])
    print(json.dumps({"run": a["run"] + " to " + b["run"], "exponent": round(exponent, 3)}))'
corpus big2000.jsonl "${MEGABYTES:-2000}" --language both
corpus test200.jsonl 200 --language both --tilt 0.5
measured "analyze 2000 against 200" "$(bytes_of "$WORK/big2000.jsonl")" "$TEXTSHIFT" analyze \
    "$WORK/big2000.jsonl" "$WORK/test200.jsonl" --output "$WORK/out2000" --force --quiet
rm -rf "$WORK"/out10 "$WORK"/out100 "$WORK"/out1000 "$WORK"/out2000
