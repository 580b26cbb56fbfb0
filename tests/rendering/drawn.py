"""Briefs of any size for the tests of drawings, and what stands in a drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import cos, radians, sin
from pathlib import Path

import lxml.etree
import lxml.html
from fontTools.ttLib import TTFont

from briefgen.models import Brief, CoverageRow, Stance
from briefgen.rendering.lettering import text_width

STANCES: tuple[Stance | None, ...] = (
    "support",
    "oppose",
    "conditional",
    "neutral",
    "unclear",
    None,
)


def many_issues(brief: Brief, count: int, title: str = "Unpronounceabilities") -> Brief:
    """Return the brief with *count* issues, and stances that turn from cell to cell."""
    issues = tuple(
        brief.issues[0].model_copy(update={"id": f"i{n}", "title": f"{title} {n}"})
        for n in range(count)
    )
    coverage = tuple(
        CoverageRow(
            source=row.source,
            stances={
                issue.id: STANCES[(place + number) % len(STANCES)]
                for number, issue in enumerate(issues)
            },
        )
        for place, row in enumerate(brief.coverage)
    )
    return brief.model_copy(update={"issues": issues, "coverage": coverage, "changes": None})


def many_sources(brief: Brief, count: int) -> Brief:
    """Return the brief with *count* sources, which stand where the first ones did."""
    source, rows = brief.sources[0], brief.coverage
    return brief.model_copy(
        update={
            "sources": tuple(
                source.model_copy(update={"id": f"s{n}", "number": n + 1}) for n in range(count)
            ),
            "coverage": tuple(
                CoverageRow(source=f"s{n}", stances=rows[n % len(rows)].stances)
                for n in range(count)
            ),
        }
    )


def columns_of(table: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the cells of a table's first row."""
    return table.xpath("./tbody/tr[1]/td/svg/g")


@dataclass(frozen=True)
class Box:
    """A line of text in its drawing, as its corners; axes are those of the text."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    angle: float
    """Degrees by which the text is turned around the drawing's origin."""

    def corners(self) -> list[tuple[float, float]]:
        """Return the corners in the drawing."""
        turn = radians(self.angle)
        return [
            (x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn))
            for x in (self.left, self.right)
            for y in (self.top, self.bottom)
        ]

    def meets(self, other: "Box") -> bool:
        """Tell whether two texts of one direction lie on each other."""
        slack = 0.05
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.top < other.bottom - slack
            and other.top < self.bottom - slack
        )


def drawings_of(markup: str) -> Iterator[lxml.etree._Element]:
    """Yield each SVG of *markup*, read as XML: what is not well formed fails."""
    for part in markup.split("<svg")[1:]:
        svg = "<svg" + part.partition("</svg>")[0] + "</svg>"
        yield lxml.etree.fromstring(svg.encode())


def texts_of(svg: lxml.etree._Element) -> list[Box]:
    """Return where the texts of a drawing stand, by the widths of the packaged font."""
    boxes = []
    for text in svg.iter("{*}text"):
        shown = text.text or ""
        size = float(text.get("font-size"))
        wide = _width(shown, size, text.get("font-weight") == "600")
        x, y, angle = _place(text)
        left = x - {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")] * wide
        # Above the base line capitals and ascenders, below it descenders, as parts of the size.
        boxes.append(Box(shown, left, y - 0.72 * size, left + wide, y + 0.21 * size, angle))
    return boxes


def _place(text: lxml.etree._Element) -> tuple[float, float, float]:
    """Return the text's base point in axes that are turned with it, and the angle."""
    x, y = float(text.get("x")), float(text.get("y"))
    moved = (text.getparent().get("transform") or "").replace("translate(", "").split(") rotate(")
    if len(moved) < 2:
        return x, y, 0.0
    dx, dy = map(float, moved[0].split())
    turn = radians(float(moved[1].rstrip(")")))
    back = (dx * cos(turn) + dy * sin(turn), -dx * sin(turn) + dy * cos(turn))
    return back[0] + x, back[1] + y, float(moved[1].rstrip(")"))


def _width(text: str, size: float, is_bold: bool) -> float:
    glyphs, widths = _font("SourceSansPro-Semibold" if is_bold else "SourceSansPro-Regular")
    known = [widths[glyphs[ord(letter)]][0] for letter in text if ord(letter) in glyphs]
    # What other font sets the rest is not known; then the drawing's own measure must do.
    rest = "".join(letter for letter in text if ord(letter) not in glyphs)
    return size * sum(known) / 1000 + text_width(rest, size)


@cache
def _font(name: str) -> tuple[dict[int, str], dict[str, tuple[int, int]]]:
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    font = TTFont(Path(spec.origin).parent / "files" / f"{name}.otf")
    assert font["head"].unitsPerEm == 1000
    return font.getBestCmap(), font["hmtx"].metrics
