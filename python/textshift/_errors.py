"""What goes wrong, with the program's sentence."""

from __future__ import annotations

from typing import Optional

__all__ = ["Error", "GateError", "MissingExtra"]


class Error(ValueError):
    """What the program said: where, what was found, what was expected, what to do.

    The sentence is in the language of ``TEXTSHIFT_LANG``, as on the command line.

    Attributes:
        kind: The name of the kind of error, such as ``"fileEmpty"``; ``None`` for an error of this package.
        file: The file, or ``"train"`` or ``"test"`` for what came from memory.
        line: The line in it, from 1.
        row: The position of the row, from 0, where the rows came from memory.
    """

    def __init__(
        self, message: str, kind: Optional[str] = None, file: Optional[str] = None, line: Optional[int] = None,
        row: Optional[int] = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.file = file
        self.line = line
        self.row = row

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (str(self), self.kind, self.file, self.line, self.row))


class GateError(Error, AssertionError):
    """A limit of :meth:`Shift.check` is not kept: pytest shows it as a failed test.

    Attributes:
        table: What was found of every limit, as a table in Markdown.
    """

    def __init__(self, message: str, table: str = "") -> None:
        super().__init__(message, kind="gate")
        self.table = table

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (str(self), self.table))


class MissingExtra(Error, ImportError):
    """A package that this needs is not installed; the message has the command that installs it."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        self._facts = (package, extra, purpose)
        Error.__init__(self, f"{purpose} needs {package}: pip install 'textshift[{extra}]'", kind="missingExtra")

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), self._facts)
