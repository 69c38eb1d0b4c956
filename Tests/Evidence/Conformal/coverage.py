#!/usr/bin/env python3
"""Coverage of prediction sets on pairs of real text, with the weights that textshift estimates.

usage: coverage.py BENCH OUT --textshift PATH [--seed N ...] [--pair zh-shop|en-rc ...]

BENCH is the folder with pairs.py. OUT/SEED/PAIR/ gets the pair, its analysis (shift/) and conformal/, the scores and the
thresholds that `textshift conformal` gives for them. What is there is not made again.

  zh-shop   a logistic regression of the sentiment, fitted on a sixteenth of train; score 1 - p(true class). A quarter of train,
            which it was not fitted on, calibrates.
  en-rc     an untrained retriever: softmax over the sentences of a context of the words shared with the question over the root of
            the sentence's length; score 1 - p(first sentence with an answer), 1 where no sentence has one. All of train calibrates.

Prints for each alpha the share of test rows whose true answer is in the set, mean and standard error over the draws, and the
mean distance of a draw's share from 1 - alpha in points: with the estimated weights, without weights, and with the true ratio.
"""
import argparse, importlib.util, json, pathlib, re, subprocess, sys
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
ALPHAS = (0.05, 0.1, 0.2)


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def classified(train, test, seed):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    calibrates = np.random.default_rng(seed).random(len(train)) < 0.25
    fit = np.flatnonzero(~calibrates)[::12]
    vec = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), max_features=20000, sublinear_tf=True)
    model = LogisticRegression(C=1, solver="liblinear").fit(vec.fit_transform([train[i]["text"] for i in fit]), [train[i]["label"] for i in fit])
    def score(rows):
        p = model.predict_proba(vec.transform([r["text"] for r in rows]))
        return 1 - p[np.arange(len(rows)), [r["label"] for r in rows]]
    rows = [r for r, c in zip(train, calibrates) if c]
    return [r["id"] for r in rows], score(rows), score(test)


def retrieved(train, test):
    sentence = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
    words = lambda s: re.findall(r"\w+", s.lower())
    def score(r):
        ss = [m.group() for m in sentence.finditer(r["context"])] or [r["context"]]
        question = set(words(r["question"]))
        overlaps = np.array([len(question & set(words(s))) / (len(set(words(s))) + 1) ** 0.5 for s in ss])
        p = np.exp(overlaps - overlaps.max()); p /= p.sum()
        return next((1 - p[i] for i, s in enumerate(ss) if any(a in s for a in r["answers"])), 1.0)
    return [r["id"] for r in train], np.array([score(r) for r in train]), np.array([score(r) for r in test])


def make(bench, folder, pair, seed, textshift):
    if not (folder / "truth.json").exists():
        subprocess.run([sys.executable, bench / "pairs.py", folder.parent, "--seed", str(seed), "--pair", pair], check=True)
    truth = json.loads((folder / "truth.json").read_text())
    if not (folder / "shift" / "report.json").exists():
        fields = [x for f in truth["fields"] for x in ("--field", f)] + (["--group", truth["group"]] if truth["group"] else [])
        subprocess.run([textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "shift", "-q", *fields], check=True)
    own = folder / "conformal"
    if not (own / "scores.npz").exists():
        own.mkdir(exist_ok=True)
        train, test = load(HERE.parent / "Mission" / "draws.py").read(folder)
        ids, calibration, scores = classified(train, test, seed) if pair == "zh-shop" else retrieved(train, test)
        (own / "calibration.jsonl").write_text("".join(json.dumps(dict(id=i, score=float(s))) + "\n" for i, s in zip(ids, calibration)))
        np.savez_compressed(own / "scores.npz", ids=ids, calibration=calibration, test=scores, test_ids=[r["id"] for r in test])
    thresholds = {}
    for alpha in ALPHAS:
        path = own / f"thresholds.{alpha}.jsonl"
        if not path.exists():
            made = subprocess.run([textshift, "conformal", folder / "shift", own / "calibration.jsonl", "--alpha", str(alpha), "-q",
                                   "--train", folder / "train.jsonl", "--test", folder / "test.jsonl"], check=True, capture_output=True)
            path.write_bytes(made.stdout)
        thresholds[alpha] = np.array([json.loads(l)["threshold"] for l in open(path)])
    return np.load(own / "scores.npz"), thresholds, truth["true_w"]


def quantiles(scores, weights, of, alpha):
    """The thresholds of test rows with the weights `of`."""
    order = np.argsort(scores); mass = np.cumsum(weights[order])
    place = np.searchsorted(mass, (1 - alpha) * (mass[-1] + of) * (1 - 1e-12))
    return np.append(scores[order], np.inf)[place]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path); a.add_argument("--textshift", required=True)
    a.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    a.add_argument("--pair", nargs="+", default=["zh-shop", "en-rc"], choices=["zh-shop", "en-rc"])
    o = a.parse_args()
    print("| pair | 1 - α | weighted | off by | unweighted | off by | true ratio | off by |\n|---|---|---|---|---|---|---|---|")
    for pair in o.pair:
        found = {alpha: [] for alpha in ALPHAS}
        for seed in o.seed:
            scores, thresholds, truth = make(o.bench, o.out / str(seed) / pair, pair, seed, o.textshift)
            calibration, test = scores["calibration"], scores["test"]
            true = [np.array([truth[i] or 0 for i in scores[k]]) for k in ("ids", "test_ids")]
            one = [np.ones_like(w) for w in true]
            for alpha in ALPHAS:
                found[alpha].append([np.mean(test <= t) for t in (
                    thresholds[alpha], quantiles(calibration, *one, alpha), quantiles(calibration, *true, alpha))])
        for alpha in ALPHAS:
            shares = 100 * np.array(found[alpha])
            mean, error = shares.mean(0), shares.std(0, ddof=1) / len(shares) ** 0.5
            off = np.abs(shares - 100 * (1 - alpha)).mean(0)
            print(f"| {pair} | {100 * (1 - alpha):.0f}% | " + " | ".join(f"{m:.1f} ± {e:.1f} | {d:.1f}" for m, e, d in zip(mean, error, off)) + " |", flush=True)


if __name__ == "__main__":
    main()
