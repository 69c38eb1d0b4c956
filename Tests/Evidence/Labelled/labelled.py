#!/usr/bin/env python3
"""How near a few labelled test rows come to the accuracy on all of them, and whether the intervals hold.

usage: labelled.py OUT --textshift PATH [--data DIR] [--draw N] [--draws 1000] [--zoo weak|full]

OUT/DRAW/zh-shop/ gets the pair, its analysis (shift/) and the models' hits and confidences. `weak` is the first part of the zoo of zoos.py (14
classifiers on few rows), `full` six classifiers on all rows of train but the quarter that they are scored on. Then, for 100, 200 and 400
labels and each model, so many draws by the formulas of docs/estimates.md (written out here in numpy, apart from the program's):

  labels      rows at random, their mean
  random      rows at random, with the mapped confidences as the proxy (PPI++)
  p_test      ten strata of as many rows by p_test
  confidence  ten strata of equal expected spread by confidence

Prints, as means over the models with the extremes in brackets: the root mean square error in points, the same over that of `labels`, the
coverage of the 95% intervals and their full width.
"""
import argparse
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import pairs  # noqa: E402
import program  # noqa: E402
import zoos  # noqa: E402

BORROWED = 2
STRATA = 10


def full_zoo(train, test):
    """As `zoos.classifier_zoo` with confidences, of models on all rows but a quarter."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import ComplementNB
    validates = zoos.is_validation(train, 0)
    fit = [train[row] for row in np.flatnonzero(~validates)]
    scored = [train[row] for row in np.flatnonzero(validates)], test
    hits, sure = ([], []), ([], [])
    for ngrams, features in (((1, 1), None), ((1, 2), 60000)):
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=ngrams, max_features=features, sublinear_tf=True, dtype=np.float32)
        fitted = vectorizer.fit_transform([row["text"] for row in fit])
        matrices = [vectorizer.transform([row["text"] for row in rows]) for rows in scored]
        for model in (LogisticRegression(C=1, solver="liblinear"), LogisticRegression(C=10, solver="liblinear"), ComplementNB(alpha=0.3)):
            model.fit(fitted, [row["label"] for row in fit])
            for side in (0, 1):
                hits[side].append(model.predict(matrices[side]) == np.array([row["label"] for row in scored[side]]))
                sure[side].append(model.predict_proba(matrices[side]).max(1))
    return [row["id"] for row in scored[0]], *(np.stack(side, 1).astype(float) for side in hits), *(np.stack(side, 1) for side in sure)


def cut(key, spreads):
    """The stratum of each row: equal sums of the spreads along the key."""
    order = np.argsort(key, kind="stable")
    before = np.cumsum(spreads[order]) - spreads[order]
    strata = np.empty(len(key), int)
    strata[order] = np.minimum((before / spreads.sum() * STRATA + 1e-9).astype(int), STRATA - 1)
    return strata


def allocate(count, rows, sizes):
    draws = np.minimum(rows, 2)
    while draws.sum() < count:
        still = np.flatnonzero(draws < rows)
        draws[still[np.argmax(sizes[still] / (draws[still] + 1))]] += 1
    return draws


def estimate(hits, proxy, strata, sizes, mean, has_proxy):
    """The figure, its standard error and its degrees of freedom."""
    from_rows = np.bincount(strata, minlength=len(sizes))
    weights = sizes / sizes.sum()
    factors = weights ** 2 * (1 - from_rows / sizes) / from_rows
    of_hits, of_proxy = (np.bincount(strata, values) / from_rows for values in (hits, proxy))
    free = np.maximum(from_rows - 1, 1)
    own = proxy - of_proxy[strata]
    noise = factors @ (np.bincount(strata, own * own) / free)
    share = factors @ (np.bincount(strata, own * (hits - of_hits[strata])) / free) / noise if has_proxy and noise > 1e-15 else 0
    left = hits - of_hits[strata] - share * own
    left_free = len(hits) - len(sizes)
    variance = np.bincount(strata, left * left) / free * (left_free / (left_free - 1) if has_proxy else 1)
    plain = weights @ of_hits
    expected = of_proxy if has_proxy else np.full(len(sizes), (plain * len(hits) + 1) / (len(hits) + 2))
    expected = np.clip(expected, 0.005, 0.995)
    variance = ((from_rows - 1) * variance + BORROWED * expected * (1 - expected)) / (from_rows - 1 + BORROWED)
    parts = factors * variance
    return plain + share * (mean - weights @ of_proxy), parts.sum() ** 0.5, parts.sum() ** 2 / (parts ** 2 / free).sum()


def interval(value, error, reach, labels, rows):
    """Wilson's, of as many rows as the variance stands for."""
    share = min(max(value, 0), 1)
    worth = min(max(share * (1 - share) / max(error, 1e-12) ** 2, labels / 2), 4 * labels / max(1 - labels / rows, 1e-9))
    square = reach ** 2 / worth
    middle, half = (share + square / 2) / (1 + square), np.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    return middle - half, middle + half


