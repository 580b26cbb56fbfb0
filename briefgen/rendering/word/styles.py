"""The styles of a brief in Word: what each is called, rests on and looks like.

Where Word has a style of its own (Title, Heading 1, Quote, List Number …), it is that one, so that
the navigation pane, a table of contents and a house template work with it. A style that a brief
adds has a name that says what it is for.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from briefgen.models import Stance
from briefgen.rendering.stances import ACCENT, GREY_TEXT, HAIRLINE, INK, STANCE_STYLES

READING, LABELS, SYMBOLS = "Georgia", "Calibri", "Segoe UI Symbol"
"""Typefaces that come with Word; :data:`FALLBACKS` says what stands in for them elsewhere."""

FALLBACKS = {
    READING: ("Gelasio", "roman", "02040502050405020303"),
    LABELS: ("Carlito", "swiss", "020F0502020204030204"),
    SYMBOLS: ("DejaVu Sans", "swiss", "020B0502040204020203"),
}
"""For each typeface another of its measure, its family and its PANOSE number."""

Kind = Literal["paragraph", "character"]


@dataclass(frozen=True)
class Border:
    """A line at one edge of a paragraph."""

    edge: Literal["top", "left", "bottom"]
    colour: str
    eighths: int
    """Width in eighths of a point."""
    space: int = 4
    """Points between the line and the text."""
    line: Literal["single", "dotted"] = "single"


@dataclass(frozen=True)
class Style:
    """One style; what is None is as in the style that it rests on."""

    name: str
    kind: Kind = "paragraph"
    based_on: str | None = None
    next: str | None = None
    font: str | None = None
    points: float | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool = False
    tracking: float | None = None
    """Points between letters."""
    before: float | None = None
    after: float | None = None
    left: float | None = None
    hanging: float | None = None
    border: Border | None = None
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    """0 for the first level of headings."""
    numbering: int | None = None
    """Id of the list whose numbers its paragraphs have."""
    quick: bool = True
    """Whether Word offers it among its first styles."""

    @property
    def id(self) -> str:
        """Return the name by which paragraphs refer to it."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """Return a style's id: its name in capitals without spaces, as Word makes them."""
    return "".join(part[:1].upper() + part[1:] for part in name.replace("-", " ").split())


NUMBERS, BULLETS = 1, 2
"""Ids of the two kinds of lists."""
LIST_INDENT = 20.0
"""Points that each level of a list is indented."""

_HEADING = {
    "font": LABELS,
    "bold": True,
    "keep_next": True,
    "keep_lines": True,
    "next": "Body Text",
}


def _heading(name: str, level: int, **look: object) -> Style:
    return Style(name, based_on="Normal", outline=level, **{**_HEADING, **look})  # type: ignore[arg-type]


def _stance_styles() -> list[Style]:
    """Return for each stance a heading of its side, a quotation and a mark in its colour."""
    styles = []
    for stance in get_args(Stance):
        colour, name = STANCE_STYLES[stance].colour, stance.title()
        edge = Border("left", colour, 18, 8)
        styles += [
            Style(f"Side {name}", based_on="Side", next="Body Text"),
            Style(f"Quote {name}", based_on="Quote", border=edge),
            Style(f"Lead {name}", "character", based_on="Strong", colour=colour),
            Style(f"Mark {name}", "character", based_on="Mark", colour=colour),
            Style(f"Word {name}", "character", based_on="Mark Word", colour=colour),
        ]
    return styles


_rule = Border("top", ACCENT, 6, 4)

