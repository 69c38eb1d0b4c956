#!/usr/bin/env python3
"""Weights of a pair by what else there is: scripts and tools that one would use in place of textshift.

usage: peers.py PAIR_DIR PEER OUT.json

PAIR_DIR is a folder that pairs.py made. OUT.json gets {"peer": …, "train": {id: weight}, "p_test": {id: probability}}. Weights
have mean 1; the probabilities are of both sides, out of fold, or null where the peer has none.

  sklearn        logistic regression on TF-IDF of words and hashed pieces of 2 to 4 characters; C = 1, five plain folds
  sklearn-tuned  the same, done with care: whole groups in folds, C by log loss, Platt scaling on top
  vw             Vowpal Wabbit on characters and their sequences of up to four; three passes, five plain folds
  fasttext       fastText's supervised classifier, as filters of web text use it; five plain folds
  dsir           data-selection: DSIR's hashed n-gram weights as they come, but that no text is too short
  rulsif         densratio's relative density ratio of 50 latent dimensions of the words

pip install scikit-learn vowpalwabbit fasttext-wheel data-selection densratio jieba
"""
import argparse
import json
import os
import pathlib
import re
import tempfile

import numpy as np

import corpora
import metrics

FOLDS = 5
PENALTIES = (0.01, 0.03, 0.1, 0.3, 1)


class Pair:
    """Rows of train, then of test, as the peers see them: texts, sides and numbers of groups."""

    def __init__(self, folder):
        self.folder, self.truth = folder, corpora.read_truth(folder)
        self.train, self.test = corpora.read_pair(folder)
        self.rows = self.train + self.test
        self.texts = [self.text(row) for row in self.rows]
        self.is_test = np.arange(len(self.rows)) >= len(self.train)
        key = self.truth["group"]
        groups = [row[key] for row in self.rows] if key else range(len(self.rows))
        self.groups = np.unique(groups, return_inverse=True)[1]
        start = "".join(self.texts[:200])
        self.is_chinese = len(re.findall("[\u4e00-\u9fff]", start)) > len(start) / 10

    def text(self, row):
        return "\n".join(row[field] for field in self.truth["fields"])

    @property
    def rows_a_test_row(self):
        """Rows of train for each of test."""
        return len(self.train) / len(self.test)

    def plain_folds(self):
        """For each fold the rows to fit on, in random order, and the rows to score."""
        rng = np.random.default_rng(0)
        fold = rng.integers(0, FOLDS, len(self.rows))
        order = rng.permutation(len(self.rows))
        for number in range(FOLDS):
            yield [row for row in order if fold[row] != number], np.flatnonzero(fold == number)


def words(pair):
    from sklearn.feature_extraction.text import TfidfVectorizer
    if not pair.is_chinese:
        return TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform(pair.texts)
    import jieba
    jieba.setLogLevel(60)
    return TfidfVectorizer(sublinear_tf=True, min_df=2, tokenizer=jieba.lcut, token_pattern=None).fit_transform(pair.texts)


def words_and_pieces(pair):
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer
    pieces = HashingVectorizer(analyzer="char", ngram_range=(2, 4), n_features=2 ** 20, alternate_sign=False)
    return hstack([words(pair), pieces.transform(pair.texts)]).tocsr()


def log_odds(probabilities):
    p = np.clip(probabilities, 1e-7, 1 - 1e-7)
    return np.log(p / (1 - p))


def out_of_fold(model, features, is_test, folds):
    from sklearn.model_selection import cross_val_predict
    return cross_val_predict(model, features, is_test.astype(int), cv=folds, method="predict_proba")[:, 1]


def sklearn(pair):
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold
    model = LogisticRegression(class_weight="balanced", solver="liblinear")
    return out_of_fold(model, words_and_pieces(pair), pair.is_test, StratifiedKFold(FOLDS, shuffle=True, random_state=0))


def sklearn_tuned(pair):
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedGroupKFold
    features = words_and_pieces(pair)
    dealer = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    folds = list(dealer.split(features, pair.is_test.astype(int), pair.groups))
    platt = LogisticRegression(C=10, class_weight="balanced")

    def scaled(penalty):
        model = LogisticRegression(C=penalty, class_weight="balanced", solver="liblinear")
        raw = out_of_fold(model, features, pair.is_test, folds)
        return out_of_fold(platt, log_odds(raw)[:, None], pair.is_test, folds)
    return min(map(scaled, PENALTIES), key=lambda p: metrics.balanced_log_loss(p, pair.is_test))


