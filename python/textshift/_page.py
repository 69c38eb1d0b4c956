"""What a notebook shows of an analysis: a small table, without scripts."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, List, Tuple

if TYPE_CHECKING:
    from ._shift import Shift

_VERDICTS = {
    "shift": "There is a shift, and the weights undo what they can of it.",
    "difference": "There is a difference, too small or seen on too few rows to weigh: all weights are 1.",
    "noShift": "No shift is to be seen: all weights are 1.",
    "tooFewGroups": "There are too few groups to compare.",
}
_SHOWN = 6


def page(shift: "Shift") -> str:
    """An HTML fragment."""
    rows: List[Tuple[str, str]] = []
    if shift.auc is not None and shift.auc_interval is not None:
        low, high = shift.auc_interval
        rows.append(("AUC", f"{shift.auc:.3f} ({low:.3f}–{high:.3f})"))
    rows.append(("training rows", f"{len(shift.weights):,}, worth {shift.effective_rows:,.0f}"))
    rows.append(("test rows", f"{len(shift.p_test):,}"))
    rows.append(("compared", ", ".join(shift.fields)))
    for name, toward in (("more in test", "test"), ("more in train", "train")):
        terms = [term["term"] for term in shift.term_rows() if term["toward"] == toward][:_SHOWN]
        if terms:
            rows.append((name, " · ".join(terms)))
    trust = "" if shift.trusted else "".join(f"<li>{html.escape(reason.sentence)}</li>" for reason in shift.reasons)
    parts = ["<div><p><b>textshift</b> ", html.escape(_VERDICTS.get(shift.verdict, shift.verdict)), "</p>"]
    if trust:
        parts += ["<p><b>The weights are not to be trusted:</b></p><ul>", trust, "</ul>"]
    parts.append("<table>")
    for name, value in rows:
        parts.append(f"<tr><th style='text-align:left'>{html.escape(name)}</th><td style='text-align:left'>{html.escape(value)}</td></tr>")
    parts.append("</table></div>")
    return "".join(parts)
