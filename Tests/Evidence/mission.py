#!/usr/bin/env python3
"""Does a weighted validation set tell how models do on test? That is what textshift is for.

usage: mission.py PAIR_DIR NAME=WEIGHTS [NAME=WEIGHTS ...]

PAIR_DIR is a folder that pairs.py made, of product reviews or of questions. WEIGHTS is one of

  train.weighted.jsonl   of textshift
  validation.jsonl       of textshift: a row counts as often as it was drawn
  a .json file           of peers.py

A zoo of models (zoos.py) is scored on rows of train and, with labels that nothing else here sees, on test. For each set of
weights:

  error    mean distance of a model's weighted score on train from its score on test, in points of 100
  regret   what the model that is best by the weighted score falls short of the best one on test, in points of 100
  rank     Spearman's correlation of both scores over the models

`uniform` (no weights) and `truth` (the true ratio) are added. Reviews are means over five splits.
"""
import argparse
import collections
import json
import pathlib

import numpy as np

import corpora
import metrics
import zoos


def read_weights(path):
    """Ids and weights; ids that are absent weigh nothing."""
    if path.suffix != ".jsonl":
        return json.loads(path.read_text())["train"]
    rows = corpora.read_lines(path)
    if "sample_weight" in rows[0]:
        return {row["id"]: row["sample_weight"] for row in rows}
    return collections.Counter(row["id"] for row in rows)


def judged(weights, table):
    """Error, regret and rank of one set of weights on one table of a zoo."""
    ids, on_train, on_test = table
    said = metrics.weighted_mean(np.array([weights[row] for row in ids], float), on_train)
    true = on_test.mean(0)
    return np.abs(said - true).mean(), true.max() - true[said.argmax()], metrics.rank_correlation(said, true)


def named_file(text):
    name, separator, path = text.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"{text} is not NAME=WEIGHTS")
    return name, pathlib.Path(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pair", type=pathlib.Path)
    parser.add_argument("weights", type=named_file, nargs="*", metavar="NAME=WEIGHTS")
    options = parser.parse_args()
    train, test = corpora.read_pair(options.pair)
    true_ratios = corpora.read_truth(options.pair)["true_w"]
    every = {"uniform": {row["id"]: 1.0 for row in train}}
    if true_ratios:
        every["truth"] = {row["id"]: true_ratios[row["id"]] or 0.0 for row in train}
    every.update((name, read_weights(path)) for name, path in options.weights)
    tables = zoos.tables(train, test)
    print(f"## {options.pair.name}: {len(tables)} split(s), zoo of {tables[0][1].shape[1]}\n")
    print("| weights | error | regret | rank |\n|---|---|---|---|")
    for name, weights in every.items():
        error, regret, rank = np.mean([judged(weights, table) for table in tables], 0)
        print(f"| {name} | {100 * error:.3f} | {100 * regret:.3f} | {rank:.3f} |", flush=True)


if __name__ == "__main__":
    main()
