#!/usr/bin/env python3
"""Macro F1 and AUC on test by expected counts, beside no weights, weights and the doubly robust figure, on shifts that nobody built.

usage: expected_counts.py OUT --textshift PATH [--data DIR] [--only PATTERN]

Pairs: tweets about each of six airlines against those about the others, tweets from a day on, reviews of instruments from a half year
on, Chinese shop reviews of one category against the others. Two classifiers (logistic regression, naive Bayes) are trained on train; their
out-of-fold probabilities, and those on test, go to `textshift estimate --probabilities`. OUT/PAIR/ is made unless it is there.

Prints, for each metric, the mean distance of each figure from the truth on test in points of 100, how often the interval of the
recommended one holds it, and its mean width.
"""
import argparse
import csv
import gzip
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import zipfile

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpora  # noqa: E402
import program  # noqa: E402

FIGURES = ("unweighted", "selfNormalised", "doublyRobust", "recommended")


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def shop(data):
    with zipfile.ZipFile(data.path("online_shopping_10_cats.zip")) as archive:
        text = archive.read("online_shopping_10_cats.csv").decode("utf-8-sig")
    return [{"text": row["review"], "label": row["label"], "source": row["cat"]}
            for row in csv.DictReader(io.StringIO(text)) if row["review"].strip()]


def pairs(data):
    """Names, rows of train and of test."""
    tweets = lines(data.path("airline_tweets.jsonl.gz"))
    for airline in sorted({row["source"] for row in tweets}):
        yield (f"tweets-{airline.split()[0].lower()}", [row for row in tweets if row["source"] != airline],
               [row for row in tweets if row["source"] == airline])
    for day in ("2015-02-20", "2015-02-23"):
        yield f"tweets-from-{day}", [row for row in tweets if row["time"] < day], [row for row in tweets if row["time"] >= day]
    reviews = [dict(row, label=str(int(row["label"] == 5))) for row in lines(data.path("instrument_reviews.jsonl.gz"))
               if row["text"].strip()]
    for start, end in (("2013-01", "2013-07"), ("2013-07", "2014-01"), ("2014-01", "2014-09")):
        yield (f"instruments-{start}", [row for row in reviews if row["time"] < start],
               [row for row in reviews if start <= row["time"] < end])
    goods = random.Random(5).sample(shop(data), 20_000)
    for category in ("酒店", "平板", "水果"):
        yield (f"shop-{category}", [row for row in goods if row["source"] != category],
               [row for row in goods if row["source"] == category])


def models(train, test):
    """Names, and probabilities out of fold on train and on test, with the classes."""
    texts = [[f"{row.get('title', '')} {row['text']}" for row in side] for side in (train, test)]
    labels = np.array([str(row["label"]) for row in train])
    is_chinese = len(re.findall(r"[\u4e00-\u9fff]", "".join(texts[0][:200]))) > 500
    for name, model in (("lr", LogisticRegression(C=3, max_iter=300)), ("nb", MultinomialNB(alpha=0.3))):
        whole = make_pipeline(TfidfVectorizer(
            analyzer="char" if is_chinese else "word", ngram_range=(1, 2), min_df=2, sublinear_tf=True, max_features=60_000), model)
        held = cross_val_predict(
            whole, texts[0], labels, cv=StratifiedKFold(5, shuffle=True, random_state=0), method="predict_proba")
        classes = whole.fit(texts[0], labels).classes_
        yield name, classes, held, whole.predict_proba(texts[1])


def truth(labels, classes, chances):
    found = {"macro-f1": f1_score(labels, classes[chances.argmax(1)], average="macro"),
             "accuracy": float(np.mean(labels == classes[chances.argmax(1)]))}
    if len(classes) == 2:
        found["auc"] = roc_auc_score(labels == classes[1], chances[:, 1])
    return found


def estimated(folder, name, classes, held, on_test, textshift):
    for path, side, chances in ((folder / f"{name}.jsonl", "train", held), (folder / f"{name}.test.jsonl", "test", on_test)):
        corpora.write_lines(path, ({"id": f"{side}-{row}", "p": dict(zip(classes, map(float, one)))}
                                   for row, one in enumerate(chances)))
    done = subprocess.run(
        [textshift, "estimate", folder / "shift", folder / f"{name}.jsonl", "--probabilities", "p", "--test-confidences",
         folder / f"{name}.test.jsonl", "--positive", str(classes[-1]), "--output", folder / f"{name}.estimates.json", "--force", "--quiet"],
        capture_output=True, text=True)
    if done.returncode:
        raise program.Failed(done.stderr.strip())
    return {one["name"]: one for one in json.loads((folder / f"{name}.estimates.json").read_text())["models"][0]["metrics"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--textshift", required=True)
    parser.add_argument("--only", default="")
    corpora.add_option(parser)
    options = parser.parse_args()
    rows = []
    for pair, train, test in pairs(corpora.found(options)):
        if not re.search(options.only, pair):
            continue
        folder = options.out / pair
        folder.mkdir(parents=True, exist_ok=True)
        fields = [key for key in ("title", "text") if key in train[0]]
        for side, own in (("train", train), ("test", test)):
            corpora.write_lines(folder / f"{side}.jsonl", (
                {"id": f"{side}-{row}", **{key: one[key] for key in fields}, **({"label": str(one["label"])} if side == "train" else {})}
                for row, one in enumerate(own)))
        program.analyze_once(options.textshift, folder, folder / "shift", {"fields": fields, "group": None})
        labels = np.array([str(row["label"]) for row in test])
        for name, classes, held, on_test in models(train, test):
            true = truth(labels, classes, on_test)
            metrics = estimated(folder, name, classes, held, on_test, options.textshift)
            for metric, value in true.items():
                own = metrics[metric]
                best = own["recommended"]
                figures = [100 * (own[key]["value"] if own.get(key) else float("nan")) for key in FIGURES]
                rows.append((metric, 100 * value, *figures, 100 * best.get("low", float("nan")), 100 * best.get("high", float("nan"))))
                print(pair, name, metric, *(f"{number:.1f}" for number in rows[-1][1:]), flush=True)
    print("\n| metric | figures | unweighted | weighted | doubly robust | recommended | inside | width |\n|---|---|---|---|---|---|---|---|")
    for metric in ("accuracy", "macro-f1", "auc"):
        own = np.array([row[1:] for row in rows if row[0] == metric])
        if len(own):
            errors = [f"{np.nanmean(np.abs(own[:, place] - own[:, 0])):.2f}" if np.isfinite(own[:, place]).any() else "-" for place in range(1, 5)]
            known = np.isfinite(own[:, 5])
            inside = (own[known, 5] <= own[known, 0]) & (own[known, 0] <= own[known, 6])
            print(f"| {metric} | {len(own)} | {' | '.join(errors)} | {inside.mean():.0%} of {known.sum()} | {np.mean(own[known, 6] - own[known, 5]):.1f} |")


if __name__ == "__main__":
    main()
