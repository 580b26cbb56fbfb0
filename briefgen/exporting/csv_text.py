"""Tables as CSV after RFC 4180, in UTF-8, safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, whatever
article it comes from. As the OWASP page on CSV injection advises, such a cell gets an apostrophe
before it (a tab, a line end or the full-width forms of the four count, too). So that nothing is
lost, a cell that itself begins with an apostrophe gets one as well: whoever reads the file takes
one apostrophe from the beginning of each cell that has one.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int
"""A number stands as it is."""

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def guard(text: str) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_GUARDED) else text


def unguard(cell: str) -> str:
    """Return the text that `guard` was given."""
    return cell.removeprefix("'")


def write_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows, the header first, as a CSV file: commas, CRLF, no byte order mark.

    Args:
        rows: cells of text, guarded here, and numbers, which are never negative.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8")


def read_csv(content: bytes) -> list[list[str]]:
    """Return the cells of a file of `write_csv`, as they were before they were guarded."""
    text = io.StringIO(content.decode("utf-8"), newline="")
    return [[unguard(cell) for cell in row] for row in csv.reader(text)]
