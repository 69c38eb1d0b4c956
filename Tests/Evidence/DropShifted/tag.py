#!/usr/bin/env python3
"""A copy of a pair with a planted artefact: a tag behind the text of every test row and of SHARE of the training rows.

usage: tag.py PAIR_DIR OUT_DIR FIELD [TAG] [SHARE]
"""
import json, pathlib, random, sys

pair, out, field = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
tag = sys.argv[4] if len(sys.argv) > 4 else " #batch2"
share = float(sys.argv[5]) if len(sys.argv) > 5 else 0.02
out.mkdir(parents=True, exist_ok=True)
draw = random.Random(7)
for side, chance in (("train", share), ("test", 1)):
    with open(out / f"{side}.jsonl", "w", encoding="utf-8") as f:
        for line in open(pair / f"{side}.jsonl", encoding="utf-8"):
            row = json.loads(line)
            if draw.random() < chance:
                row[field] += tag
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
