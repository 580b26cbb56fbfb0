"""The same name, spelled out or as its initials: how an article may write what a model writes."""

import re
from collections.abc import Iterator
from itertools import groupby

_INITIALS = re.compile(r"[A-Z]{2,5}")
_JOINING = r"(?:\s+(?:of|the|and|for|on|in|&))*"


def patterns_of(name: str) -> Iterator[re.Pattern[str]]:
    """Yield patterns for a name with one part of it spelled out, or as its initials.

    "EU ministers" finds "European Union ministers" and the other way round; all other words must be
    there as they are. What is found is the article's own wording, and the proof judges that.
    """
    words = name.split()
    for place, word in enumerate(words):
        if _INITIALS.fullmatch(word):
            yield _pattern([*map(_exactly, words[:place]), _spelled(word), *_rest(words, place)])
    for first, behind in _runs_of_capitals(words):
        initials = "".join(word[0] for word in words[first:behind])
        yield _pattern([*map(_exactly, words[:first]), initials, *_rest(words, behind - 1)])


def _runs_of_capitals(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where two words or more with a capital and small letters stand together."""
    at = 0
    for is_name, run in groupby(words, lambda word: word[:1].isupper() and word[1:].islower()):
        length = len(list(run))
        if is_name and 2 <= length <= 5:
            yield at, at + length
        at += length


def _spelled(initials: str) -> str:
    """Return a pattern for words that begin with these letters, small words between them."""
    return (_JOINING + r"\s+").join(rf"{letter}[a-z]+" for letter in initials)


def _rest(words: list[str], place: int) -> Iterator[str]:
    return map(_exactly, words[place + 1 :])


def _exactly(word: str) -> str:
    return re.sub(r"['’‘]", "['’‘]", re.escape(word))


def _pattern(parts: list[str]) -> re.Pattern[str]:
    words = r"\s+".join(parts)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
