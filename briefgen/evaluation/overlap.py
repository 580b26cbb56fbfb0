"""When a statement is the passage that a reader marked, and a name the actor that a reader named.

Readers and programs cut passages differently and names come with and without titles; both
measures forgive that, and nothing else.
"""

import re

_MIN_RUN_WORDS = 3
_NAME_WORD = re.compile(r"[\w’'-]+")
_CAPITAL_WORD = re.compile(r"\b[A-Z][\w’'-]*")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]{2,}\b")
_NAMELESS = frozenset(
    "the a an of and or for to in on his her their its some other many most all our".split()
)


def overlaps(one: str, other: str) -> bool:
    """Tell whether half of the shorter text's words, at least three, stand in the other as a run.

    White space and capitals do not count. A text of one or two words must stand there whole.
    """
    shorter, longer = sorted((one.lower().split(), other.lower().split()), key=len)
    run = max(_MIN_RUN_WORDS, len(shorter) // 2)
    if len(shorter) < run:
        return " ".join(shorter) in " ".join(longer)
    return not _runs(shorter, run).isdisjoint(_runs(longer, run))


def shares_name(one: str, other: str) -> bool:
    """Tell whether two names of an actor have a word in common that is no article or the like.

    A name and its initials ("the U.S.", "the United States") are one name.
    """
    if not _name_words(one).isdisjoint(_name_words(other)):
        return True
    return _are_initials(one, other) or _are_initials(other, one)


def _are_initials(short: str, long: str) -> bool:
    """Tell whether a word of *short* is made of the first letters of the names in *long*."""
    names = (word for word in _CAPITAL_WORD.findall(long) if word.lower() not in _NAMELESS)
    initials = "".join(name[0] for name in names)
    written = {word.replace(".", "") for word in _INITIALS.findall(short)}
    return len(initials) > 1 and initials in written


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def _name_words(name: str) -> set[str]:
    plain = name.lower().replace("’s", "").replace("'s", "")
    return set(_NAME_WORD.findall(plain)) - _NAMELESS
