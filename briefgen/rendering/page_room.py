"""How much paper a brief takes: an estimate from its Markdown, without laying it out.

What a page shows may not depend on whether this machine can write a PDF, so an audience that has a
limit of pages is measured here: by the widths of the letters in the fonts of the PDF, and by the
sizes of the executive brief's style (``templates/executive/theme.css`` on
``templates/shared/page.css``), in which all parts are whole or half lines high.
Tests hold it against real pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from briefgen.rendering.binding import bind_citations
from briefgen.rendering.charts import DRAWING_WIDTH
from briefgen.rendering.page_parts import Node, read_parts, read_texts
from briefgen.rendering.text_room import Setting, count_lines

POINTS_PER_MM = 72 / 25.4
PAPER_MM: Mapping[str, float] = {"A4": 297, "Letter": 279.4}
"""Height by the name that audience.toml gives the paper."""
FIRST_MARGINS_MM, NEXT_MARGINS_MM = 25.0, 28.0
"""Above and below, on the first page and on the others."""
LINE = 10.4
"""Points from line to line."""
CARE = 1.0
"""Lines of each page that are not counted on: a text may take one more than its letters say."""


def _mm(length: float) -> float:
    return length * POINTS_PER_MM


TEXT_WIDTH = _mm(172)
HEADING = 2.0
"""Lines of a part's heading, with the space around it."""
AUDIT_LINES = 5.5
"""Lines of the box with the result of the audit, which is printed in at the end."""
KEY_CARE = 0.6
"""Lines that the key of the drawing takes beyond the drawing's own count."""
LAST_LINES = 1
"""Of the note on method, below that box."""
_COLUMN = _mm(82.5)
_ITEM = Setting(8.7, "serif")
# What stands in a part: how it is set and its measure. By the nearest part around it that has any;
# "" stands for the page itself.
_SETTINGS: Mapping[str, Mapping[str, tuple[Setting, float]]] = {
    "": {"paragraph": (_ITEM, _mm(130)), "item": (_ITEM, _mm(130)), "quotation": (_ITEM, _mm(128))},
    "masthead": {
        "h1": (Setting(20, "serif", emphasis="serif-bold"), TEXT_WIDTH),
        "paragraph": (Setting(8.4), TEXT_WIDTH),
    },
    "in-brief": {"item": (_ITEM, _mm(130))},
    "about": {
        "h3": (Setting(10.5, "serif"), _mm(45)),
        "paragraph": (Setting(8.4, "serif"), _mm(45)),
    },
    "bar": {"paragraph": (Setting(7.2), _mm(45))},
    "side": {
        "paragraph": (Setting(8.4), _mm(59)),
        "quotation": (Setting(8.4, "serif", 7.6, emphasis="sans", cited=1.0), _mm(59)),
    },
    "side alone": {
        "paragraph": (Setting(8.4), _mm(98)),
        "quotation": (Setting(8.4, "serif", emphasis="sans", cited=1.0), _mm(98)),
    },
    "said": {
        "paragraph": (Setting(8.2), _mm(122)),
        "quotation": (Setting(8.4, "serif", 7.6, emphasis="sans"), _mm(122)),
    },
    "notes": {
        "paragraph": (Setting(8.2), _mm(128)),
        "quotation": (Setting(8.4, "serif", emphasis="sans"), _mm(128)),
    },
    "sources": {
        "item": (Setting(7.6, indent=14), _COLUMN),
        "paragraph": (Setting(7.6), TEXT_WIDTH),
    },
    "method": {"paragraph": (Setting(7.6), _COLUMN)},
}
_LABEL = re.compile(r"\A\*[^*]+\* ")
"""Of a note: it stands in the margin."""
_CITED = re.compile(r"\(#source-(\d+)")


@dataclass(frozen=True)
class _Piece:
    """What a page does not divide."""

    lines: float
    stays: bool = False
    """With what follows it."""


def estimate_pages(markdown: str, paper: str, matrix_height: float) -> float:
    """Return how many pages the Markdown fills, a part of the last one as a fraction.

    Args:
        markdown: as printed for an audience, without the result of its audit.
        paper: ``A4`` or ``Letter``.
        matrix_height: of the drawing of who stands where, in points, for the width of its figure.
    """
    first, following = (
        _mm(PAPER_MM[paper] - margins) / LINE - CARE
        for margins in (FIRST_MARGINS_MM, NEXT_MARGINS_MM)
    )
    matrix = matrix_height * TEXT_WIDTH / DRAWING_WIDTH / LINE
    page, used = 0, 0.0
    for height in _join(_Page(read_parts(bind_citations(markdown)), matrix).pieces()):
        room = following if page else first
        if used and used + height > room:
            page, used = page + 1, 0.0
        used += height
    return page + used / (following if page else first)


def _join(pieces: Iterator[_Piece]) -> Iterator[float]:
    """Yield the heights of what stays together."""
    waiting = 0.0
    for piece in pieces:
        waiting += piece.lines
        if not piece.stays:
            yield waiting
            waiting = 0.0
    if waiting:
        yield waiting


