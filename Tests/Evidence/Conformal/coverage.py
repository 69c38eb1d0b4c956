#!/usr/bin/env python3
"""Coverage of prediction sets on pairs of real text, with the weights that textshift estimates.

usage: coverage.py OUT --textshift PATH [--data DIR] [--seed N ...] [--pair zh-shop|en-rc ...]

OUT/SEED/PAIR/ gets the pair, its analysis (shift/) and conformal/, the scores and the thresholds that `textshift conformal`
gives for them. What is there is not made again.

  zh-shop   a logistic regression of the sentiment, fitted on a sixteenth of train; score 1 - p(true class). A quarter of
            train, which it was not fitted on, calibrates.
  en-rc     an untrained retriever: softmax over the sentences of a context of the words shared with the question over the root
            of the sentence's length; score 1 - p(first sentence with an answer), 1 where no sentence has one. All of train
            calibrates.

Prints for each alpha the share of test rows whose true answer is in the set, mean and standard error over the draws, and the
mean distance of a draw's share from 1 - alpha in points: with the estimated weights, without weights, and with the true ratio.
"""
import argparse
import pathlib
import subprocess
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402

ALPHAS = (0.05, 0.1, 0.2)


def classified(train, test, seed):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    calibrates = zoos.is_validation(train, seed)
    fit = [train[row] for row in np.flatnonzero(~calibrates)[::12]]
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), max_features=20000, sublinear_tf=True)
    features = vectorizer.fit_transform([row["text"] for row in fit])
    model = LogisticRegression(C=1, solver="liblinear").fit(features, [row["label"] for row in fit])

    def score(rows):
        p = model.predict_proba(vectorizer.transform([row["text"] for row in rows]))
        return 1 - p[np.arange(len(rows)), [row["label"] for row in rows]]
    rows = [row for row, is_in in zip(train, calibrates) if is_in]
    return [row["id"] for row in rows], score(rows), score(test)


def retrieved(train, test):
    def score(row):
        choices, question = zoos.sentences(row["context"]), set(zoos.words(row["question"]))
        units = [set(zoos.words(choice)) for choice in choices]
        overlaps = np.array([len(question & unit) / (len(unit) + 1) ** 0.5 for unit in units])
        p = np.exp(overlaps - overlaps.max())
        p /= p.sum()
        return next((1 - p[place] for place, choice in enumerate(choices) if zoos.has_answer(choice, row)), 1.0)
    return [row["id"] for row in train], *(np.array([score(row) for row in rows]) for rows in (train, test))


def make(folder, pair, seed, textshift, data):
    """The scores, the thresholds by alpha, and the true ratios."""
    pairs.make_once(folder, seed, data)
    truth = corpora.read_truth(folder)
    program.analyze_once(textshift, folder, folder / "shift", truth)
    own = folder / "conformal"
    if not (own / "scores.npz").exists():
        own.mkdir(exist_ok=True)
        train, test = corpora.read_pair(folder)
        ids, calibration, scores = classified(train, test, seed) if pair == "zh-shop" else retrieved(train, test)
        corpora.write_lines(own / "calibration.jsonl", (
            {"id": row, "score": float(score)} for row, score in zip(ids, calibration)))
        np.savez_compressed(
            own / "scores.npz", ids=ids, calibration=calibration, test=scores, test_ids=[row["id"] for row in test])
    thresholds = {}
    for alpha in ALPHAS:
        path = own / f"thresholds.{alpha}.jsonl"
        if not path.exists():
            made = subprocess.run(
                [textshift, "conformal", folder / "shift", own / "calibration.jsonl", "--alpha", str(alpha), "-q",
                 "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"], check=True, capture_output=True)
            path.write_bytes(made.stdout)
        thresholds[alpha] = np.array([row["threshold"] for row in corpora.read_lines(path)])
    return np.load(own / "scores.npz"), thresholds, truth["true_w"]


def quantiles(scores, weights, of, alpha):
    """The thresholds of test rows with the weights `of`."""
    order = np.argsort(scores)
    mass = np.cumsum(weights[order])
    place = np.searchsorted(mass, (1 - alpha) * (mass[-1] + of) * (1 - 1e-12))
    return np.append(scores[order], np.inf)[place]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    corpora.add_option(parser)
    parser.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--pair", nargs="+", default=["zh-shop", "en-rc"], choices=["zh-shop", "en-rc"])
    options = parser.parse_args()
    data = corpora.found(options)
    print("| pair | 1 - α | weighted | off by | unweighted | off by | true ratio | off by |\n|---|---|---|---|---|---|---|---|")
    for pair in options.pair:
        found = {alpha: [] for alpha in ALPHAS}
        for seed in options.seed:
            scores, thresholds, truth = make(options.out / str(seed) / pair, pair, seed, options.textshift, data)
            calibration, test = scores["calibration"], scores["test"]
            true = [np.array([truth[row] or 0 for row in scores[side]]) for side in ("ids", "test_ids")]
            one = [np.ones_like(weights) for weights in true]
            for alpha in ALPHAS:
                found[alpha].append([np.mean(test <= threshold) for threshold in (
                    thresholds[alpha], quantiles(calibration, *one, alpha), quantiles(calibration, *true, alpha))])
        for alpha in ALPHAS:
            shares = 100 * np.array(found[alpha])
            error = shares.std(0, ddof=1) / len(shares) ** 0.5 if len(shares) > 1 else np.full(3, np.nan)
            off = np.abs(shares - 100 * (1 - alpha)).mean(0)
            cells = (f"{mean:.1f} ± {noise:.1f} | {far:.1f}" for mean, noise, far in zip(shares.mean(0), error, off))
            print(f"| {pair} | {100 * (1 - alpha):.0f}% | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
