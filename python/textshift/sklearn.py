"""In the manner of scikit-learn: weights as an estimator, folds as a splitter, a metric as on test."""

from __future__ import annotations

import hashlib
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union, cast

import numpy as np

from ._errors import Error, MissingExtra
from ._shift import Shift, analyze
from ._types import Flags, Floats

try:
    from sklearn.base import BaseEstimator
    from sklearn.exceptions import NotFittedError
    from sklearn.metrics import get_scorer
except ImportError:
    raise MissingExtra("scikit-learn", "sklearn", "what follows scikit-learn's manners") from None

__all__ = ["DensityRatioWeighter", "ImportanceWeightedScorer", "ShiftCV"]


class DensityRatioWeighter(BaseEstimator):  # type: ignore[misc]
    """The weights q(x)/p(x) of training rows, q the density of test and p that of train.

    Args:
        text, group, ignore, weight, folds, seed: As of :func:`textshift.analyze`.

    Attributes:
        weights_: float64, shape (training rows,), mean 1; a row that looks like test weighs more.
        p_test_: Out of fold, of the training rows.
        shift_: The :class:`textshift.Shift`.

    >>> rooms = [f"a {size} {kind} room by the {place}" for size in ("quiet", "large", "dark", "clean", "sunny", "small")
    ...          for kind in ("single", "double", "corner", "family") for place in ("park", "sea", "station")]
    >>> soups = [f"{taste} {kind} soup from the {place}" for taste in ("cold", "salty", "fresh", "green", "sweet", "mild")
    ...          for kind in ("onion", "bean", "lentil", "fish") for place in ("market", "tavern", "cellar")]
    >>> weighter = DensityRatioWeighter().fit(rooms + soups[::2], soups[1::2])
    >>> bool(weighter.weights_[len(rooms):].mean() > weighter.weights_[:len(rooms)].mean())
    True
    >>> scores = weighter.score_samples(["fresh onion soup from the tavern", "a dark single room by the station"])
    >>> bool(scores[0] > scores[1])
    True
    """

    weights_: Floats
    p_test_: Floats
    shift_: Shift

    def __init__(
        self, text: Union[None, str, Sequence[str]] = None, group: Optional[str] = None, ignore: Union[str, Sequence[str]] = (),
        weight: str = "ratio", folds: int = 5, seed: int = 42,
    ) -> None:
        self.text = text
        self.group = group
        self.ignore = ignore
        self.weight = weight
        self.folds = folds
        self.seed = seed

    def fit(self, X: Any, y: Any = None, **fit_params: Any) -> "DensityRatioWeighter":
        """Fits the weights.

        Args:
            X: The training rows, as :func:`textshift.analyze` takes them; or the rows of both sides.
            y: The test rows; or, for rows of both sides, the side of each: 0 or False of train, 1 or True of test.
            fit_params: ``test`` in place of ``y``.

        Raises:
            Error: As of :func:`textshift.analyze`; there is no second corpus.
        """
        test = fit_params.pop("test", y)
        if fit_params:
            raise TypeError(f"fit() got unexpected arguments: {', '.join(fit_params)}")
        if test is None:
            raise Error("requires y to be passed, but the target y is None: the test rows, or the side of each row", kind="option")
        side = _sides(X, test)
        train = X
        if side is not None:
            train, test = _of(X, np.flatnonzero(~side)), _of(X, np.flatnonzero(side))
        self.shift_ = analyze(
            train, test, text=self.text, group=self.group, ignore=self.ignore, weight=self.weight, folds=self.folds, seed=self.seed)
        self.weights_, self.p_test_ = self.shift_.weights, self.shift_.p_test_train
        return self

    def score_samples(self, X: Any) -> Floats:
        """The logarithm of q(x)/p(x) of any rows, float64, shape (rows,): 0 where both sides are equally likely.

        Raises:
            NotFittedError: :meth:`fit` was not called.
        """
        # A model may be so sure that the next number is 0 or 1.
        p_test = np.clip(self._fitted().score(X)[1], np.finfo(float).tiny, 1 - 2.0**-53)
        return cast(Floats, np.log(p_test) - np.log1p(-p_test))

    def predict_weights(self, X: Any) -> Floats:
        """The weights of any rows, on the scale on which the training rows have mean 1; float64, shape (rows,).

        Raises:
            NotFittedError: :meth:`fit` was not called.
        """
        return self._fitted().score(X)[0]

    def _fitted(self) -> Shift:
        if not hasattr(self, "shift_"):
            raise NotFittedError("This DensityRatioWeighter instance is not fitted yet: call fit(train, test) first.")
        return self.shift_

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array, tags.input_tags.one_d_array = True, False, True
        tags.target_tags.required = True
        return tags

    def _more_tags(self) -> Dict[str, Any]:
        return {"X_types": ["string"], "requires_y": True}


