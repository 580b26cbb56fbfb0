"""Text reduced to what it says: words and numbers without the ways of typing them.

Two texts with the same skeleton have the same letters, numbers and signs in the same order.
Quotation marks, dashes, hyphens, spaces, commas, ligatures, accents, case and invisible characters
are gone; where words are divided, and what is written large, is kept beside it, to be compared.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Kind = Literal["word", "number", "sign"]
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
"""Characters without a shape, as the inside of a regular expression's class: soft hyphens,
zero-width spaces and joiners, marks of direction, variation selectors, tags."""
_INNER = rf"[{INVISIBLE}\u0300-\u036f]*"
_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_INNER}{_LETTER}|{_INNER}['’‘ʼ＇]{_LETTER})*"
_DECIMALS = r"(?:[.,:/]\d+)*"
_NUMBER = (
    r"(?:(?<![^\s(\[\"'“‘«$€£¥])[-−–])?"  # a minus sign, not a dash between two words
    rf"(?:\d{{1,3}}(?:[,'’\u00a0\u2009\u202f ]\d{{3}})+(?!\d){_DECIMALS}"
    rf"|\d+{_DECIMALS}|(?<![\w.])\.\d+)"
)
_SIGNS = "%‰°±×÷=≠≤≥&§+"
_MARKUP = r"\]\([^()\s]{1,500}\)|\[\^?\d{1,3}\]"
"""The target of a Markdown link, and the number of a footnote: no words of the text."""
_TOKEN = re.compile(
    rf"(?P<markup>{_MARKUP})|(?P<word>{_WORD})|(?P<number>{_NUMBER})"
    rf"|(?P<sign>[{_SIGNS}]|[$¢-¥֏؋฿₠-⃀])"
)
_KINDS: dict[str, Kind] = {"word": "word", "number": "number", "sign": "sign"}
_THOUSANDS = re.compile(r"(?<=\d)[,'’\u00a0\u2009\u202f ](?=\d{3}(?!\d))")
_GONE = re.compile(rf"[{INVISIBLE}]")
_LIGATURES = str.maketrans(
    {"æ": "ae", "œ": "oe", "Æ": "AE", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i"}
)
_KNOWN_FORMS = 1 << 15
_KEPT_BLOCKS = 1024
"""An article is asked for many quotations, one after another."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, and its place."""

    key: str
    """Equal for what is the same but for the way of typing it."""
    cased: str
    """The same, with capitals as typed."""
    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Skeleton:
    """The tokens of a text and the one string that they make."""

    tokens: tuple[Token, ...]
    letters: str = field(init=False)
    """The keys, one behind the other; numbers and signs are set apart by a null character."""
    starts: list[int] = field(init=False)
    """For each token, where its key begins in ``letters``."""

    def __post_init__(self) -> None:
        starts, parts, length = [], [], 0
        for token in self.tokens:
            part = token.key if token.kind == "word" else f"\0{token.key}\0"
            starts.append(length)
            parts.append(part)
            length += len(part)
        object.__setattr__(self, "letters", "".join(parts))
        object.__setattr__(self, "starts", starts)

    def find(self, wanted: "Skeleton") -> list[tuple[int, int]]:
        """Return where *wanted* stands, as numbers of the first token and the one behind the last.

        It begins where a token begins and ends where one ends.
        """
        places = []
        at = self.letters.find(wanted.letters)
        while at >= 0:
            end = at + len(wanted.letters)
            first, behind = bisect_left(self.starts, at), bisect_left(self.starts, end)
            whole = behind == len(self.starts) or self.starts[behind] == end
            ends = end == len(self.letters) or (whole and behind < len(self.starts))
            if first < len(self.starts) and self.starts[first] == at and ends:
                places.append((first, behind))
            at = self.letters.find(wanted.letters, at + 1)
        return places


def read_skeleton(text: str, start: int = 0, end: int | None = None) -> Skeleton:
    """Return the skeleton of ``text[start:end]``; its tokens' offsets are those of *text*."""
    return _read(text, start, len(text) if end is None else end)


@lru_cache(_KEPT_BLOCKS)
def _read(text: str, start: int, end: int) -> Skeleton:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        kind = _KINDS.get(match.lastgroup or "")
        if kind is None:
            continue
        shown = _GONE.sub("", match[0])
        cased = _plain(shown) if kind == "word" else _number(shown) if kind == "number" else shown
        if cased:
            tokens.append(Token(_folded(cased), cased, match.start(), match.end(), kind))
    return Skeleton(tuple(tokens))


@lru_cache(_KNOWN_FORMS)
def _plain(word: str) -> str:
    """Return a word without accents and ligatures, with straight apostrophes.

    What is a number by its nature ("²", "Ⅳ") stays: as a letter or digit it would be another.
    """
    if word.isascii():
        return word
    return "".join(c if unicodedata.category(c)[0] == "N" else _plain_letter(c) for c in word)


def _plain_letter(character: str) -> str:
    if character in "’‘ʼ＇":
        return "'"
    parts = unicodedata.normalize("NFKD", character).translate(_LIGATURES)
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(_KNOWN_FORMS)
def _folded(cased: str) -> str:
    return cased.casefold()


def _number(shown: str) -> str:
    """Return a number with ASCII digits, a plain sign, and no marks between its thousands."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in shown)
    if plain[0] in "−–":
        plain = f"-{plain[1:]}"
    return _THOUSANDS.sub("", plain)
