"""How much paper a brief takes: an estimate from its Markdown, without laying it out.

What a page shows may not depend on whether this machine can write a PDF, so an audience that has a
limit of pages is measured here: by the widths of letters and the sizes of the executive brief's
style (``templates/executive/theme.css`` on ``templates/shared/page.css``), part by part. Tests hold
it against real pages; it is meant to be a little too careful.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.rendering.charts import DRAWING_WIDTH
from briefgen.rendering.lettering import wrap

POINTS_PER_MM = 72 / 25.4
PAPER_MM: Mapping[str, tuple[float, float]] = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Width and height by the name that audience.toml gives the paper."""
SIDE_MARGINS_MM = 35.0
FIRST_MARGINS_MM, NEXT_MARGINS_MM = 25.0, 27.0
"""Above and below, on the first page and on the others."""
SERIF_WIDTH = 1.045
"""Of a text in Source Serif Pro to the same in Source Sans Pro; measured on the sample briefs."""
AUDIT_BOX = 60.0
"""Height that the box with the result of the audit takes, which is printed in at the end."""
_MARKER = re.compile(r"<!-- ([a-z][a-z0-9 _-]*) -->")
_SIGNS = tuple(
    (re.compile(sign), kind)
    for sign, kind in (
        (r"# ", "h1"), (r"## ", "h2"), (r"###", "h3"), (r">", "quotation"),
        (r"\s*(?:\d+\.|-) ", "item"), (r"\|", "row"),
    )
)  # fmt: skip
_LINK = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")
_FORMATTING = re.compile(r"^(?:#+|>|\s*(?:\d+\.|-)) |\\|\*|<a id=[^>]*></a>")
CARE = 1.05
"""By which heights are multiplied: real pages end a tenth of a page earlier than the plain sum."""

ABOUT_WIDTH, SAID_WIDTH, SIDE_WIDTH = (mm * POINTS_PER_MM for mm in (45.0, 126.0, 61.0))
SOURCES_WIDTH, METHOD_WIDTH = (mm * POINTS_PER_MM for mm in (101.0, 70.0))
BAR_HEIGHT, ROW_HEIGHT = 10.5, 15.0
HEADING_HEIGHT = 25.0
"""Of a heading of a part, with the space around it."""


@dataclass(frozen=True)
class _Type:
    """How a kind of text is set, in points."""

    size: float
    line: float
    after: float = 0.0
    is_serif: bool = False
    indent: float = 0.0

    def height(self, text: str, width: float) -> float:
        size = self.size * (SERIF_WIDTH if self.is_serif else 1)
        return len(wrap(text, width - self.indent, size)) * self.line + self.after


_BODY = _Type(9, 12, 3, is_serif=True)
# By the nearest part around them that has one; "" stands for the page itself.
_TYPES: Mapping[str, Mapping[str, _Type]] = {
    "": {"paragraph": _BODY, "quotation": _BODY, "item": _BODY},
    "masthead": {"h1": _Type(20, 22, 5, is_serif=True), "paragraph": _Type(8.6, 11)},
    "in-brief": {"item": _Type(9, 12, 2, is_serif=True, indent=30)},
    "about": {"h3": _Type(10.5, 12, is_serif=True), "paragraph": _Type(8.4, 10.5, 4, True)},
    "bar": {"paragraph": _Type(7.4, 9, 2)},
    "side": {"paragraph": _Type(8.5, 10.8, 1.8), "quotation": _Type(8.5, 10.8, 1.8, True, 8)},
    "notes": {"paragraph": _Type(8, 10, 1), "quotation": _Type(8.4, 10.6, 2, True, 8)},
    "sources": {"item": _Type(7.6, 9.6, 0.5, indent=13), "paragraph": _Type(7.6, 9.6, 4)},
    "method": {"paragraph": _Type(7.6, 9.6, 4)},
}
_AROUND = {"masthead": 13.0, "in-brief": 10.0, "matrix": 8.0, "issue": 6.5, "notes": 1.0}
"""Space that a part takes beside what stands in it."""


_BREAKABLE = frozenset({"summing-up", "asks", "changes", "notes"})
"""Parts that a page may break."""


@dataclass(frozen=True)
class _Node:
    """A part of the page with what stands in it, or a text."""

    kind: str
    """A part's first name; ``h1``, ``h2``, ``h3``, ``paragraph``, ``item``, ``quotation`` or
    ``row``."""
    text: str = ""
    classes: Sequence[str] = ()
    children: Sequence["_Node"] = ()


