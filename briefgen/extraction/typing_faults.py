"""What two texts of the same skeleton may still not share: word ends, capitals, question marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.extraction.quoting_words import FRAGMENTS, NEGATING_PREFIXES, NEGATIONS
from briefgen.extraction.skeleton import Token
from briefgen.models.refusal import RefusalReason

_TITLE_LETTERS = 4
"""Words from this length on have a capital in a title."""
_LOUD_WORDS = 3
"""From so many words on in capitals, the capitals are a way of typing."""
_ABBREVIATED = 5
_SENTENCE_END = re.compile(r"[\"'”’)\]]*[.!?][\"'”’)\]]*\s")
_BREAK = re.compile(r"[.!?;:…—–\n]|--| - ")
Fault = tuple[RefusalReason, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """Tokens with the text in which they stand."""

    text: str
    """May end behind the last token: the marks there belong to it."""
    tokens: Sequence[Token]

    def gaps(self) -> Iterator[tuple[int, str]]:
        """Yield what stands behind each token, with the number of letters up to there."""
        letters = 0
        for number, token in enumerate(self.tokens):
            letters += len(token.key)
            last = number + 1 == len(self.tokens)
            following = len(self.text) if last else self.tokens[number + 1].start
            yield letters, self.text[token.end : following]


def find_fault(here: Typed, there: Typed) -> Fault | None:
    """Return in what the article (*here*) and a quotation of the same skeleton differ in sense."""
    return (
        _division_fault(here, there)
        or _case_fault(here, there)
        or _question_fault(here, there)
        or _sentence_fault(here, there)
    )


def _division_fault(here: Typed, there: Typed) -> Fault | None:
    """Find a word that comes about, or is lost, where only one of them has a space."""
    for one, other in ((here, there), (there, here)):
        undivided = {letters for letters, _ in other.gaps()}
        for number, (letters, gap) in enumerate(one.gaps()):
            if letters in undivided or gap.strip(" \t\r\n\u00a0\u2009\u202f"):
                continue  # a hyphen, or a full stop in an abbreviation, divides no word
            pieces = {one.tokens[number].key, one.tokens[number + 1].key}
            if pieces & FRAGMENTS:
                turning = pieces & (NEGATIONS | frozenset(NEGATING_PREFIXES))
                reason: RefusalReason = "negation" if turning else "wording"
                return reason, f'"{min(pieces & FRAGMENTS)}" is a word of its own in one of them'
    return None


def _case_fault(here: Typed, there: Typed) -> Fault | None:
    """Find a capital that makes another word: "US" and "us", "May" and "may"."""
    article, quoted = (_letters(typed.tokens) for typed in (here, there))
    if len(article) != len(quoted) or article[1:] == quoted[1:]:
        return None
    if _is_loud(here) or _is_loud(there) or _is_title(here):
        return None
    starts = {}
    position = 0
    for token in here.tokens:
        starts[position] = token
        position += len(token.cased)
    opening = _opens_sentence(here)
    for at, (one, other) in enumerate(zip(article, quoted, strict=True)):
        if at and one != other and at not in opening:
            word = starts[max(start for start in starts if start <= at)].cased
            return "name", f'"{word}" is written with other capitals'
    return None


def _letters(tokens: Sequence[Token]) -> str:
    return "".join(token.cased for token in tokens)


def _is_loud(typed: Typed) -> bool:
    words = [token.cased for token in typed.tokens if token.kind == "word"]
    return len(words) >= _LOUD_WORDS and all(word.isupper() for word in words)


def _is_title(typed: Typed) -> bool:
    words = [token.cased for token in typed.tokens if token.kind == "word"]
    long = [word for word in words if len(word) >= _TITLE_LETTERS]
    return len(long) >= _LOUD_WORDS and all(word[0].isupper() for word in long)


def _opens_sentence(typed: Typed) -> set[int]:
    """Return where a letter stands that begins a sentence or a quotation inside."""
    opening, position = set(), 0
    for token, (_, gap) in zip(typed.tokens, typed.gaps(), strict=True):
        position += len(token.cased)
        if any(mark in gap for mark in '.!?:"“‘«„'):
            opening.add(position)
    return opening


def _question_fault(here: Typed, there: Typed) -> Fault | None:
    """Find a question that became a statement, or the other way round."""
    article, quoted = dict(here.gaps()), dict(there.gaps())
    for letters, gap in quoted.items():
        shown = _up_to_word(article.get(letters, ""))
        if "?" in gap and "?" not in shown:
            return "question", "the article does not ask"
        if "?" in shown and "?" not in gap and any(mark in gap for mark in ".!"):
            return "question", "the article asks"
    return None


def _sentence_fault(here: Typed, there: Typed) -> Fault | None:
    """Find an end of a sentence inside one of them that the other goes over.

    "They will not. Lift it" is not "they will not lift it". A full stop behind a short word with a
    capital is an abbreviation's.
    """
    for one, other in ((here, there), (there, here)):
        marks = dict(other.gaps())
        for number, (letters, gap) in enumerate(one.gaps()):
            token = one.tokens[number]
            if number + 1 == len(one.tokens) or not _SENTENCE_END.match(gap):
                continue
            following = one.tokens[number + 1].cased
            short = token.cased[0].isupper() and len(token.cased) <= _ABBREVIATED
            if following[0].isupper() and not short and not _BREAK.search(marks.get(letters, "")):
                return "spliced", "a sentence ends in one of them where it goes on in the other"
    return None


def _up_to_word(gap: str) -> str:
    """Return the marks directly behind a token: behind the last one, the article goes on."""
    for at, character in enumerate(gap):
        if character.isalnum():
            return gap[:at]
    return gap
