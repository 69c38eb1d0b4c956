#!/usr/bin/env python3
"""Make a corpus of any size for runs that measure speed and memory: real sentences in documents that are all different.

usage: scale.py OUT.jsonl MEGABYTES [--data DIR] [--language en|zh|both] [--tilt T] [--seed N] [--sentences N]

A document is N sentences, drawn at random; with both languages they take turns. The seed is the file's name unless one is
given, so that two files differ. With --tilt T, from 0 to 1, a sentence is of the later half of its source with probability
(1 + T) / 2: a tilt of one side is a shift. Rows are {"id": …, "text": …}.
"""
import argparse
import json
import pathlib
import random

import corpora


def pick(pool, tilt, rng):
    half = len(pool) // 2
    is_late = rng.random() < (1 + tilt) / 2
    return pool[rng.randrange(half, len(pool)) if is_late else rng.randrange(half)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("megabytes", type=float)
    corpora.add_option(parser)
    parser.add_argument("--language", choices=["en", "zh", "both"], default="both")
    parser.add_argument("--tilt", type=float, default=0.0)
    parser.add_argument("--seed")
    parser.add_argument("--sentences", type=int, default=8)
    options = parser.parse_args()
    data = corpora.found(options)
    pools = [data.sentences(language) for language in (["en", "zh"] if options.language == "both" else [options.language])]
    rng = random.Random(options.out.name if options.seed is None else options.seed)
    written = count = 0
    with open(options.out, "wb") as file:
        while written < options.megabytes * 1e6:
            pool = pools[count % len(pools)]
            text = " ".join([pick(pool, options.tilt, rng) for _ in range(options.sentences)])
            row = {"id": f"{options.out.stem}-{count}", "text": text}
            written += file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
            count += 1
    print(f"{options.out}: {count} records, {written / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
