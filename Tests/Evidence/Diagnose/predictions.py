#!/usr/bin/env python3
"""`textshift diagnose` with a model's own probabilities beside its built-in classifier.

usage: predictions.py BENCH OUT --textshift PATH [--draws 10] [--case labels|zh-shop ...]

BENCH is the folder with pairs.py; OUT is that of kinds.py, whose pairs and analyses are used, or made. OUT/CASE/DRAW/ gets the
probabilities of a logistic regression on character 1-2-grams, on train of five folds each held out, on test of the mean of the
folds' models, and the diagnosis with them (predicted.json) beside that without (plain.json).

Prints for either source the verdicts, how often the classes' true ratios lie in their 95% intervals, the mean width of these, and
the mean distance of the estimate from the true ratio. The true ratio is that of the labels' shares.
"""
import argparse, collections, json, pathlib, subprocess
import numpy as np
import kinds


def read(path):
    return [json.loads(l) for l in open(path, encoding="utf-8")]


def predict(folder):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import KFold
    train, test = read(folder / "train.jsonl"), read(folder / "test.jsonl")
    vec = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), max_features=50000, sublinear_tf=True)
    X, T = vec.fit_transform([r["text"] for r in train]), vec.transform([r["text"] for r in test])
    y = np.array([r["label"] for r in train]); own = np.zeros((len(train), 2)); other = np.zeros((len(test), 2))
    for fit, held in KFold(5, shuffle=True, random_state=0).split(X):
        model = LogisticRegression(C=3, solver="liblinear").fit(X[fit], y[fit])
        own[held] = model.predict_proba(X[held]); other += model.predict_proba(T) / 5
    for name, rows, p in (("predictions", train, own), ("test-predictions", test, other)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(dict(id=r["id"], probabilities={"0": float(a), "1": float(b)})) + "\n" for r, (a, b) in zip(rows, p)))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--draws", type=int, default=10); a.add_argument("--case", nargs="+", default=["labels", "zh-shop"], choices=["labels", "zh-shop"])
    o = a.parse_args()
    pairs = kinds.load(o.bench)
    print("| pair | probabilities of | verdicts | MLLS: inside, width, off by | BBSE: inside, width, off by |\n|---|---|---|---|---|")
    for case in o.case:
        found = {source: (collections.Counter(), collections.defaultdict(list)) for source in ("plain", "predicted")}
        for draw in range(1, o.draws + 1):
            folder = o.out / case / str(draw)
            kinds.diagnose(pairs, case, draw, o.out, o.textshift)
            if not (folder / "predicted.json").exists():
                predict(folder)
                made = subprocess.run([o.textshift, "diagnose", folder / "shift", "--label", "label", "--json", "--predictions", folder / "predictions.jsonl",
                                       "--test-predictions", folder / "test-predictions.jsonl", "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"],
                                      check=True, capture_output=True)
                (folder / "predicted.json").write_bytes(made.stdout)
            shares = [np.mean([r["label"] for r in read(folder / f"{side}.jsonl")]) for side in ("train", "test")]
            truth = {"1": shares[1] / shares[0], "0": (1 - shares[1]) / (1 - shares[0])}
            for source, (verdicts, ratios) in found.items():
                said = json.loads((folder / f"{source}.json").read_text())
                verdicts[said["verdict"]] += 1
                for c in said["priors"]["classes"]:
                    for method in ("likelihood", "blackBox"):
                        r, t = c[method], truth[c["name"]]
                        ratios[method].append((r["lower"] <= t <= r["upper"], r["upper"] - r["lower"], abs(r["value"] - t)))
        for source, (verdicts, ratios) in found.items():
            cells = []
            for method in ("likelihood", "blackBox"):
                r = np.array(ratios[method], float)
                cells.append(f"{int(r[:, 0].sum())} of {len(r)}, {r[:, 1].mean():.3f}, {r[:, 2].mean():.3f}")
            print(f"| {case} | {source} | " + ", ".join(f"{k} {n}" for k, n in verdicts.most_common()) + " | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
