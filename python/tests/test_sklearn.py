"""scikit-learn's manners: clone, set_params, pickle, Pipeline, GridSearchCV, and its own checks."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

import textshift as ts

pytest.importorskip("sklearn")
from sklearn.base import clone  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.metrics import accuracy_score, f1_score  # noqa: E402
from sklearn.model_selection import GridSearchCV, cross_val_score  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402


@pytest.fixture(scope="module")
def texts(train):
    return [row["text"] for row in train]


@pytest.fixture(scope="module")
def labels(train):
    return np.array([row["label"] for row in train])


@pytest.fixture(scope="module")
def of_texts(texts, test):
    return ts.analyze(texts, [row["text"] for row in test])


def test_weighter(train, test, texts, shift):
    weighter = ts.DensityRatioWeighter(text="text")
    assert weighter.fit(train, test) is weighter
    assert np.array_equal(weighter.weights_, shift.weights) and np.array_equal(weighter.p_test_, shift.p_test_train)
    # Rows of both sides, mixed, and which side each is of.
    both = [row["text"] for pair in zip(train, test) for row in pair]
    side = np.tile([0, 1], len(test))
    mixed = clone(weighter).fit(both, side)
    plain = ts.DensityRatioWeighter(text="text").fit(texts[:len(test)], [row["text"] for row in test])
    assert np.array_equal(mixed.weights_, plain.weights_)
    assert np.array_equal(ts.DensityRatioWeighter().fit(both, side.astype(bool)).weights_, plain.weights_)
    scores = weighter.score_samples(train)
    assert np.allclose(scores, np.log(weighter.p_test_ / (1 - weighter.p_test_))) and (np.diff(weighter.weights_[np.argsort(scores)]) >= 0).all()
    # Near test is more, near train less: q(x)/p(x), not its inverse.
    new = weighter.predict_weights(["rocket server kernel packet laser", "river stone bridge cloud meadow"])
    assert new[0] > 1 > new[1]
    again = pickle.loads(pickle.dumps(weighter))
    assert np.array_equal(again.score_samples(train[:3]), scores[:3])
    copied = clone(weighter)
    assert copied.get_params() == weighter.get_params() and not hasattr(copied, "weights_")
    assert copied.set_params(seed=5, weight="clip:2").get_params()["seed"] == 5
    assert copied.fit(train, test).weights_.max() <= weighter.weights_.max()
    for bad in (lambda: weighter.fit(texts, [0, 1]), lambda: weighter.fit(texts, [2] * len(texts)), lambda: weighter.fit(texts)):
        with pytest.raises(ts.Error):
            bad()


def test_folds_and_metric_in_a_search(texts, labels, of_texts):
    cv, scorer = ts.ShiftCV(of_texts), ts.ImportanceWeightedScorer("f1_macro", of_texts)
    search = GridSearchCV(
        make_pipeline(TfidfVectorizer(), LogisticRegression()), {"logisticregression__C": [0.1, 1.0]}, cv=cv, scoring=scorer, n_jobs=2)
    search.fit(texts, labels, logisticregression__sample_weight=of_texts.weights)
    # By hand.
    expected = []
    for kept, scored in of_texts.folds(5):
        model = make_pipeline(TfidfVectorizer(), LogisticRegression(C=1.0))
        model.fit([texts[row] for row in kept], labels[kept], logisticregression__sample_weight=of_texts.weights[kept])
        found = model.predict([texts[row] for row in scored])
        expected.append(f1_score(labels[scored], found, average="macro", sample_weight=of_texts.weights[scored]))
    assert search.cv_results_["mean_test_score"][1] == pytest.approx(np.mean(expected), abs=1e-9)
    assert clone(search).cv.n_splits == 5 and pickle.loads(pickle.dumps(cv)).get_n_splits() == 5


def test_rows_of_features(texts, labels, of_texts):
    features = TfidfVectorizer().fit_transform(texts)
    for X in (features, features.toarray()):
        scorer = ts.ImportanceWeightedScorer("accuracy", of_texts, X=X)
        order = np.random.default_rng(0).permutation(len(texts))
        assert np.allclose(scorer.weights_of(X[order]), of_texts.weights[order])
        model = LogisticRegression().fit(X, labels)
        assert scorer(model, X, labels) == pytest.approx(accuracy_score(labels, model.predict(X), sample_weight=of_texts.weights))
        assert len(cross_val_score(LogisticRegression(), X, labels, cv=ts.ShiftCV(of_texts, 3), scoring=scorer)) == 3
        with pytest.raises(ts.Error, match="X=features"):
            ts.ImportanceWeightedScorer("accuracy", of_texts)(model, X, labels)
        with pytest.raises(ts.Error, match="not among"):
            scorer.weights_of(X[:2] * 3)
    with pytest.raises(ts.Error, match="expected 400"):
        ts.ImportanceWeightedScorer("accuracy", of_texts, X=features[:3])


def test_folds_that_are_drawn(texts, of_texts):
    from conftest import RARE

    def rare(rows):
        return np.mean([sum(word in RARE for word in texts[row].split()) for row in rows])

    plain, drawn = (list(ts.ShiftCV(of_texts, 5, resample=resample).split(texts)) for resample in (False, True))
    for (kept, scored), (kept_too, copies) in zip(plain, drawn):
        assert np.array_equal(kept, kept_too) and set(copies) <= set(scored) and len(copies) == len(scored)
        expected = len(scored) * of_texts.weights[scored] / of_texts.weights[scored].sum()
        assert (np.abs(np.array([(copies == row).sum() for row in scored]) - expected) < 1).all()
    assert rare(np.concatenate([copies for _, copies in drawn])) > rare(range(len(texts))) + 0.5
    with pytest.raises(ts.Error, match="3 rows to split"):
        next(ts.ShiftCV(of_texts).split(texts[:3]))


#: Checks of scikit-learn that are left out: they fit rows of numbers, or sides that are classes of three, in which there is nothing to
#: compare. Each by its reason.
_NUMBERS = "fits rows of numbers; the rows of this estimator are texts, and numbers are refused with a sentence"
_CLASSES = "gives three classes as y; here y is the test corpus, or the side of each row, 0 or 1"
_MATRICES = "wants the messages of estimators of matrices about complex numbers, NaN, sparse or empty ones"
LEFT_OUT = {
    **dict.fromkeys([
        "check_dict_unchanged", "check_dont_overwrite_parameters", "check_estimators_pickle", "check_f_contiguous_array_estimator",
        "check_fit2d_1feature", "check_fit2d_1sample", "check_fit2d_predict1d", "check_fit_check_is_fitted", "check_fit_idempotent",
        "check_methods_sample_order_invariance", "check_methods_subset_invariance", "check_n_features_in",
        "check_pipeline_consistency", "check_positive_only_tag_during_fit"], _NUMBERS),
    **dict.fromkeys([
        "check_dtype_object", "check_estimators_dtypes", "check_estimators_fit_returns_self", "check_estimators_overwrite_params",
        "check_fit_score_takes_y", "check_n_features_in_after_fitting", "check_readonly_memmap_input"], _CLASSES),
    **dict.fromkeys([
        "check_complex_data", "check_estimator_sparse_array", "check_estimator_sparse_matrix", "check_estimator_sparse_tag",
        "check_estimators_empty_data_messages", "check_estimators_nan_inf"], _MATRICES),
}


class OfMatrices(ts.DensityRatioWeighter):
    """Says that it takes rows of numbers, so that no check is passed over."""

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = True
        return tags


@pytest.mark.filterwarnings("ignore")
def test_checks_of_scikit_learn():
    """All others pass; what is left out does fail, so that the list does not grow old."""
    checks = pytest.importorskip("sklearn.utils.estimator_checks")
    if not hasattr(checks, "estimator_checks_generator"):
        pytest.skip("this scikit-learn cannot list its checks")
    for estimator in (ts.DensityRatioWeighter(), OfMatrices()):
        results = checks.check_estimator(estimator, on_skip=None, on_fail=None)
        found = {status: {result["check_name"] for result in results if result["status"] == status} for status in ("passed", "failed")}
        assert found["failed"] <= set(LEFT_OUT), {
            result["check_name"]: result["exception"] for result in results if result["status"] == "failed"}
    assert len(found["passed"]) > 9 and "check_estimators_unfitted" in found["passed"] and "check_set_params" in found["passed"]
    # What is left out is there, and fails.
    assert set(LEFT_OUT) & {result["check_name"] for result in results} == found["failed"]
