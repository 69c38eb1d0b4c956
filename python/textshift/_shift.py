"""An analysis: what shifted, the weights that undo it, and all that follows from them."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import partial
from typing import (
    IO, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union, cast)

import numpy as np

from ._errors import Error, GateError
from ._estimate import Estimate, estimates_of, records_of
from ._page import page
from ._program import Run
from ._progress import Progress
from ._rows import Files, Rows, rows_of
from ._tables import table
from ._types import Floats, Integers

REPORT, MODEL, FIGURES, RUN = "report.json", "model.textshift", "figures.jsonl", "timings.json"
WEIGHT, SCORE, FOLD = "sample_weight", "p_test", "cv_fold"


@dataclass(frozen=True)
class Reason:
    """Why weights are not to be trusted.

    Attributes:
        condition: The name of the condition that does not hold, as in report.json.
        found: What was found, where that is one number.
        sentence: What it means and what to do, in English.
    """

    condition: str
    found: Optional[float]
    sentence: str


class Split(NamedTuple):
    """Training rows apart, by position. No group is on both sides."""

    #: Rows to validate on; one that was drawn twice occurs twice.
    validation: Integers
    #: Their weights, mean 1; ``None`` where a plain mean over them is right.
    validation_weights: Optional[Floats]
    #: Rows to train on beside it.
    remaining: Integers
    #: Their weights, mean 1.
    remaining_weights: Floats


class Shift:
    """What :func:`analyze` found. It does not change, and can be pickled.

    Attributes:
        summary: All of report.json, as docs/json.md describes it.
        weights: The weight of every training row, q(x)/p(x) up to the chosen form: float64, shape (training rows,), mean 1. A row that
            looks like test weighs more.
        p_test_train: The probability that a training row is of test, were both sides of one size: out of fold and calibrated, in (0, 1).
        p_test: The same of every test row, shape (test rows,).
        cv_fold: The fold of every training row to train and score a model in, int64: that in which the discriminator held it out.
        groups: A number that the rows of a group share, int64, by training row; ``None`` after :func:`load` where it was not kept.
        notes: What the program chose: which fields were compared, and what was left out.
    """

    summary: Mapping[str, Any]

    def __init__(
        self, report: bytes, model: bytes, figures: "_Figures", train: Rows, test: Rows, reading: Sequence[str] = (),
        names: Optional[Sequence[str]] = None, notes: Sequence[str] = (),
    ) -> None:
        self._report, self._model, self._figures = report, model, figures
        self._train, self._test, self._reading, self._names = train, test, list(reading), names
        self.summary = json.loads(report)
        self.notes = list(notes)
        self.weights = figures.weights
        self.p_test_train = figures.p_test_train
        self.p_test = figures.p_test
        self.cv_fold = figures.folds
        self.groups = figures.groups
        self._read_files()

    def _read_files(self) -> None:
        for side in (self._train, self._test):
            if isinstance(side, Files):
                side.read = partial(self._rows_of_files, side)

    def __getstate__(self) -> Dict[str, Any]:
        return {**self.__dict__, "_train": _unbound(self._train), "_test": _unbound(self._test)}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._read_files()

    def __deepcopy__(self, _: Any) -> "Shift":
        return self

    # Figures.

    @property
    def verdict(self) -> str:
        """``"shift"``, ``"difference"`` (too small or on too few rows to weigh), ``"noShift"`` or ``"tooFewGroups"``; but for the first, all
        weights are 1."""
        return cast(str, self.summary["discriminator"]["verdict"])

    @property
    def auc(self) -> Optional[float]:
        """How often a test row looks more like test than a training row does: 0.5 for no difference, 1 for two sides that never look alike;
        ``None`` where there were too few groups to compare."""
        return self._separability("auc")

    @property
    def auc_interval(self) -> Optional[Tuple[float, float]]:
        """The 95% interval of :attr:`auc`."""
        low, high = self._separability("lower"), self._separability("upper")
        return None if low is None or high is None else (low, high)

    @property
    def p_value(self) -> Optional[float]:
        """How likely an AUC so far above 0.5 is if there is no shift, in [0, 1]."""
        return self._separability("pValue")

    def _separability(self, name: str) -> Optional[float]:
        return cast(Optional[float], (self.summary.get("separability") or {}).get(name))

    @property
    def trusted(self) -> bool:
        """Whether all conditions hold under which the weights can be trusted; docs/trust.md has them."""
        return bool(self.summary["trust"]["isTrusted"])

    @property
    def reasons(self) -> List[Reason]:
        """The conditions that do not hold; none where :attr:`trusted`."""
        return [Reason(failure["condition"], failure.get("found"), failure["sentence"]) for failure in self.summary["trust"]["failures"]]

    @property
    def effective_rows(self) -> float:
        """How many rows without weights are as good as the weighted training rows, (Σw)²/Σw²."""
        fit = self.summary["fit"]
        return float(fit["effectiveRows"] if fit.get("effectiveRows") is not None else self.summary["weights"]["effectiveRows"])

    @property
    def fields(self) -> List[str]:
        """The fields that were compared."""
        return [field["name"] for field in self.summary["fields"] if field["isUsed"]]

    # Rows.

    def weighted(self, *, folds: bool = False, overwrite: bool = False) -> Any:
        """The training rows with ``sample_weight`` and ``p_test``.

        Args:
            folds: Whether to add ``cv_fold`` too, the folds to train and score a model in.
            overwrite: Whether columns of these names may be replaced.

        Returns:
            All training rows in their order, of the type that came in: a frame, a table, a data set; dictionaries for texts, dictionaries and
            files, a table of Arrow for Parquet and Arrow files.

        Raises:
            Error: There are columns of these names.
        """
        values: Dict[str, Any] = {WEIGHT: self.weights, SCORE: self.p_test_train}
        if folds:
            values[FOLD] = self.cv_fold
        taken = set(self._train.columns() or ()) & set(values)
        if not self._train.columns() and not self._train.are_files:
            taken = {name for row in self._train.data if not isinstance(row, str) for name in values if name in row}
        if taken and not overwrite:
            raise Error(f'train has "{sorted(taken)[0]}" already; overwrite=True replaces it', kind="keyExists", file="train")
        return self._train.with_columns(values)

    def examples(self, side: str = "test", count: int = 20, *, least: bool = False) -> Any:
        """The rows of a side that look most like test.

        Args:
            side: ``"train"`` or ``"test"``.
            count: How many; all if there are fewer.
            least: Those that look least like it.

        Returns:
            The rows of the type that came in, the most extreme one first, with ``row`` (their position), ``p_test`` and, of train,
            ``sample_weight``.
        """
        if side not in ("train", "test"):
            raise Error(f'side is "{side}", expected "train" or "test"', kind="option")
        rows, scores = (self._train, self.p_test_train) if side == "train" else (self._test, self.p_test)
        order = np.argsort(scores if least else -scores, kind="stable")[:max(count, 0)].astype(np.int64)
        values = {"row": order, SCORE: scores[order], **({WEIGHT: self.weights[order]} if side == "train" else {})}
        return rows_of(rows.take(order), side).with_columns(values)

    def term_rows(self) -> List[Dict[str, Any]]:
        """:attr:`terms` as dictionaries."""
        details = {
            (term["field"], term["term"]): term for term in (self.summary.get("details") or {}).get("terms", [])}
        found: List[Dict[str, Any]] = []
        for toward, key in (("test", "towardsTest"), ("train", "towardsTrain")):
            for term in self.summary["terms"][key]:
                more = details.get((term["field"], term["term"]), {})
                found.append({
                    "term": term["term"], "field": term["field"], "toward": toward, "train_rows": term["trainRows"],
                    "test_rows": term["testRows"], "train_share": more.get("trainShare"), "test_share": more.get("testShare"),
                    "z": more.get("z"), "q_value": more.get("qValue"), "contribution": term.get("contribution")})
        return found

    @property
    def terms(self) -> Any:
        """The words and phrases that moved, in the type of frame that came in: ``term``, ``field``, ``toward`` (the side that has more of it),
        rows and shares of both sides, ``z``, ``q_value``, and its part of the discriminator."""
        return table(self.term_rows(), list(_TERM_COLUMNS), self._train)

    # Splits.

    def split(
        self, size: Union[None, int, float] = None, *, seed: Optional[int] = None, method: str = "resample",
        progress: Optional[bool] = None,
    ) -> Split:
        """Takes a validation set that is like test from the training rows.

        Args:
            size: A share of the training rows to set aside and draw from, in (0, 1]; or a number of draws, at least 1. By default that of
                the analysis.
            seed: Another seed, another set; by default that of the analysis.
            method: ``"resample"``, ``"weighted"``, ``"without-replacement"`` or ``"top"``, as of ``textshift split``.
            progress: Whether to show progress; by default where somebody looks.

        Raises:
            Error: The rows are not at hand, or an option is out of range.
        """
        if size is None and seed is None and method == "resample" and self._figures.validation is not None:
            return Split(
                self._figures.validation, None, cast(Any, self._figures.remaining), cast(Any, self._figures.remaining_weights))
        arguments = ["--method", method]
        if isinstance(size, (bool, np.bool_)):
            raise Error(f"size is {size}, expected a share or a number of rows", kind="option")
        if isinstance(size, (float, np.floating)):
            arguments += ["--pool", repr(float(size))]
        elif size is not None:
            arguments += ["--size", str(int(size))]
        if seed is not None:
            arguments += ["--seed", str(seed)]
        return self._splits(arguments, progress)[0]

    def _splits(self, arguments: Sequence[str], progress: Optional[bool]) -> List[Split]:
        with Run() as run:
            place = run.take("figures")
            self._run(run, "split", [*arguments, "--figures", place], progress)
            parts = [json.loads(line) for line in run.taken("figures")]
        return [
            Split(
                np.array(part["validation"], np.int64),
                None if part.get("validationWeights") is None else np.array(part["validationWeights"], np.float64),
                np.array(part["remaining"], np.int64), np.array(part["remainingWeights"], np.float64))
            for part in parts]

    def validation(
        self, size: Union[None, int, float] = None, *, seed: Optional[int] = None, progress: Optional[bool] = None
    ) -> Integers:
        """Positions of training rows that together are like test: the validation set.

        A share of the groups is set aside first; rows are drawn from it with replacement, each as often as its weight says. Keep the repeats: without
        them the set is no longer like test.

        Args:
            size, seed, progress: As of :meth:`split`.

        Returns:
            int64, shape (draws,), with repeats. Train on :meth:`split`'s ``remaining``, which has no group of these rows.
        """
        return self.split(size, seed=seed, progress=progress).validation

    def folds(
        self, n: int = 5, *, seed: Optional[int] = None
    ) -> List[Tuple[Integers, Integers]]:
        """Folds by group for cross-validation.

        Args:
            n: How many, at least 2. With as many as the discriminator had (5), they are its own, :attr:`cv_fold`.
            seed: Another seed, other folds; not the discriminator's then.

        Returns:
            Pairs of positions (to train on, to score), as scikit-learn's ``cv=`` takes them; every row is scored once. Scores of a model that
            was trained in them go to :meth:`estimate`.

        Raises:
            Error: There are fewer groups than folds.
        """
        fold = self.fold_of_row(n, seed=seed)
        rows = np.arange(len(fold), dtype=np.int64)
        return [(rows[fold != number], rows[fold == number]) for number in range(n)]

    def fold_of_row(self, n: int = 5, *, seed: Optional[int] = None) -> Integers:
        """The fold of every training row, in 0..<n; :meth:`folds` as numbers."""
        if n < 2:
            raise Error(f"folds is {n}, expected 2 or more", kind="option")
        own: Integers = self.cv_fold
        if seed is None and len(own) and own.min() >= 0 and own.max() + 1 == n:
            return own
        if self.groups is None:
            arguments = ["--method", "kfold", "--folds", str(n)] + ([] if seed is None else ["--seed", str(seed)])
            fold = np.zeros(len(self.weights), np.int64)
            for number, part in enumerate(self._splits(arguments, None)):
                fold[part.validation] = number
            return fold
        groups, place, counts = np.unique(self.groups, return_inverse=True, return_counts=True)
        if len(groups) < n:
            raise Error(f"there are {len(groups)} groups, fewer than {n} folds", kind="option")
        dealt = _dealt(counts, n, int(self.summary["options"]["seed"]) if seed is None else seed)
        return cast(Integers, dealt[place.reshape(-1)])

    # What follows.

    def estimate(
        self, scores: Any = None, *, metric: Optional[str] = None, labels: Any = None, predictions: Any = None,
        confidence: Optional[Tuple[Any, Any]] = None, probabilities: Optional[Tuple[Any, Any]] = None,
        classes: Optional[Sequence[Any]] = None, labelled_test: Any = None, rows: Any = None,
        arguments: Sequence[str] = (), progress: Optional[bool] = None,
    ) -> Union[Estimate, Dict[str, Estimate]]:
        """What a model will score on the test rows, with an interval.

        Args:
            scores: What the model scored on each training row that it was *not* trained on (out of fold, in :attr:`cv_fold`), for example 1 for
                a right answer and 0 for a wrong one: shape (training rows,), NaN for rows without a score. A mapping from names of metrics
                to such arrays gives several estimates.
            metric: What to call the metric; with ``labels``, which one to return.
            labels, predictions: In place of scores: true and predicted label of each training row, for accuracy and F1. With ``probabilities``
                the predictions may be left out: they are then the likeliest classes.
            confidence: How sure the model was of its prediction, for the training rows and for the test rows, in [0, 1]: a pair of arrays.
                It costs nothing and counts most.
            probabilities: The probabilities of all classes, for the training rows (out of fold) and for the test rows: a pair of arrays of
                shape (rows, classes), as ``predict_proba`` gives them. They are confidences too, and with labels macro F1 and AUC get a road
                by them.
            classes: The classes in the order of the columns, as ``classes_`` has them; by default the sorted labels.
            labelled_test: Scores of a few test rows that were labelled, which then decide the figure: a pair of arrays, positions and scores
                (a mapping of them where ``scores`` is one), and optionally a third, the probabilities with which the rows were drawn;
                without it they are taken to be drawn at random. With ``labels`` it is positions, labels and predictions, and optionally
                the probabilities.
            rows: Positions of the training rows that the arrays are of, where they are not of all.
            arguments: More arguments of ``textshift estimate``.
            progress: Whether to show progress; by default where somebody looks.

        Returns:
            An :class:`Estimate`; for a mapping, or for labels without ``metric``, a dictionary of them by name.

        Raises:
            Error: Arrays are of other lengths, or something is no number.
        """
        asked = records_of(
            scores, metric, labels, predictions, confidence, probabilities, classes, labelled_test, rows, len(self.weights), len(self.p_test))
        with Run() as run:
            place = run.take("estimates")
            run.feed("scores", asked.scores)
            options = ["scores", "--format", "jsonl", "--output", place, "--quiet", *asked.arguments, *arguments]
            if asked.test_confidences is not None:
                options += ["--test-confidences", run.give("test-confidences", asked.test_confidences)]
            if asked.labelled_test is not None:
                options += ["--labelled-test", run.give("labelled-test", asked.labelled_test)]
            self._run(run, "estimate", options, progress)
            found = estimates_of(json.load(run.taken("estimates")))
        if metric is not None and asked.is_single:
            if metric not in found:
                raise Error(f'there is no estimate of "{metric}"; there are: {", ".join(found)}', kind="metric")
            return found[metric]
        return next(iter(found.values())) if asked.is_single else found

    def check(
        self, *, max_auc: Optional[float] = None, min_effective: Union[None, int, str] = None, min_groups: Optional[int] = None,
        max_left: Union[None, float, str] = None, mean_ratio: Optional[Tuple[float, float]] = None,
        max_no_support: Union[None, float, str] = None, max_duplicates: Union[None, float, str] = None, trusted: bool = False,
    ) -> str:
        """Holds the analysis against limits.

        Args:
            max_auc: The largest AUC, 0.5 to 1.
            min_effective: The smallest effective sample size: rows, or a share such as ``"30%"``.
            min_groups: The smallest effective number of groups.
            max_left: The largest share of the difference that weighting may leave, such as 0.3 or ``"30%"``.
            mean_ratio: The least and the greatest mean density ratio.
            max_no_support: The largest share of test that train does not cover.
            max_duplicates: The largest share of test that is in train too.
            trusted: The weights must be trusted.

        Returns:
            What was found of each, as a table in Markdown.

        Raises:
            GateError: A limit is not kept; it is an ``AssertionError`` too.
            Error: No limit was given, or one is out of range.
        """
        limits: Dict[str, Any] = {
            "--max-auc": max_auc, "--min-ess": min_effective, "--min-groups": min_groups, "--max-left": max_left,
            "--mean-ratio": None if mean_ratio is None else f"{mean_ratio[0]}:{mean_ratio[1]}", "--max-no-support": max_no_support,
            "--max-duplicates": max_duplicates}
        arguments = [str(word) for pair in limits.items() if pair[1] is not None for word in pair] + (["--trusted"] if trusted else [])
        with Run() as run:
            self._give(run)
            printed, status = run.start(["check", ".", *arguments]).finish()
            if status:
                raise GateError(run.said(), printed.decode())
        return printed.decode()

    def report(self, path: Union[str, "os.PathLike[str]"], *, language: str = "auto", overwrite: bool = True) -> str:
        """Writes the report for people.

        Args:
            path: A file that ends in .html or .md.
            language: ``"en"``, ``"zh"``, or ``"auto"`` for TEXTSHIFT_LANG, else that of the texts.
            overwrite: Whether a file that is there is replaced.

        Returns:
            The path.
        """
        path = os.fspath(path)
        with Run() as run:
            self._give(run)
            arguments = ["report", ".", "--output", os.path.abspath(path), "--language", language]
            run.start(arguments + (["--force"] if overwrite else [])).finish()
        return path

    def save(self, folder: Union[str, "os.PathLike[str]"], *, rows: bool = False, overwrite: bool = False) -> str:
        """Writes what :func:`load` and the commands of the program read: report.json, the model, the figures of every row, and the reports.

        Args:
            folder: Made if it does not exist.
            rows: Whether to write the rows too, in the clear: :meth:`estimate` and :meth:`split` of a loaded analysis need them. Files that
                the program read are found again where they were.
            overwrite: Whether results that are there may be replaced.

        Returns:
            The folder.

        Raises:
            Error: It holds results.
        """
        folder = os.path.abspath(os.fspath(folder))
        if os.path.exists(os.path.join(folder, REPORT)) and not overwrite:
            raise Error(f"{folder} holds results already; overwrite=True replaces them", kind="outputHoldsResults")
        os.makedirs(folder, exist_ok=True)
        # All of it, or nothing: each file gets its name when all are there.
        hidden = tempfile.mkdtemp(prefix=".textshift-", dir=folder)
        try:
            paths = {name: getattr(self, f"_{name}").data if getattr(self, f"_{name}").are_files else [] for name in ("train", "test")}
            run = {"seconds": {}, "inputBytes": 0, "threads": 1, "paths": paths}
            contents = {REPORT: self._report, MODEL: self._model, FIGURES: self._figures.lines(), RUN: json.dumps(run).encode()}
            for name, content in contents.items():
                with open(os.path.join(hidden, name), "wb") as file:
                    file.write(content)
            for side, data in (("train", self._train), ("test", self._test)):
                if rows and not data.are_files:
                    with open(os.path.join(hidden, f"{side}.jsonl"), "wb") as file:
                        file.writelines(data.lines(self._names))
            with Run() as program:
                program.start(["report", hidden]).finish()
            for name in os.listdir(hidden):
                os.replace(os.path.join(hidden, name), os.path.join(folder, name))
        finally:
            shutil.rmtree(hidden, ignore_errors=True)
        return folder

    def score(self, data: Any, *, progress: Optional[bool] = None) -> Tuple[
            Floats, Floats]:
        """The weights and ``p_test`` of any rows by the model: those that it was fitted on out of fold, all others by the mean of the folds.

        Args:
            data: Rows, as :func:`analyze` takes them, with the fields that were compared.
            progress: Whether to show progress; by default where somebody looks.

        Returns:
            Two arrays, float64, shape (rows,): weights on the scale on which the training rows have mean 1, and p_test.
        """
        found = [json.loads(line) for line in self._scored(rows_of(data, "new"), only_scores=True, progress=progress)]
        return (np.array([row[WEIGHT] for row in found], np.float64), np.array([row[SCORE] for row in found], np.float64))

    def weights_of(self, data: Any) -> Floats:
        """The weights of rows by what they are, wherever they stand: as of :attr:`weights` for training rows, by the model for others.

        Args:
            data: Rows, as :func:`analyze` takes them; texts where one field was compared.

        Returns:
            float64, shape (rows,).
        """
        return self.score(data)[0]

    def _scored(self, data: Rows, *, only_scores: bool, progress: Optional[bool] = None) -> List[bytes]:
        with Run() as run:
            run.give(MODEL, self._model)
            if isinstance(data, Files):
                arguments = [*self._reading, *data.data]
            else:
                arguments = ["--format", "jsonl", run.feed("new", _renamed(data, self.fields))]
            options = ["--only-scores"] if only_scores else ["--overwrite-keys"]
            printed, _ = run.start(["score", "--model", MODEL, "--quiet", *options, *arguments]).finish()
        return printed.splitlines()

    def _rows_of_files(self, files: Files) -> List[Any]:
        rows = [json.loads(line) for line in self._scored(files, only_scores=False)]
        for row in rows:
            row.pop(WEIGHT, None)
            row.pop(SCORE, None)
        return rows

    def _give(self, run: Run) -> None:
        run.give(REPORT, self._report)
        run.give(MODEL, self._model)

    def _run(self, run: Run, verb: str, arguments: Sequence[str], progress: Optional[bool]) -> None:
        """Runs a verb that reads both corpora again."""
        self._give(run)
        options: List[str] = []
        for side, data in (("train", self._train), ("test", self._test)):
            if isinstance(data, Files):
                options += [word for path in data.data for word in (f"--{side}", path)]
            else:
                options += [f"--{side}", run.feed(side, data.lines(self._names))]
        shown = Progress(progress)
        try:
            run.start([verb, ".", *arguments, *options]).finish(shown.show)
        finally:
            shown.clear()

    def _repr_html_(self) -> str:
        return page(self)

    def __repr__(self) -> str:
        auc = "" if self.auc is None else f", auc={self.auc:.3f}"
        return f"<textshift.Shift {self.verdict}{auc}, trusted={self.trusted}, {len(self.weights)} + {len(self.p_test)} rows>"


_TERM_COLUMNS = (
    "term", "field", "toward", "train_rows", "test_rows", "train_share", "test_share", "z", "q_value", "contribution")


class _Figures:
    """The figures of every row."""

    weights: Floats

    def __init__(self, lines: Iterable[bytes]) -> None:
        parts: Dict[Tuple[str, str], List[Any]] = {}
        for line in lines:
            row = json.loads(line)
            side = row.pop("side")
            row.pop("first", None)
            for name, values in row.items():
                whole = name in ("fold", "group", "rows")
                parts.setdefault((side, name), []).append(np.array(values, np.int64 if whole else np.float64))

        def joined(side: str, name: str, kind: Any) -> Any:
            return _fixed(np.concatenate(parts.get((side, name), [np.zeros(0, kind)])))

        self.weights = joined("train", WEIGHT, np.float64)
        self.p_test_train = joined("train", SCORE, np.float64)
        self.p_test = joined("test", SCORE, np.float64)
        self.folds = joined("train", "fold", np.int64)
        self.groups: Optional[Any] = joined("train", "group", np.int64)
        self.test_folds, self.test_groups = joined("test", "fold", np.int64), joined("test", "group", np.int64)
        self.validation: Optional[Any] = joined("validation", "rows", np.int64)
        self.remaining: Optional[Any] = joined("remaining", "rows", np.int64)
        self.remaining_weights: Optional[Any] = joined("remaining", WEIGHT, np.float64)

    @classmethod
    def of_records(cls, train: Iterable[Mapping[str, Any]], test: Iterable[Mapping[str, Any]]) -> "_Figures":
        """The figures of train.weighted.jsonl and test.scored.jsonl."""
        found = cls([])
        rows = [(row[WEIGHT], row[SCORE], row.get(FOLD, -1)) for row in train]
        found.weights = _fixed(np.array([row[0] for row in rows], np.float64))
        found.p_test_train = _fixed(np.array([row[1] for row in rows], np.float64))
        found.folds = _fixed(np.array([row[2] for row in rows], np.int64))
        found.p_test = _fixed(np.array([row[SCORE] for row in test], np.float64))
        found.groups = found.validation = found.remaining = found.remaining_weights = None
        return found

    def lines(self) -> bytes:
        """As the program writes them."""
        lines: List[Dict[str, Any]] = [
            {"side": "train", "first": 0, WEIGHT: self.weights.tolist(), SCORE: self.p_test_train.tolist(), "fold": self.folds.tolist()},
            {"side": "test", "first": 0, SCORE: self.p_test.tolist()}]
        if self.groups is not None:
            lines[0]["group"] = self.groups.tolist()
            lines[1].update({"fold": self.test_folds.tolist(), "group": self.test_groups.tolist()})
        if self.validation is not None and self.remaining is not None and self.remaining_weights is not None:
            lines.append({"side": "validation", "rows": self.validation.tolist()})
            lines.append({"side": "remaining", "rows": self.remaining.tolist(), WEIGHT: self.remaining_weights.tolist()})
        return "".join(json.dumps(line) + "\n" for line in lines).encode()


def _fixed(array: Any) -> Any:
    array.flags.writeable = False
    return array


def _unbound(rows: Rows) -> Rows:
    """Files without their reader, which is no value."""
    return Files(rows.data) if isinstance(rows, Files) else rows


def _dealt(counts: "np.ndarray[Any, Any]", n: int, seed: int) -> Integers:
    """A fold for every group: the largest first, each to the fold with the fewest rows; equals in an order by the seed."""
    order = np.random.Generator(np.random.PCG64(seed)).permutation(len(counts))
    order = order[np.argsort(-counts[order], kind="stable")]
    rows, fold = [0] * n, np.zeros(len(counts), np.int64)
    for group in order.tolist():
        least = rows.index(min(rows))
        fold[group] = least
        rows[least] += int(counts[group])
    return fold


def _renamed(data: Rows, fields: Sequence[str]) -> Iterable[bytes]:
    """Rows for a model: texts alone are its only field."""
    columns = data.columns()
    if columns is not None and len(columns) == 1 and len(fields) == 1 and columns != list(fields):
        return _texts_as(data, columns[0], fields[0])
    if columns is None and len(fields) == 1 and fields[0] != "text" and all(isinstance(row, str) for row in data.data):
        return _texts_as(data, "text", fields[0])
    return data.lines(None)


def _texts_as(data: Rows, own: str, name: str) -> Iterable[bytes]:
    start, other = (b"{" + json.dumps(key, ensure_ascii=False).encode() + b": " for key in (own, name))
    for lines in data.lines(None):
        # Only the start of a line is a key: a line's end in a text is escaped.
        yield b"".join(other + line[len(start):] for line in lines.splitlines(keepends=True))


def analyze(
    train: Any, test: Any, *, text: Union[None, str, Sequence[str]] = None, test_text: Optional[Mapping[str, str]] = None,
    group: Optional[str] = None, id: Optional[str] = None, ignore: Union[str, Sequence[str]] = (),
    ignore_form: Union[str, Sequence[str]] = (), weight: str = "ratio", folds: int = 5, seed: int = 42, pool: float = 0.2,
    validation_size: Optional[int] = None, permutations: Optional[int] = None, drop_shifted: Optional[float] = None,
    fit_rows: Optional[int] = None, fit_memory: Optional[str] = None, format: Optional[str] = None, encoding: Optional[str] = None,
    on_error: str = "stop", threads: Optional[int] = None, arguments: Sequence[str] = (), progress: Optional[bool] = None,
) -> Shift:
    """Compares a training with a test corpus: what shifted, and how much each training row should count to undo it.

    Args:
        train: The labelled corpus: texts, dictionaries, a frame or series of pandas or Polars, a table of Arrow, a data set of Hugging Face,
            any iterable of texts or dictionaries; or the path or pattern of files (JSON lines, JSON, CSV, TSV, CoNLL, SQuAD, plain text,
            gzip or zstd; Parquet and Arrow with the extra ``parquet``), or a list of :class:`pathlib.Path`.
        test: The unlabelled corpus, of any of these types.
        text: The columns to compare; by default all that hold text on both sides. ``"name=key.path"`` names a nested one.
        test_text: What test calls a column, by its name in train.
        group: Rows with the same value of this column stay together; ``"none"`` for exact duplicates alone. By default by what repeats.
        id: The column that names a row; never compared.
        ignore: Columns that are not compared.
        ignore_form: Kinds of form that are not seen, such as ``"case"`` or ``"surface"``.
        weight: How the density ratio becomes a weight: ``"ratio"``, ``"relative:ALPHA"``, ``"clip:C"``, ``"discriminator"``.
        folds: Folds of cross-fitting, 2 to 64.
        seed: Everything random follows from it; threads and the order of rows change nothing.
        pool: Share of the training rows that the validation set is drawn from, in (0, 1].
        validation_size: Draws for the validation set; by default as many as the pool has rows.
        permutations: Refit so many times for the p-value (slow).
        drop_shifted: Keep from the discriminator what tells the sides apart until its AUC is below this.
        fit_rows, fit_memory: Bounds of the fit, as of the program: 200,000 rows a side, ``"512MiB"``. Beyond, rows are scored by the model.
        format, encoding: How files are written, where that is not to be found out.
        on_error: ``"stop"``, or ``"skip"`` for lines of files that are no records.
        threads: By default all processors.
        arguments: More arguments of ``textshift analyze``.
        progress: Whether to show a line with the progress; by default in a notebook and on a terminal.

    Returns:
        A :class:`Shift`. Arrays are in the order of the rows that came in.

    Raises:
        Error: The program's sentence about what is wrong; with ``row`` where a row is.
        MissingExtra: A package is needed that is not installed.
        FileNotFoundError: The program is not installed.

    >>> train = ["the room was clean and quiet"] * 4 + ["cold soup and slow waiters"] * 4
    >>> shift = analyze(train, ["the soup was cold"] * 8)
    >>> shift.verdict, shift.weights.shape, shift.p_test.shape
    ('tooFewGroups', (8,), (8,))
    """
    sides = {"train": rows_of(train, "train"), "test": rows_of(test, "test")}
    fields = _listed(text)
    options: List[str] = ["--seed", str(seed), "--folds", str(folds), "--weight", weight, "--pool", repr(float(pool))]
    options += [word for field in fields for word in ("--field", field)]
    options += [word for name, own in (test_text or {}).items() for word in ("--test-field", f"{name}={own}")]
    options += [word for name in _listed(ignore) for word in ("--ignore-field", name)]
    options += [word for name in _listed(ignore_form) for word in ("--ignore-form", name)]
    given: Dict[str, Any] = {
        "--group": group, "--id": id, "--validation-size": validation_size, "--permutations": permutations,
        "--drop-shifted": drop_shifted, "--fit-rows": fit_rows, "--fit-memory": fit_memory, "--threads": threads}
    options += [str(word) for pair in given.items() if pair[1] is not None for word in pair]
    reading = [word for option, value in (("--format", format), ("--encoding", encoding)) if value is not None for word in (option, value)]
    names: Optional[List[str]] = None
    if fields and group is not None:
        # Nothing else is looked at: groups are not looked for among the other columns.
        names = _tops([*fields, *(test_text or {}).values(), *[name for name in (group, id) if name and name != "none"]], sides.values())
    shown = Progress(progress)
    fed: Dict[str, List[int]] = {"train": [], "test": []}
    with Run() as run:
        command = ["analyze", *options, "--on-error", on_error, "--overwrite-keys", "--quiet"]
        for side, rows in sides.items():
            if isinstance(rows, Files):
                command += [word for path in rows.data for word in (f"--{side}", path)]
            else:
                command += [f"--{side}", run.feed(side, _counted(rows.lines(names), fed[side]))]
        are_files = [rows.are_files for rows in sides.values()]
        command += reading if all(are_files) else [] if any(are_files) else ["--format", "jsonl"]
        for name in ("report", "figures", "model"):
            command += [f"--{name}", run.take(name)]
        try:
            run.start([*command, *arguments]).finish(shown.show)
        finally:
            shown.clear()
        figures = _Figures(run.taken("figures"))
        for side, found in (("train", len(figures.weights)), ("test", len(figures.p_test))):
            if not sides[side].are_files and found != sum(fed[side]):
                raise Error(
                    f"{side}: {sum(fed[side]) - found} rows were left out, so that figures have no place; leave them out before, or allow longer "
                    'ones: arguments=["--max-record", "256MiB"]', kind="rowsLeftOut", file=side)
        reading = [*(reading if all(are_files) else []), "--on-error", on_error]
        return Shift(
            run.taken("report").read(), run.taken("model").read(), figures, sides["train"], sides["test"], reading, names,
            shown.notes)


def _counted(chunks: Iterable[bytes], counts: List[int]) -> Iterable[bytes]:
    """Chunks of lines; how many lines each has is added to ``counts``."""
    for chunk in chunks:
        counts.append(chunk.count(b"\n"))
        yield chunk


def _listed(names: Union[None, str, Sequence[str]]) -> List[str]:
    return [] if names is None else [names] if isinstance(names, str) else list(names)


def _tops(paths: Sequence[str], sides: Iterable[Rows]) -> Optional[List[str]]:
    """The columns that paths start in; ``None`` for all where one is not there, so that the program says which there are."""
    known = [set(rows.columns() or ()) for rows in sides]
    chosen: List[str] = []
    for path in paths:
        own = path.split("=", 1)[-1]
        for name in (own, own.split(".")[0]):
            if any(name in columns for columns in known):
                chosen.append(name)
                break
        else:
            return None
    return chosen


def load(folder: Union[str, "os.PathLike[str]"], train: Any = None, test: Any = None) -> Shift:
    """Reads an analysis that :meth:`Shift.save` or ``textshift analyze --output`` wrote.

    Args:
        folder: The folder.
        train, test: The corpora, for what needs their rows, as they were given to :func:`analyze`; by default the rows that were saved, or the
            files where they were.

    Raises:
        Error: There is no analysis in it.
    """
    folder = os.path.abspath(os.fspath(folder))
    contents: Dict[str, bytes] = {}
    for name in (REPORT, MODEL):
        try:
            with open(os.path.join(folder, name), "rb") as file:
                contents[name] = file.read()
        except OSError as error:
            raise Error(f"{folder} is not the folder of an analysis: {name}: {error.strerror}", kind="fileMissing") from None
    try:
        summary = json.loads(contents[REPORT])
        options = summary["options"]
    except (ValueError, KeyError, TypeError):
        raise Error(f"{folder}: {REPORT} is not a report of textshift", kind="reportMalformed") from None
    if os.path.exists(os.path.join(folder, FIGURES)):
        with open(os.path.join(folder, FIGURES), "rb") as file:
            figures = _Figures(file)
    else:
        figures = _Figures.of_records(_records(folder, "train.weighted.jsonl"), _records(folder, "test.scored.jsonl"))
    sides: Dict[str, Rows] = {}
    for side, data in (("train", train), ("test", test)):
        saved = os.path.join(folder, f"{side}.jsonl")
        paths = _paths(folder, side)
        if data is not None:
            sides[side] = rows_of(data, side)
        elif os.path.exists(saved):
            with open(saved, "rb") as file:
                sides[side] = rows_of([json.loads(line) for line in file], side)
        else:
            sides[side] = Files(paths) if paths else _Absent(side)
    formats = {summary["inputs"][side]["format"] for side in ("train", "test")}
    reading = ["--format", formats.pop()] if len(formats) == 1 else []
    reading += ["--encoding", options["encoding"]] if options.get("encoding") else []
    reading += ["--on-error", "skip"] if options.get("onError") == "skip" else []
    return Shift(contents[REPORT], contents[MODEL], figures, sides["train"], sides["test"], reading)


class _Absent(Rows):
    """Rows that were not kept."""

    def __init__(self, side: str) -> None:
        super().__init__([])
        self._error = Error(f"the rows of {side} are not at hand: give them to load({side}=…)", kind="rowsAbsent", file=side)

    def lines(self, names: Optional[Sequence[str]]) -> Any:
        raise self._error

    def take(self, rows: Any) -> Any:
        raise self._error

    def with_columns(self, values: Any) -> Any:
        raise self._error


def _records(folder: str, name: str) -> List[Mapping[str, Any]]:
    import gzip

    path = os.path.join(folder, name)
    opened: IO[bytes]
    try:
        opened = open(path, "rb") if os.path.exists(path) else cast(IO[bytes], gzip.open(path + ".gz", "rb"))
    except OSError:
        raise Error(f"{folder} has neither {FIGURES} nor {name}", kind="fileMissing") from None
    with opened as file:
        return [json.loads(line) for line in file]


def _paths(folder: str, side: str) -> List[str]:
    try:
        with open(os.path.join(folder, RUN), "rb") as file:
            return [path for path in json.load(file)["paths"][side] if path != "-"]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def train_test_split_like(
    train: Any, test: Any, *arrays: Any, test_size: Union[None, int, float] = 0.2, random_state: int = 42, return_weights: bool = False,
    **options: Any,
) -> List[Any]:
    """Splits training rows as scikit-learn's ``train_test_split`` does, but so that the second part is like ``test``.

    Args:
        train: The training rows, as of :func:`analyze`.
        test: The rows that the second part is to be like.
        arrays: Labels and such, one entry for each training row; split likewise. Anything that numpy's or pandas' indexing splits.
        test_size: As ``size`` of :meth:`Shift.split`.
        random_state: The seed.
        return_weights: Whether the weights of the first part, mean 1, come last.
        options: Of :func:`analyze`.

    Returns:
        ``[train_part, validation_part, array_part, array_validation_part, …]``. A row may be in the validation part several times; no group is in
        both parts.

    Raises:
        Error: As of :func:`analyze`; an array of another length.

    >>> rows = [f"{one} {two} and {three}" for one in ("soup", "tea", "room") for two in ("hot", "cold", "small") for three in ("new", "old", "dear")]
    >>> kept, like_test, y, y_like_test = train_test_split_like(rows, [row for row in rows if "soup" in row], list(range(27)))
    >>> len(kept) == len(y), len(like_test) == len(y_like_test), set(kept) & set(like_test)
    (True, True, set())
    """
    # The set that the analysis itself draws, so that the corpora are read once.
    drawn = {"pool": float(test_size)} if isinstance(test_size, (float, np.floating)) else {"validation_size": test_size}
    shift = analyze(train, test, **{"seed": random_state, **drawn, **options})
    count = len(shift.weights)
    for place, array in enumerate(arrays):
        if _length(array) != count:
            raise Error(f"array {place} has {_length(array)} entries, expected {count}: one for each training row", kind="length")
    parts = shift.split()
    order = np.sort(parts.remaining)
    found: List[Any] = []
    takers: List[Any] = [shift._train, *map(_Array, arrays)]
    for data in takers:
        found += [data.take(order), data.take(parts.validation)]
    if return_weights:
        found.append(parts.remaining_weights[np.argsort(parts.remaining, kind="stable")])
    return found


def _length(array: Any) -> int:
    return int(array.shape[0]) if hasattr(array, "shape") else len(array)


class _Array:
    """An array, a sparse matrix, a list or a series."""

    def __init__(self, data: Any) -> None:
        self._data = data

    def take(self, rows: Any) -> Any:
        if hasattr(self._data, "iloc"):
            return self._data.iloc[rows]
        if isinstance(self._data, (list, tuple)):
            return [self._data[row] for row in rows.tolist()]
        return self._data[rows]
