"""Tables of the type that came in."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Sequence

from ._rows import Arrow, ArrowFile, HuggingFace, Pandas, Polars, Rows


def table(rows: List[Dict[str, Any]], columns: Sequence[str], like: Rows) -> Any:
    """A table of dictionaries as a frame of pandas or Polars or a table of Arrow, as the corpus was; else as they are."""
    values: Mapping[str, List[Any]] = {name: [row.get(name) for row in rows] for name in columns}
    if isinstance(like, Pandas):
        import pandas

        return pandas.DataFrame(values, columns=list(columns))
    if isinstance(like, Polars):
        import polars

        return polars.DataFrame(values)
    if isinstance(like, (Arrow, ArrowFile)):
        import pyarrow

        return pyarrow.table(values)
    if isinstance(like, HuggingFace):
        import datasets

        return datasets.Dataset.from_dict(dict(values))
    return rows