def estimate_pages(markdown: str, paper: str, matrix_height: float) -> float:
    """Return how many pages the Markdown fills, a part of the last one as a fraction.

    Args:
        markdown: as printed for an audience, without the result of its audit.
        paper: ``A4`` or ``Letter``.
        matrix_height: of the drawing of who stands where, in points, for the width of its figure.
    """
    wide, high = (side * POINTS_PER_MM for side in PAPER_MM[paper])
    width = wide - SIDE_MARGINS_MM * POINTS_PER_MM
    chunks = [
        _height(node, part, width, matrix_height) * CARE for node, part in _unfold(_read(markdown))
    ]
    first, following = (
        high - margins * POINTS_PER_MM for margins in (FIRST_MARGINS_MM, NEXT_MARGINS_MM)
    )
    page, used = 0, 0.0
    for height in chunks:
        room = following if page else first
        if used and used + height > room:
            page, used = page + 1, 0.0
        used += height
    return page + used / (following if page else first)


def _unfold(nodes: Sequence[_Node], part: str = "") -> Iterator[tuple[_Node, str]]:
    """Yield what stays together on a page, with the part around it; long parts text by text."""
    waiting: list[_Node] = []
    for node in nodes:
        if node.kind == "h2":  # stands with what follows
            waiting.append(node)
        elif node.kind in _BREAKABLE:
            inner = list(_unfold(node.children, node.kind if node.kind in _TYPES else part))
            if waiting and inner:
                first, around = inner.pop(0)
                yield _Node("together", children=(*waiting, first)), around
                waiting = []
            yield from inner
        elif waiting:
            yield _Node("together", children=(*waiting, node)), part
            waiting = []
        else:
            yield node, part
    yield from ((node, part) for node in waiting)


def _height(node: _Node, part: str, width: float, matrix_height: float) -> float:
    """Return the height of a node in the part around it."""
    if node.kind == "h2":
        return HEADING_HEIGHT - 10 if part == "in-brief" else HEADING_HEIGHT
    if node.kind == "row":
        return ROW_HEIGHT
    if node.kind == "audit":
        return 0.0
    if node.kind == "matrix":
        return matrix_height * width / DRAWING_WIDTH + _AROUND["matrix"]
    if not node.children:
        kind = _TYPES.get(part, {}).get(node.kind) or _TYPES[""].get(node.kind, _BODY)
        return kind.height(node.text, width) if node.text else 0.0
    inner = node.kind if node.kind in _TYPES else part
    heights = [
        _height(child, inner, _width(child, node, width), matrix_height) for child in node.children
    ]
    beside = {"issue", "sides", "end-matter"}
    total = max(heights) if node.kind in beside and _is_beside(node) else sum(heights)
    return (
        total
        + _AROUND.get(node.kind, 0.0)
        + {"bar": BAR_HEIGHT, "method": AUDIT_BOX}.get(node.kind, 0.0)
    )


def _is_beside(node: _Node) -> bool:
    """Tell whether what stands in a part stands side by side."""
    return node.kind != "issue" or any(child.kind == "about" for child in node.children)


def _width(child: _Node, parent: _Node, width: float) -> float:
    if child.kind == "side":
        return SIDE_WIDTH if "alone" not in parent.classes else width
    return {
        "about": ABOUT_WIDTH,
        "said": SAID_WIDTH,
        "sources": SOURCES_WIDTH,
        "method": METHOD_WIDTH,
    }.get(child.kind, width)


def _read(markdown: str) -> list[_Node]:
    """Return the page as a tree of parts and texts.

    Read line by line, as the templates write it: a Markdown parser takes ten times as long, and a
    page is measured several times.
    """
    open_parts: list[tuple[list[str], list[_Node]]] = [([], [])]
    kind = ""  # of the text that is being read
    lines: list[str] = []

    def close_text() -> None:
        if lines:
            open_parts[-1][1].append(_Node(kind, " ".join(lines)))
            lines.clear()

    for line in markdown.splitlines():
        marker = _MARKER.fullmatch(line)
        found = "" if marker or not line.strip() else _kind_of(line)
        if found != kind or found in {"item", "row", "h1", "h2", "h3"}:
            close_text()
        kind = found
        if marker is None:
            lines += [_plain(line)] if found else []
        elif marker[1] != "end":
            open_parts.append((marker[1].split(), []))
        elif len(open_parts) > 1:
            names, children = open_parts.pop()
            open_parts[-1][1].append(_Node(names[0], classes=names, children=children))
    close_text()
    return open_parts[0][1]


def _kind_of(line: str) -> str:
    for sign, kind in _SIGNS:
        if sign.match(line):
            return kind
    return "paragraph"


def _plain(line: str) -> str:
    """Return about what a reader sees of a line."""
    return _FORMATTING.sub("", _LINK.sub(r"\1", line))
