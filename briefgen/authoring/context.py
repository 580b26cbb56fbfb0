"""Key words in context: a word with what stands before and behind it, on one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.authoring.candidates import Place, Pool

CHARACTERS = 34
"""How much is shown on each side."""


@dataclass(frozen=True)
class Line:
    """One place of a word in an article."""

    article: str
    """Source id."""
    line: int
    """Of the article's text, from 1."""
    before: str
    words: str
    after: str


def show_places(pool: Pool, places: Iterable[Place], most: int) -> tuple[Line, ...]:
    """Return up to *most* places in context, from different articles before twice from one."""
    chosen: list[Place] = []
    waiting: list[Place] = []
    seen: set[int] = set()
    for place in places:
        (waiting if place.article in seen else chosen).append(place)
        seen.add(place.article)
    return tuple(_show(pool, place) for place in (chosen + waiting)[:most])


def _show(pool: Pool, place: Place) -> Line:
    article, sentence = pool.sentences[place.sentence]
    text = pool.texts[article].article.text
    start, end = sentence.starts[place.first], sentence.ends[place.last]
    return Line(
        article=pool.texts[article].id,
        line=text.count("\n", 0, start) + 1,
        before=_cut(text[sentence.start : start], at_start=True),
        words=" ".join(text[start:end].split()),
        after=_cut(text[end : sentence.end], at_start=False),
    )


def _cut(text: str, *, at_start: bool) -> str:
    words: Sequence[str] = text.split()
    kept: list[str] = []
    for word in reversed(words) if at_start else words:
        if sum(len(each) + 1 for each in kept) + len(word) > CHARACTERS:
            break
        kept.append(word)
    shown = " ".join(reversed(kept) if at_start else kept)
    if len(kept) == len(words):
        return shown
    return f"… {shown}" if at_start else f"{shown} …"
