"""Train scikit-learn on the weighted rows: in the folds, for an estimate from all rows, and on the rest beside the validation set.

    textshift analyze train.jsonl test.jsonl --output shift --export sklearn
    python sklearn_weights.py shift [truth.json]
"""

import sys

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer

import out_of_fold

folder = sys.argv[1]
train = pd.read_json(f"{folder}/train.remaining.jsonl", lines=True)
validation = pd.read_json(f"{folder}/validation.jsonl", lines=True)
weights = np.load(f"{folder}/train.remaining.weight.npy")  # = train["sample_weight"], as float32

words = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 3), sublinear_tf=True)
classes, labels = train["label"], validation["label"]
if isinstance(classes.iloc[0], list):
    # Several labels a row: a classifier for each, which takes the weights by itself.
    binarizer = MultiLabelBinarizer()
    features, classes, labels = words.fit_transform(train["text"]), binarizer.fit_transform(classes), binarizer.transform(labels)
    models = [LogisticRegression(C=10, max_iter=1000).fit(features, column, sample_weight=weights) for column in classes.T if 0 < column.sum() < len(column)]
    columns = [column for number, column in enumerate(labels.T) if 0 < classes[:, number].sum() < len(classes)]
    held_out = words.transform(validation["text"])
    print(f"accuracy {np.mean([model.score(held_out, column) for model, column in zip(models, columns)]):.3f}")
else:
    model = make_pipeline(words, LogisticRegression(C=10, max_iter=1000))
    model.fit(train["text"], classes, logisticregression__sample_weight=weights)
    # The validation set has the test set's distribution already: no weights here.
    print(f"on the validation set:   accuracy {model.score(validation['text'], labels):.3f}")

    def fit(rows, own):
        """A model of some rows: what it says of others, and the classes that it knows."""
        model = make_pipeline(words, LogisticRegression(C=10, max_iter=1000))
        model.fit(rows["text"], rows["label"], logisticregression__sample_weight=own)
        return lambda others: model.predict_proba(others["text"]), list(model.classes_)

    # All rows, each scored by a model that did not see its fold: less uncertain than the validation set, and no row is given away.
    out_of_fold.estimate(folder, *out_of_fold.read(folder), fit, *sys.argv[2:3])
