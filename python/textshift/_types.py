"""Names of types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    #: An array of float64.
    Floats = np.ndarray[Any, np.dtype[np.float64]]
    #: An array of int64.
    Integers = np.ndarray[Any, np.dtype[np.int64]]
    #: An array of bool.
    Flags = np.ndarray[Any, np.dtype[np.bool_]]
else:
    Floats = Integers = Flags = np.ndarray
