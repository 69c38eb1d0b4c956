#!/usr/bin/env python3
"""A million short rows from Parquet, beside the program on the same rows as JSON lines: wall, processor seconds and peak memory.

usage: million.py TRAIN.jsonl TEST.jsonl [ROWS]

The rows are made of the words and characters of two corpora with "text", drawn with a seed: ROWS of train, a tenth of that of test.
"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

CALL = """
import json, resource, sys, time
import pyarrow.parquet, textshift as ts
start = time.perf_counter()
shift = ts.analyze(*sys.argv[1:3])
own, program = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"wall": time.perf_counter() - start, "auc": shift.auc, "rows": len(shift.weights), "peak_mb": own.ru_maxrss / 1024,
                  "program_peak_mb": program.ru_maxrss / 1024, "cpu": own.ru_utime + own.ru_stime + program.ru_utime + program.ru_stime}))
"""
PLAIN = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"wall": time.perf_counter() - start, "program_peak_mb": used.ru_maxrss / 1024, "cpu": used.ru_utime + used.ru_stime}))
"""


def pieces(path):
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    return [text[start:start + 24] for text in texts for start in range(0, max(len(text) - 12, 1), 24)]


def main():
    import pyarrow as pa
    import pyarrow.parquet

    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    import textshift as ts

    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for side, source, count in (("train", sys.argv[1], rows), ("test", sys.argv[2], rows // 10)):
            draws, own = random.Random(side), pieces(source)
            texts = [f"{draws.choice(own)} {draws.choice(own)}" for _ in range(count)]
            pa.parquet.write_table(pa.table({"text": texts}), f"{folder}/{side}.parquet")
            with open(f"{folder}/{side}.jsonl", "w", encoding="utf-8") as file:
                file.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
            paths[side] = f"{folder}/{side}"
        print(json.dumps({"megabytes": sum(os.path.getsize(path + ".jsonl") for path in paths.values()) / 1e6}))
        figures = [ts.executable(), "analyze", *[path + ".jsonl" for path in paths.values()], "--figures", f"{folder}/f", "--report", f"{folder}/r", "-q", "--force"]
        for name, command in (
            ("parquet", [sys.executable, "-c", CALL, *[path + ".parquet" for path in paths.values()]]),
            ("program, figures", [sys.executable, "-c", PLAIN, *figures]),
            ("program, folder", [sys.executable, "-c", PLAIN, *figures[:4], "--output", f"{folder}/out", "-q", "--force"]),
        ):
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print(name, done.stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
