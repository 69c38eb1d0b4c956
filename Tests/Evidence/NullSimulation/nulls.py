#!/usr/bin/env python3
"""Run textshift on many small pairs without a shift: how often is one called, and is any score biased?

usage: nulls.py TEXTSHIFT [--data DIR] [--count 200]

Each pair deals 120 to 300 groups (a context of three random lines, one to five questions) to either side at random; English and
Chinese take turns. Printed: the share called a shift, the mean out-of-fold AUC of the final score after the null rule (0.5
where no shift is called) with its standard error, the mean AUC of the first-stage score, and how often its interval holds 0.5.
"""
import argparse
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import program  # noqa: E402


def deal(folder, pool, rng):
    """A training and a test set of groups of one kind."""
    groups = []
    for _ in range(rng.choice([120, 200, 300])):
        context = " ".join(rng.choice(pool) for _ in range(3))
        groups.append([{"context": context, "question": rng.choice(pool)[:60]} for _ in range(rng.choice([1, 1, 3, 5]))])
    rng.shuffle(groups)
    cut = int(len(groups) * rng.choice([0.5, 0.67, 0.8]))
    for name, side in (("train", groups[:cut]), ("test", groups[cut:])):
        rows = [row for group in side for row in group]
        rng.shuffle(rows)
        corpora.write_lines(folder / f"{name}.jsonl", rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("textshift")
    corpora.add_option(parser)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    data = corpora.found(options)
    pools = [data.sentences(language) for language in ("en", "zh")]
    final, first, shifts, held, small = [], [], 0, 0, 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for number in range(options.count):
            deal(folder, pools[number % 2], random.Random(number))
            subprocess.run([options.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--quiet", "--force",
                            "--output", folder / "out", "--seed", str(number)], check=True)
            report = program.report(folder / "out")
            found = report["separability"]
            is_shift = report["discriminator"]["verdict"] == "shift"
            shifts += is_shift
            final.append(found["finalAUC"] if is_shift else 0.5)
            first.append(found["auc"])
            held += found["lower"] <= 0.5 <= found["upper"]
            small += found["pValue"] <= 0.05
    error = statistics.stdev(final) / options.count ** 0.5
    print(f"{options.count} nulls: called a shift {shifts}; final AUC {statistics.mean(final):.4f} (SE {error:.4f}); "
          f"first stage {statistics.mean(first):.4f}; interval holds 0.5 {held}; p <= 0.05 {small}")


if __name__ == "__main__":
    main()
