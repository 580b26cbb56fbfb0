"""The tokens of a page as the body of a Word document: headings, paragraphs, lists, tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from briefgen.errors import TemplateError
from briefgen.rendering.layout import SECTION_CLOSE, SECTION_OPEN
from briefgen.rendering.word.contents import CONTENTS, Contents
from briefgen.rendering.word.inline import InlineWriter, keep_with_next, plain_text
from briefgen.rendering.word.links import Links, bookmark_name
from briefgen.rendering.word.roles import Place, heading_style, look_of, style_of
from briefgen.rendering.word.styles import BULLETS, NUMBERS, style_id
from briefgen.rendering.word.tables import make_tables

_NUMBERED = ("List Number", "List Bullet", "Source")
_DEEPEST = 8
"""The last level of lists that Word has."""


@dataclass
class _Section:
    """An open part of the page."""

    names: tuple[str, ...]
    token: Token | None
    after: str | None = None
    """What was last written in it."""
    contents: Contents = field(default_factory=Contents)
    """Its lines, where it is the list of contents."""


@dataclass
class _List:
    """An open list."""

    kind: str
    number: int
    """Id of the numbers or bullets."""
    is_item_start: bool = True


@dataclass
class PageWriter:
    """Writes tokens to the end of a document, one after another.

    Args:
        document: has the styles of a brief.
        links: of the document.
        width: of the text, in twentieths of a point.
        where: the template, for errors.
    """

    document: Document
    links: Links
    width: int
    where: str
    anchored: dict[str, BaseOxmlElement] = field(default_factory=dict)
    """The paragraphs in which anchors stand, outside of tables; by the anchors' ids."""
    _sections: list[_Section] = field(default_factory=lambda: [_Section((), None)])
    _lists: list[_List] = field(default_factory=list)
    _quotes: int = 0
    _has_title: bool = False
    _table: BaseOxmlElement | None = None
    """The table that was written last, while nothing stands behind it."""
    _last: BaseOxmlElement | None = None
    """The paragraph that was written last, where it is no quotation."""

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all tokens of a page.

        Raises:
            TemplateError: its section markers do not pair.
        """
        place = 0
        while place < len(tokens):
            place = self._write_block(tokens, place)
        if len(self._sections) > 1 and (token := self._sections[-1].token):
            message = f"<!-- {' '.join(token.meta['names'])} --> is not closed"
            raise TemplateError(message, where=self._line(token), hint="add <!-- end -->")
        self._part_tables()

    def _write_block(self, tokens: Sequence[Token], place: int) -> int:
        """Write what begins at a place; return the place behind it."""
        token = tokens[place]
        kind = token.type
        if kind == "heading_open":
            self._write_heading(token, tokens[place + 1])
            return place + 3
        if kind == "table_open":
            end = next(at for at in range(place, len(tokens)) if tokens[at].type == "table_close")
            self._write_tables(tokens[place : end + 1], _key_behind(tokens, end))
            return end + 1
        if kind == "inline":
            self._write_paragraph(token.children or [])
        elif kind in {"fence", "code_block"}:
            self._write_paragraph([Token("code_inline", "", 0, content=token.content.rstrip())])
        elif kind == SECTION_OPEN:
            self._sections.append(_Section(tuple(token.meta["names"]), token))
        elif kind == SECTION_CLOSE:
            self._close_section(token)
        elif kind in {"blockquote_open", "blockquote_close"}:
            self._quotes += token.nesting
        else:
            self._write_list(token)
        return place + 1

    def _close_section(self, token: Token) -> None:
        if len(self._sections) == 1:
            message = "<!-- end --> closes nothing"
            raise TemplateError(message, where=self._line(token), hint="remove it")
        self._sections.pop().contents.close()
        self._sections[-1].after = "section"

    def _write_list(self, token: Token) -> None:
        """Open or close a list or an item."""
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            kind = token.type.partition("_")[0]
            start = int(token.attrs.get("start", 1))
            number = self._number_list(start) if kind == "ordered" else BULLETS
            self._lists.append(_List(kind, number))
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._lists[-1].is_item_start = True

    def _number_list(self, start: int) -> int:
        """Return the id of new numbers that count from *start*."""
        number = self.document.part.numbering_part.element.add_num(NUMBERS)
        level = min(len(self._lists), _DEEPEST)
        number.add_lvlOverride(level).add_startOverride(start)
        return int(number.numId)

    def _write_heading(self, opening: Token, content: Token) -> None:
        children, level = content.children or [], int(opening.tag[1:])
        text = " ".join(plain_text(children).split())
        if not text:
            return
        is_title = level == 1 and not self._has_title
        self._has_title |= is_title
        in_contents = any(CONTENTS in each.names[:1] for each in self._sections)
        style = heading_style(level, is_title=is_title, in_contents=in_contents)
        if not is_title and not in_contents:
            self.links.enter_heading(text)
        paragraph = self._add_paragraph(children, style, Place())
        if name := str(opening.attrs.get("id", "")):
            start, end = self.links.start_bookmark(bookmark_name(name))
            paragraph.insert(1, start)  # behind the properties
            paragraph.append(end)
        self._sections[-1].after = "heading"

    def _write_paragraph(self, children: list[Token]) -> None:
        section = self._sections[-1]
        around = self._lists[-1] if self._lists else None
        place = Place(
            sections=tuple(each.names for each in self._sections[1:]),
            is_quoted=self._quotes > 0,
            list_kind=around.kind if around else None,
            level=len(self._lists) - 1,
            is_item_start=around.is_item_start if around else False,
            is_first=section.after is None,
            is_emphasised=_is_emphasised(children),
            after=section.after,
        )
        style = style_of(place)
        paragraph = self._add_paragraph(children, style, place)
        if around and around.is_item_start and style.startswith(_NUMBERED):
            self._set_number(paragraph, around)
        if around:
            around.is_item_start = False
        section.after = "paragraph"

    def _set_number(self, paragraph: BaseOxmlElement, around: _List) -> None:
        properties = paragraph.get_or_add_pPr().get_or_add_numPr()
        level, number = OxmlElement("w:ilvl"), OxmlElement("w:numId")
        level.set(qn("w:val"), str(min(len(self._lists) - 1, _DEEPEST)))
        number.set(qn("w:val"), str(around.number))
        properties.extend([level, number])

    def _add_paragraph(self, children: list[Token], style: str, place: Place) -> BaseOxmlElement:
        """Write one paragraph at the end of the document."""
        self._define(style)
        if place.is_quoted and self._last is not None:
            keep_with_next(self._last)  # what a quotation is introduced with
        paragraph: BaseOxmlElement = self.document.element.body.add_p()
        paragraph.style = style_id(style)
        self._table = None
        self._last = None if place.is_quoted else paragraph
        if style.startswith("toc "):
            self._sections[-1].contents.add_line(paragraph, place.level)
        InlineWriter(paragraph, self.links, look_of(style, place)).write(children)
        for token in children:
            if token.type == "anchor":
                self.anchored.setdefault(token.content, paragraph)
        return paragraph

    def _define(self, style: str) -> None:
        """Make the style of a part that only this template has."""
        if style.startswith("Part ") and style not in self.document.styles:
            made = self.document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = self.document.styles["Body Text"]
            made.element.set(qn("w:styleId"), style_id(style))
            made.quick_style = True

    def _write_tables(self, tokens: Sequence[Token], key: str) -> None:
        """Write a table, in several where it has too many columns for the page."""
        title = self.links.heading.text if self.links.heading else ""
        for table in make_tables(tokens, self.links, width=self.width, title=title, key=key):
            self._part_tables()
            self.document.element.body.insert_element_before(table, "w:sectPr")
            self._table = table
            self._sections[-1].after = "table"

    def _part_tables(self) -> None:
        """Put an empty line behind a table: Word joins tables that touch, and ends on a line."""
        if self._table is not None:
            self.document.element.body.add_p()
            self._table = None

    def _line(self, token: Token) -> str:
        return f"{self.where} (line {token.meta['line']} of the Markdown)"


def _key_behind(tokens: Sequence[Token], place: int) -> str:
    """Return the text of the paragraph right behind a table, which explains its marks."""
    behind = tokens[place + 1 : place + 3]
    if [token.type for token in behind] != ["paragraph_open", "inline"]:
        return ""
    return " ".join(plain_text(behind[1].children or []).split())


def _is_emphasised(children: Sequence[Token]) -> bool:
    """Tell whether a paragraph is one emphasised text and nothing else."""
    kinds = [token.type for token in children if token.type != "text" or token.content.strip()]
    return (
        len(kinds) > 1
        and kinds[0] == "em_open"
        and kinds[-1] == "em_close"
        and kinds.count("em_open") == 1
    )