STYLES: tuple[Style, ...] = (
    Style("Normal", font=READING, points=10, colour=INK, after=0),
    Style("Body Text", based_on="Normal", after=4),
    Style(
        "Title", based_on="Normal", next="Subtitle", points=25, bold=True, colour=ACCENT,
        before=4, after=6, keep_next=True, keep_lines=True,
    ),
    Style("Subtitle", based_on="Normal", font=LABELS, points=10.5, colour=GREY_TEXT, after=4),
    Style(
        "Kind of Brief", based_on="Normal", next="Title", font=LABELS, points=9.5, bold=True,
        capitals=True, tracking=0.8, colour=ACCENT, keep_next=True,
        border=Border("top", ACCENT, 24, 6),
    ),
    _heading("heading 1", 0, points=13, colour=ACCENT, before=18, after=6, border=_rule),
    _heading("heading 2", 1, font=READING, points=14, colour=INK, before=14, after=3),
    _heading("heading 3", 2, points=11.5, colour=ACCENT, before=10, after=3),
    _heading("heading 4", 3, points=10.5, colour=INK, before=8, after=2),
    _heading("Side", 2, bold=False, points=10.5, colour=INK, before=8, after=3),
    Style("Proposition", based_on="Body Text", italic=True, after=3, keep_next=True),
    Style(
        "Counts", based_on="Body Text", font=LABELS, points=9.5, colour=GREY_TEXT, keep_next=True
    ),
    Style(
        "Quote", based_on="Body Text", left=14, keep_lines=True,
        border=Border("left", GREY_TEXT, 18, 8),
    ),
    Style("Note", based_on="Body Text", font=LABELS, points=9.5, after=3),
    Style("Method", based_on="Body Text", font=LABELS, points=9, after=4),
    Style("List Number", based_on="Body Text", numbering=NUMBERS, after=4),
    Style("List Bullet", based_on="Body Text", numbering=BULLETS, after=3),
    Style("List Continue", based_on="Body Text", left=LIST_INDENT, after=3),
    Style("Source", based_on="List Number", font=LABELS, points=9.5, after=1),
    Style(
        "TOC Heading", based_on="Normal", next="Body Text", font=LABELS, points=13, bold=True,
        colour=ACCENT, before=18, after=6, border=_rule, keep_next=True, quick=False,
    ),
    Style("toc 1", based_on="Normal", font=LABELS, before=2, after=1, quick=False),
    Style("toc 2", based_on="toc 1", left=LIST_INDENT, before=0, quick=False),
    Style("toc 3", based_on="toc 2", left=2 * LIST_INDENT, quick=False),
    Style("Part Context", based_on="Body Text", font=LABELS, points=9, left=14, after=3),
    # As on the other pages: a dotted line beside what a language model wrote, in one piece.
    Style(
        "Part Linking", based_on="Body Text", font=LABELS, points=9.5, left=14, before=3, after=6,
        border=Border("left", GREY_TEXT, 18, 8, line="dotted"), keep_lines=True,
    ),
    Style("Cited In", based_on="List Continue", font=LABELS, points=8, colour=GREY_TEXT, after=5),
    Style(
        "caption", based_on="Normal", font=LABELS, points=9, colour=GREY_TEXT, before=3, after=6
    ),
    Style("Table Text", based_on="Normal", font=LABELS, points=9, before=1, after=1),
    Style("Table Heading", based_on="Table Text", bold=True, colour=ACCENT, keep_next=True),
    Style("header", based_on="Normal", font=LABELS, points=8.5, colour=GREY_TEXT, quick=False),
    Style("footer", based_on="Normal", font=LABELS, points=8.5, colour=GREY_TEXT, quick=False),
    Style("Strong", "character", bold=True),
    Style("Emphasis", "character", italic=True),
    Style("Label", "character", font=LABELS, colour=GREY_TEXT),
    Style("Citation", "character", font=LABELS, bold=True, colour=ACCENT),
    Style("Hyperlink", "character", colour=ACCENT, quick=False),
    Style("Code", "character", font="Consolas", quick=False),
    Style("Mark", "character", font=SYMBOLS, quick=False),
    Style("Mark Word", "character", font=LABELS, points=7, colour=GREY_TEXT, quick=False),
    *_stance_styles(),
)  # fmt: skip

TABLE_STYLE = "Brief Table"
TABLE_RULE, TABLE_HEAD = HAIRLINE, ACCENT
"""Colours of the lines between rows and below the head."""
