#!/usr/bin/env python3
"""How much noise the draw of a validation set adds: sets of several seeds from the same analyses.

usage: drawn_sets.py PAIRS --textshift PATH [--pair en-rc --pair zh-shop] [--seeds 5] [--pool 0.2]

PAIRS is a folder that pairs.py made; its pairs are analyzed (PAIR/shift/) unless they are. `split --seed` then draws sets. Prints, for each
pair, the mission error (points of 100) of no weights, of the weights on all of train and of the sets, the sets' standard deviations over
the seeds: of the error, of a model's score, and of the share of rows whose first field is longer than 60 characters.
"""
import argparse
import pathlib
import subprocess
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import mission  # noqa: E402
import metrics  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402


def scores(weights, tables):
    return np.concatenate([
        metrics.weighted_mean(np.array([weights.get(row, 0) for row in ids], float), on_train) for ids, on_train, _ in tables])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--pair", action="append")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--pool", default="0.2")
    options = parser.parse_args()
    print("| pair | none | weights on all rows | sets | sd of the error | sd of a score | sd of the long rows' share |")
    print("|---|---|---|---|---|---|---|")
    for name in options.pair or ["en-rc", "zh-shop"]:
        folder = options.pairs / name
        truth = corpora.read_truth(folder)
        program.analyze_once(options.textshift, folder, folder / "shift", truth)
        train, test = corpora.read_pair(folder)
        tables = zoos.tables(train, test)

        def error(weights):
            return 100 * np.mean([mission.judged(weights, table)[0] for table in tables])

        errors, said, longer = [], [], []
        for seed in range(1, options.seeds + 1):
            drawn = folder / f"drawn-{options.pool}-{seed}"
            subprocess.run([options.textshift, "split", folder / "shift", "--seed", str(seed), "--pool", options.pool, "--output", drawn,
                            "--force"], check=True, stdout=subprocess.DEVNULL)
            weights = mission.read_weights(drawn / "validation.jsonl")
            errors.append(error(weights))
            said.append(scores(weights, tables))
            rows = corpora.read_lines(drawn / "validation.jsonl")
            longer.append(np.mean([len(row[truth["fields"][0]]) > 60 for row in rows]))
        plain = error({row["id"]: 1.0 for row in train})
        weighted = error(program.weights(folder / "shift"))
        print(f"| {name} | {plain:.2f} | {weighted:.2f} | {np.mean(errors):.2f} | {np.std(errors, ddof=1):.2f} | "
              f"{100 * np.mean(np.std(said, 0, ddof=1)):.2f} | {100 * np.std(longer, ddof=1):.2f} |", flush=True)


if __name__ == "__main__":
    main()
