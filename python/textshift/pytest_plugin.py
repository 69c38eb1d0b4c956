"""The fixture ``textshift``: gates on corpora as tests. pytest finds it by its entry point.

    def test_golden(textshift):
        textshift.check("golden.jsonl", "prod.jsonl", max_auc=0.7)
"""

from __future__ import annotations

from typing import Any, Dict, Tuple

import pytest

from ._errors import Error
from ._shift import Shift, analyze

#: The options of :meth:`textshift.Shift.check`.
_LIMITS = frozenset(
    ["max_auc", "min_effective", "min_groups", "max_left", "mean_ratio", "max_no_support", "max_duplicates", "trusted"])


class Gates:
    """Analyses of a test session: corpora that were compared once are not compared again."""

    def __init__(self) -> None:
        self._known: Dict[str, Tuple[Any, Any, Shift]] = {}

    def analyze(self, train: Any, test: Any, **options: Any) -> Shift:
        """:func:`textshift.analyze`."""
        key = repr((id(train) if not isinstance(train, str) else train, id(test) if not isinstance(test, str) else test, sorted(options.items())))
        if key not in self._known:
            # The corpora are kept, so that no other gets their identities.
            self._known[key] = (train, test, analyze(train, test, **options))
        return self._known[key][2]

    def check(self, train: Any, test: Any, **options: Any) -> Shift:
        """Compares two corpora and holds the result against limits.

        Args:
            train, test: As of :func:`textshift.analyze`.
            options: Limits of :meth:`textshift.Shift.check`, and options of :func:`textshift.analyze`.

        Returns:
            The analysis.

        Raises:
            GateError: A limit is not kept: the test fails, with what was found.
        """
        limits = {name: value for name, value in options.items() if name in _LIMITS}
        if not limits:
            raise Error(f"give a limit: {', '.join(sorted(_LIMITS))}", kind="option")
        shift = self.analyze(train, test, **{name: value for name, value in options.items() if name not in _LIMITS})
        shift.check(**limits)
        return shift


@pytest.fixture(scope="session")
def textshift() -> Gates:
    """Compares corpora and checks limits: ``textshift.check(train, test, max_auc=0.7)``."""
    return Gates()
