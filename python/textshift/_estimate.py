"""What a model will score on test: what goes to the program, and what it says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ._errors import Error
from ._types import Floats, Integers


@dataclass(frozen=True)
class Road:
    """One way to an estimate.

    Attributes:
        value: The estimate.
        low, high: Its 95% interval; ``None`` where there is none.
        method: Its name: ``"unweighted"``, ``"self_normalised"``, ``"clipped"``, ``"doubly_robust"``, ``"thresholded_confidence"``, …
    """

    value: float
    low: Optional[float]
    high: Optional[float]
    method: str


@dataclass(frozen=True)
class Estimate:
    """What a model will score on the test rows.

    Attributes:
        metric: The name of the metric.
        value: The estimate to go by.
        low, high: Its 95% interval; ``None`` where there is none.
        method: The road that it comes from.
        roads: All roads that were walked, by name.
        agreement: ``"agree"`` or ``"disagree"``: whether the roads lead to one place; ``None`` where the program does not say.
        trusted: Whether the weights can be trusted.
        raw: The metric's members of estimates.json.
    """

    metric: str
    value: float
    low: Optional[float]
    high: Optional[float]
    method: str
    roads: Mapping[str, Road]
    agreement: Optional[str]
    trusted: bool
    raw: Mapping[str, Any] = field(repr=False)


@dataclass
class Asked:
    """What goes to the program."""

    scores: Iterable[bytes]
    arguments: List[str]
    is_single: bool
    test_confidences: Optional[bytes] = None
    labelled_test: Optional[bytes] = None


def records_of(
    scores: Any, metric: Optional[str], labels: Any, predictions: Any, confidence: Optional[Tuple[Any, Any]],
    probabilities: Optional[Tuple[Any, Any]], classes: Optional[Sequence[Any]], labelled_test: Any, rows: Any, train: int, test: int,
) -> Asked:
    """Arrays as records about rows.

    Raises:
        Error: One has another length, or is no number.
    """
    if (scores is None) == (labels is None) or (labels is None and predictions is not None) or (
            labels is not None and predictions is None and probabilities is None):
        raise Error("give scores, or labels with predictions or probabilities", kind="option")
    places = np.arange(train) if rows is None else _integers(rows, "rows", None, train)
    columns: Dict[str, Sequence[Any]] = {}
    arguments: List[str] = []
    if labels is not None:
        columns = {"label": _values(labels, "labels", len(places))}
        present = np.ones(len(places), bool)
        if predictions is not None:
            columns["prediction"] = _values(predictions, "predictions", len(places))
            present = np.array([own is not None and own == own for own in columns["prediction"]], bool)
        names: List[str] = []
    else:
        given = scores if isinstance(scores, Mapping) else {metric or "score": scores}
        names = [str(name) for name in given]
        numbers = {str(name): _numbers(own, f'scores of "{name}"', len(places)) for name, own in given.items()}
        columns = {f"metric {place}": numbers[name].tolist() for place, name in enumerate(names)}
        # A row that one metric lacks is left out, as the program wants numbers everywhere.
        present = np.all([np.isfinite(own) for own in numbers.values()], axis=0) if numbers else np.zeros(len(places), bool)
        for place, name in enumerate(names):
            if "=" in name:
                raise Error(f'the name of a metric has no "=": {name}', kind="option")
            arguments += ["--metric", f"{name}=metric {place}"]
    asked = Asked([], arguments, is_single=metric is not None or (labels is None and not isinstance(scores, Mapping)))
    if confidence is not None:
        if not isinstance(confidence, (tuple, list)) or len(confidence) != 2:
            raise Error("confidence is a pair: of the training rows, and of the test rows", kind="option")
        own = _numbers(confidence[0], "confidence of train", len(places))
        present &= np.isfinite(own)
        columns["confidence"] = own.tolist()
        arguments += ["--confidence", "confidence"]
        others = _numbers(confidence[1], "confidence of test", test)
        tested: Dict[str, Sequence[Any]] = {"confidence": others.tolist()}
        known = np.isfinite(others)
    else:
        tested, known = {}, np.ones(test, bool)
    if probabilities is not None:
        if not isinstance(probabilities, (tuple, list)) or len(probabilities) != 2:
            raise Error("probabilities are a pair: of the training rows, and of the test rows", kind="option")
        names_of = None if classes is None else [str(own) for own in classes]
        for side, columns_of, given, count in (("train", columns, probabilities[0], len(places)), ("test", tested, probabilities[1], test)):
            table = _table(given, f"probabilities of {side}", count, names_of)
            finite = np.all(np.isfinite(table), axis=1)
            if side == "train":
                present &= finite
            else:
                known = known & finite
            columns_of["probabilities"] = [row if names_of is None else dict(zip(names_of, row)) for row in table.tolist()]
        arguments += ["--probabilities", "probabilities"]
    if tested:
        asked.test_confidences = b"".join(_lines(np.arange(test), tested, known))
    if labelled_test is not None:
        asked.labelled_test = _labelled(labelled_test, names, isinstance(scores, Mapping), test)
    if not present.any():
        raise Error("no row has a score", kind="option")
    asked.scores = _lines(places, columns, present)
    return asked


def _labelled(given: Any, names: List[str], is_mapping: bool, test: int) -> bytes:
    """Labelled test rows as records, with the members that the scores have.

    Raises:
        Error: Arrays of other kinds or lengths.
    """
    # The values of a row: its score, or its label and its prediction.
    width = 1 if names else 2
    if not isinstance(given, (tuple, list)) or len(given) not in (1 + width, 2 + width):
        what = "positions and scores" if names else "positions, labels and predictions"
        raise Error(f"labelled_test is {what}, and perhaps the probabilities of being drawn", kind="option")
    drawn = _integers(given[0], "positions of labelled_test", None, test)
    columns: Dict[str, List[Any]] = {}
    if names:
        if isinstance(given[1], Mapping) != is_mapping or (is_mapping and set(map(str, given[1])) != set(names)):
            raise Error("labelled_test has scores of other metrics than scores", kind="option")
        own = {str(name): values for name, values in given[1].items()} if is_mapping else {names[0]: given[1]}
        for place, name in enumerate(names):
            columns[f"metric {place}"] = _numbers(own[name], f'"{name}" of labelled_test', len(drawn)).tolist()
    else:
        for name, values in zip(("label", "prediction"), given[1:]):
            columns[name] = _values(values, f"{name}s of labelled_test", len(drawn))
    if len(given) == 2 + width:
        columns["inclusion_probability"] = _numbers(given[-1], "probabilities of labelled_test", len(drawn)).tolist()
    return b"".join(_lines(drawn, columns, np.ones(len(drawn), bool)))


def _lines(places: Any, columns: Mapping[str, Sequence[Any]], present: Any) -> Iterator[bytes]:
    names, share = list(columns), 4096
    chosen = np.flatnonzero(present).tolist()
    for start in range(0, len(chosen), share):
        yield b"".join(
            _line({"row": int(places[row]), **{name: columns[name][row] for name in names}}) for row in chosen[start:start + share])


def _line(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _numbers(values: Any, what: str, count: int) -> Floats:
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise Error(f"{what}: not all are numbers", kind="notANumber") from None
    if array.ndim != 1 or len(array) != count:
        found = len(array) if array.ndim == 1 else f"shape {array.shape}"
        raise Error(f"{what}: {found} entries, expected {count}", kind="length")
    return array


def _table(values: Any, what: str, count: int, classes: Optional[Sequence[str]]) -> Floats:
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise Error(f"{what}: not all are numbers", kind="notANumber") from None
    width = array.shape[1] if array.ndim == 2 else None
    if width is None or len(array) != count or (classes is not None and width != len(classes)):
        expected = f"({count}, {'classes' if classes is None else len(classes)})"
        raise Error(f"{what}: shape {array.shape}, expected {expected}", kind="length")
    return array


def _integers(values: Any, what: str, count: Optional[int], limit: int) -> Integers:
    array = np.asarray(values)
    if array.ndim != 1 or (count is not None and len(array) != count) or (len(array) and array.dtype.kind not in "iu"):
        raise Error(f"{what}: expected whole numbers, one a row", kind="notANumber")
    array = array.astype(np.int64)
    if len(array) and (array.min() < 0 or array.max() >= limit):
        raise Error(f"{what}: positions are from 0 to {limit - 1}", kind="rowOutOfRange")
    return array


def _values(values: Any, what: str, count: int) -> List[Any]:
    found = values.tolist() if hasattr(values, "tolist") else values.to_list() if hasattr(values, "to_list") else list(values)
    if len(found) != count:
        raise Error(f"{what}: {len(found)} entries, expected {count}", kind="length")
    return [own.item() if isinstance(own, np.generic) else own for own in found]


def estimates_of(document: Mapping[str, Any]) -> Dict[str, Estimate]:
    """The metrics of estimates.json by name."""
    trusted = bool(document["analysis"]["isTrusted"])
    return {metric["name"]: _estimate(metric, trusted) for model in document["models"] for metric in model["metrics"]}


#: Members of a metric that are roads where it has no member `roads`, the one to go by first.
_ROADS = ("doublyRobust", "selfNormalised", "clipped", "unweighted", "thresholdedConfidence", "drawn")


def _estimate(metric: Mapping[str, Any], trusted: bool) -> Estimate:
    own = metric.get("roads")
    pairs: List[Tuple[str, Any]]
    if isinstance(own, Mapping):
        pairs = list(own.items())
    elif isinstance(own, list):
        pairs = [(str(road.get("method") or road.get("name")), road) for road in own]
    else:
        pairs = [(name, metric[name]) for name in _ROADS if metric.get(name)]
    roads = {_snake(name): _road(name, road) for name, road in pairs if isinstance(road, Mapping) and road.get("value") is not None}
    best = metric.get("recommended")
    chosen = _road(str(best.get("method", "recommended")), best) if best else next(iter(roads.values()), None)
    if chosen is None:
        raise Error(f'there is no estimate of "{metric["name"]}"', kind="metric")
    agreement = metric.get("agreement")
    return Estimate(
        metric["name"], chosen.value, chosen.low, chosen.high, chosen.method, roads,
        agreement.get("verdict") if isinstance(agreement, Mapping) else None, trusted, metric)


def _road(name: str, road: Mapping[str, Any]) -> Road:
    return Road(float(road["value"]), road.get("low"), road.get("high"), _snake(name))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])[A-Z]", lambda letter: "_" + letter[0].lower(), name)
