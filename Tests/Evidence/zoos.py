"""Models to judge weights by: how each does on rows of train that it was not fitted on, and on test.

Whoever chooses a model by its score on train wants the one that is best on test. A zoo is spread out: it leaves a choice.
"""
import re

import numpy as np

import corpora

SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")


def sentences(text):
    return [found.group() for found in SENTENCE.finditer(text)] or [text]


def words(text):
    return re.findall(r"\w+", text.lower())


def pieces(length):
    """A function that cuts a text into all its pieces of so many code points."""
    return lambda text: [text[start:start + length].lower() for start in range(len(text) - length + 1)]


def is_validation(rows, seed):
    """A quarter of the rows, at random, on which classifiers are scored."""
    return np.random.default_rng(seed).random(len(rows)) < 0.25


def classifier_zoo(train, test, seed, confidences=False):
    """Whether each of 21 sentiment classifiers is right: ids, V[validation row, model], T[test row, model], all 0 or 1.

    With `confidences` the first 14 models, and their probability of the predicted class too: CV and CT, shaped as V and T.
    They are fitted on a few rows, so that they differ: every fourth of the rows that are not validation.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import ComplementNB
    validates = is_validation(train, seed)
    fit = [train[row] for row in np.flatnonzero(~validates)[::4]]
    scored = [row for row, is_in in zip(train, validates) if is_in], test
    labels = [np.array([row["label"] for row in rows]) for rows in scored]
    hits, certainties = ([], []), ([], [])
    views = [((1, 1), 2000), ((1, 2), 20000), ((1, 3), None)]
    for ngrams, features in views[:2 if confidences else 3]:
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=ngrams, max_features=features, sublinear_tf=True)
        fitted = vectorizer.fit_transform([row["text"] for row in fit])
        matrices = [vectorizer.transform([row["text"] for row in rows]) for rows in scored]
        models = [LogisticRegression(C=strength, solver="liblinear") for strength in (0.01, 0.1, 1, 10, 100)]
        for model in models + [ComplementNB(alpha=alpha) for alpha in (0.1, 1)]:
            model.fit(fitted, [row["label"] for row in fit])
            for side in (0, 1):
                hits[side].append(model.predict(matrices[side]) == labels[side])
                if confidences:
                    certainties[side].append(model.predict_proba(matrices[side]).max(1))
    found = [row["id"] for row in scored[0]], *(np.stack(side, 1).astype(float) for side in hits)
    return (*found, *(np.stack(side, 1) for side in certainties)) if confidences else found


def has_answer(sentence, row):
    return any(answer in sentence for answer in row["answers"])


def retriever_hits(row):
    """Whether each of 11 untrained retrievers picks a sentence with an answer.

    Nine take the sentence that shares most units with the question, over a power of its number of units; the others the first
    and the longest one."""
    choices = sentences(row["context"])
    hits = []
    for cut in (words, pieces(2), pieces(4)):
        question, units = set(cut(row["question"])), [set(cut(choice)) for choice in choices]
        for power in (0.0, 0.5, 1.0):
            best = max(range(len(choices)), key=lambda n: len(question & units[n]) / (len(units[n]) + 1) ** power)
            hits.append(has_answer(choices[best], row))
    return hits + [has_answer(choices[0], row), has_answer(max(choices, key=len), row)]


def retriever_zoo(train, test):
    """As `classifier_zoo`, of retrievers, which need no fit: scored on all rows of train."""
    return [row["id"] for row in train], *(np.array([retriever_hits(row) for row in rows], float) for rows in (train, test))


def tables(train, test, splits=5):
    """The zoo that suits the rows: classifiers in so many splits, or retrievers in one."""
    if "label" in train[0]:
        return [classifier_zoo(train, test, split) for split in range(splits)]
    if "context" in train[0]:
        return [retriever_zoo(train, test)]
    raise SystemExit("error: there is a zoo for labelled reviews and for questions on a context alone")


def write_scores(path, ids, hits):
    """For `textshift estimate`: a line a row, with the keys m0, m1, … of the models."""
    corpora.write_lines(path, ({"id": str(row), **{f"m{model}": int(hit) for model, hit in enumerate(line)}}
                               for row, line in zip(ids, hits)))