def measured(way, count, hits, sure, proxy, p_test, draws, generator):
    """Error and coverage over so many draws, and the mean width."""
    from scipy import stats
    likely = np.clip(sure, 0.02, 0.98)
    if way == "confidence":
        strata = cut(sure, np.sqrt(likely * (1 - likely)))
        sizes_of = np.bincount(strata, np.sqrt(likely * (1 - likely)))
    elif way == "p_test":
        strata = cut(p_test, np.ones(len(hits)))
        sizes_of = np.bincount(strata).astype(float)
    else:
        strata, sizes_of = np.zeros(len(hits), int), np.ones(1)
    rows = [np.flatnonzero(strata == number) for number in range(strata.max() + 1)]
    sizes = np.array([len(own) for own in rows])
    taken = allocate(count, sizes, sizes_of) if len(rows) > 1 else np.array([count])
    truth, found = hits.mean(), []
    for _ in range(draws):
        drawn = np.concatenate([generator.choice(own, number, replace=False) for own, number in zip(rows, taken)])
        value, error, degrees = estimate(hits[drawn], proxy[drawn], strata[drawn], sizes, proxy.mean(), way != "labels")
        low, high = interval(value, error, stats.t.ppf(0.975, degrees), count, len(hits))
        found.append((value - truth, low <= truth <= high, high - low))
    off, held, width = np.array(found).T
    return 100 * np.sqrt((off ** 2).mean()), held.mean(), 100 * width.mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--draw", type=int, default=7)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--zoo", choices=("weak", "full"), default="full")
    corpora.add_option(parser)
    options = parser.parse_args()
    from sklearn.isotonic import IsotonicRegression
    folder = options.out / str(options.draw) / "zh-shop"
    if not (folder / "test.jsonl").exists():
        pairs.make("zh-shop", options.draw, folder.parent, corpora.found(options))
    program.analyze_once(options.textshift, folder, folder / "shift", {"fields": ["text"], "group": None})
    kept = folder / f"labelled.{options.zoo}.npz"
    if not kept.exists():
        sides = corpora.read_pair(folder)
        ids, *tables = full_zoo(*sides) if options.zoo == "full" else zoos.classifier_zoo(*sides, 0, confidences=True)
        np.savez_compressed(kept, ids=ids, **dict(zip(("V", "T", "CV", "CT"), tables)))
    zoo = np.load(kept)
    import json
    weight = {row["id"]: row["sample_weight"] for row in map(json.loads, open(folder / "shift/train.weighted.jsonl"))}
    p_test = np.array([json.loads(line)["p_test"] for line in open(folder / "shift/test.scored.jsonl")])
    weights = np.array([weight[row] for row in zoo["ids"].tolist()])
    print("labels  way          error  of labels' own      coverage              width")
    for count in (100, 200, 400):
        base = None
        for way in ("labels", "random", "p_test", "confidence"):
            found = []
            for model in range(zoo["T"].shape[1]):
                fitted = IsotonicRegression(out_of_bounds="clip").fit(zoo["CV"][:, model], zoo["V"][:, model], sample_weight=weights)
                found.append(measured(
                    way, count, zoo["T"][:, model], zoo["CT"][:, model], fitted.predict(zoo["CT"][:, model]), p_test, options.draws,
                    np.random.default_rng([options.draw, count, model])))
            error, held, width = np.array(found).T
            base = error if base is None else base
            ratio = error / base
            print(f"{count:6d}  {way:11s} {error.mean():6.2f}  {ratio.mean():5.3f} ({ratio.min():.2f} to {ratio.max():.2f})  "
                  f"{held.mean():5.3f} ({held.min():.3f} to {held.max():.3f})  {width.mean():6.2f}", flush=True)


if __name__ == "__main__":
    main()
