"""Train LightGBM on the weighted rows: in the folds, for an estimate from all rows, and on the rest beside the validation set.

    textshift analyze train.jsonl test.jsonl --output shift --export lightgbm
    python lightgbm_weights.py shift [truth.json]
"""

import sys

import lightgbm
import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

import out_of_fold

folder = sys.argv[1]
train = pd.read_json(f"{folder}/train.remaining.jsonl", lines=True)
validation = pd.read_json(f"{folder}/validation.jsonl", lines=True)
weights = np.loadtxt(f"{folder}/train.remaining.weight")

# Two classes, as text: the later one in the alphabet is the positive one ("1" of "0" and "1").
positive = max(train["label"].astype(str))
vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 2), max_features=2000, dtype=np.float32)
data = lightgbm.Dataset(
    vectorizer.fit_transform(train["text"]), label=(train["label"].astype(str) == positive).astype(int), weight=weights
)
parameters = {"objective": "binary", "learning_rate": 0.1, "seed": 1, "verbose": -1}
model = lightgbm.train(parameters, data, num_boost_round=100)

predicted = model.predict(vectorizer.transform(validation["text"])) > 0.5
print(f"on the validation set:   accuracy {np.mean(predicted == (validation['label'].astype(str) == positive)):.3f}")


def fit(rows, own):
    """A model of some rows: what it says of others, and the classes that it knows."""
    names = sorted(rows["label"].unique(), key=str)
    words = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 2), max_features=2000, dtype=np.float32)
    labels = (rows["label"].astype(str) == str(names[-1])).astype(int)
    one = lightgbm.train(parameters, lightgbm.Dataset(words.fit_transform(rows["text"]), label=labels, weight=own), num_boost_round=100)

    def predict(others):
        p = one.predict(words.transform(others["text"]))
        return np.stack([1 - p, p], axis=1)

    return predict, names


# All rows, each scored by a model that did not see its fold: less uncertain than the validation set, and no row is given away.
out_of_fold.estimate(folder, *out_of_fold.read(folder), fit, *sys.argv[2:3])

# The program reads the weights of `data.txt` from `data.txt.weight`: rename the file so, or name a column of the data.
