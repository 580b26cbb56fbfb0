"""What the drawings of a brief are made of: marks, lines of text, figures, keys; as inline SVG.

All lengths are in points. The marks are drawn, not set: the fonts of the brief have no discs and
rings, and no system font should be needed. A side is told by the shape of its mark, the pattern of
its line or its ground, and its colour, so that none of them alone carries it.

Every drawing says in words what it shows, in its ``<title>``: that is what browsers give to screen
readers, and what WeasyPrint 70 writes as the alternative text of the figure in a tagged PDF (it
reads neither ``<desc>`` nor ``aria-label``, and tags ``<figure>`` as nothing).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from briefgen.languages import noted, tr
from briefgen.models import Stance
from briefgen.rendering.stances import GREY_TEXT, INK, SILENT_COLOUR, STANCE_STYLES, silent_word

FONT = "Source Sans Pro, Helvetica, Arial, sans-serif"
DRAWING_WIDTH = 487.0
"""The width between the margins of a brief's A4 page."""
LINE = 13.0
"""Between the lines of the page; a drawing is a whole number of them high, and the text below it
stands on them."""
MARK_RADIUS = 3.9

# What XML cannot hold, named itself: a set of all that it can hold takes long to compile.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHAPES: dict[Stance | None, str] = {
    "support": noted("disc"),
    "oppose": noted("square"),
    "conditional": noted("half disc"),
    "neutral": noted("ring"),
    "unclear": noted("ring with a question mark"),
    None: noted("dot"),
}


@dataclass(frozen=True)
class KeyEntry:
    """A line of the key: a small drawing, what it looks like, and what it means."""

    drawing: str
    """SVG in a box of 24 by 8 points, or of 8 by 8."""
    look: str
    """The drawing in words, which stand for it where it is not seen."""
    meaning: str
    width: float = 8.0
    """Of the drawing's box."""


def safe_text(text: str) -> str:
    """Return *text* as it may stand in SVG; characters that XML cannot hold are left out."""
    return escape(_NOT_XML.sub("", text))


def meaning_of(stance: Stance | None) -> str:
    """Return what a mark means, in the words of the key."""
    return STANCE_STYLES[stance].meaning if stance else silent_word()


def draw_mark(
    stance: Stance | None,
    x: float,
    y: float,
    radius: float = MARK_RADIUS,
    colour: str | None = None,
) -> str:
    """Return the mark of a stance (None: none), its centre at *x*, *y*, as SVG."""
    if stance is None:
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius * 0.26:g}" fill="{SILENT_COLOUR}"/>'
    colour = colour or STANCE_STYLES[stance].colour
    if stance == "oppose":
        side = radius * 1.8
        return (
            f'<rect x="{x - side / 2:g}" y="{y - side / 2:g}" width="{side:g}" height="{side:g}"'
            f' fill="{colour}"/>'
        )
    if stance == "support":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'
    inner = radius - 0.5
    ring = (
        f'<circle cx="{x:g}" cy="{y:g}" r="{inner:g}" fill="none" stroke="{colour}"'
        f' stroke-width="1"/>'
    )
    if stance == "conditional":
        half = f"M{x:g} {y - inner:g}A{inner:g} {inner:g} 0 0 0 {x:g} {y + inner:g}Z"
        return f'{ring}<path d="{half}" fill="{colour}"/>'
    if stance == "unclear":
        size = radius * 1.6
        return ring + draw_text("?", x, y + size * 0.33, size, colour, anchor="middle", weight=600)
    return ring


def draw_inline_mark(stance: Stance) -> str:
    """Return the mark of a stance as a drawing that stands in a line of text."""
    word = escape(STANCE_STYLES[stance].word)
    return (
        f'<svg class="mark" role="img" aria-label="{word}" viewBox="0 0 8 8" width="8" height="8">'
        f"<title>{word}</title>{draw_mark(stance, 4, 4)}</svg>"
    )


def draw_tick(x: float, y: float) -> str:
    """Return what stands beside the mark of a stance that a person checked; 4 points wide."""
    line = f"M{x:g} {y + 0.3:g}l1.4 1.7l2.6 -4"
    return f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="0.9"/>'


def draw_text(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    anchor: str = "start",
    weight: int = 400,
) -> str:
    """Return a line of text that begins, ends or has its middle at *x*, its base line at *y*."""
    # WeasyPrint sets SVG text letter by letter: words stay words in the extracted text because
    # the spaces are set, too.
    attributes = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" font-family="{FONT}"'
    extra = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return f"<text {attributes}{extra}{bold}>{safe_text(text)}</text>"


def draw_svg(size: tuple[float, float], title: str, parts: Iterable[str]) -> str:
    """Return a drawing of that width and height; *title* says what it shows.

    A browser shows the title of what the pointer is over. That of a whole drawing is long, so only
    the parts with a title of their own (``class="cell"``) answer to the pointer.
    """
    width, height = size
    return (
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" pointer-events="none"'
        f' viewBox="0 0 {width:g} {height:g}" width="{width:g}pt" height="{height:g}pt">'
        f"<title>{safe_text(title)}</title>{''.join(parts)}</svg>"
    )


def draw_cell(title: str, parts: str) -> str:
    """Return a part of a drawing that tells on its own what it shows."""
    return f'<g class="cell" pointer-events="all"><title>{safe_text(title)}</title>{parts}</g>'


def key_of_stances(stances: Iterable[Stance | None]) -> list[KeyEntry]:
    """Return the lines of the key for the marks of stances, in the order of the key."""
    present = set(stances)
    order: list[Stance | None] = [*STANCE_STYLES, None]
    return [
        KeyEntry(draw_mark(stance, 4, 4, 3.6), tr(_SHAPES[stance]), meaning_of(stance))
        for stance in order
        if stance in present
    ]


def write_figure(
    name: str, label: str, parts: Sequence[str], key: Sequence[KeyEntry], note: str = ""
) -> str:
    """Return a figure with its drawings, and the key below them.

    Args:
        name: its class, beside ``chart``.
        label: what it is, for readers who do not see it.
        parts: SVG, or tables with SVG.
        key: what its marks mean.
        note: a sentence behind the key, such as what is left out.
    """
    entries = "".join(_write_entry(each) for each in key)
    entries += f"<span>{safe_text(note)}</span>" if note else ""
    caption = f"<figcaption>{entries.rstrip()}</figcaption>" if entries else ""
    # It may be wider than a phone and is then moved sideways: with the keyboard, too.
    return (
        f'<figure class="chart {name}"><div class="drawn" tabindex="0" role="group"'
        f' aria-label="{safe_text(label)}">{"".join(parts)}</div>{caption}</figure>'
    )


def _write_entry(entry: KeyEntry) -> str:
    return (
        f'<span><svg role="img" viewBox="0 0 {entry.width:g} 8" width="{entry.width:g}pt"'
        f' height="8pt"><title>{safe_text(entry.look)}</title>{entry.drawing}</svg>'
        f" {safe_text(entry.meaning)}</span> "
    )


def draw_line_sample(dashes: str, colour: str = GREY_TEXT, width: float = 1.2) -> str:
    """Return a piece of a line for the key, in a box of 24 by 8 points."""
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="M0 4h24" fill="none" stroke="{colour}" stroke-width="{width:g}"{dash}/>'
