"""A drawing in rows: a table with a drawing as its head and one in each row.

One tall SVG cannot go over a page break; a table can, and its head is repeated on every page. Each
row says in words what it shows, so a reader who does not see it gets the drawing row by row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.rendering.charts import DRAWING_WIDTH, safe_text
from briefgen.rendering.lettering import fit_text, wrap
from briefgen.rendering.wording import start_sentence, with_full_stop

LABEL_SIZE = 8.2
LABEL_LINES = 2
"""A longer name is cut; the list of sources has all of it."""
CITE_WIDTH = 26.0
"""Room for a source's number behind its name."""


@dataclass(frozen=True)
class DrawnRow:
    """One row: a source, and its drawing."""

    label: str
    number: int
    """By which the brief cites the source."""
    drawing: str
    """SVG, as wide as the row without its name."""
    group: str = ""
    """What the row belongs to, where rows are grouped; a group's rows stand together."""


def write_rows(head: str, rows: Sequence[DrawnRow], label_width: float) -> str:
    """Return the table.

    Args:
        head: SVG over the whole width.
        rows: from top to bottom.
        label_width: of the sources' names, in points of the whole width.
    """
    parts: list[str] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            parts.append(f'<tr><th class="group" colspan="2">{safe_text(group)}</th></tr>')
        parts.append(
            f'<tr><th scope="row">{_write_label(row, label_width)}</th><td>{row.drawing}</td></tr>'
        )
    share = 100 * label_width / DRAWING_WIDTH
    return (
        f'<table><colgroup><col style="width: {share:.3f}%"><col></colgroup>'
        f'<thead><tr><th colspan="2">{head}</th></tr></thead>'
        f"<tbody>{''.join(parts)}</tbody></table>"
    )


def _write_label(row: DrawnRow, width: float) -> str:
    """Return a source's name with its number, which leads to the list of sources."""
    room = width - CITE_WIDTH
    lines = wrap(row.label, room, LABEL_SIZE)
    if len(lines) > LABEL_LINES:
        lines = [*lines[: LABEL_LINES - 1], " ".join(lines[LABEL_LINES - 1 :])]
    shown = safe_text(" ".join(fit_text(line, room, LABEL_SIZE) for line in lines))
    return f'<span>{shown}</span> <a class="cite" href="#source-{row.number}">[{row.number}]</a>'


def in_words(label: str, groups: Mapping[str, Sequence[str]]) -> str:
    """Return a row in words, ``Gazette. Supports: A, B. Opposes: C.``, without empty groups."""
    told = (
        f"{start_sentence(name)}: {', '.join(items)}." for name, items in groups.items() if items
    )
    return " ".join([with_full_stop(label), *told])
