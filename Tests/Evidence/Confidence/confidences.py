#!/usr/bin/env python3
"""Accuracy on test from a model's confidences, beside the estimates from weights.

usage: confidences.py OUT --textshift PATH [--data DIR] [--draw N ...] [--pair zh-shop|labels ...] [--checked 1]

OUT/DRAW/PAIR/ gets the pair, its analysis (shift/), the zoo's hits and confidences (confidences.npz), and what `textshift
estimate` says of its hits (estimates.0.json). What is there is not made again, so OUT may be the folder of Mission/draws.py and
Mission/estimates.py.

  zh-shop   reviews in ten categories whose shares differ (input shift)
  labels    reviews of which only the share of positive ones differs (class-prior shift; Diagnose/kinds.py)

The zoo is the first two thirds of that of zoos.py: 14 sentiment classifiers on character unigrams and bigrams, logistic
regressions and naive Bayes, fitted on a part of train and scored on a quarter that they were not fitted on. The confidence is
the probability of the predicted class. Average thresholded confidence is computed here for all of them, and by `textshift
estimate --confidence` for the first --checked models of the first draw, to which it must be equal.

Prints, over models and draws, the mean distance of each estimate from the accuracy on test with its standard error by draws,
and the bias; and in how many draws the estimate by confidence is nearer on average than the doubly robust one.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

import numpy as np

EVIDENCE = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(EVIDENCE), str(EVIDENCE / "Diagnose")]
import corpora  # noqa: E402
import kinds  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402

WEIGHTED = ("unweighted", "selfNormalised", "doublyRobust")
OF_REVIEWS = {"fields": ["text"], "group": None}


def make_pair(folder, pair, draw, data):
    if (folder / "test.jsonl").exists():
        return
    if pair == "zh-shop":
        pairs.make(pair, draw, folder.parent, data)
    else:
        train, test, _ = kinds.deal(data, "labels", random.Random(f"labels/{draw}"))
        kinds.write_sides(folder, train, test)


def make(folder, pair, draw, textshift, data):
    """The zoo, and for each model what `textshift estimate` says."""
    make_pair(folder, pair, draw, data)
    program.analyze_once(textshift, folder, folder / "shift", OF_REVIEWS)
    if not (folder / "confidences.npz").exists():
        ids, *tables = zoos.classifier_zoo(*corpora.read_pair(folder), 0, confidences=True)
        np.savez_compressed(folder / "confidences.npz", ids=ids, **dict(zip(("V", "T", "CV", "CT"), tables)))
        if not (folder / "scores.0.jsonl").exists():
            zoos.write_scores(folder / "scores.0.jsonl", ids, tables[0])
    kept = folder / "estimates.0.json"
    if not kept.exists():
        kept.write_text(json.dumps(program.estimate(textshift, folder)))
    models = json.loads(kept.read_text())["models"]
    return np.load(folder / "confidences.npz"), {model["name"]: model["metrics"][0] for model in models}


def by_confidence(hits, confidences, on_test):
    """Share of test rows at or above the threshold below which as many of the scored rows lie as are wrong."""
    ordered = np.sort(confidences)
    values = np.unique(ordered)
    below = np.searchsorted(ordered, values)
    return (on_test >= values[np.abs(below - (1 - hits).sum()).argmin()]).mean()


def by_tool(textshift, folder, zoo, model):
    rows = zip(zoo["ids"], zoo["V"][:, model], zoo["CV"][:, model])
    corpora.write_lines(folder / "hits.jsonl", (
        {"id": str(row), "accuracy": int(hit), "confidence": float(confidence)} for row, hit, confidence in rows))
    corpora.write_lines(folder / "on-test.jsonl", (
        {"id": f"test-{number}", "confidence": float(confidence)} for number, confidence in enumerate(zoo["CT"][:, model])))
    subprocess.run([textshift, "estimate", folder / "shift", folder / "hits.jsonl", "--metric", "accuracy",
                    "--confidence", "confidence", "--test-confidences", folder / "on-test.jsonl", "--replicates", "50",
                    "-q", "--force", "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"], check=True)
    found = json.loads((folder / "shift" / "estimates.json").read_text())
    roads = found["models"][0]["metrics"][0]["roads"]
    return next(r["value"] for r in roads if r["name"] == "thresholdedConfidence")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--draw", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--checked", type=int, default=1)
    parser.add_argument("--pair", nargs="+", default=["zh-shop", "labels"], choices=["zh-shop", "labels"])
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | estimate | error | bias |\n|---|---|---|---|")
    for pair in options.pair:
        errors = {name: [] for name in (*WEIGHTED, "by confidence")}
        for draw in options.draw:
            folder = options.out / str(draw) / pair
            zoo, weighted = make(folder, pair, draw, options.textshift, data)
            for model, accuracy in enumerate(zoo["T"].mean(0)):
                own = by_confidence(zoo["V"][:, model], zoo["CV"][:, model], zoo["CT"][:, model])
                if draw == options.draw[0] and model < options.checked:
                    found = by_tool(options.textshift, folder, zoo, model)
                    assert abs(found - own) < 1e-9, (pair, model, found, own)
                errors["by confidence"].append(own - accuracy)
                for name in WEIGHTED:
                    errors[name].append(weighted[f"m{model}"][name]["value"] - accuracy)
        draws = len(options.draw)
        each = {name: np.abs(error).reshape(draws, -1).mean(1) for name, error in errors.items()}
        for name, error in errors.items():
            noise = each[name].std(ddof=1) / draws ** 0.5 if draws > 1 else float("nan")
            print(f"| {pair} | {name} | {100 * np.abs(error).mean():.2f} ± {100 * noise:.2f} | {100 * np.mean(error):+.2f} |")
        nearer = (each["by confidence"] < each["doublyRobust"]).sum()
        print(f"\n{pair}: by confidence nearer than doubly robust in {nearer} of {draws} draws\n", flush=True)


if __name__ == "__main__":
    main()