def vw(pair):
    from vowpalwabbit import Workspace
    examples = ["|c " + " ".join(re.sub(r"[|:\s]", "_", text)) + "\n" for text in pair.texts]
    labels = [f"1 {pair.rows_a_test_row} " if is_test else "-1 1 " for is_test in pair.is_test]
    probabilities = np.zeros(len(examples))
    with tempfile.TemporaryDirectory() as folder:
        for fit, held in pair.plain_folds():
            with open(f"{folder}/fit", "w", encoding="utf-8") as file:
                file.writelines(labels[row] + examples[row] for row in fit)
            Workspace(f"--loss_function logistic --link logistic --ngram c4 -b 22 --passes 3 --holdout_off "
                      f"-d {folder}/fit --cache_file {folder}/cache -k -f {folder}/model", quiet=True).finish()
            with open(f"{folder}/held", "w", encoding="utf-8") as file:
                file.writelines(examples[row] for row in held)
            Workspace(f"-i {folder}/model -t -d {folder}/held -p {folder}/said", quiet=True).finish()
            with open(f"{folder}/said") as said:
                probabilities[held] = [float(line.split()[0]) for line in said]
    return probabilities


def fasttext(pair):
    import fasttext as library
    # Its words are what spaces divide: of Chinese, the characters.
    lines = [" ".join(re.sub(r"\s", "", text)) if pair.is_chinese else re.sub(r"\s+", " ", text) for text in pair.texts]
    times = [max(1, round(pair.rows_a_test_row)) if is_test else 1 for is_test in pair.is_test]
    probabilities = np.zeros(len(lines))
    with tempfile.TemporaryDirectory() as folder:
        for fit, held in pair.plain_folds():
            with open(f"{folder}/fit", "w", encoding="utf-8") as file:
                file.writelines(f"__label__{int(pair.is_test[row])} {lines[row]}\n" * times[row] for row in fit)
            model = library.train_supervised(
                f"{folder}/fit", wordNgrams=3 if pair.is_chinese else 2, epoch=5, thread=os.cpu_count(), verbose=0)
            for row in held:
                # `model.predict` does not work with NumPy 2.
                said = model.f.predict(lines[row] + "\n", 2, 0.0, "strict")
                probabilities[row] = {label: p for p, label in said}.get("__label__1", 0.0)
    return probabilities


def rulsif(pair):
    from densratio import densratio
    from sklearn.decomposition import TruncatedSVD
    points = TruncatedSVD(50, random_state=0).fit_transform(words(pair))
    fitted = densratio(points[pair.is_test], points[~pair.is_test], alpha=0.1, kernel_num=100, verbose=False)
    ratios = np.maximum(fitted.compute_density_ratio(points), 1e-6)
    return ratios / (1 + ratios)


def dsir_weights(pair):
    from data_selection import HashedNgramDSIR
    with tempfile.TemporaryDirectory() as folder:
        selection = HashedNgramDSIR(
            [str(pair.folder / "train.jsonl")], [str(pair.folder / "test.jsonl")], cache_dir=folder, num_proc=1, ngrams=2,
            num_buckets=10000, min_example_length=0, raw_parse_example_fn=pair.text, target_parse_example_fn=pair.text)
        selection.fit_importance_estimator(num_tokens_to_fit="all")
        selection.compute_importance_weights()
        logs = np.concatenate([np.load(part) for part in sorted(pathlib.Path(folder, "log_importance_weights").glob("*.npy"))])
    if len(logs) != len(pair.train):
        raise SystemExit(f"error: DSIR gives {len(logs)} weights for {len(pair.train)} rows")
    return np.exp(np.clip(logs - np.median(logs), -50, 50))


# Each gives p_test of all rows; DSIR has weights alone.
PROBABILITIES = {"sklearn": sklearn, "sklearn-tuned": sklearn_tuned, "vw": vw, "fasttext": fasttext, "rulsif": rulsif}
PEERS = [*PROBABILITIES, "dsir"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pair", type=pathlib.Path)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    pair = Pair(options.pair)
    probabilities = None
    if options.peer == "dsir":
        weights = dsir_weights(pair)
    else:
        probabilities = PROBABILITIES[options.peer](pair)
        weights = np.exp(log_odds(probabilities[:len(pair.train)]))
    weights = weights / weights.mean()
    options.out.write_text(json.dumps({
        "peer": options.peer,
        "train": {row["id"]: float(weight) for row, weight in zip(pair.train, weights)},
        "p_test": None if probabilities is None else {row["id"]: float(p) for row, p in zip(pair.rows, probabilities)},
    }))


if __name__ == "__main__":
    main()
