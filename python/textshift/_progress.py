"""One line that says how far the program has got, where somebody looks: in a notebook or on a terminal."""

from __future__ import annotations

import html
import sys
import time
from typing import Any, Callable, List, Mapping, Optional

#: Seconds before the line appears, and between two changes.
_PATIENCE, _PAUSE = 0.5, 0.2


class Progress:
    """Shows events; nothing where nobody looks.

    Args:
        shown: Whether to show anything; ``None`` for where somebody looks.
    """

    def __init__(self, shown: Optional[bool] = None) -> None:
        self._notes: List[str] = []
        self._start = self._last = time.monotonic()
        self._stage = ""
        self._write = _place() if shown is None else _place() or _on_terminal if shown else None
        self._is_visible = False

    @property
    def notes(self) -> List[str]:
        """What the program chose for its user: which fields were compared, what was left out."""
        return self._notes

    def show(self, event: Mapping[str, Any]) -> None:
        """Takes note of an event."""
        if event["event"] == "note":
            self._notes.append(event["text"])
        elif event["event"] == "stage":
            self._stage = event["name"]
            self._draw(self._stage)
        elif event["event"] == "progress":
            self._draw(f"{self._stage} {event['done'] / max(event['total'], 1):.0%}")

    def _draw(self, text: str) -> None:
        now = time.monotonic()
        if self._write is None or now - self._start < _PATIENCE or now - self._last < _PAUSE:
            return
        self._last, self._is_visible = now, True
        self._write(f"textshift: {text}, {now - self._start:.0f} s")

    def clear(self) -> None:
        """Removes the line."""
        if self._write is not None and self._is_visible:
            self._write("")


def _place() -> Optional[Callable[[str], None]]:
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None and type(shell).__name__ == "ZMQInteractiveShell":
        return _in_notebook()
    return _on_terminal if sys.stderr is not None and sys.stderr.isatty() else None


def _in_notebook() -> Callable[[str], None]:
    import IPython.display as shown_by

    page: Any = shown_by

    handles: List[Any] = []

    def write(text: str) -> None:
        shown = page.HTML(f"<small>{html.escape(text)}</small>" if text else "")
        if handles:
            handles[0].update(shown)
        else:
            handles.append(page.display(shown, display_id=True))

    return write


def _on_terminal(text: str) -> None:
    sys.stderr.write("\r\x1b[K" + text)
    sys.stderr.flush()
