"""Set phrases written out as lines: "- i am not (yet) persuaded/convinced that".

The first word is a sign, ``+`` or ``-``. Each other word stands for one place of the text: words
with ``/`` between them may stand there, one in brackets need not.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """What may stand at one place of a phrase."""

    words: frozenset[str]
    optional: bool


class SetPhrase(NamedTuple):
    """A set phrase, read from its line."""

    sign: int
    places: tuple[Place, ...]


def read_phrases(lines: str) -> list[SetPhrase]:
    """Return what the lines write out, the longest first."""
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        sign, *words = line.split()
        places = tuple(Place(frozenset(w.strip("()").split("/")), w.startswith("(")) for w in words)
        found.append(SetPhrase(1 if sign == "+" else -1, places))
    # The longer one says more: "no reason not to" before "no reason".
    found.sort(key=lambda each: -len(each.places))
    return found


def by_first_word(phrases: Sequence[SetPhrase]) -> dict[str, tuple[SetPhrase, ...]]:
    """Return phrases by the words of their first place, which none of them may do without."""
    first = {word for each in phrases for word in each.places[0].words}
    return {word: tuple(p for p in phrases if word in p.places[0].words) for word in first}


def match_phrase(
    lowers: Sequence[str], at: int, phrase: SetPhrase, *, between: Collection[str] = ()
) -> int | None:
    """Return the number of the word behind a phrase that begins at *at*; None: it does not.

    Args:
        lowers: words in lower case, up to the last that may belong to the phrase.
        at: number of a word.
        phrase: to look for.
        between: words that may stand anywhere in it.
    """
    for words, optional in phrase.places:
        while at < len(lowers) and lowers[at] in between and lowers[at] not in words:
            at += 1
        if at < len(lowers) and lowers[at] in words:
            at += 1
        elif not optional:
            return None
    return at
