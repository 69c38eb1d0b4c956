#!/usr/bin/env python3
"""Make what estimates.py measures: draws of the pairs, the zoos' scores on them, and weights to compare with.

usage: draws.py BENCH OUT [--seed N ...] [--pair zh-shop|en-rc ...] [--textshift PATH]

BENCH is the folder with pairs.py and peers.py. OUT/SEED/PAIR/ gets, each made once and kept:
  train.jsonl, test.jsonl, truth.json   the pair
  zoo.npz          for every split s the scores of each model: ids_s, V_s (rows x models), T_s (test rows x models)
  scores.S.jsonl   the same V as a file for `textshift estimate`: id and one key m0, m1, ... a model
  tuned.json       weights of sklearn-tuned (peers.py)
  shift/           the analysis (with --textshift; made again only if it is absent)
The zoos are those of mission.py: sentiment classifiers on a quarter of the rows (five splits), and untrained retrievers of
the sentence that answers a question, on all rows.
"""
import argparse, json, pathlib, re, subprocess, sys
import numpy as np


def read(folder):
    return [[json.loads(l) for l in open(folder / f"{s}.jsonl", encoding="utf-8")] for s in ("train", "test")]


def classifier_zoo(train, test, seed, confidences=False):
    """Correctness (0/1) of each model on the validation rows and on the test rows: ids, V[n_val, m], T[n_test, m].

    With `confidences` the first 14 models, and also the probability of the predicted class: CV[n_val, m], CT[n_test, m]."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import ComplementNB
    rng = np.random.default_rng(seed)
    val = rng.random(len(train)) < 0.25
    fit = np.flatnonzero(~val)[:: 4]  # a small share, so that the zoo is spread out
    y = np.array([r["label"] for r in train]); yt = np.array([r["label"] for r in test])
    V, T, CV, CT = [], [], [], []
    for grams, features in (((1, 1), 2000), ((1, 2), 20000), ((1, 3), None))[:2 if confidences else 3]:
        vec = TfidfVectorizer(analyzer="char", ngram_range=grams, max_features=features, sublinear_tf=True)
        Xf = vec.fit_transform([train[i]["text"] for i in fit])
        Xv = vec.transform([r["text"] for r, v in zip(train, val) if v]); Xt = vec.transform([r["text"] for r in test])
        for m in [LogisticRegression(C=C, solver="liblinear") for C in (0.01, 0.1, 1, 10, 100)] + [ComplementNB(alpha=a) for a in (0.1, 1)]:
            m.fit(Xf, y[fit]); V.append(m.predict(Xv) == y[val]); T.append(m.predict(Xt) == yt)
            if confidences: CV.append(m.predict_proba(Xv).max(1)); CT.append(m.predict_proba(Xt).max(1))
    found = [r["id"] for r, v in zip(train, val) if v], np.stack(V, 1).astype(float), np.stack(T, 1).astype(float)
    return (*found, np.stack(CV, 1), np.stack(CT, 1)) if confidences else found


def retriever_zoo(train, test):
    """Hit (0/1): does the sentence that overlaps the question best hold the answer? Variants of units and length penalty."""
    sentence = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
    units = {"word": lambda s: re.findall(r"\w+", s.lower()), "bigram": lambda s: [s[i:i + 2].lower() for i in range(len(s) - 1)],
             "char4": lambda s: [s[i:i + 4].lower() for i in range(len(s) - 3)], "first": None, "longest": None}

    def hits(r):
        ss = [m.group() for m in sentence.finditer(r["context"])] or [r["context"]]
        row = []
        for name, cut in units.items():
            if cut is None:
                row += [any(a in (ss[0] if name == "first" else max(ss, key=len)) for a in r["answers"])]; continue
            q = set(cut(r["question"])); sets = [set(cut(s)) for s in ss]
            for b in (0.0, 0.5, 1.0):
                best = max(range(len(ss)), key=lambda i: len(q & sets[i]) / (len(sets[i]) + 1) ** b)
                row.append(any(a in ss[best] for a in r["answers"]))
        return row
    return [r["id"] for r in train], np.array([hits(r) for r in train], float), np.array([hits(r) for r in test], float)


def make(bench, folder, pair, seed, textshift):
    if not (folder / "truth.json").exists():
        subprocess.run([sys.executable, bench / "pairs.py", folder.parent, "--seed", str(seed), "--pair", pair], check=True)
    if textshift and not (folder / "shift" / "report.json").exists():
        truth = json.loads((folder / "truth.json").read_text())
        command = [textshift, "analyze", folder / "train.jsonl", folder / "test.jsonl", "--output", folder / "shift", "--quiet"]
        for f in truth["fields"]:
            command += ["--field", f]
        subprocess.run(command + (["--group", truth["group"]] if truth["group"] else []), check=True)
    if not (folder / "zoo.npz").exists():
        train, test = read(folder)
        tables = [classifier_zoo(train, test, s) for s in range(5)] if "label" in train[0] else [retriever_zoo(train, test)]
        for s, (ids, V, _) in enumerate(tables):
            with open(folder / f"scores.{s}.jsonl", "w") as f:
                for i, row in zip(ids, V):
                    f.write(json.dumps(dict(id=i, **{f"m{j}": int(v) for j, v in enumerate(row)})) + "\n")
        np.savez_compressed(folder / "zoo.npz", **{k: v for s, t in enumerate(tables) for k, v in zip((f"ids_{s}", f"V_{s}", f"T_{s}"), t)})
    if not (folder / "tuned.json").exists():
        subprocess.run([sys.executable, bench / "peers.py", folder, "sklearn-tuned", folder / "tuned.json"], check=True)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("bench", type=pathlib.Path); a.add_argument("out", type=pathlib.Path)
    a.add_argument("--seed", type=int, nargs="+", default=list(range(1, 11)))
    a.add_argument("--pair", nargs="+", default=["en-rc", "zh-shop"], choices=["en-rc", "zh-shop"]); a.add_argument("--textshift")
    o = a.parse_args()
    for seed in o.seed:
        for pair in o.pair:
            make(o.bench, o.out / str(seed) / pair, pair, seed, o.textshift); print(seed, pair, flush=True)


if __name__ == "__main__":
    main()
