"""Tables of the Markdown as tables of Word: fixed columns, a head that each page repeats.

A mark that stands alone in a cell gets its word below, so that the table can be read aloud, and
read by who does not know the marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from briefgen.rendering.stances import SILENT_MARK, STANCE_STYLES
from briefgen.rendering.word.characters import as_xml_text
from briefgen.rendering.word.inline import (
    STANCE_OF_MARK,
    InlineWriter,
    Look,
    append_run,
    keep_with_next,
    plain_text,
)
from briefgen.rendering.word.links import Links
from briefgen.rendering.word.styles import TABLE_STYLE, style_id

CHECK_MARK = "✓"
SILENT_WORD = "Not taken up"
_ALIGNED = re.compile(r"text-align:\s*(left|right|center)")
_TWIPS_A_LETTER = 95
"""Of table text: about half of its size of 9.5 points."""
_CELL_MARGIN = 130
"""Twips that a cell leaves beside its text."""
_WORD_ROOM, _TEXT_ROOM = 14, 60
"""Letters of its longest word, and of its longest cell, that a column is made wide for."""
_MARK_ROOM = 9
"""Letters that a column of marks is made wide for: the longest of their words, which are small."""
_FEW_COLUMNS = 7
"""With more of them, marks get no room beyond their own, and heads are turned instead."""
_KEPT_ROWS = 2
"""Rows at either end of a table that no page break parts."""
_TALLEST_HEAD = 22
"""Letters of a turned heading that stand in one line."""


@dataclass(frozen=True)
class _Cell:
    """One cell: its inline tokens, and how it is aligned."""

    tokens: list[Token]
    align: str | None

    @property
    def text(self) -> str:
        return plain_text(self.tokens).strip()


@dataclass(frozen=True)
class _Grid:
    """The rows of a table; the first *heads* of them are its head."""

    rows: list[list[_Cell]]
    heads: int


def make_table(
    tokens: Sequence[Token], links: Links, *, width: int, title: str
) -> BaseOxmlElement | None:
    """Return a table; None where it holds nothing.

    Args:
        tokens: from the one that opens the table to the one that closes it.
        links: of the document.
        width: of the page's text, in twentieths of a point.
        title: what a screen reader calls it.
    """
    grid = _read_grid(tokens)
    columns = max((len(row) for row in grid.rows), default=0)
    if not columns:
        return None
    widths = _share_width(grid, columns, width)
    table = OxmlElement("w:tbl")
    table.append(_properties(width, title, has_head=bool(grid.heads)))
    shape = OxmlElement("w:tblGrid")
    for each in widths:
        shape.append(_valued("w:gridCol", "w", each))
    table.append(shape)
    turned = bool(grid.heads) and _needs_turning(grid.rows[0], widths)
    for place, row in enumerate(grid.rows):
        table.append(_make_row(row, widths, links, is_head=place < grid.heads, turned=turned))
    rows = table.findall(qn("w:tr"))
    for row in {*rows[: grid.heads + _KEPT_ROWS - 1], *rows[-_KEPT_ROWS:]}:
        for paragraph in row.iter(qn("w:p")):
            keep_with_next(paragraph)
    return table


def describe_table(table: BaseOxmlElement, description: str) -> None:
    """Set what a screen reader says of a table beside its title, such as its key."""
    table.find(qn("w:tblPr")).append(_valued("w:tblDescription", "val", as_xml_text(description)))


def _read_grid(tokens: Sequence[Token]) -> _Grid:
    """Take the tokens of a table apart."""
    rows: list[list[_Cell]] = []
    heads, align = 0, None
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            found = _ALIGNED.search(str(token.attrs.get("style", "")))
            align = found[1] if found else None
        elif token.type == "inline":
            rows[-1].append(_Cell(token.children or [], align))
        elif token.type == "thead_close":
            heads = len(rows)
    if heads and not any(cell.text for cell in rows[0]):
        return _Grid(rows[1:], 0)
    return _Grid(rows, heads)


def _share_width(grid: _Grid, columns: int, width: int) -> list[int]:
    """Share the width out: to each column its longest word, and what is left by its text."""
    is_narrow = columns > _FEW_COLUMNS
    shares = [_wanted_share(_column(grid, each), is_narrow=is_narrow) for each in range(columns)]
    widths = [round(width * share / sum(shares)) for share in shares]
    widths[0] += width - sum(widths)
    return widths


def _column(grid: _Grid, column: int) -> tuple[list[str], list[str]]:
    """Return the texts of a column: those of the head, and the others."""
    texts = [row[column].text if column < len(row) else "" for row in grid.rows]
    return texts[: grid.heads], texts[grid.heads :]


def _wanted_share(column: tuple[list[str], list[str]], *, is_narrow: bool) -> float:
    """Return how wide a column should be, compared with others."""
    head, body = column
    if body and all(_is_mark(text) for text in body):
        return _MARK_ROOM if is_narrow else max(_MARK_ROOM, 2 + _longest_word(head))
    texts = [*head, *body]
    longest = max(map(len, texts), default=1)
    return min(_WORD_ROOM, _longest_word(texts)) + float(min(_TEXT_ROOM, longest) ** 0.75)


def _longest_word(texts: Sequence[str]) -> int:
    """Return the letters of the longest word."""
    return max((len(word) for text in texts for word in text.split()), default=1)


def _is_mark(text: str) -> bool:
    """Tell whether a cell holds the mark of a stance, or of none, and nothing else."""
    mark = _without_check(text)
    return mark in STANCE_OF_MARK or mark == SILENT_MARK


def _without_check(text: str) -> str:
    return text.replace(CHECK_MARK, "").strip()


def _needs_turning(head: Sequence[_Cell], widths: Sequence[int]) -> bool:
    """Tell whether a word of the head is too long for its column, the first one left out."""
    return any(
        max(map(len, cell.text.split()), default=0) * _TWIPS_A_LETTER > width - _CELL_MARGIN
        for cell, width in list(zip(head, widths, strict=False))[1:]
    )


def _make_row(
    row: Sequence[_Cell], widths: Sequence[int], links: Links, *, is_head: bool, turned: bool
) -> BaseOxmlElement:
    element = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if is_head and turned:
        longest = max(len(cell.text) for cell in row)
        height = min(longest, _TALLEST_HEAD) * _TWIPS_A_LETTER + _CELL_MARGIN
        properties.append(_valued("w:trHeight", "val", height))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    element.append(properties)
    for column, width in enumerate(widths):
        cell = row[column] if column < len(row) else _Cell([], None)
        element.append(
            _make_cell(cell, width, links, is_head=is_head, turned=turned and column > 0)
        )
    return element


def _make_cell(
    cell: _Cell, width: int, links: Links, *, is_head: bool, turned: bool
) -> BaseOxmlElement:
    element = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    properties.append(_valued("w:tcW", "w", width, type="dxa"))
    if is_head and turned:
        properties.append(_valued("w:textDirection", "val", "btLr"))
    properties.append(_valued("w:vAlign", "val", "bottom" if is_head else "top"))
    element.append(properties)
    paragraph = OxmlElement("w:p")
    settings = OxmlElement("w:pPr")
    style = "Table Heading" if is_head else "Table Text"
    settings.append(_valued("w:pStyle", "val", style_id(style)))
    if cell.align and not (is_head and turned):
        settings.append(_valued("w:jc", "val", cell.align))
    paragraph.append(settings)
    look = Look(strong=None) if is_head else Look()
    InlineWriter(paragraph, links, look).write(cell.tokens)
    if not is_head:
        _add_word(paragraph, cell.text)
    element.append(paragraph)
    return element


def _add_word(paragraph: BaseOxmlElement, text: str) -> None:
    """Put the word below a mark that stands alone."""
    if not _is_mark(text):
        return
    stance = STANCE_OF_MARK.get(_without_check(text))
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:br"))
    paragraph.append(run)
    if stance is None:
        append_run(paragraph, SILENT_WORD, "Mark Word")
    else:
        append_run(paragraph, STANCE_STYLES[stance].word, f"Word {stance.title()}")


def _properties(width: int, title: str, *, has_head: bool) -> BaseOxmlElement:
    """Return the table's style, width and title; the children in the schema's order."""
    properties = OxmlElement("w:tblPr")
    properties.append(_valued("w:tblStyle", "val", style_id(TABLE_STYLE)))
    properties.append(_valued("w:tblW", "w", width, type="dxa"))
    properties.append(_valued("w:tblLayout", "type", "fixed"))
    first = "1" if has_head else "0"
    properties.append(
        _valued(
            "w:tblLook", "val", "0420" if has_head else "0400", firstRow=first, lastRow="0",
            firstColumn="0", lastColumn="0", noHBand="1", noVBand="1",
        )
    )  # fmt: skip
    properties.append(_valued("w:tblCaption", "val", as_xml_text(title)))
    return properties


def _valued(tag: str, name: str, value: object, **others: str) -> BaseOxmlElement:
    """Return an element of Word's with these attributes."""
    element = OxmlElement(tag)
    for key, each in {name: str(value), **others}.items():
        element.set(qn(f"w:{key}"), each)
    return element
