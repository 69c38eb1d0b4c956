"""Corpora as they come in: what they are, the JSON lines that the program reads, and rows of the same type back."""

from __future__ import annotations

import glob
import json
import math
import os
from collections import Counter
from json.encoder import encode_basestring
from typing import Any, Callable, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

import numpy as np

from ._errors import Error, MissingExtra
from ._types import Integers

#: Rows that are converted at a time.
_SHARE = 2048
#: The name of the only field of rows that are texts.
TEXT = "text"


class Rows:
    """A corpus. What the program reads of it, and what comes back, depends on what it is."""

    #: Whether rows are read by the program itself from files.
    are_files = False

    def __init__(self, data: Any) -> None:
        self.data = data

    def columns(self) -> Optional[List[str]]:
        """The names of all columns; ``None`` where rows have their own."""
        return None

    def lines(self, names: Optional[Sequence[str]]) -> Iterator[bytes]:
        """The rows as JSON lines, a line a row, some lines at a time; of the columns named, or of all."""
        raise NotImplementedError

    def take(self, rows: Integers) -> Any:
        """Some rows, in the order of their positions, of the type that came in."""
        raise NotImplementedError

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        """All rows with more columns, of the type that came in."""
        raise NotImplementedError

    def rename(self, name: str) -> str:
        """What the program knows a column as."""
        return name


class Texts(Rows):
    """A sequence of texts, and of dictionaries."""

    def __init__(self, data: Sequence[Any], side: str) -> None:
        super().__init__(data)
        for row, value in enumerate(data):
            if not isinstance(value, (str, Mapping)):
                found = "None" if value is None else f"a {type(value).__name__}"
                raise Error(
                    f"{side}: row {row} is {found}, expected a text or a dictionary", kind="rowType", file=side, line=row + 1, row=row)

    def lines(self, names: Optional[Sequence[str]]) -> Iterator[bytes]:
        for start in range(0, len(self.data), _SHARE):
            lines: List[str] = []
            for value in self.data[start:start + _SHARE]:
                if isinstance(value, str):
                    lines.append('{"text": %s}\n' % encode_basestring(value))
                else:
                    pairs = value.items() if names is None else [(name, value[name]) for name in names if name in value]
                    lines.append("{%s}\n" % ", ".join(f"{encode_basestring(str(key))}: {_json(own)}" for key, own in pairs))
            yield _bytes("".join(lines))

    def take(self, rows: Integers) -> Any:
        return [self.data[row] for row in rows.tolist()]

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        columns = {name: column.tolist() for name, column in values.items()}
        own = ({TEXT: row} if isinstance(row, str) else dict(row) for row in self.data)
        return [{**row, **{name: column[place] for name, column in columns.items()}} for place, row in enumerate(own)]


class _Columns(Rows):
    """A table: its columns have names, and are read a piece at a time."""

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        """The columns' values, some rows at a time."""
        raise NotImplementedError

    def names(self) -> List[str]:
        raise NotImplementedError

    def columns(self) -> Optional[List[str]]:
        return self.names()

    def lines(self, names: Optional[Sequence[str]]) -> Iterator[bytes]:
        chosen = self.names() if names is None else [name for name in self.names() if name in set(names)]
        repeated = [name for name, count in Counter(chosen).items() if count > 1]
        if repeated:
            raise Error(f'the column "{repeated[0]}" occurs twice: rename one, or name the others with text=', kind="columnTwice")
        line = "{%s}\n" % ", ".join(encode_basestring(name).replace("%", "%%") + ": %s" for name in chosen)
        for piece in self.pieces(chosen):
            encoded = [[encode_basestring(value) if type(value) is str else _json(value) for value in column] for column in piece]
            yield _bytes("".join(line % values for values in zip(*encoded)))


class Pandas(_Columns):
    """A data frame of pandas; a series is a frame of one column."""

    def __init__(self, data: Any) -> None:
        self._is_series = type(data).__name__ == "Series"
        super().__init__(data.to_frame(TEXT if data.name is None else data.name) if self._is_series else data)

    def names(self) -> List[str]:
        return [str(name) for name in self.data.columns]

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        places = {name: place for place, name in enumerate(self.names())}
        columns = [self.data.iloc[:, places[name]] for name in names]
        # A frame without columns still has its rows.
        for start in range(0, len(self.data), _SHARE):
            yield [column.iloc[start:start + _SHARE].tolist() for column in columns]

    def take(self, rows: Integers) -> Any:
        return self.data.iloc[rows]

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        frame = self.data.copy(deep=False)
        for name, column in values.items():
            frame[name] = column
        return frame


