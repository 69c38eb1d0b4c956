#!/usr/bin/env python3
"""Run textshift on many small pairs without a shift: how often is one called, and is any score biased?

usage: nulls.py PROGRAM LINES_EN.txt.gz LINES_ZH.txt.gz [COUNT]

Each pair deals 120 to 300 groups (a context of three random lines, one to five questions) to either side at random.
Printed: the share called a shift, the mean out-of-fold AUC of the final score after the null rule (0.5 where no shift is
called) with its standard error, the mean AUC of the first-stage score, and how often its interval holds 0.5.
"""
import gzip
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

program, *files = sys.argv[1:4]
count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
pools = [gzip.open(f, "rt", encoding="utf-8").read().splitlines() for f in files]
final, first, shifts, held, small = [], [], 0, 0, 0
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for number in range(count):
        rng = random.Random(number)
        pool = pools[number % 2]
        groups = []
        for _ in range(rng.choice([120, 200, 300])):
            context = " ".join(rng.choice(pool) for _ in range(3))
            groups.append([dict(context=context, question=rng.choice(pool)[:60]) for _ in range(rng.choice([1, 1, 3, 5]))])
        rng.shuffle(groups)
        cut = int(len(groups) * rng.choice([0.5, 0.67, 0.8]))
        for name, side in (("train", groups[:cut]), ("test", groups[cut:])):
            rows = [row for group in side for row in group]
            rng.shuffle(rows)
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        subprocess.run([program, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--quiet", "--force",
                        "--output", folder / "out", "--seed", str(number)], check=True)
        report = json.loads((folder / "out" / "report.json").read_text())
        found = report["separability"]
        shift = report["discriminator"]["verdict"] == "shift"
        shifts += shift
        final.append(found["finalAUC"] if shift else 0.5)
        first.append(found["auc"])
        held += found["lower"] <= 0.5 <= found["upper"]
        small += found["pValue"] <= 0.05
error = statistics.stdev(final) / count ** 0.5
print(f"{count} nulls: called a shift {shifts}; final AUC {statistics.mean(final):.4f} (SE {error:.4f}); "
      f"first stage {statistics.mean(first):.4f}; interval holds 0.5 {held}; p <= 0.05 {small}")
