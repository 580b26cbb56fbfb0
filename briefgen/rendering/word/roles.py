"""Which style a paragraph has, from the section markers that are open around it.

A marker that Word has no style for here gives its paragraphs a style of its own name, which rests
on Body Text: a part that an analyst adds to a template can be restyled in Word as one thing.
"""

from dataclasses import dataclass
from typing import get_args

from briefgen.models import Stance
from briefgen.rendering.word.contents import CONTENTS, contents_style
from briefgen.rendering.word.inline import Look

_STANCES = frozenset(get_args(Stance))
_STYLES = {
    "masthead": "Subtitle",
    "bar": "Counts",
    "notes": "Note",
    "changes": "Note",
    "method": "Method",
    "audit": "Method",
    "sources": "Method",
    "side": "Body Text",
}
_PLAIN = frozenset(
    "in-brief issue about said sides summing-up asks end-matter matrix actors contents evidence "
    "further glossary moves network columns statement".split()
)
"""Parts whose paragraphs are those of the page."""

_LABELLED = Look(first="Label")
_LOOKS = {
    "Kind of Brief": Look(emphasis=None, first=None, strong=None),
    "Proposition": Look(emphasis=None, first=None),
    "Quote": Look(emphasis="Label", first="Label"),
    "Note": _LABELLED,
    "Method": _LABELLED,
    "Source": _LABELLED,
    "Body Text": _LABELLED,
    "Part Context": _LABELLED,
    "Part Linking": _LABELLED,
    "Title": Look(strong=None),
}
_BOLD = ("heading", "TOC Heading")


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands."""

    sections: tuple[tuple[str, ...], ...] = ()
    """The names of the markers around it, the innermost last."""
    is_quoted: bool = False
    list_kind: str | None = None
    """``ordered`` or ``bullet``, of the innermost list around it."""
    level: int = 0
    """Lists around that list."""
    is_item_start: bool = False
    is_first: bool = False
    """Whether it is the first thing of its section."""
    is_emphasised: bool = False
    """Whether all of it is emphasised."""
    after: str | None = None
    """What stands before it in its section: ``heading``, ``table`` or something else."""


def style_of(place: Place) -> str:
    """Return the name of the paragraph's style."""
    if place.is_quoted:
        return _with_stance("Quote", place)
    if place.list_kind:
        return _list_style(place)
    name = place.sections[-1][0] if place.sections else ""
    if name == "side" and place.is_first:
        return _with_stance("Side", place)
    if name == "masthead" and place.is_emphasised:
        return "Kind of Brief"
    if place.is_emphasised and place.after == "heading":
        return "Proposition"
    if place.after == "table":
        return "caption"
    return _section_style(place)


def look_of(style: str, place: Place) -> Look:
    """Return how emphasis looks in a paragraph of that style."""
    main = style.split(maxsplit=1)[0]
    if main == "Side":
        return Look(first="Label", strong=_with_stance("Lead", place, "Strong"))
    if style.startswith(_BOLD):
        return Look(strong=None)
    return _LOOKS.get("Quote" if main == "Quote" else style, Look())


def heading_style(level: int, *, is_title: bool, in_contents: bool) -> str:
    """Return the style of a heading: the first of level 1 is the title, level 2 is Word's first.

    The heading of the contents is none that they list.
    """
    if in_contents:
        return "TOC Heading"
    return "Title" if is_title else f"heading {min(4, max(1, level - 1))}"


def own_style(section: str) -> str:
    """Return the name of the style of a part that Word has none for."""
    return f"Part {section.replace('-', ' ').title()}"


def _section_style(place: Place) -> str:
    """Return the style that the innermost marker gives which gives one."""
    for names in reversed(place.sections):
        if names[0] in _STYLES:
            return _STYLES[names[0]]
        if names[0] not in _PLAIN:
            return own_style(names[0])
    return "Body Text"


def _list_style(place: Place) -> str:
    if not place.is_item_start:
        return "List Continue"
    if any(names[0] == CONTENTS for names in place.sections):
        return contents_style(place.level)
    if place.list_kind == "ordered":
        is_source = any(names[0] == "sources" for names in place.sections)
        return "Source" if is_source else "List Number"
    return "List Bullet"


def _with_stance(style: str, place: Place, otherwise: str | None = None) -> str:
    """Return the style's variant for the side that the paragraph stands in."""
    for names in reversed(place.sections):
        stance = next((name for name in names[1:] if name in _STANCES), None)
        if names[0] == "side" and stance:
            return f"{style} {stance.title()}"
    return otherwise or style