class Polars(_Columns):
    """A data frame of Polars; a series is a frame of one column."""

    def __init__(self, data: Any) -> None:
        if type(data).__name__ == "LazyFrame":
            data = data.collect()
        if type(data).__name__ == "Series":
            data = data.to_frame(data.name or TEXT)
        super().__init__(data)

    def names(self) -> List[str]:
        return list(self.data.columns)

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        for start in range(0, self.data.height, _SHARE):
            yield [self.data.get_column(name).slice(start, _SHARE).to_list() for name in names]

    def take(self, rows: Integers) -> Any:
        return self.data[rows.tolist()]

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        series = type(self.data.to_series(0)) if self.data.width else None
        assert series is not None
        return self.data.with_columns([series(name, column) for name, column in values.items()])


class Arrow(_Columns):
    """A table of Arrow."""

    def names(self) -> List[str]:
        return list(self.data.column_names)

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        for batch in self.data.select(list(names)).to_batches(max_chunksize=_SHARE):
            yield [column.to_pylist() for column in batch.columns]

    def take(self, rows: Integers) -> Any:
        return self.data.take(rows)

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        table = self.data
        for name, column in values.items():
            if name in table.column_names:
                table = table.drop_columns([name])
            table = table.append_column(name, [column])
        return table


class HuggingFace(_Columns):
    """A data set of Hugging Face."""

    def names(self) -> List[str]:
        return list(self.data.column_names)

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        plain = self.data.select_columns(list(names)).with_format(None)
        for piece in plain.iter(batch_size=_SHARE):
            yield [piece[name] for name in names]

    def take(self, rows: Integers) -> Any:
        return self.data.select(rows.tolist())

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        data = self.data
        for name, column in values.items():
            if name in data.column_names:
                data = data.remove_columns(name)
            data = data.add_column(name, column.tolist())
        return data


