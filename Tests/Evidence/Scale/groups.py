#!/usr/bin/env python3
"""Time and memory of groups by repetition (duplicates, near-duplicates, repeating values, their closure) against the number of rows.

usage: groups.py TEXTSHIFT [--rows 31250 62500 ... 1000000] [--kind forms|threads|windows] [--repeats 1]

Each row is a document of made-up words with a short title; on either side alike. `forms`: a tenth are another with a word changed, a
twentieth are copies, titles repeat. `windows`: rows are windows that slide over longer documents, so that near-duplicates chain. `threads`:
rows of a thread share a quoted text, so that closures join. All rows but four are of train: a side of so few is read and grouped and not
fitted, so that the run shows what groups cost and nothing else. Their cost is the stage `reading` of that run less that of the same run with
`--group none`, and the memory likewise: that of groups where no features are held yet. The exponent of the time is between the smallest and
the largest size.
"""
import argparse
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def words(rng, count):
    made = set()
    while len(made) < count:
        made.add("".join(rng.choice(SYLLABLES) for _ in range(rng.randrange(2, 5))))
    return sorted(made)


def records(kind, count, rng, vocabulary, titles):
    """`count` records of one side."""
    def document(length):
        # A Zipf law by the square of a uniform number: few words are common.
        return [vocabulary[int(len(vocabulary) * rng.random() ** 3)] for _ in range(length)]

    made = 0
    recent = [document(30)]
    while made < count:
        chance = rng.random()
        if kind == "windows":
            long = document(60)
            texts = [long[start:start + 40] for start in range(0, 20, 4)]
        elif kind == "threads":
            quoted = document(30)
            texts = [quoted + document(rng.randrange(4, 12)) for _ in range(rng.randrange(1, 6))]
        elif chance < 0.1:
            copy = list(rng.choice(recent))
            copy[rng.randrange(len(copy))] = rng.choice(vocabulary)
            texts = [copy]
        elif chance < 0.15:
            texts = [rng.choice(recent)]
        else:
            texts = [document(rng.randrange(20, 50))]
            recent.append(texts[0])
            if len(recent) > 1000:
                recent.pop(rng.randrange(1000))
        for text in texts[:count - made]:
            made += 1
            yield {"title": rng.choice(titles), "text": " ".join(text)}


def run(command, output):
    """Seconds of reading and peak memory in bytes of a command."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {command}")
    return json.loads((output / "timings.json").read_text())["seconds"]["reading"], used.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--rows", type=int, nargs="+", default=[31_250, 125_000, 500_000, 1_000_000], help="of both sides together")
    parser.add_argument("--kind", choices=["forms", "windows", "threads"], nargs="+", default=["forms", "windows", "threads"])
    parser.add_argument("--repeats", type=int, default=1)
    options = parser.parse_args()
    for kind in options.kind:
        print(f"\n{kind}\n| rows | seconds of reading | of groups | memory in all, MiB | of groups, bytes a row |\n|---|---|---|---|---|")
        measured = []
        for rows in options.rows:
            with tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                rng = random.Random(f"{kind} {rows}")
                vocabulary = words(rng, 20_000)
                titles = [" ".join(rng.choice(vocabulary) for _ in range(5)) for _ in range(rows // 20)]
                for side, count in (("train", rows - 4), ("test", 4)):
                    with open(folder / f"{side}.jsonl", "w") as file:
                        for record in records(kind, count, rng, vocabulary, titles):
                            file.write(json.dumps(record) + "\n")
                output = folder / "out"
                command = [options.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--field", "title", "--field", "text",
                           "--output", output, "--quiet", "--threads", "1", "--fit-rows", str(rows), "--fit-memory", "16384", "--force"]
                runs = [(run(command, output), run([*command, "--group", "none"], output)) for _ in range(options.repeats)]
                seconds, memory = (min(pair[0][i] for pair in runs) for i in (0, 1))
                bare_seconds, bare_memory = (min(pair[1][i] for pair in runs) for i in (0, 1))
            measured.append((rows, seconds - bare_seconds, memory - bare_memory))
            print(f"| {rows} | {seconds:.2f} | {seconds - bare_seconds:.2f} | {memory / 2**20:.0f} | {(memory - bare_memory) / rows:.0f} |", flush=True)
        (few, first, _), (many, last, _) = measured[0], measured[-1]
        if first > 0 and last > 0:
            print(f"exponent of the time of groups from {few} to {many} rows: {math.log(last / first) / math.log(many / few):.3f}", flush=True)


if __name__ == "__main__":
    main()
