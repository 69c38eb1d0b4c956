#!/usr/bin/env python3
"""Make what estimates.py measures: draws of the pairs, the zoos' scores on them, and weights to compare with.

usage: draws.py OUT [--data DIR] [--seed N ...] [--pair zh-shop|en-rc ...] [--textshift PATH]

OUT/SEED/PAIR/ gets, each made once and kept:
  train.jsonl, test.jsonl, truth.json   the pair
  zoo.npz          for every split s the scores of each model: ids_s, V_s (rows x models), T_s (test rows x models)
  scores.S.jsonl   the same V as a file for `textshift estimate`: id and one key m0, m1, ... a model
  tuned.json       weights of sklearn-tuned (peers.py)
  shift/           the analysis (with --textshift; made again only if it is absent)
The zoos are those of zoos.py: sentiment classifiers on a quarter of the rows (five splits), and untrained retrievers of the
sentence that answers a question, on all rows.
"""
import argparse
import pathlib
import subprocess
import sys

import numpy as np

EVIDENCE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(EVIDENCE))
import corpora  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402


def make(folder, seed, textshift, data):
    pairs.make_once(folder, seed, data)
    if textshift:
        program.analyze_once(textshift, folder, folder / "shift", corpora.read_truth(folder))
    if not (folder / "zoo.npz").exists():
        arrays = {}
        for split, (ids, on_train, on_test) in enumerate(zoos.tables(*corpora.read_pair(folder))):
            zoos.write_scores(folder / f"scores.{split}.jsonl", ids, on_train)
            arrays.update({f"ids_{split}": ids, f"V_{split}": on_train, f"T_{split}": on_test})
        np.savez_compressed(folder / "zoo.npz", **arrays)
    if not (folder / "tuned.json").exists():
        subprocess.run([sys.executable, EVIDENCE / "peers.py", folder, "sklearn-tuned", folder / "tuned.json"], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    corpora.add_option(parser)
    parser.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--pair", nargs="+", default=["en-rc", "zh-shop"], choices=["en-rc", "zh-shop"])
    parser.add_argument("--textshift")
    options = parser.parse_args()
    data = corpora.found(options)
    for seed in options.seed:
        for pair in options.pair:
            make(options.out / str(seed) / pair, seed, options.textshift, data)
            print(seed, pair, flush=True)


if __name__ == "__main__":
    main()
