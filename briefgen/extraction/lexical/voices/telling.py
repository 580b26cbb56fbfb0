"""Who says what in an article, found once: the extractor reads it, and the proof reads it again."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from briefgen.extraction.lexical.language.text import Sentence, split_sentences
from briefgen.extraction.lexical.voices.attribution import Attribution, find_attributions
from briefgen.models import Article, Span


@dataclass(frozen=True)
class Telling:
    """Who says what in an article, by its own words."""

    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution]
    """In the order of their sentences."""

    def attributions_on(self, span: Span) -> Iterator[Attribution]:
        """Yield the attributions whose content shares characters with a span, the last first."""
        by_start, starts, reached = self._by_start
        place = bisect_left(starts, span.end) - 1
        while place >= 0 and reached[place] > span.start:
            if by_start[place].end > span.start:
                yield by_start[place]
            place -= 1

    def sentences_on(self, span: Span) -> Sequence[Sentence]:
        """Return the sentences that share characters with a span, in their order."""
        first = bisect_right(self._starts, span.start) - 1
        found = self.sentences[max(0, first) : bisect_left(self._starts, span.end)]
        return [sentence for sentence in found if sentence.end > span.start]

    @cached_property
    def _by_start(self) -> tuple[list[Attribution], list[int], list[int]]:
        """The attributions by their starts, the starts, and how far those up to each reach."""
        ordered = sorted(self.attributions, key=lambda each: each.start)
        reached = list(accumulate((each.end for each in ordered), max))
        return ordered, [each.start for each in ordered], reached

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def read_telling(article: Article) -> Telling:
    """Return who says what in an article; of the two articles that were read last, at once."""
    return _read(_Same(article))


class _Same:
    """An article, equal to itself alone: comparing texts would cost as much as reading them."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.article is other.article

    def __hash__(self) -> int:
        return id(self.article)


@lru_cache(maxsize=2)
def _read(same: _Same) -> Telling:
    sentences = split_sentences(same.article)
    return Telling(sentences, find_attributions(same.article.text, sentences))
