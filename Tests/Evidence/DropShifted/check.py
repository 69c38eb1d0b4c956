#!/usr/bin/env python3
"""An independent look at what `analyze --drop-shifted` leaves: does another discriminator still tell the sides apart?

usage: check.py PAIR_DIR REPORT.json [REPORT.json ...]

For each report the dropped fields, words and character n-grams are taken out of the *text* of PAIR_DIR/{train,test}.jsonl, and
scikit-learn's logistic regression on TF-IDF of what is left (words and, apart from them, characters 1 to 4) is cross-fitted on
five folds by group (the pair's group key, else equal texts). Prints, before and after, the better of the two AUCs.
A word is removed wherever its letters stand, so that this removes more than textshift does; of n-grams textshift also
drops pieces of words by their hash, which stay in the text here.
"""
import json, pathlib, re, sys
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold


def area(texts, y, groups):
    best = 0
    for vectorizer in (TfidfVectorizer(sublinear_tf=True, min_df=2, token_pattern=r"(?u)\b\w+\b"),
                       TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True, min_df=5, max_features=200000)):
        X = vectorizer.fit_transform(texts)
        areas = []
        for fit, held in GroupKFold(5).split(X, y, groups):
            model = LogisticRegression(C=1, class_weight="balanced", solver="liblinear").fit(X[fit], y[fit])
            areas.append(roc_auc_score(y[held], model.decision_function(X[held])))
        best = max(best, float(np.mean(areas)))
    return best


def main(pair, reports):
    pair = pathlib.Path(pair)
    sides = [[json.loads(l) for l in open(pair / f"{s}.jsonl", encoding="utf-8")] for s in ("train", "test")]
    rows = sides[0] + sides[1]
    y = np.array([0] * len(sides[0]) + [1] * len(sides[1]))
    for path in reports:
        report = json.load(open(path, encoding="utf-8"))
        fields = [f["name"] for f in report["fields"] if f["isUsed"]]
        key = report["options"].get("group")
        numbers = {}
        names = [str(r.get(key)) if key else max((r[f] for f in fields), key=len) for r in rows]
        groups = [numbers.setdefault(name, len(numbers)) for name in names]
        rounds = report["dropped"]["rounds"]
        gone = {r["field"] for r in rounds if r["kind"] == "field"}
        every = [t for r in rounds for t in r["words"] + r["characters"]]
        terms = {f: {t["term"].strip() for t in every if t["field"] == f} - {""} for f in fields}

        def pattern(names):
            """Any of the names, the longest first; words of an alphabet with ASCII letters only as whole words."""
            parts = [(r"\b%s\b" if re.fullmatch(r"[\x21-\x7e]+", n) and n.isalnum() else "%s") % re.escape(n)
                     for n in sorted(names, key=lambda n: (-len(n), n))]
            return re.compile("|".join(parts)) if parts else None
        patterns = {f: pattern(terms[f]) for f in fields}

        def left(row):
            texts = {f: "" if f in gone else row[f].casefold() for f in fields}
            return " \n ".join(patterns[f].sub(" ", text) if patterns[f] else text for f, text in texts.items())

        before = area([" \n ".join(r[f].casefold() for f in fields) for r in rows], y, groups)
        after = area([left(r) for r in rows], y, groups)
        d = report["dropped"]
        print(json.dumps(dict(report=str(path), bound=d["bound"],
                              textshift=[d["auc"], d["rounds"][-1]["auc"] if d["rounds"] else d["auc"]],
                              scikit_learn=[round(before, 4), round(after, 4)], rounds=len(d["rounds"]), fits=d["fits"],
                              fields=sorted(gone), words=sum(len(r["words"]) for r in rounds if r["kind"] == "terms"),
                              grams=sum(r["gramFeatures"] for r in rounds if r["kind"] == "terms"))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
