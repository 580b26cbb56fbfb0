"""Tables of the Markdown as tables of Word: fixed columns, a head that each page repeats.

A mark that stands alone in a cell gets its word below, so that the table can be read aloud, and
read by who does not know the marks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from briefgen.languages import trc
from briefgen.models import Stance
from briefgen.rendering.stances import SILENT_MARK, STANCE_STYLES, silent_word
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
from briefgen.rendering.wording import start_sentence

CHECK_MARK = "✓"
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
_MOST_MARKS = 10
"""Columns of marks that a page has room for; a table with more of them is split."""
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


def make_tables(
    tokens: Sequence[Token], links: Links, *, width: int, title: str, key: str
) -> list[BaseOxmlElement]:
    """Return a table, in several where it has more marks a row than the page has room for.

    Args:
        tokens: from the one that opens the table to the one that closes it.
        links: of the document.
        width: of the page's text, in twentieths of a point.
        title: what a screen reader calls it.
        key: what the marks stand for, in the page's words: ``● supports; ■ opposes``.
    """
    words = read_key(key)
    grids = _split_grid(_read_grid(tokens))
    return [
        _make_table(grid, links, width, _properties(width, title, key, grid), words)
        for grid in grids
    ]


def _make_table(
    grid: _Grid,
    links: Links,
    width: int,
    properties: BaseOxmlElement,
    words: Mapping[str, str],
) -> BaseOxmlElement:
    widths = _share_width(grid, width)
    table = OxmlElement("w:tbl")
    table.append(properties)
    shape = OxmlElement("w:tblGrid")
    for each in widths:
        shape.append(_valued("w:gridCol", "w", each))
    table.append(shape)
    turned = bool(grid.heads) and _needs_turning(grid.rows[0], widths)
    for place, row in enumerate(grid.rows):
        is_head = place < grid.heads
        maker = _CellMaker(links, words, is_head=is_head, turned=turned and is_head)
        table.append(maker.make_row(row, widths))
    rows = table.findall(qn("w:tr"))
    for row in {*rows[: grid.heads + _KEPT_ROWS - 1], *rows[-_KEPT_ROWS:]}:
        for paragraph in row.iter(qn("w:p")):
            keep_with_next(paragraph)
    return table


def _cell_words() -> dict[Stance, str]:
    """Return the names of the stances for a narrow column."""
    short: dict[Stance, str] = {
        "support": trc("cell", "Support"),
        "oppose": trc("cell", "Oppose"),
        "conditional": trc("cell", "Conditional"),
        "neutral": trc("cell", "No side taken"),
        "unclear": trc("cell", "Side not determined"),
    }
    return short


def read_key(key: str) -> dict[str, str]:
    """Return the word of each mark, as the page's key has it; short where it has the usual words.

    Args:
        key: such as ``● supports; ■ opposes; · none found``.
    """
    words = {STANCE_STYLES[stance].mark: word for stance, word in _cell_words().items()}
    words[SILENT_MARK] = start_sentence(silent_word())
    usual = {style.mark: style.meaning for style in STANCE_STYLES.values()}
    for part in key.split(";"):
        mark, _, meaning = part.strip().partition(" ")
        if mark in words and meaning.strip() and meaning.strip() != usual.get(mark):
            words[mark] = start_sentence(meaning.strip().rstrip("."))
    return words


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
        rows, heads = rows[1:], 0
    columns = max(map(len, rows), default=0)
    return _Grid([row + [_Cell([], None)] * (columns - len(row)) for row in rows], heads)


def _split_grid(grid: _Grid) -> list[_Grid]:
    """Split a table with many columns of marks, its first column before each part."""
    columns = len(grid.rows[0]) if grid.rows else 0
    if not columns:
        return []
    marks = sum(_holds_marks(grid, column) for column in range(1, columns))
    if marks <= _MOST_MARKS:
        return [grid]
    parts = ceil((columns - 1) / _MOST_MARKS)
    size = ceil((columns - 1) / parts)
    return [
        _Grid([[row[0], *row[start : start + size]] for row in grid.rows], grid.heads)
        for start in range(1, columns, size)
    ]


def _holds_marks(grid: _Grid, column: int) -> bool:
    """Tell whether a column holds marks and nothing else."""
    body = grid.rows[grid.heads :]
    return bool(body) and all(_is_mark(row[column].text) for row in body)


def _share_width(grid: _Grid, width: int) -> list[int]:
    """Share the width out: to each column its longest word, and what is left by its text."""
    columns = range(len(grid.rows[0]))
    marks = [column for column in columns if _holds_marks(grid, column)]
    mark_room = _MARK_ROOM
    if marks and len(columns) <= _FEW_COLUMNS:
        heads = [row[column].text for row in grid.rows[: grid.heads] for column in marks]
        mark_room = max(_MARK_ROOM, 2 + _longest_word(heads))
    shares = [mark_room if column in marks else _wanted_share(grid, column) for column in columns]
    widths = [round(width * share / sum(shares)) for share in shares]
    widths[0] += width - sum(widths)
    return widths


def _wanted_share(grid: _Grid, column: int) -> float:
    """Return how wide a column of text should be, compared with others."""
    texts = [row[column].text for row in grid.rows]
    longest = float(min(_TEXT_ROOM, max(map(len, texts))))
    return min(_WORD_ROOM, _longest_word(texts)) + float(longest**0.75)


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


@dataclass(frozen=True)
class _CellMaker:
    """Makes the cells of one row."""

    links: Links
    words: Mapping[str, str]
    is_head: bool
    turned: bool
    """Whether the headings stand upright, but for the first."""

    def make_row(self, row: Sequence[_Cell], widths: Sequence[int]) -> BaseOxmlElement:
        element = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if self.turned:
            longest = max(len(cell.text) for cell in row)
            height = min(longest, _TALLEST_HEAD) * _TWIPS_A_LETTER + _CELL_MARGIN
            properties.append(_valued("w:trHeight", "val", height))
        if self.is_head:
            properties.append(OxmlElement("w:tblHeader"))
        element.append(properties)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            element.append(self._make_cell(cell, width, turned=self.turned and column > 0))
        return element

    def _make_cell(self, cell: _Cell, width: int, *, turned: bool) -> BaseOxmlElement:
        element = OxmlElement("w:tc")
        properties = OxmlElement("w:tcPr")
        properties.append(_valued("w:tcW", "w", width, type="dxa"))
        holds_mark = not self.is_head and _is_mark(cell.text)
        if holds_mark:
            properties.append(_no_margins())
        if turned:
            properties.append(_valued("w:textDirection", "val", "btLr"))
        placed = "center" if turned else "bottom" if self.is_head else "top"
        properties.append(_valued("w:vAlign", "val", placed))
        paragraph = OxmlElement("w:p")
        settings = OxmlElement("w:pPr")
        style = "Table Heading" if self.is_head else "Table Text"
        settings.append(_valued("w:pStyle", "val", style_id(style)))
        if cell.align and not turned:
            settings.append(_valued("w:jc", "val", cell.align))
        paragraph.append(settings)
        look = Look(strong=None) if self.is_head else Look()
        InlineWriter(paragraph, self.links, look).write(cell.tokens)
        if holds_mark:
            self._add_word(paragraph, _without_check(cell.text))
        element.extend([properties, paragraph])
        return element

    def _add_word(self, paragraph: BaseOxmlElement, mark: str) -> None:
        """Put the word below a mark that stands alone."""
        run = OxmlElement("w:r")
        run.append(OxmlElement("w:br"))
        paragraph.append(run)
        stance = STANCE_OF_MARK.get(mark)
        style = f"Word {stance.title()}" if stance else "Mark Word"
        append_run(paragraph, as_xml_text(self.words[mark]), style)


def _no_margins() -> BaseOxmlElement:
    """Return what gives a mark's word the whole width of its column."""
    margins = OxmlElement("w:tcMar")
    for side in ("w:left", "w:right"):
        margins.append(_valued(side, "w", 0, type="dxa"))
    return margins


def _properties(width: int, title: str, description: str, grid: _Grid) -> BaseOxmlElement:
    """Return the table's style, width and words; the children in the schema's order."""
    has_head = bool(grid.heads)
    properties = OxmlElement("w:tblPr")
    properties.append(_valued("w:tblStyle", "val", style_id(TABLE_STYLE)))
    properties.append(_valued("w:tblW", "w", width, type="dxa"))
    properties.append(_valued("w:tblLayout", "type", "fixed"))
    first = "1" if has_head else "0"
    properties.append(
        _valued(
            "w:tblLook", "val", "06A0" if has_head else "0680", firstRow=first, lastRow="0",
            firstColumn="1", lastColumn="0", noHBand="1", noVBand="1",
        )
    )  # fmt: skip
    for tag, text in (("w:tblCaption", title), ("w:tblDescription", description)):
        if text:
            properties.append(_valued(tag, "val", as_xml_text(text)))
    return properties


def _valued(tag: str, name: str, value: object, **others: str) -> BaseOxmlElement:
    """Return an element of Word's with these attributes."""
    element = OxmlElement(tag)
    for key, each in {name: str(value), **others}.items():
        element.set(qn(f"w:{key}"), each)
    return element
