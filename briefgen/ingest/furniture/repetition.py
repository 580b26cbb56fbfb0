"""Text that stands in the article twice: pull quotes, a standfirst, a paragraph pasted again.

The longer or earlier place stays body, so nothing that is said is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

_ANCHOR_WORDS = 6
"""A repetition of fewer words may be rhetoric."""
_MAX_QUOTE_WORDS = 60
_MAX_PASTED_WORDS = 250
_MAX_STANDFIRST_WORDS = 30
_STANDFIRST_SHARE = 0.85
_STANDFIRST_LOOKS_AT = 3
"""A standfirst is drawn from the first paragraphs."""
_SHORTENED_TO = 2
"""A shortened quote is at least half as long as what it is drawn from."""
_MIN_CONTENT_WORDS = 5
_STOPWORDS = frozenset(
    "a about all an and any are as at be been but by can could did do does for from had "
    "has have he "
    "her his how i if in into is it its itself just may might must no not now of on or our own she "
    "should so such than that the their them there these they this those to too up was we "
    "were what "
    "when which who why will with would you your".split()
)


def content_words(low: str) -> list[str]:
    """Return the words that carry content, of text in small letters."""
    return [word for word in re.findall(r"[\w'-]+", low) if word not in _STOPWORDS]


def mark_repetitions(body: list[Paragraph], title: str | None) -> None:
    """Mark paragraphs that repeat another one, wholly or in part.

    Args:
        body: the paragraphs that no other rule has claimed, in order.
        title: the article's title, when the text shows one.
    """
    if title is not None:
        _mark_title_again(body, title)
    _mark_standfirst(body)
    _mark_quotes([paragraph for paragraph in body if paragraph.open])


def _mark_title_again(body: list[Paragraph], title: str) -> None:
    wanted = _words(title.lower())
    for paragraph in body:
        if paragraph.words <= len(wanted) + 1 and _words(paragraph.low) == wanted:
            paragraph.mark("furniture", "repeat", "repeats the title")


def _mark_standfirst(body: list[Paragraph]) -> None:
    """Mark a first line whose content is all in one sentence right after it."""
    if len(body) <= _STANDFIRST_LOOKS_AT or body[0].words > _MAX_STANDFIRST_WORDS:
        return
    first = set(content_words(body[0].low))
    if len(first) < _MIN_CONTENT_WORDS or re.search(r"[.!?] \S", body[0].text):
        return
    for paragraph in body[1 : 1 + _STANDFIRST_LOOKS_AT]:
        for sentence in re.split(r"(?<=[.!?;]) ", paragraph.low):
            if len(first & set(content_words(sentence))) >= _STANDFIRST_SHARE * len(first):
                body[0].mark(
                    "furniture", "repeat", "standfirst that repeats a sentence of the text"
                )
                return


def _words(low: str) -> list[str]:
    return re.findall(r"\w+", low)


def _mark_quotes(body: list[Paragraph]) -> None:
    words = {
        number: _words(paragraph.low or paragraph.text.lower())
        for number, paragraph in enumerate(body)
    }
    _mark_pasted(body, words)
    short = [
        number
        for number, paragraph in enumerate(body)
        if paragraph.open
        and paragraph.words <= _MAX_QUOTE_WORDS
        and len(words[number]) >= _ANCHOR_WORDS
    ]
    places = _places_of({_anchor(words[n], skip) for n in short for skip in (0, 1)}, words)
    for number in short:
        for skip in (0, 1):
            for other, position in places.get(_anchor(words[number], skip), ()):
                reason = _repetition(words[number], skip, words[other], position)
                if reason and body[other].open and body[number].open and other != number:
                    body[number].mark("furniture", "repeat", reason)


def _mark_pasted(body: list[Paragraph], words: dict[int, list[str]]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for number, paragraph in enumerate(body):
        if len(words[number]) < _ANCHOR_WORDS or paragraph.words > _MAX_PASTED_WORDS:
            continue
        if first.setdefault(tuple(words[number]), number) != number:
            paragraph.mark("furniture", "repeat", "repeats an earlier paragraph")


def _anchor(words: list[str], skip: int) -> tuple[str, ...]:
    return tuple(words[skip : skip + _ANCHOR_WORDS])


def _places_of(
    anchors: set[tuple[str, ...]], words: dict[int, list[str]]
) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, sequence in words.items():
        for position, run in enumerate(zip(*(sequence[i:] for i in range(_ANCHOR_WORDS)))):  # noqa: B905
            if run in anchors and len(found := places.setdefault(run, [])) < _ANCHOR_WORDS:
                found.append((number, position))
    return places


def _repetition(quote: list[str], skip: int, words: list[str], position: int) -> str | None:
    """Say how *quote*, but for its first words, repeats part of a longer paragraph's words."""
    quote = quote[skip:]
    if len(quote) > _MAX_QUOTE_WORDS or len(words) <= len(quote):
        return None
    if words[position : position + len(quote)] == quote:
        return "pull quote that repeats a sentence of the text"
    window = iter(words[position : position + _SHORTENED_TO * len(quote)])
    if all(word in window for word in quote):
        return "pull quote that shortens a sentence of the text"
    return None
