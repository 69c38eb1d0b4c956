#!/usr/bin/env python3
"""Time against size for corpora that are made to be slow: the exponent has to stay at 1.1 or less.

usage: growth.py TEXTSHIFT [--case CASE] [--repeats 2] [--factor 1]

`analyze` on corpora of four sizes, each twice the one before, of seconds of the processor (user and system, one thread, the least of the repeats),
which other programs disturb least. The exponent is that of the largest against the size a quarter of it. The cases:

words     words whose hashes end in twelve equal bits, so that a hash table without a secret has them all in one place
grams     long texts of Han characters whose 2-grams fall into buckets that are multiples of 1,024, and 3-grams into multiples of 16
fields    records with more and more text fields, all compared
groups    two fields that repeat, so that each row shares one with the row before and one with the next: one group of all
near      variants of one text, each a near-duplicate of every other
crossing  texts put together from a few sentences: each shares shingles with most others and is a near-duplicate of few
keys      `--group` by a key of which half the rows have one value

Prints a Markdown table; exits 1 where an exponent is above the limit. Needs numpy and a C compiler.
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

import numpy

HERE = pathlib.Path(__file__).resolve().parent
LIMIT = 1.1
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def sentence(rng, words=12):
    return " ".join("".join(rng.choice(LETTERS) for _ in range(rng.randrange(3, 9))) for _ in range(words))


def write(path, records):
    with open(path, "w") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


class Colliding:
    """Words from collide.c."""

    def __init__(self, folder):
        program = folder / "collide"
        subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", program, HERE / "collide.c"], check=True)
        self.program = program

    def words(self, count):
        return subprocess.run([self.program, str(count), "12"], check=True, capture_output=True, text=True).stdout.split()


def words(size, rng, folder):
    found = Colliding(folder).words(size * 5)
    twice = found + found
    rng.shuffle(twice)
    return [{"text": " ".join(twice[at:at + 10])} for at in range(0, len(twice), 10)], []


def grams(size, rng, _):
    # The multipliers of GramTerms; see GramHasher.
    a = [numpy.uint64(number) for number in (0xE220A8397B1DCDAF, 0x6E789E6AA1B965F5, 0x06C45D188009454F, 0xF88BB8A8724C81ED, 0x1B39896A51A8749B)]
    points = numpy.arange(0x4E00, 0x9F00, dtype=numpy.uint64)
    two, three = points * a[0], points * a[2]
    chain = [0x4E00, 0x4E01]
    used = set()
    with numpy.errstate(over="ignore"):
        while len(chain) < size + 4096:
            last, before = numpy.uint64(chain[-1]), numpy.uint64(chain[-2])
            second = (two + last * a[1]) >> numpy.uint64(32)
            third = (three + last * a[3] + before * a[4]) >> numpy.uint64(32)
            fits = points[((second & numpy.uint64(1023)) == 0)]
            best = points[((second & numpy.uint64(1023)) == 0) & ((third & numpy.uint64(15)) == 0)]
            new = [int(point) for point in best if (chain[-1], int(point)) not in used] or [int(point) for point in fits] or [int(rng.choice(points))]
            chosen = rng.choice(new)
            used.add((chain[-1], chosen))
            chain.append(chosen)
    text = "".join(map(chr, chain))
    return [{"text": text[shift:] + text[:shift] + str(shift)} for shift in rng.sample(range(4096), 24)], []


def fields(size, rng, _):
    names = [f"f{number}" for number in range(size)]
    # One vocabulary for all sizes: of letters at random, ever more n-grams would occur often enough to be features.
    pool = sentence(random.Random("fields"), 2000).split()
    rows = [{name: " ".join(rng.choice(pool) for _ in range(6)) for name in names} for _ in range(300)]
    return rows, [word for name in names for word in ("--field", name)]


def groups(size, rng, _):
    texts = [sentence(rng) for _ in range(size + 2)]
    return [{"a": texts[row // 2 * 2], "b": texts[(row + 1) // 2 * 2 - 1 if row else 1]} for row in range(size)], []


def near(size, rng, _):
    base = sentence(rng, 60).split()
    rows = []
    for _ in range(size):
        changed = list(base)
        for _ in range(3):
            changed[rng.randrange(60)] = sentence(rng, 1)
        rows.append({"text": " ".join(changed)})
    return rows, []


def crossing(size, rng, _):
    pool = [sentence(rng, 8) for _ in range(60)]
    return [{"text": ". ".join(rng.sample(pool, 5))} for _ in range(size)], []


def keys(size, rng, _):
    return [{"text": sentence(rng), "key": "one" if row % 2 else str(row)} for row in range(size)], ["--group", "key"]


CASES = {"words": (words, 5000), "grams": (grams, 5000), "fields": (fields, 32), "groups": (groups, 5000), "near": (near, 5000),
         "crossing": (crossing, 5000), "keys": (keys, 5000)}


def seconds(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command[:6]))}: {said.decode(errors='replace')}")
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    parser.add_argument("--case", choices=CASES, action="append")
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--factor", type=float, default=1, help="of all sizes")
    options = parser.parse_args()
    program = str(pathlib.Path(options.textshift).resolve())
    failed = False
    print("| case | sizes | processor seconds | exponent |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in options.case or CASES:
            make, least = CASES[name]
            sizes = [int(least * options.factor) * 2 ** step for step in range(4)]
            times = []
            for size in sizes:
                rng = random.Random(f"{name} {size}")
                rows, more = make(size, rng, folder)
                rng.shuffle(rows)
                half = len(rows) // 2
                write(folder / "train.jsonl", rows[:half])
                write(folder / "test.jsonl", rows[half:])
                command = [program, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "out", "--force", "--quiet",
                           "--threads", "1", *more]
                times.append(min(seconds(command) for _ in range(options.repeats)))
            exponent = math.log(times[3] / times[1]) / math.log(sizes[3] / sizes[1])
            failed = failed or exponent > LIMIT
            print(f"| {name} | {', '.join(f'{size:,}' for size in sizes)} | {', '.join(f'{time:.1f}' for time in times)} | {exponent:.2f} |", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
