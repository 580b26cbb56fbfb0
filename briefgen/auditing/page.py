"""A rendered brief, taken apart: blocks of text with their lines, citations and parts.

Markdown's own structure is read by a Markdown parser; the parts are the ``<!-- name -->`` lines
that templates write and that ``<!-- end -->`` closes. The part named ``audit`` is left out:
it holds the result of an audit and is none of the brief's evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

CITATION = "\0"
"""Stands in a block's text for a citation; Markdown parsers never give this character back."""
AUDIT_PART = "audit"
CONTEXT_PART = "context"
"""Holds what stands around a passage in its article: neither the brief's words nor a passage."""
LINKING_PART = "linking"
"""Holds what a language model wrote: words of the page's own, and no passage of a source."""
FURTHER_PART = "further"
"""Holds passages that are given for no side."""

_MARKER = re.compile(r" {0,3}<!-- ([a-z][a-z0-9-]*(?: [a-z0-9][a-z0-9_-]*)*) -->\s*")
_ANCHOR = re.compile(r'<a id="source-(\d+)"></a>')
_SOURCE_LINK = re.compile(r"#source-(\d+)")
_NUMBER = re.compile(r"\d+")
_STATEMENT = re.compile(r"(\S.*?:s\d+)(?:, |\Z)")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Citation:
    """A number in brackets that leads to the source list."""

    number: int
    """As a reader sees it."""
    target: int
    """The entry of the source list that it leads to."""
    statements: tuple[str, ...]
    """Ids of the statements that its title names."""


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item's paragraph, quotation's paragraph or table cell."""

    kind: str
    """``heading``, ``paragraph``, ``quotation``, ``item`` or ``cell``."""
    line: int
    """Of the Markdown, counted from 1."""
    text: str
    """Without Markdown's marks; each citation is one ``CITATION``."""
    citations: tuple[Citation, ...]
    emphasised: Spans
    strong: Spans
    parts: tuple[tuple[str, ...], ...]
    """The names of the open parts, the outermost first."""
    level: int = 0
    """Of a heading, 1 to 6; of an item, its number; of a cell, its column."""
    row: int = 0
    """Of a cell, its row in its table, 0 for the head."""
    table: int = 0
    """Of a cell, the line on which its table begins."""
    anchor: int | None = None
    """The source whose entry this is, where it has the entry's anchor."""

    def in_part(self, *names: str) -> bool:
        """Tell whether the block stands in a part whose first name is one of *names*."""
        return any(part[0] in names for part in self.parts)


@dataclass(frozen=True)
class Page:
    """A rendered brief."""

    name: str
    """The file's name."""
    blocks: tuple[Block, ...]
    has_parts: bool
    """Whether the template marked any part."""


def read_page(markdown: str, name: str) -> Page:
    """Take a rendered brief apart.

    Args:
        markdown: the page's text.
        name: of its file.
    """
    lines = markdown.split("\n")
    parts = _read_parts(lines)
    text = "\n".join("" if _MARKER.fullmatch(line) else line for line in lines)
    parser = MarkdownIt("js-default").disable(["image", "linkify", "strikethrough"])
    blocks = tuple(
        block for block in _read_blocks(parser.parse(text), parts) if not block.in_part(AUDIT_PART)
    )
    return Page(name, blocks, any(parts))


def _read_parts(lines: Sequence[str]) -> list[tuple[tuple[str, ...], ...]]:
    """Return for each line the parts that are open there."""
    stack: list[tuple[str, ...]] = []
    parts = []
    for line in lines:
        marker = _MARKER.fullmatch(line)
        if marker is not None and marker[1] == "end":
            stack = stack[:-1]
        elif marker is not None:
            stack = [*stack, tuple(marker[1].split())]
        parts.append(tuple(stack))
    return parts


def _read_blocks(
    tokens: Sequence[Token], parts: Sequence[tuple[tuple[str, ...], ...]]
) -> Iterator[Block]:
    """Yield the blocks of a token stream, table cells one by one."""
    open_kinds: list[tuple[str, int]] = []
    row = column = table = line = level = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type == "table_open":
            table, row = line, -1
        elif token.type == "tr_open":
            row, column = row + 1, -1
        elif token.type in {"th_open", "td_open"}:
            column += 1
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        if token.nesting == 1:
            number = int(token.info or 0) if token.type == "list_item_open" else 0
            open_kinds.append((token.type.removesuffix("_open"), number))
        elif token.nesting == -1:
            open_kinds.pop()
        if token.type != "inline":
            continue
        names = {name for name, _ in open_kinds}
        here = parts[line - 1] if line <= len(parts) else ()
        if "heading" in names:
            yield _read_inline(token, "heading", line, here, level=level)
        elif "table" in names:
            yield _read_inline(token, "cell", line, here, level=column, row=row, table=table)
        elif "blockquote" in names:
            yield _read_inline(token, "quotation", line, here)
        elif "list_item" in names:
            number = max(number for _, number in open_kinds)
            yield _read_inline(token, "item", line, here, level=number)
        else:
            yield _read_inline(token, "paragraph", line, here)


def _read_inline(
    token: Token,
    kind: str,
    line: int,
    parts: tuple[tuple[str, ...], ...],
    *,
    level: int = 0,
    row: int = 0,
    table: int = 0,
) -> Block:
    """Read the text of one block."""
    text = ""
    citations: list[Citation] = []
    spans: dict[str, list[tuple[int, int]]] = {"em": [], "strong": []}
    opened: list[int] = []
    link: Token | None = None
    shown = ""
    for child in token.children or []:
        if child.type == "link_open" and _SOURCE_LINK.fullmatch(str(child.attrs.get("href", ""))):
            link, shown = child, ""
        elif child.type == "link_close" and link is not None:
            citations.append(_read_citation(link, shown))
            text, link = text + CITATION, None
        elif child.type in {"em_open", "strong_open"}:
            opened.append(len(text))
        elif child.type in {"em_close", "strong_close"}:
            spans[child.tag].append((opened.pop(), len(text)))
        else:
            content = " " if child.type in {"softbreak", "hardbreak"} else child.content
            if link is not None:
                shown += content
            else:
                text += content
    anchor = _ANCHOR.search(text)
    return Block(
        kind,
        line,
        text,
        tuple(citations),
        tuple(spans["em"]),
        tuple(spans["strong"]),
        parts,
        level,
        row,
        table,
        int(anchor[1]) if anchor else None,
    )


def _read_citation(link: Token, shown: str) -> Citation:
    target = int(str(link.attrs["href"]).removeprefix("#source-"))
    number = _NUMBER.search(shown)
    names = tuple(_STATEMENT.findall(str(link.attrs.get("title", ""))))
    return Citation(int(number[0]) if number else target, target, names)
