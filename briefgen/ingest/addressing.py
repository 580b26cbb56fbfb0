"""Finds text that addresses a program which reads the article.

Nothing is done because of it and nothing is left out: an article may quote such a sentence, or be
about it. The reader is told; that is all. Characters without a shape are looked through first, so
that they hide nothing, and those that carry text by themselves are found for what they are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from briefgen.ingest.addressing_words import PATTERNS, UNSEEN_KINDS
from briefgen.models.addressing import (
    EXCERPT_CHARS,
    Addressing,
    AddressingKind,
    AddressingPlace,
)

MAX_FOUND = 20
"""So many are told of one article; more tell nothing more."""
_MAX_UNSEEN = 20_000
"""Characters of one hidden piece that are looked at."""
_UNSHAPED = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
_UNUSUAL = re.compile(rf"{_UNSHAPED.pattern}|[\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""What has no shape, and letters of full width or of mathematics: they look like plain ones."""
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
"""A flag of a part of a country, such as Scotland's, is written with tags."""
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_TURNED = re.compile("[\u202d\u202e]")
_CODED = re.compile("[\u200b\u200c\u200d\u2060\u2061-\u2064\ufeff]{8,}")
"""Characters of no width in so long a run are a text in code."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A piece of a page that is no part of its text."""

    place: AddressingPlace
    text: str


def find_addressing(text: str, unseen: Iterable[Unseen] = ()) -> tuple[Addressing, ...]:
    """Return where an article's file addresses a program, in order; at most `MAX_FOUND` places.

    Args:
        text: the decoded text.
        unseen: what the file holds beside it.
    """
    found = sorted(_in_text(text), key=lambda each: (each.start or 0, each.end or 0))
    for piece in unseen:
        found += _in_unseen(piece)
    return tuple(dict.fromkeys(found))[:MAX_FOUND]


def kinds_of(addressing: Iterable[Addressing]) -> tuple[AddressingKind, ...]:
    """Return the kinds that occur, each once, in the order of their first places."""
    return tuple(dict.fromkeys(each.kind for each in addressing))


def _in_text(text: str) -> Iterator[Addressing]:
    shown, offsets = _look_through(text)
    for kind, match in _matches(shown):
        start, end = _trim(match)
        first, behind = start, end
        if offsets is not None:
            first, behind = offsets[start], offsets[end - 1] + 1
        yield _addressing(kind, "text", shown[start:end], first, behind)
    for match in _invisible(text):
        yield _addressing("invisible", "text", _decode(match[0]), match.start(), match.end())


def _in_unseen(piece: Unseen) -> Iterator[Addressing]:
    text = piece.text[:_MAX_UNSEEN]
    shown, _ = _look_through(text)
    for kind, match in _matches(shown):
        if kind in UNSEEN_KINDS or piece.place == "metadata":
            yield _addressing(kind, piece.place, shown[slice(*_trim(match))])
    for match in _invisible(text):
        yield _addressing("invisible", piece.place, _decode(match[0]))


def _matches(shown: str) -> Iterator[tuple[AddressingKind, re.Match[str]]]:
    lower = shown.lower()
    for number, (kind, _, needles) in enumerate(PATTERNS):
        if not needles or any(needle in lower for needle in needles):
            for match in _compiled(number).finditer(shown):
                yield kind, match


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(PATTERNS[number].pattern, re.IGNORECASE)


def _look_through(text: str) -> tuple[str, list[int] | None]:
    """Return the text without characters that have no shape, letters of other widths as plain ones,
    and the offset of each of its characters; None where these are the text's own.
    """
    if text.isascii() or not _UNUSUAL.search(text):
        return text, None
    shown: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character.isascii():
            shown.append(character)
            offsets.append(offset)
        elif not _UNSHAPED.match(character):
            plain = unicodedata.normalize("NFKC", character)
            shown.append(plain if len(plain) == 1 else character)
            offsets.append(offset)
    return "".join(shown), offsets


def _trim(match: re.Match[str]) -> tuple[int, int]:
    """Return a match's place without the mark and the white space before its words."""
    start, end = match.span()
    while start < end - 1 and (match.string[start].isspace() or match.string[start] in '.!?:;”»"'):
        start += 1
    return start, end


def _invisible(text: str) -> Iterator[re.Match[str]]:
    if text.isascii():
        return
    flags = {match.start() + 1 for match in _FLAG.finditer(text)}
    yield from (match for match in _TAGS.finditer(text) if match.start() not in flags)
    yield from _TURNED.finditer(text)
    yield from _CODED.finditer(text)


def _decode(characters: str) -> str:
    """Return what tags spell; of other characters their names."""
    if _TAGS.fullmatch(characters):
        letters = (ord(character) - 0xE0000 for character in characters)
        return "".join(chr(letter) for letter in letters if 0x20 <= letter < 0x7F)
    names = dict.fromkeys(unicodedata.name(c, f"U+{ord(c):04X}") for c in characters)
    return ", ".join(names)


def _addressing(
    kind: AddressingKind,
    place: AddressingPlace,
    words: str,
    start: int | None = None,
    end: int | None = None,
) -> Addressing:
    excerpt = " ".join(words.split())[:EXCERPT_CHARS]
    return Addressing(kind=kind, place=place, start=start, end=end, excerpt=excerpt)
