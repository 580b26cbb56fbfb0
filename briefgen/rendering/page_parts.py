"""A page's Markdown as a tree of its parts and texts, for measuring it.

Read line by line, as the templates write it: a Markdown parser takes ten times as long, and a page
is measured several times.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKER = re.compile(r"<!-- ([a-z][a-z0-9 _-]*) -->")
_SIGNS = tuple(
    (re.compile(sign), kind)
    for sign, kind in (
        (r"# ", "h1"), (r"## ", "h2"), (r"### ", "h3"), (r"#+ ", "h4"), (r"> ?", "quotation"),
        (r"\s*(?:\d+\.|-) ", "item"), (r"\|", "row"),
    )
)  # fmt: skip
_WHOLE = frozenset({"item", "row", "h1", "h2", "h3", "h4"})
"""Kinds of text that are one line of the Markdown."""


@dataclass(frozen=True)
class Node:
    """A part of the page with what stands in it, or a text."""

    kind: str
    """A part's first name; ``h1`` to ``h4``, ``paragraph``, ``item``, ``quotation`` or ``row``."""
    text: str = ""
    """In Markdown, on one line, without the sign that it begins with."""
    classes: Sequence[str] = ()
    children: Sequence["Node"] = ()


def read_parts(markdown: str) -> list[Node]:
    """Return the page as a tree of parts and texts."""
    open_parts: list[tuple[list[str], list[Node]]] = [([], [])]
    kind = ""  # of the text that is being read
    lines: list[str] = []

    def close_text() -> None:
        if lines:
            open_parts[-1][1].append(Node(kind, " ".join(lines)))
            lines.clear()

    for line in markdown.splitlines():
        marker = _MARKER.fullmatch(line)
        found, text = ("", "") if marker else _kind_of(line)
        if found != kind or found in _WHOLE:
            close_text()
        kind = found
        if marker is None:
            lines += [text] if text else []
        elif marker[1] != "end":
            open_parts.append((marker[1].split(), []))
        elif len(open_parts) > 1:
            names, children = open_parts.pop()
            open_parts[-1][1].append(Node(names[0], classes=names, children=children))
    close_text()
    return open_parts[0][1]


def read_texts(nodes: Sequence[Node], without: str = "") -> Iterator[Node]:
    """Yield the texts in these parts, in order, but for those in parts of one kind."""
    for node in nodes:
        if node.kind != without:
            if node.text:
                yield node
            yield from read_texts(node.children, without)


def _kind_of(line: str) -> tuple[str, str]:
    """Return the kind of text that a line begins or goes on with, and its words."""
    if not line.strip():
        return "", ""
    for sign, kind in _SIGNS:
        if found := sign.match(line):
            return kind, line[found.end() :].strip()
    return "paragraph", line.strip()
