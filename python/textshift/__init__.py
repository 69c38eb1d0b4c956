"""textshift: what shifted between a training and a test corpus of texts, and weights that undo it.

    >>> import textshift as ts
    >>> rooms = [f"a {size} {kind} room by the {place}" for size in ("quiet", "large", "dark", "clean", "sunny", "small")
    ...          for kind in ("single", "double", "corner", "family") for place in ("park", "sea", "station")]
    >>> soups = [f"{taste} {kind} soup from the {place}" for taste in ("cold", "salty", "fresh", "green", "sweet", "mild")
    ...          for kind in ("onion", "bean", "lentil", "fish") for place in ("market", "tavern", "cellar")]
    >>> shift = ts.analyze(rooms + soups[::2], soups[1::2])
    >>> shift.verdict
    'shift'
    >>> bool(shift.weights[len(rooms):].mean() > 2 * shift.weights[:len(rooms)].mean())
    True

The work is done by the program ``textshift``, which the package brings; :func:`executable` says where it is. Rows go to it through pipes, and
nothing of them is written to a disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from ._errors import Error, GateError, MissingExtra
from ._estimate import Estimate, Road
from ._program import executable
from ._shift import Reason, Shift, Split, analyze, load, train_test_split_like

if TYPE_CHECKING:
    from .sklearn import DensityRatioWeighter as DensityRatioWeighter
    from .sklearn import ImportanceWeightedScorer as ImportanceWeightedScorer
    from .sklearn import ShiftCV as ShiftCV

    #: The version of the program, such as "0.1.0".
    __version__: str

__all__ = [
    "DensityRatioWeighter", "Error", "Estimate", "GateError", "ImportanceWeightedScorer", "MissingExtra", "Reason", "Road", "Shift",
    "ShiftCV", "Split", "__version__", "analyze", "executable", "load", "train_test_split_like",
]

#: What needs scikit-learn is loaded when it is asked for.
_LATER = {"DensityRatioWeighter", "ImportanceWeightedScorer", "ShiftCV"}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from . import sklearn

        return getattr(sklearn, name)
    if name == "__version__":
        return _version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> List[str]:
    return sorted(set(globals()) | _LATER | {"__version__"})


def _version() -> str:
    """That of the program, by which the package was built; where the package was copied without its record, the program is asked."""
    import importlib.metadata
    import subprocess

    try:
        return importlib.metadata.version("textshift")
    except importlib.metadata.PackageNotFoundError:
        return subprocess.run([executable(), "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
