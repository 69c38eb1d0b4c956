"""Train scikit-learn on the weighted rows and score it on the validation set.

    textshift analyze train.jsonl test.jsonl --output shift --export sklearn
    python sklearn_weights.py shift
"""

import sys

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

folder = sys.argv[1]
train = pd.read_json(f"{folder}/train.remaining.jsonl", lines=True)
validation = pd.read_json(f"{folder}/validation.jsonl", lines=True)
weights = np.load(f"{folder}/train.remaining.weight.npy")  # = train["sample_weight"], as float32

model = make_pipeline(
    TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 3), sublinear_tf=True), LogisticRegression(C=10, max_iter=1000)
)
model.fit(train["text"], train["label"], logisticregression__sample_weight=weights)

# The validation set has the test set's distribution already: no weights here.
print(f"accuracy {model.score(validation['text'], validation['label']):.3f}")