class ArrowFile(_Columns):
    """Files of Parquet or Arrow (Feather), read a piece at a time; their rows come back as a table of Arrow."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(list(paths))
        self._arrow = _arrow()

    def _open(self, path: str) -> Tuple[List[str], Callable[[Sequence[str]], Iterator[Any]]]:
        if _magic(path).startswith(b"PAR1"):
            import pyarrow.parquet as parquet

            file = parquet.ParquetFile(path)
            return file.schema_arrow.names, lambda names: file.iter_batches(batch_size=_SHARE, columns=list(names))
        reader = self._arrow.ipc.open_file(self._arrow.memory_map(path)) if _magic(path).startswith(b"ARROW1") \
            else self._arrow.ipc.open_stream(self._arrow.memory_map(path))
        whole = reader.read_all()
        return whole.column_names, lambda names: iter(whole.select(list(names)).to_batches(max_chunksize=_SHARE))

    def names(self) -> List[str]:
        return self._open(self.data[0])[0]

    def pieces(self, names: Sequence[str]) -> Iterator[List[Sequence[Any]]]:
        for path in self.data:
            for batch in self._open(path)[1](names):
                yield [batch.column(batch.schema.names.index(name)).to_pylist() for name in names]

    def _table(self) -> Arrow:
        tables = []
        for path in self.data:
            names, batches = self._open(path)
            tables.append(self._arrow.Table.from_batches(list(batches(names))))
        return Arrow(self._arrow.concat_tables(tables))

    def take(self, rows: Integers) -> Any:
        return self._table().take(rows)

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        return self._table().with_columns(values)


class Files(Rows):
    """Files that the program reads itself; their rows come back as dictionaries."""

    are_files = True

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__([os.path.abspath(path) for path in paths])
        #: Reads the rows as dictionaries; set by who can run the program.
        self.read: Optional[Callable[[], List[Any]]] = None

    def _rows(self) -> Texts:
        assert self.read is not None
        return Texts(self.read(), "train")

    def lines(self, names: Optional[Sequence[str]]) -> Iterator[bytes]:
        return self._rows().lines(names)

    def take(self, rows: Integers) -> Any:
        return self._rows().take(rows)

    def with_columns(self, values: Mapping[str, "np.ndarray[Any, Any]"]) -> Any:
        return self._rows().with_columns(values)


def rows_of(data: Any, side: str) -> Rows:
    """What a corpus is.

    Raises:
        Error: It is nothing that has rows, or a file that is not there.
        MissingExtra: It is a file of Parquet or Arrow, and pyarrow is not installed.
    """
    if isinstance(data, Rows):
        return data
    if isinstance(data, (str, os.PathLike)):
        return _of_paths([os.fspath(data)], side)
    module, name = type(data).__module__.split(".")[0], type(data).__name__
    if module == "pandas" and name in ("DataFrame", "Series"):
        return Pandas(data)
    if module == "polars" and name in ("DataFrame", "LazyFrame", "Series"):
        return Polars(data)
    if module == "pyarrow" and name == "Table":
        return Arrow(data)
    if module == "pyarrow" and name == "RecordBatch":
        return Arrow(_arrow().Table.from_batches([data]))
    if module == "datasets" and name == "Dataset":
        return HuggingFace(data)
    if module == "datasets" and name.endswith("DatasetDict"):
        raise Error(f"{side} is a {name}: give one of its splits, {', '.join(map(repr, data))}", kind="corpusType", file=side)
    if isinstance(data, np.ndarray):
        if data.ndim != 1:
            raise Error(f"{side} is an array of {data.ndim} dimensions, expected one: a text a row", kind="corpusType", file=side)
        return Texts(data.tolist(), side)
    if isinstance(data, (bytes, Mapping)) or not isinstance(data, Iterable):
        raise Error(
            f"{side} is a {type(data).__name__}; expected texts, dictionaries, a frame of pandas or Polars, a table of Arrow, a data set of "
            "Hugging Face, or the path of a file", kind="corpusType", file=side)
    rows = list(data)
    if rows and all(isinstance(row, os.PathLike) for row in rows):
        return _of_paths([os.fspath(row) for row in rows], side)
    return Texts(rows, side)


def _of_paths(patterns: Sequence[str], side: str) -> Rows:
    paths: List[str] = []
    for pattern in patterns:
        pattern = os.path.expanduser(pattern)
        found = [pattern] if os.path.exists(pattern) else sorted(glob.glob(pattern, recursive=True))
        if not found and (" " in pattern or len(pattern) > 200) and not glob.has_magic(pattern):
            raise Error(f"{side} is one text, and no file is called like that: give a list of texts", kind="corpusType", file=side)
        paths += found or [pattern]
    are_arrow = [_is_arrow(path) for path in paths]
    if all(are_arrow):
        return ArrowFile(paths)
    if any(are_arrow):
        raise Error(f"{side}: {paths[are_arrow.index(True)]} is Parquet or Arrow, and {paths[are_arrow.index(False)]} is not",
                    kind="corpusType", file=side)
    return Files(paths)


def _magic(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(8)
    except OSError:
        return b""  # The program says what is wrong with it.


def _is_arrow(path: str) -> bool:
    magic = _magic(path)
    return magic.startswith((b"PAR1", b"ARROW1")) or (magic.startswith(b"\xff\xff\xff\xff") and path.endswith((".arrow", ".arrows")))


def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.ipc
    except ImportError:
        raise MissingExtra("pyarrow", "parquet", "reading Parquet and Arrow files") from None
    return pyarrow


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Half a pair of surrogates is no character; a question mark is.
        return text.encode("utf-8", "replace")


def _json(value: Any) -> str:
    """A value as JSON; what JSON has no form for is a missing value or a text."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(str(value))
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        return repr(float(value)) if math.isfinite(value) else "null"
    if isinstance(value, Mapping):
        return "{%s}" % ", ".join(f"{encode_basestring(str(key))}: {_json(own)}" for key, own in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return "[%s]" % ", ".join(map(_json, value))
    if isinstance(value, np.ndarray):
        return _json(value.tolist())
    if isinstance(value, (bytes, bytearray)):
        return encode_basestring(bytes(value).decode("utf-8", "replace"))
    # Missing values of pandas are equal to nothing, not even to themselves, or cannot be compared.
    try:
        if value != value:
            return "null"
    except (TypeError, ValueError):
        return "null"
    if type(value).__name__ in ("NAType", "NaTType"):
        return "null"
    if hasattr(value, "isoformat"):
        return encode_basestring(value.isoformat())
    return encode_basestring(str(value))


Positions = Union[Sequence[int], Integers]
__all__ = ["Positions", "Rows", "rows_of"]
