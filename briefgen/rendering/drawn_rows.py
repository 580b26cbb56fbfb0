"""A drawing in rows: a table with a drawing as its head and one in each row.

One tall SVG cannot go over a page break; a table can, and its head is repeated on every page. Each
row says in words what it shows, so a reader who does not see it gets the drawing row by row. A row
is one line of the page high, so a long name is cut; the row's words and the list of sources have
all of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.rendering.charts import DRAWING_WIDTH, LINE, safe_text
from briefgen.rendering.lettering import fit_text
from briefgen.rendering.wording import start_sentence, with_full_stop

LABEL_SIZE = 8.2
BOLDER = 1.08
"""How much wider the bolder letters of a group's name are than others."""
NAME_WIDTHS = (118.0, 130.0, 142.0, 154.0, 166.0, 178.0, 190.0)
"""Of the column of names; the style sheet has a class for each."""
ROW_HEIGHT = LINE - 0.5
"""Of a row's drawing, under the row's rule."""
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
        label_width: of the sources' names, one of ``NAME_WIDTHS``, in points of the whole width.
    """
    parts: list[str] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            shown = fit_text(group, DRAWING_WIDTH, LABEL_SIZE * BOLDER)
            parts.append(f'<tr><th class="group" colspan="2">{safe_text(shown)}</th></tr>')
        name = fit_text(row.label, label_width - CITE_WIDTH, LABEL_SIZE)
        whole = f' title="{safe_text(row.label)}"' if name.endswith("…") else ""
        cite = f'<a class="cite" href="#source-{row.number}">[{row.number}]</a>'
        parts.append(
            f'<tr><th scope="row"><span{whole}>{safe_text(name)}</span> {cite}</th>'
            f"<td>{row.drawing}</td></tr>"
        )
    return (
        f'<table class="names-{label_width:g}"><colgroup><col><col></colgroup>'
        f'<thead><tr><th colspan="2">{head}</th></tr></thead>'
        f"<tbody>{''.join(parts)}</tbody></table>"
    )


def in_words(label: str, groups: Mapping[str, Sequence[str]]) -> str:
    """Return a row in words, ``Gazette. Supports: A, B. Opposes: C.``, without empty groups."""
    told = (
        f"{start_sentence(name)}: {', '.join(items)}." for name, items in groups.items() if items
    )
    return " ".join([with_full_stop(label), *told])
