"""A passage that the program did not mark, found in the article by the words a person types."""

import re
from collections.abc import Iterator, Sequence

from briefgen.extraction.aligning import ENDS, with_marks
from briefgen.extraction.skeleton import Skeleton, read_skeleton
from briefgen.models import Article, Passage, Span
from briefgen.terminal import excerpt

_GAP = re.compile(r"…|\.\.\.")
"""Between the first and the last words of a long passage."""
_FEWEST_WORDS = 3
_LONGEST = 1500
"""Characters that a passage may have: one that is given by its ends must not be half an article."""


def find_words(typed: str, article: Article) -> Passage | str:
    """Return the passage that a person means, or why it cannot be told.

    How it is typed does not matter (`extraction.skeleton`): much is lost on the way from a page to
    a keyboard. The passage is the article's own text. Unlike what an extractor proposes, it may be
    cut out of its sentence: a person has read it.

    Args:
        typed: the words as they stand in the article; an ellipsis stands for what lies between the
            first words and the last.
        article: to look in.
    """
    ends = [end for end in map(read_skeleton, _GAP.split(typed)) if end.tokens]
    if sum(len(end.tokens) for end in ends) < _FEWEST_WORDS:
        return f"type at least {_FEWEST_WORDS} words of the passage"
    if len(ends) > 2:
        return "only one ellipsis can stand between the first words and the last"
    marks = ENDS if typed.rstrip(" \"'”’»")[-1:] in ENDS else "?"
    places = [(block, place) for block in article.blocks for place in _find(ends, article, block)]
    spans = [with_marks(article.text, block, place, marks) for block, place in places]
    if not spans:
        return f"“{excerpt(typed)}” does not stand in one paragraph of the article"
    if len(spans) > 1:
        return f"“{excerpt(typed)}” stands there more than once; type more of it"
    start, end = spans[0].start, spans[0].end
    return Passage(start=start, end=end, quote=article.text[start:end])


def _find(ends: Sequence[Skeleton], article: Article, block: Span) -> Iterator[Span]:
    """Yield the places of one paragraph that begin and end with those words."""
    words = read_skeleton(article.text, block.start, block.end)
    for first, behind in words.find(ends[0]):
        last: int | None = behind
        if len(ends) > 1:
            last = next((end for start, end in words.find(ends[1]) if start >= behind), None)
        if last is None:
            continue
        place = Span(start=words.tokens[first].start, end=words.tokens[last - 1].end)
        if place.end - place.start <= _LONGEST:
            yield place
