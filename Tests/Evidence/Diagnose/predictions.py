#!/usr/bin/env python3
"""`textshift diagnose` with a model's own probabilities beside its built-in classifier.

usage: predictions.py OUT --textshift PATH [--data DIR] [--draws 10] [--case labels|zh-shop ...]

OUT is that of kinds.py, whose pairs and analyses are used, or made. OUT/CASE/DRAW/ gets the probabilities of a logistic
regression on character 1-2-grams, on train of five folds each held out, on test of the mean of the folds' models, and the
diagnosis with them (predicted.json) beside that without (plain.json).

Prints for either source the verdicts, how often the classes' true ratios lie in their 95% intervals, the mean width of these,
and the mean distance of the estimate from the true ratio. The true ratio is that of the labels' shares.
"""
import argparse
import collections
import json
import pathlib
import subprocess

import numpy as np

import kinds  # first: it makes the modules of the folder above known
import corpora

METHODS = ("likelihood", "blackBox")


def predict(folder):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import KFold
    train, test = corpora.read_pair(folder)
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), max_features=50000, sublinear_tf=True)
    of_train = vectorizer.fit_transform([row["text"] for row in train])
    of_test = vectorizer.transform([row["text"] for row in test])
    labels = np.array([row["label"] for row in train])
    own, other = np.zeros((len(train), 2)), np.zeros((len(test), 2))
    for fit, held in KFold(5, shuffle=True, random_state=0).split(of_train):
        model = LogisticRegression(C=3, solver="liblinear").fit(of_train[fit], labels[fit])
        own[held] = model.predict_proba(of_train[held])
        other += model.predict_proba(of_test) / 5
    for name, rows, said in (("predictions", train, own), ("test-predictions", test, other)):
        corpora.write_lines(folder / f"{name}.jsonl", (
            {"id": row["id"], "probabilities": {"0": float(p[0]), "1": float(p[1])}} for row, p in zip(rows, said)))


def diagnose(folder, textshift):
    if not (folder / "predicted.json").exists():
        predict(folder)
        made = subprocess.run(
            [textshift, "diagnose", folder / "shift", "--label", "label", "--json",
             "--predictions", folder / "predictions.jsonl", "--test-predictions", folder / "test-predictions.jsonl",
             "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"], check=True, capture_output=True)
        (folder / "predicted.json").write_bytes(made.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--case", nargs="+", default=["labels", "zh-shop"], choices=["labels", "zh-shop"])
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | probabilities of | verdicts | MLLS: inside, width, off by | BBSE: inside, width, off by |")
    print("|---|---|---|---|---|")
    for case in options.case:
        found = {source: (collections.Counter(), collections.defaultdict(list)) for source in ("plain", "predicted")}
        for draw in range(1, options.draws + 1):
            folder = options.out / case / str(draw)
            kinds.diagnose(data, case, draw, options.out, options.textshift)
            diagnose(folder, options.textshift)
            shares = [np.mean([row["label"] for row in rows]) for rows in corpora.read_pair(folder)]
            truth = {"1": shares[1] / shares[0], "0": (1 - shares[1]) / (1 - shares[0])}
            for source, (verdicts, ratios) in found.items():
                said = json.loads((folder / f"{source}.json").read_text())
                verdicts[said["verdict"]] += 1
                for of_class in said["priors"]["classes"]:
                    for method in METHODS:
                        ratio, true = of_class[method], truth[of_class["name"]]
                        low, high = ratio["lower"], ratio["upper"]
                        ratios[method].append((low <= true <= high, high - low, abs(ratio["value"] - true)))
        for source, (verdicts, ratios) in found.items():
            cells = [", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())]
            for method in METHODS:
                inside, width, off = np.array(ratios[method], float).T
                cells.append(f"{int(inside.sum())} of {len(inside)}, {width.mean():.3f}, {off.mean():.3f}")
            print(f"| {case} | {source} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
