"""Set phrases written out as lines: "- i am not (yet) persuaded/convinced that".

The first word is a sign, ``+`` or ``-``. Each other word stands for one place of the text: words
with ``/`` between them may stand there, one in brackets need not. Adverbs may stand anywhere
between.
"""

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.extraction.lexical.language.grammar_words import ADVERBS
from briefgen.extraction.lexical.language.text import Token


class Place(NamedTuple):
    """What may stand at one place of an opening."""

    words: frozenset[str]
    optional: bool


class Opening(NamedTuple):
    """A set opening, read from its line."""

    sign: int
    places: tuple[Place, ...]


Openings = dict[str, tuple[Opening, ...]]
"""By the words with which they may begin, the longest first."""


def read_lines(lines: str) -> list[Opening]:
    """Return what the lines write out, the longest first."""
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        sign, *words = line.split()
        if words[:2] == ["i", "'m"]:
            words[:2] = ["i'm"]
        places = tuple(Place(frozenset(w.strip("()").split("/")), w.startswith("(")) for w in words)
        found.append(Opening(1 if sign == "+" else -1, places))
    # The longer one says more: "no reason not to" before "no reason".
    found.sort(key=lambda each: -len(each.places))
    return found


def read_openings(lines: str) -> Openings:
    """Return the openings that the lines write out."""
    found = read_lines(lines)
    begin = {word for each in found for word in each.places[0].words}
    return {word: tuple(o for o in found if word in o.places[0].words) for word in begin}


def match_opening(tokens: Sequence[Token], at: int, last: int, opening: Opening) -> int | None:
    """Return the number of the token behind an opening that begins at *at*; None: it does not."""
    for words, optional in opening.places:
        while at <= last and tokens[at].lower in ADVERBS and tokens[at].lower not in words:
            at += 1
        if at <= last and tokens[at].lower in words:
            at += 1
        elif not optional:
            return None
    return at if at <= last else None
