#!/usr/bin/env python3
"""Accuracy on test from a model's confidences, beside the estimates from weights.

usage: confidences.py BENCH OUT --textshift PATH [--draw N ...] [--pair zh-shop|labels ...] [--checked 1]

BENCH is the folder with pairs.py. OUT/DRAW/PAIR/ gets the pair, its analysis (shift/), the zoo's hits and confidences
(confidences.npz), and what `textshift estimate` says of its hits (estimates.0.json). What is there is not made again, so OUT may be
the folder of Mission/draws.py and Mission/estimates.py.

  zh-shop   reviews in ten categories whose shares differ (input shift)
  labels    reviews of which only the share of positive ones differs (class-prior shift; Diagnose/kinds.py)

The zoo is the first two thirds of that of Mission/draws.py: 14 sentiment classifiers on character unigrams and bigrams, logistic
regressions and naive Bayes, fitted on a part of train and scored on a quarter that they were not fitted on. The confidence is the
probability of the predicted class. Average thresholded confidence is computed here for all of them, and by `textshift estimate
--confidence` for the first --checked models of the first draw, to which it must be equal.

Prints, over models and draws, the mean distance of each estimate from the accuracy on test with its standard error by draws, and
the bias; and in how many draws the estimate by confidence is nearer on average than the doubly robust one.
"""
import argparse, importlib.util, json, pathlib, random, subprocess, sys
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(bench, folder, pair, draw, textshift, draws, estimates):
    if not (folder / "test.jsonl").exists() and pair == "zh-shop":
        subprocess.run([sys.executable, bench / "pairs.py", folder.parent, "--seed", str(draw), "--pair", pair], check=True)
    if not (folder / "test.jsonl").exists():
        folder.mkdir(parents=True, exist_ok=True)
        kinds = load(HERE.parent / "Diagnose" / "kinds.py")
        train, test, _ = kinds.make(kinds.load(bench), "labels", random.Random(f"labels/{draw}"))
        for side, rows in (("train", train), ("test", test)):
            with open(folder / f"{side}.jsonl", "w", encoding="utf-8") as f:
                for i, r in enumerate(rows):
                    f.write(json.dumps(dict(id=f"{side}-{i}", **r["record"]), ensure_ascii=False) + "\n")
    if not (folder / "shift" / "report.json").exists():
        subprocess.run([textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--field", "text", "--output", folder / "shift", "-q"], check=True)
    if not (folder / "confidences.npz").exists():
        train, test = draws.read(folder)
        ids, V, T, CV, CT = draws.classifier_zoo(train, test, 0, confidences=True)
        np.savez_compressed(folder / "confidences.npz", ids=ids, V=V, T=T, CV=CV, CT=CT)
        if not (folder / "scores.0.jsonl").exists():
            with open(folder / "scores.0.jsonl", "w") as f:
                for i, row in zip(ids, V):
                    f.write(json.dumps(dict(id=i, **{f"m{j}": int(v) for j, v in enumerate(row)})) + "\n")
    zoo = np.load(folder / "confidences.npz")
    if not (folder / "estimates.0.json").exists():
        (folder / "estimates.0.json").write_text(json.dumps(estimates.run(textshift, folder, 0)))
    return zoo, {m["name"]: m["metrics"][0] for m in json.loads((folder / "estimates.0.json").read_text())["models"]}


def by_confidence(hits, confidences, on_test):
    """Share of test rows at or above the threshold below which as many of the scored rows lie as are wrong."""
    ordered = np.sort(confidences); values = np.unique(ordered)
    below = np.searchsorted(ordered, values)
    return (on_test >= values[np.abs(below - (1 - hits).sum()).argmin()]).mean()


def by_tool(textshift, folder, zoo, m):
    with open(folder / "hits.jsonl", "w") as f:
        for i, h, c in zip(zoo["ids"], zoo["V"][:, m], zoo["CV"][:, m]):
            f.write(json.dumps(dict(id=str(i), accuracy=int(h), confidence=float(c))) + "\n")
    with open(folder / "on-test.jsonl", "w") as f:
        for i, c in enumerate(zoo["CT"][:, m]):
            f.write(json.dumps(dict(id=f"test-{i}", confidence=float(c))) + "\n")
    subprocess.run([textshift, "estimate", folder / "shift", folder / "hits.jsonl", "--metric", "accuracy", "--confidence", "confidence", "--test-confidences",
                    folder / "on-test.jsonl", "--replicates", "50", "-q", "--force", "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"], check=True)
    return json.loads((folder / "shift" / "estimates.json").read_text())["models"][0]["metrics"][0]["thresholdedConfidence"]["value"]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--draw", type=int, nargs="+", default=list(range(1, 11))); a.add_argument("--checked", type=int, default=1)
    a.add_argument("--pair", nargs="+", default=["zh-shop", "labels"], choices=["zh-shop", "labels"])
    o = a.parse_args()
    draws, estimates = (load(HERE.parent / "Mission" / f"{n}.py") for n in ("draws", "estimates"))
    print("| pair | estimate | error | bias |\n|---|---|---|---|")
    for pair in o.pair:
        errors = {k: [] for k in ("unweighted", "selfNormalised", "doublyRobust", "by confidence")}
        for draw in o.draw:
            folder = o.out / str(draw) / pair
            zoo, weighted = make(o.bench, folder, pair, draw, o.textshift, draws, estimates)
            accuracies = zoo["T"].mean(0)
            for m, accuracy in enumerate(accuracies):
                own = by_confidence(zoo["V"][:, m], zoo["CV"][:, m], zoo["CT"][:, m])
                if draw == o.draw[0] and m < o.checked:
                    found = by_tool(o.textshift, folder, zoo, m)
                    assert abs(found - own) < 1e-9, (pair, m, found, own)
                errors["by confidence"].append(own - accuracy)
                for k in ("unweighted", "selfNormalised", "doublyRobust"):
                    errors[k].append(weighted[f"m{m}"][k]["value"] - accuracy)
        each = {k: np.abs(e).reshape(len(o.draw), -1).mean(1) for k, e in errors.items()}
        for k, e in errors.items():
            print(f"| {pair} | {k} | {100 * np.abs(e).mean():.2f} ± {100 * each[k].std(ddof=1) / len(o.draw) ** 0.5:.2f} | {100 * np.mean(e):+.2f} |")
        nearer = (each["by confidence"] < each["doublyRobust"]).sum()
        print(f"\n{pair}: by confidence nearer than doubly robust in {nearer} of {len(o.draw)} draws\n", flush=True)


if __name__ == "__main__":
    main()
