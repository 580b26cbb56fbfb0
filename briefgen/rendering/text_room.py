"""How many lines a text of a brief takes: its words, in the fonts in which they are set."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefgen.rendering.binding import NO_BREAK_SPACE
from briefgen.rendering.letter_widths import Face, face_width

Family = Literal["serif", "sans"]
_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[(?P<cited>[^\[\]]*)\]\(#[^)]*\)")
_CITATION = re.compile(r"\[([^\[\]]*)\]\(#[^)]*\)")
_ANCHOR = re.compile(r'<a id="[^"]*"></a>')
_ESCAPED = re.compile(r"\\(.)")
_HIDDEN = "\ue000"
"""Stands for a letter that is escaped, so that it is not taken for a sign; as wide as one."""
_EMPHASIS: dict[Family, Face] = {"serif": "serif-italic", "sans": "sans"}
_BOLD: dict[Family, Face] = {"serif": "serif-bold", "sans": "sans-bold"}
_CITED_SIZE = 0.84
_KEPT = 5_000


@dataclass(frozen=True)
class Setting:
    """How a kind of text is set."""

    size: float
    """In points."""
    family: Family = "sans"
    indent: float = 0.0
    """Points of the measure that the text has not got."""
    emphasis: Face | None = None
    """Of what is emphasised; None for the italic of the family, sans has none."""
    cited: float = _CITED_SIZE
    """Size of the numbers of sources, as a part of the text's."""


@lru_cache(_KEPT)
def count_lines(text: str, width: float, setting: Setting) -> int:
    """Return the lines that a paragraph of Markdown takes in a measure of *width* points."""
    room = width - setting.indent
    space = face_width(" ", setting.family) * setting.size
    lines, used = 0, room + 1
    for word in _words(text, setting):
        if used + space + word > room:
            lines, used = lines + 1, word
        else:
            used += space + word
    return lines


def _words(text: str, setting: Setting) -> Iterator[float]:
    """Yield the width of each word; one may have letters of several fonts."""
    width, is_open = 0.0, False
    for run, face, size in _runs(text, setting):
        for place, piece in enumerate(run.split(" ")):
            if place and is_open:
                yield width
                width, is_open = 0.0, False
            if piece:
                width += face_width(piece.replace(NO_BREAK_SPACE, " "), face) * size
                is_open = True
    if is_open:
        yield width


def _runs(text: str, setting: Setting) -> Iterator[tuple[str, Face, float]]:
    """Yield what is set in one font, with its font and size."""
    text = _ESCAPED.sub(
        lambda found: _HIDDEN if found[1] in "*[]" else found[1], _ANCHOR.sub("", text)
    )
    end = 0
    for found in _INLINE.finditer(text):
        yield text[end : found.start()], setting.family, setting.size
        end = found.end()
        if found["bold"] is not None:
            yield _read_citations(found["bold"]), _BOLD[setting.family], setting.size
        elif found["italic"] is not None:
            yield (
                _read_citations(found["italic"]),
                setting.emphasis or _EMPHASIS[setting.family],
                setting.size,
            )
        else:
            yield found["cited"], "sans-bold", setting.size * setting.cited
    yield text[end:], setting.family, setting.size


def _read_citations(text: str) -> str:
    return _CITATION.sub(r"\1", text)
