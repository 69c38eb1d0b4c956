#!/usr/bin/env python3
"""What weights by class are worth where only the shares of the classes moved.

usage: class_shares.py OUT --textshift PATH [--data DIR] [--draws 2]

Pairs of airline tweets (negative and positive) and of product reviews, from 90% positive in train and 10% in test to the reverse. For
each: the verdict of `diagnose`, and the mission error (mean distance of a model's weighted score on train from its score on test, in
points of 100, over a zoo of models) without weights, by the ratio, by class, and by the true ratio. A pair is not made again.
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import mission  # noqa: E402
import zoos  # noqa: E402

SHARES = [(0.9, 0.1), (0.7, 0.3), (0.5, 0.1), (0.3, 0.7), (0.1, 0.9)]
ROWS = {"tweets": 2400, "reviews": 9000}


def rows(data, source):
    """Texts with a label of 0 or 1, each text once."""
    if source == "reviews":
        found = [(row.record["text"], row.record["label"]) for row in data.shopping()]
    else:
        with gzip.open(data.path("airline_tweets.jsonl.gz"), "rt", encoding="utf-8") as lines:
            found = [(row["text"], int(row["label"] == "positive")) for row in map(json.loads, lines)
                     if row["label"] in ("negative", "positive")]
    return list(dict(found).items())


def make(folder, found, count, shares, seed):
    rng = random.Random(f"{folder.name}/{seed}")
    classes = [[row for row in found if row[1] == label] for label in (0, 1)]
    for own in classes:
        rng.shuffle(own)
    folder.mkdir(parents=True, exist_ok=True)
    sides = {}
    for side, share, size in (("test", shares[1], count // 3), ("train", shares[0], count - count // 3)):
        taken = [classes[label].pop() for label, part in ((0, 1 - share), (1, share)) for _ in range(round(size * part))]
        rng.shuffle(taken)
        sides[side] = [{"id": f"{side}-{n}", "text": text, "label": label} for n, (text, label) in enumerate(taken)]
        corpora.write_lines(folder / f"{side}.jsonl", sides[side])
    p, q = (np.mean([row["label"] for row in sides[side]]) for side in ("train", "test"))
    true = {row["id"]: q / p if row["label"] else (1 - q) / (1 - p) for row in sides["train"]}
    (folder / "truth.json").write_text(json.dumps({"fields": ["text"], "group": None, "true_w": true}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--draws", type=int, default=2)
    corpora.add_option(parser)
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | positive in train → test | none | ratio | class-prior | true ratio | diagnose |\n|---|---|---|---|---|---|---|")
    for source, count in ROWS.items():
        found = rows(data, source)
        for shares in SHARES:
            errors, kinds = [], []
            for seed in range(options.draws):
                folder = options.out / f"{source}-{shares[0]}-{shares[1]}" / str(seed)
                if not (folder / "truth.json").exists():
                    make(folder, found, count, shares, seed)
                train, test = corpora.read_pair(folder)
                weights = [{row["id"]: 1.0 for row in train}]
                for form in ("ratio", "class-prior"):
                    subprocess.run([options.textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--label", "label",
                                    "--weight", form, "--output", folder / form, "--force", "--quiet"], check=True)
                    weights.append(mission.read_weights(folder / form / "train.weighted.jsonl"))
                weights.append(corpora.read_truth(folder)["true_w"])
                tables = zoos.tables(train, test, splits=3)
                errors.append([100 * np.mean([mission.judged(one, table)[0] for table in tables]) for one in weights])
                said = subprocess.run([options.textshift, "diagnose", folder / "ratio", "--label", "label", "--json"],
                                      check=True, capture_output=True, text=True).stdout
                kinds.append(json.loads(said)["verdict"])
            cells = " | ".join(f"{error:.2f}" for error in np.mean(errors, 0))
            print(f"| {source} | {shares[0]:.0%} → {shares[1]:.0%} | {cells} | {', '.join(sorted(set(kinds)))} |", flush=True)


if __name__ == "__main__":
    main()
