"""A printed page, checked: its section markers and the structure of its Markdown."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from pathlib import Path

from markdown_it.token import Token

from briefgen.errors import TemplateError
from briefgen.rendering.layout import SECTION_CLOSE, SECTION_OPEN, make_parser
from briefgen.rendering.markdown import PrintedPage
from briefgen.rendering.missing_names import suggest
from briefgen.rendering.sections import Marker, find_unpaired
from briefgen.rendering.template_errors import read_line

MEANT = frozenset({"actors", "audit", "bar", "matrix", "side"})
"""Parts that the program looks for."""
_OPENED = re.compile(r"<!-- ([a-z][a-z0-9-]*)")
_LEFT_OVER = (
    (re.compile(r"<!-|->"), "this is printed as it stands: a marker is written <!-- name -->"),
    (re.compile(r"\{\{|\}\}|\{%|%\}"), "Jinja's brackets are printed as they stand"),
    (re.compile(r"\*\*"), "** is printed as it stands: no space belongs within it"),
    (re.compile(r"</?[a-zA-Z][\w-]*[ >/]"), "HTML is printed as it stands: use Markdown"),
    (re.compile(r"!?\[[^\]]*\]\("), "this link is printed as it stands: it leads nowhere safe"),
    (re.compile(r"^#+[^\s#]"), "a heading needs a space behind #"),
    (re.compile(r"^\|.*\|$"), "this is no table: a table's head has | --- | in the line below"),
)


def known_sections(style: Set[str], roots: Sequence[Path]) -> frozenset[str]:
    """Return the names that a section marker may have: styled, packaged, or looked for.

    Args:
        style: the classes of the audience's style.
        roots: the folders of audiences that are known to be in order.
    """
    files = [file for root in roots for file in sorted(root.rglob("*.j2"))]
    packaged = {name for file in files for name in _OPENED.findall(file.read_text("utf-8"))}
    return frozenset(packaged | style | MEANT) - {"end"}


def check_page(
    page: PrintedPage, sections: Set[str], *, is_whole: bool = True
) -> Iterator[TemplateError]:
    """Yield what is wrong with a page, each at the line of the template that printed it.

    Args:
        page: the page.
        sections: the names that a section marker may have.
        is_whole: whether nothing is missing on it; else its words and tables are not looked at.
    """
    tokens = make_parser().parse(page.markdown)
    yield from _check_markers(page.markers, tokens, sections)
    lines = page.markdown.split("\n")
    text = _check_text(tokens, lines) if is_whole else ()
    for line, message in sorted({*_check_headings(tokens), *text}):
        if any(marker.line == line for marker in page.markers):
            continue  # told as a marker, with its own place
        yield mistake(message, str(page.places[min(line, len(page.places)) - 1]))


def mistake(message: str, where: str, hint: str | None = None) -> TemplateError:
    """Return a mistake with the text of its line."""
    return TemplateError(message, where=where, hint=hint, line=read_line(where))


def _check_markers(
    markers: Sequence[Marker], tokens: Sequence[Token], sections: Set[str]
) -> Iterator[TemplateError]:
    read = {t.meta["line"] for t in tokens if t.type in {SECTION_OPEN, SECTION_CLOSE}}
    for marker in markers:
        where = str(marker.place)
        if not marker.names:
            yield mistake(_why_no_marker(marker), where)
        elif marker.line not in read:
            message = "this marker is not read: it stands in an indented or quoted passage"
            yield mistake(message, where)
        elif marker.names[0] not in sections | {"end"}:
            name = marker.names[0]
            message = f"no part of a page is named {name!r}{suggest(name, sorted(sections))}"
            hint = f"or give it a style in theme.css: .{name} {{ … }}"
            yield mistake(message, where, hint)
    readable = [marker for marker in markers if marker.line in read]
    for marker, message in find_unpaired(readable).items():
        yield mistake(message, str(marker.place))


def _why_no_marker(marker: Marker) -> str:
    if re.search(r"<!-- [a-z][a-z0-9 _-]* -->", marker.text):
        return "a section marker stands alone on its line"
    return "this is no section marker, and is printed as it stands: write <!-- name -->"


def _check_headings(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    levels: list[int] = []
    for token, inline in pairwise(tokens):
        if token.type != "heading_open":
            continue
        line, level = _line_of(token), int(token.tag[1])
        if not inline.content.strip():
            yield line, "a heading without words"
        if level == 1 and 1 in levels:
            yield line, "a second title: a page has one line with a single #"
        if levels and level > levels[-1] + 1:
            yield line, f"a heading of level {level} under one of level {levels[-1]}"
        levels.append(level)
    if 1 not in levels:
        yield 1, "the page has no title: a line with a single # before it"


def _check_text(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    width = 0
    for token in tokens:
        if token.type == "table_open":
            width = _cells(lines[_line_of(token) - 1])
        elif token.type == "tr_open" and width and _cells(lines[_line_of(token) - 1]) != width:
            yield _line_of(token), f"this row has not {width} cells, as the table's head has"
        elif token.type in {"code_block", "fence"}:
            yield _line_of(token), "this is read as program code: take the space before it away"
        elif token.type == "inline" and token.map:
            yield from _check_words(token, lines)


def _check_words(token: Token, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield signs of Markdown or of a template that stand on the page as text."""
    for child in token.children or []:
        if child.type != "text":
            continue
        for pattern, message in _LEFT_OVER:
            match = pattern.search(child.content)
            if match:
                first, last = token.map or [0, 1]
                numbers = (n for n in range(first, last) if match[0] in lines[n])
                yield next(numbers, first) + 1, message


def _cells(row: str) -> int:
    """Return how many cells a table's row has."""
    inner = re.sub(r"\\.", "", row).strip().removeprefix("|").removesuffix("|")
    return inner.count("|") + 1


def _line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
