"""Estimates from arrays: what comes in, and that the figure is the program's."""

from __future__ import annotations

import json
import subprocess

import numpy as np
import pytest

import textshift as ts


@pytest.fixture(scope="module")
def right(train):
    """A model that fails on rows of the rare kind."""
    from conftest import RARE

    rare = np.array([sum(word in RARE for word in row["text"].split()) for row in train])
    return ((np.arange(len(train)) * 7) % 8 >= rare).astype(float)


def test_the_figure_is_the_programs(shift, right, files, tmp_path):
    found = shift.estimate(right, metric="accuracy")
    (tmp_path / "scores.jsonl").write_text("".join(json.dumps({"row": row, "accuracy": own}) + "\n" for row, own in enumerate(right)))
    for arguments in (["analyze", files / "train.jsonl", files / "test.jsonl", "--output", tmp_path / "out"],
                      ["estimate", tmp_path / "out", tmp_path / "scores.jsonl"]):
        done = subprocess.run([ts.executable(), *arguments, "-q"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    (metric,) = json.loads((tmp_path / "out/estimates.json").read_text())["models"][0]["metrics"]
    own = metric.get("recommended") or metric["doublyRobust"]
    assert (found.value, found.low, found.high) == (own["value"], own.get("low"), own.get("high")) and found.metric == "accuracy"
    assert found.roads["unweighted"].value == pytest.approx(right.mean())
    # Test has more of what the model fails on.
    assert found.value < right.mean() - 0.05 and found.low < found.value < found.high
    assert found.trusted == shift.trusted and found.raw == metric
    # By itself it is called "score"; a folder that was saved gives the same.
    assert shift.estimate(right).metric == "score"
    assert ts.load(tmp_path / "out").estimate(right, metric="accuracy").value == found.value


def test_confidence_walks_another_road(shift, right, train, test):
    sure = (np.clip(right * 0.4 + 0.4, 0, 1), np.linspace(0.3, 0.9, len(test)))
    assert len(shift.estimate(right, metric="accuracy", confidence=sure).roads) > len(shift.estimate(right, metric="accuracy").roads)
    for bad in (sure[0], (sure[0], sure[0]), (sure[1], sure[1])):
        with pytest.raises(ts.Error):
            shift.estimate(right, confidence=bad)


def test_labelled_test_rows_decide_the_figure(shift, right, train, test):
    drawn = np.arange(0, len(test), 3)
    hits = (drawn % 4 > 0).astype(float)
    found = shift.estimate(right, metric="accuracy", labelled_test=(drawn, hits))
    before = shift.estimate(right, metric="accuracy")
    assert found.method == "labelled" and found.value == pytest.approx(hits.mean()) and found.low < found.value < found.high
    assert found.raw["labelled"]["rows"] == len(drawn) and found.raw["labelled"]["roads"]["value"] == before.value
    assert found.raw["labelled"]["moved"] == pytest.approx(found.value - before.value)
    # Two strata: a half of the first 100 rows, a tenth of the others.
    drawn = np.concatenate([np.arange(0, 100, 2), np.arange(100, 300, 10)])
    hits, chances = (drawn % 3 > 0).astype(float), np.where(drawn < 100, 0.5, 0.1)
    weighted = shift.estimate(right, labelled_test=(drawn, hits, chances))
    assert weighted.value == pytest.approx((hits / chances).sum() / 300) and weighted.raw["labelled"]["strata"] == 2
    both = shift.estimate({"accuracy": right, "loss": 1 - right}, labelled_test=(drawn, {"accuracy": hits, "loss": 1 - hits}))
    assert both["loss"].value == pytest.approx(1 - hits.mean()) and both["accuracy"].method == "labelled"
    # With the model's confidences on all rows.
    sure = (np.clip(right * 0.4 + 0.4, 0, 1), np.linspace(0.3, 0.9, len(test)))
    helped = shift.estimate(right, labelled_test=(drawn, hits), confidence=sure)
    assert helped.raw["labelled"]["labelsAlone"] == pytest.approx(hits.mean()) and "proxyShare" in helped.raw["labelled"]
    labels = [f"class {row['label']}" for row in train]
    own = [f"class {test[row]['label']}" for row in drawn]
    guessed = ["class 0"] * len(drawn)
    found = shift.estimate(labels=labels, predictions=labels, labelled_test=(drawn, own, guessed), metric="accuracy")
    assert found.value == pytest.approx(np.mean([label == "class 0" for label in own]))


@pytest.mark.parametrize("given, sentence", [
    ((np.arange(20),), "positions and scores"), ((np.arange(20), np.ones(19)), "19 entries, expected 20"),
    ((np.arange(290, 310), np.ones(20)), "positions are from 0 to 299"), ((np.arange(20), {"loss": np.ones(20)}), "other metrics"),
    ((np.arange(20), np.ones(20), np.ones(20), np.ones(20)), "positions and scores"),
])
def test_labelled_test_of_another_shape(shift, right, given, sentence):
    with pytest.raises(ts.Error, match=sentence):
        shift.estimate(right, labelled_test=given)


def test_several_metrics_and_labels(shift, right, train):
    both = shift.estimate({"accuracy": right, "loss": 1 - right})
    assert set(both) == {"accuracy", "loss"} and both["loss"].roads["unweighted"].value == pytest.approx(1 - right.mean())
    labels = [f"class {row['label']}" for row in train]
    predicted = [label if own else "class 0" for label, own in zip(labels, right)]
    found = shift.estimate(labels=labels, predictions=predicted)
    share = np.mean([one == other for one, other in zip(labels, predicted)])
    assert found["accuracy"].roads["unweighted"].value == pytest.approx(share)
    assert shift.estimate(labels=labels, predictions=predicted, metric="accuracy").value == found["accuracy"].value
    with pytest.raises(ts.Error, match="there are: "):
        shift.estimate(labels=labels, predictions=predicted, metric="nonsense")


def test_rows_without_a_score_are_left_out(shift, right):
    some = np.where(np.arange(len(right)) % 3 == 0, np.nan, right)
    rows = np.flatnonzero(np.isfinite(some))
    assert shift.estimate(some).value == shift.estimate(some[rows], rows=rows).value


@pytest.mark.parametrize("arguments, sentence", [
    ({}, "give scores, or labels with predictions or probabilities"), ({"scores": [1, 2]}, "2 entries, expected 400"),
    ({"scores": ["a"] * 400}, "not all are numbers"), ({"scores": [np.nan] * 400}, "no row has a score"),
    ({"labels": [1] * 400}, "labels with predictions"), ({"scores": {"a=b": [1] * 400}}, "="),
    ({"scores": [1.0], "rows": [400]}, "from 0 to 399"), ({"scores": [1.0], "rows": [0.5]}, "whole numbers"),
])
def test_what_is_refused(shift, arguments, sentence):
    with pytest.raises(ts.Error, match=sentence):
        shift.estimate(**arguments)


def test_probabilities_are_confidences_and_chances_of_the_classes(shift, train, test):
    chance = lambda rows: 0.05 + 0.9 * ((np.arange(rows) * 37) % 100) / 100
    labels = ((np.arange(len(train)) * 13) % 100 < 100 * chance(len(train))).astype(int)
    pair = tuple(np.column_stack([1 - own, own]) for own in (chance(len(train)), chance(len(test))))
    found = shift.estimate(labels=labels, probabilities=pair)
    assert {"accuracy", "macro-f1", "log-loss", "auc"} <= set(found)
    for metric in ("accuracy", "macro-f1", "auc"):
        assert "confidence_under_weights" in found[metric].roads
    # With names of the classes, in another order of the columns.
    turned = tuple(own[:, ::-1] for own in pair)
    assert shift.estimate(labels=labels, probabilities=turned, classes=[1, 0], metric="macro-f1").value == found["macro-f1"].value
    sure = tuple(own.max(axis=1) for own in pair)
    right = (pair[0].argmax(axis=1) == labels).astype(float)
    assert shift.estimate(right, metric="accuracy", confidence=sure).value == found["accuracy"].value
    for bad in (pair[0], (pair[0], pair[0]), (chance(len(train)), pair[1]), ([["a", "b"]] * len(train), pair[1])):
        with pytest.raises(ts.Error):
            shift.estimate(labels=labels, probabilities=bad)
    with pytest.raises(ts.Error, match="shape"):
        shift.estimate(labels=labels, probabilities=pair, classes=[0, 1, 2])