class ShiftCV:
    """Folds by group for ``cv=``; the discriminator's own where there are as many.

    Args:
        shift: Of the training rows, in their order: what is split must be these rows.
        n_splits: How many folds, at least 2.
        resample: Whether to draw the rows to score with replacement, each as often as its weight says, so that a plain mean over them is as
            on test. Else they are all rows of the fold: use an :class:`ImportanceWeightedScorer`.
        random_state: The seed of the draw, and of folds that are not the discriminator's.

    >>> from textshift import analyze
    >>> rows = [f"{one} and {other}" for one in ("soup", "tea", "bread", "rice", "fish") for other in ("salt", "milk", "oil", "lime")]
    >>> cv = ShiftCV(analyze(rows, rows[5:]))
    >>> sorted(row for _, scored in cv.split(rows) for row in scored.tolist()) == list(range(20))
    True
    """

    def __init__(self, shift: Shift, n_splits: int = 5, *, resample: bool = False, random_state: Optional[int] = None) -> None:
        self.shift = shift
        self.n_splits = n_splits
        self.resample = resample
        self.random_state = random_state

    def get_n_splits(self, X: Any = None, y: Any = None, groups: Any = None) -> int:
        """How many folds there are."""
        return self.n_splits

    def split(self, X: Any = None, y: Any = None, groups: Any = None) -> Iterator[Tuple[Any, Any]]:
        """Pairs of positions: rows to train on, rows to score.

        Raises:
            Error: There are not as many rows as the analysis has.
        """
        count = len(self.shift.weights)
        found = count if X is None else int(X.shape[0]) if hasattr(X, "shape") else len(X)
        if found != count:
            raise Error(f"there are {found} rows to split, and the analysis has {count}", kind="length")
        for number, (train, scored) in enumerate(self.shift.folds(self.n_splits, seed=self.random_state)):
            if self.resample:
                weights = self.shift.weights[scored]
                draws = np.random.Generator(np.random.PCG64([self.random_state or 0, number]))
                # Systematic: each row as often as it should be, or once more.
                steps = (np.arange(len(scored)) + draws.random()) / len(scored) * weights.sum()
                scored = scored[np.minimum(np.searchsorted(np.cumsum(weights), steps, side="right"), len(scored) - 1)]
            yield train, scored

    def __repr__(self) -> str:
        return f"ShiftCV({self.shift!r}, n_splits={self.n_splits})"