class _Page:
    """The parts of one page, and how high each is in lines."""

    def __init__(self, parts: Sequence[Node], matrix: float) -> None:
        self._parts, self._matrix = parts, matrix
        self._citing = _count_citing(parts)

    def pieces(self) -> Iterator[_Piece]:
        """Yield what a page does not divide, in order."""
        return self._all(self._parts, "")

    def _all(self, nodes: Sequence[Node], part: str) -> Iterator[_Piece]:
        return chain.from_iterable(self._of(node, part) for node in nodes)

    def _of(self, node: Node, part: str) -> Iterator[_Piece]:
        kind = node.kind
        if kind == "h2":
            yield _Piece(HEADING, stays=True)
        elif kind == "matrix":
            yield _Piece(self._matrix + KEY_CARE)
        elif kind == "issue":
            yield from self._issue(node)
        elif kind == "masthead":
            yield _Piece(1 + self._stacked(node.children, kind))
        elif kind == "in-brief":
            yield _Piece(2 + self._stacked(node.children, kind))
        elif kind == "sources":
            yield from self._sources(node)
        elif kind == "method":
            yield _Piece(HEADING + self._method(node))
        elif node.children:
            yield from self._all(node.children, kind if kind in _SETTINGS else part)
        elif kind == "row":
            yield _Piece(1.2)
        else:
            yield _Piece(self._lines(node, part))

    def _issue(self, node: Node) -> Iterator[_Piece]:
        """Yield an issue: a row that stays whole, what it is about beside what is said."""
        about = sum(self._stacked(each.children, "about") for each in _named(node, "about"))
        said = [child for each in _named(node, "said") for child in each.children]
        if not said:  # another template's issue: one text below the other
            yield _Piece(1)
            yield from self._all(node.children, "")
            return
        height = sum(
            self._sides(each) if each.kind == "sides" else self._stacked([each], "said")
            for each in said
        )
        yield _Piece(1 + max(about, height))

    def _sides(self, node: Node) -> float:
        is_alone = "alone" in node.classes
        sides = [self._stacked(side.children, _side(is_alone)) for side in node.children]
        return sum(sides) if is_alone else max(sides, default=0.0)

    def _sources(self, node: Node) -> Iterator[_Piece]:
        """Yield the list in its two columns, line by line."""
        items = [each for each in node.children if each.kind == "item"]
        yield _Piece(HEADING, stays=True)
        for each in node.children:
            if each.kind == "paragraph":
                yield _Piece(self._lines(each, "sources"))
        heights = [
            self._lines(Node("item", item.text + self._back_links(place)), "sources")
            for place, item in enumerate(items, 1)
        ]
        column = _balance(heights)
        yield from (_Piece(1) for _ in range(ceil(column)))

    def _back_links(self, number: int) -> str:
        """Return what is printed behind a source: a letter for each part that cites it."""
        letters = self._citing.get(number, 0)
        return " ↑" + " a" * letters if letters else ""

    def _method(self, node: Node) -> float:
        """Return the height of the note on method, in its two columns."""
        inside = [*_named(node, "columns"), node][0].children
        texts = (each for each in inside if each.kind not in {"h2", "audit"})
        lines = sum(self._lines(each, "method") for each in texts)
        return _balance([1.0] * round(lines - LAST_LINES) + [AUDIT_LINES] + [1.0] * LAST_LINES)

    def _stacked(self, nodes: Sequence[Node], part: str) -> float:
        """Return the height of texts one below the other."""
        total = 0.0
        for node in nodes:
            if node.kind == "bar":
                total += 2 + self._stacked(node.children, "bar")
            elif node.kind == "h1":
                total += 2 * self._lines(node, part)
            elif node.kind not in {"h2", "audit"}:
                total += self._stacked(node.children, part) + self._lines(node, part)
        return total

    def _lines(self, node: Node, part: str) -> float:
        if not node.text:
            return 0.0
        settings = _SETTINGS[part]
        setting, width = settings.get(node.kind) or _SETTINGS[""].get(
            node.kind, _SETTINGS[""]["paragraph"]
        )
        text = _LABEL.sub("", node.text, count=1) if part == "notes" else node.text
        return count_lines(text, width, setting)


def _side(is_alone: bool) -> str:
    return "side alone" if is_alone else "side"


def _named(node: Node, kind: str) -> Iterator[Node]:
    return (each for each in node.children if each.kind == kind)


def _balance(heights: Sequence[float]) -> float:
    """Return the least height of two columns that hold these one after the other, each whole."""
    total, left = sum(heights), 0.0
    best = total
    for height in heights:
        left += height
        best = min(best, max(left, total - left))
    return best


def _count_citing(nodes: Sequence[Node]) -> dict[int, int]:
    """Return under how many headings each source is cited: so many ways lead back to the page."""
    cited: set[tuple[int, int]] = set()
    heading = 0
    for text in read_texts(nodes, without="matrix"):
        heading += text.kind in {"h2", "h3"}
        cited |= {(int(number), heading) for number in _CITED.findall(text.text)}
    return Counter(number for number, _ in cited)
