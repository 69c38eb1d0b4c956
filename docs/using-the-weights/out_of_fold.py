"""What every script here does with a model: out-of-fold scores and confidences in the folds of train.weighted.jsonl, handed to
`textshift estimate`, and the figure beside the truth where that is known.

The program is `textshift`, or what the variable TEXTSHIFT names.
"""

import json
import os
import subprocess

import numpy as np
import pandas as pd


def read(folder):
    """All rows of train with their weights and folds, and all rows of test."""
    rows = [pd.read_json(f"{folder}/{name}.jsonl", lines=True, dtype={"sample_weight": float}) for name in ("train.weighted", "test.scored")]
    return rows[0], rows[1]


def out_of_fold(train, test, fit):
    """Class probabilities of every training row by a model that did not see its fold, and of test rows by a model of all rows.

    `fit(rows, weights)` gives a function from rows to probabilities, one column for each class, and the list of the classes.
    """
    classes = sorted(train["label"].unique(), key=str)
    held_out = np.zeros((len(train), len(classes)))

    def scored(model, rows):
        # A class that the other folds lack has the probability 0.
        predict, known = model
        result = np.zeros((len(rows), len(classes)))
        result[:, [classes.index(name) for name in known]] = predict(rows)
        return result

    for fold in sorted(train["cv_fold"].unique()):
        inside = train["cv_fold"] == fold
        rest = train[~inside]
        held_out[inside.to_numpy()] = scored(fit(rest, rest["sample_weight"].to_numpy()), train[inside])
    return held_out, scored(fit(train, train["sample_weight"].to_numpy()), test), classes


def estimate(folder, train, test, fit, truth=None):
    """Prints the accuracy that `textshift estimate` expects on test, and the true one if `truth` names a file with `test_label`."""
    held_out, of_test, classes = out_of_fold(train, test, fit)
    names = np.array(classes, dtype=object)
    right = names[held_out.argmax(axis=1)] == train["label"].to_numpy()
    print(f"out of fold, unweighted: accuracy {right.mean():.3f}")
    print(f"out of fold, weighted:   accuracy {np.average(right, weights=train['sample_weight']):.3f}")
    scores, confidences = f"{folder}/scores.jsonl", f"{folder}/test-confidences.jsonl"
    pd.DataFrame({"id": train["id"], "accuracy": right.astype(int), "confidence": held_out.max(axis=1)}).to_json(
        scores, orient="records", lines=True, force_ascii=False)
    pd.DataFrame({"id": test["id"], "confidence": of_test.max(axis=1)}).to_json(
        confidences, orient="records", lines=True, force_ascii=False)
    subprocess.run(
        [os.environ.get("TEXTSHIFT", "textshift"), "estimate", folder, scores, "--metric", "accuracy", "--confidence", "confidence",
         "--test-confidences", confidences, "--force"], check=True)
    if truth:
        with open(truth, encoding="utf-8") as file:
            labels = json.load(file)["test_label"]
        actual = np.array([labels[row] for row in test["id"]], dtype=object)
        print(f"the truth on test:       accuracy {np.mean(names[of_test.argmax(axis=1)] == actual):.3f}")
