"""Who says what in an article, found once: the extractor reads it, and the proof reads it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.extraction.lexical.language.text import Sentence, split_sentences
from briefgen.extraction.lexical.voices.attribution import Attribution, find_attributions
from briefgen.models import Article


@dataclass(frozen=True)
class Telling:
    """Who says what in an article, by its own words."""

    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution]
    """In the order of their sentences."""


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