class ImportanceWeightedScorer:
    """A metric as it would be on test, for ``scoring=``: every row counts as much as its weight.

    Args:
        scoring: The name of a scorer of scikit-learn, or a scorer that takes ``sample_weight``.
        shift: What the weights come from.
        X: What the model is given, one row for each training row, where that is not the texts themselves: features, for instance. Rows are found
            in it by their content.

    Rows are found by what they are, since a search hands out only a part of them: texts and frames by the program's model (training rows out
    of fold), rows of ``X`` by their values.

    >>> from sklearn.dummy import DummyClassifier
    >>> from textshift import analyze
    >>> rooms = [f"a {size} {kind} room by the {place}" for size in ("quiet", "large", "dark", "clean", "sunny", "small")
    ...          for kind in ("single", "double", "corner", "family") for place in ("park", "sea", "station")]
    >>> soups = [f"{taste} {kind} soup from the {place}" for taste in ("cold", "salty", "fresh", "green", "sweet", "mild")
    ...          for kind in ("onion", "bean", "lentil", "fish") for place in ("market", "tavern", "cellar")]
    >>> rows, labels = rooms + soups[::2], ["room"] * 72 + ["soup"] * 36
    >>> always_room = DummyClassifier(strategy="constant", constant="room").fit(rows, labels)
    >>> always_room.score(rows, labels) > 0.6
    True
    >>> ImportanceWeightedScorer("accuracy", analyze(rows, soups[1::2]))(always_room, rows, labels) < 0.4
    True
    """

    def __init__(self, scoring: Any, shift: Shift, X: Any = None) -> None:
        self.scoring = scoring
        self.shift = shift
        self.X = X
        self._known: Optional[Dict[bytes, float]] = None
        # Model selection asks for the same rows once for each candidate.
        self._asked: Dict[bytes, Floats] = {}
        if X is not None and _count(X) != len(shift.weights):
            raise Error(f"X has {_count(X)} rows, expected {len(shift.weights)}: one for each training row", kind="length")

    def weights_of(self, X: Any) -> Floats:
        """The weights of rows, float64, shape (rows,).

        Raises:
            Error: A row is not in the ``X`` that was given; rows are numbers, and no ``X`` was given.
        """
        if self.X is None:
            if _is_numeric(X):
                raise Error(
                    "the rows are numbers, in which no text is to be found: ImportanceWeightedScorer(scoring, shift, X=features)",
                    kind="rowType")
            return self._by_model(X)
        if self._known is None:
            sums: Dict[bytes, List[float]] = {}
            for key, weight in zip(_keys(self.X), self.shift.weights.tolist()):
                sums.setdefault(key, []).append(weight)
            self._known = {key: sum(own) / len(own) for key, own in sums.items()}
        try:
            return np.array([self._known[key] for key in _keys(X)], np.float64)
        except KeyError:
            raise Error("a row is not among those of X: give the scorer what the model is given", kind="rowType") from None

    def _by_model(self, X: Any) -> Floats:
        key = _content(X)
        if key is None or key not in self._asked:
            found = self.shift.weights_of(X)
            if key is None:
                return found
            if len(self._asked) > 256:
                self._asked.clear()
            self._asked[key] = found
        return self._asked[key]

    def __call__(self, estimator: Any, X: Any, y: Any = None, sample_weight: Any = None, **options: Any) -> float:
        """The metric over rows by their weights; those that are given count besides."""
        weights = self.weights_of(X)
        if sample_weight is not None:
            weights = weights * np.asarray(sample_weight, np.float64)
        scorer = get_scorer(self.scoring) if isinstance(self.scoring, str) else self.scoring
        return float(scorer(estimator, X, y, sample_weight=weights, **options))

    def __getstate__(self) -> Dict[str, Any]:
        return {**self.__dict__, "_known": None, "_asked": {}}

    def __repr__(self) -> str:
        return f"ImportanceWeightedScorer({self.scoring!r}, {self.shift!r})"


def _count(X: Any) -> int:
    return int(X.shape[0]) if hasattr(X, "shape") else len(X)


def _is_numeric(X: Any) -> bool:
    if hasattr(X, "tocsr"):
        return True
    return isinstance(X, np.ndarray) and (X.ndim != 1 or X.dtype.kind in "fiub")


def _keys(X: Any) -> Iterator[bytes]:
    """What each row is, as bytes."""
    if hasattr(X, "tocsr"):
        matrix = X.tocsr()
        matrix.sort_indices()
        for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:]):
            yield matrix.indices[start:end].astype(np.int64).tobytes() + matrix.data[start:end].astype(np.float64).tobytes()
        return
    values = X.to_numpy() if hasattr(X, "to_numpy") else X
    for row in values:
        yield row.tobytes() if isinstance(row, np.ndarray) and row.dtype != object else repr(
            row.tolist() if isinstance(row, np.ndarray) else row).encode("utf-8", "surrogatepass")


def _content(X: Any) -> Optional[bytes]:
    """A digest of rows; ``None`` for what is no list and no array."""
    digest = hashlib.blake2b(digest_size=16)
    try:
        for key in _keys(X):
            digest.update(len(key).to_bytes(8, "little") + key)
    except TypeError:
        return None
    return digest.digest()


def _sides(X: Any, y: Any) -> Optional[Flags]:
    """The side of each row, where that is what ``y`` is."""
    if isinstance(y, (str, Mapping)) or hasattr(y, "columns") or hasattr(y, "column_names"):
        return None
    array = np.asarray(y)
    if array.ndim != 1 or array.dtype.kind not in "biuf" or not len(array):
        return None
    if not hasattr(X, "__len__") or _count(X) != len(array):
        raise Error(f"y has {len(array)} sides, expected one for each of the rows", kind="length")
    if not np.isin(array, (0, 1)).all():
        raise Error("y has other values than 0 (train) and 1 (test)", kind="option")
    return cast(Flags, array.astype(bool))


def _of(X: Any, rows: Any) -> Any:
    if hasattr(X, "iloc"):
        return X.iloc[rows]
    if isinstance(X, (list, tuple)):
        return [X[row] for row in rows.tolist()]
    if hasattr(X, "take") and hasattr(X, "column_names"):
        return X.take(rows)
    return X[rows]
