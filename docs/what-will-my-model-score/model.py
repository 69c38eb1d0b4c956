import json
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

read = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
train, test = read("shift/train.weighted.jsonl"), read("shift/test.scored.jsonl")
features = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 3), sublinear_tf=True)
words = features.fit_transform(row["title"] + "\n" + row["text"] for row in train)
label = np.array([row["label"] for row in train])
fold = np.array([row["cv_fold"] for row in train])


def fit(rows):
    return LogisticRegression(C=10).fit(words[rows], label[rows])


with open("scores.jsonl", "w") as out:                       # every row by a model that has not seen its group
    for number in sorted(set(fold)):
        model = fit(fold != number)
        for row in np.flatnonzero(fold == number):
            p = model.predict_proba(words[row])[0]
            hit = int(model.classes_[p.argmax()] == label[row])
            print(json.dumps({"id": train[row]["id"], "accuracy": hit, "confidence": float(p.max())}), file=out)
model = fit(fold >= 0)                                       # the model that will be used
with open("test-predictions.jsonl", "w") as out:
    for row, p in zip(test, model.predict_proba(features.transform(r["title"] + "\n" + r["text"] for r in test))):
        print(json.dumps({"id": row["id"], "prediction": model.classes_[p.argmax()], "confidence": float(p.max())}), file=out)
