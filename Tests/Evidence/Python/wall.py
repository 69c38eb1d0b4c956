#!/usr/bin/env python3
"""analyze(frame, frame) beside the program on JSON lines: wall of pairs of runs, imports left out.

usage: wall.py TRAIN.jsonl TEST.jsonl [PAIRS]
"""
import json
import statistics
import subprocess
import sys
import tempfile
import time

import pandas as pd

import textshift as ts


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def main():
    paths, pairs = sys.argv[1:3], int(sys.argv[3]) if len(sys.argv) > 3 else 5
    frames = [pd.read_json(path, lines=True) for path in paths]
    found = []
    for _ in range(pairs):
        with tempfile.TemporaryDirectory() as folder:
            writing = seconds(lambda: subprocess.run([ts.executable(), "analyze", *paths, "--output", folder + "/out", "-q"], check=True))
        plain = seconds(lambda: subprocess.run([ts.executable(), "analyze", *paths], check=True, capture_output=True))
        frame = seconds(lambda: ts.analyze(*frames))
        found.append({"frame": frame, "program": plain, "program_writing": writing})
        print(json.dumps(found[-1]), flush=True)
    print(json.dumps({
        "ratio_to_program": statistics.median(row["frame"] / row["program"] for row in found),
        "ratio_to_program_writing": statistics.median(row["frame"] / row["program_writing"] for row in found)}))


if __name__ == "__main__":
    main()
