"""Words and short phrases of a pile of articles that could be terms of an issue.

A candidate is a run of one to three words that carry content, as nouns and what stands before them
do (``word_habits``). Words that essays on anything use are left out (``general_words``), and so is
a run that hardly stands outside a longer one (the thought behind C-value: Frantzi, Ananiadou and
Mima, 2000, "Automatic recognition of multi-word terms").
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.authoring.reading import Text
from briefgen.authoring.word_habits import Habits, is_content
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.attribution import find_attributions

MAX_WORDS = 3
NESTED_SHARE = 0.6
"""A run of which a larger share stands within one longer run is that run's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands."""

    article: int
    """Number of the text, from 0."""
    sentence: int
    """Number of the sentence in the pool, from 0."""
    first: int
    """Number of its first token."""
    last: int


@dataclass(frozen=True)
class Candidate:
    """A run of words that could be a term."""

    stems: tuple[str, ...]
    words: str
    """As it mostly stands in the articles."""
    places: tuple[Place, ...]

    @cached_property
    def sentences(self) -> frozenset[int]:
        """Numbers of the sentences with it."""
        return frozenset(place.sentence for place in self.places)

    @cached_property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles with it."""
        return frozenset(place.article for place in self.places)

    def without(self, taken: Callable[[Place], bool]) -> "Candidate":
        """Return the same without the places that are *taken*."""
        return Candidate(self.stems, self.words, tuple(p for p in self.places if not taken(p)))


@dataclass(frozen=True)
class Pool:
    """The sentences of all articles, headings left out."""

    texts: tuple[Text, ...]
    sentences: tuple[tuple[int, Sentence], ...]
    """Each with the number of its article."""

    @classmethod
    def of(cls, texts: Sequence[Text]) -> "Pool":
        """Return the pool of these articles."""
        every = ((n, s) for n, text in enumerate(texts) for s in text.sentences)
        return cls(tuple(texts), tuple((n, s) for n, s in every if not s.heading))

    def near(self, number: int) -> Iterator[int]:
        """Yield the numbers of a sentence and its neighbours within the same paragraph."""
        article, sentence = self.sentences[number]
        for other in (number - 1, number, number + 1):
            if 0 <= other < len(self.sentences):
                there, neighbour = self.sentences[other]
                if there == article and neighbour.paragraph == sentence.paragraph:
                    yield other


def find_candidates(
    pool: Pool, *, min_articles: int = 2, min_sentences: int = 2
) -> list[Candidate]:
    """Return the candidates that stand in so many articles and sentences, by their stems."""
    speakers = _speakers(pool)
    habits = Habits.of(sentence.tokens for _, sentence in pool.sentences)
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    surfaces: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for number, (article, sentence) in enumerate(pool.sentences):
        for first, last in _runs(sentence):
            tokens = sentence.tokens[first : last + 1]
            stems = tuple(token.stem for token in tokens)
            if not habits.can_name(tokens) or _names_speaker(tokens, speakers):
                continue
            places[stems].append(Place(article, number, first, last))
            surfaces[stems][_surface(sentence, first, last)] += 1
    found = [
        Candidate(stems, _most_common(surfaces[stems]), tuple(where))
        for stems, where in sorted(places.items())
    ]
    enough = [
        each
        for each in found
        if len(each.articles) >= min_articles and len(each.sentences) >= min_sentences
    ]
    return _without_nested(enough)


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run of up to ``MAX_WORDS`` content words."""
    tokens = sentence.tokens
    for first, opening in enumerate(tokens):
        if not is_content(opening):
            continue
        for last in range(first, min(first + MAX_WORDS, len(tokens))):
            if not is_content(tokens[last]):
                break
            yield first, last
            if tokens[last].possessive:
                break


def _surface(sentence: Sentence, first: int, last: int) -> str:
    """Return the run as it would stand within a sentence, without a possessive's ending."""
    words = []
    for index in range(first, last + 1):
        token = sentence.tokens[index]
        named = token.capital and (index > 0 or token.lower in sentence.names)
        text = token.text if named else token.lower
        words.append(text[: len(token.lower)] if token.possessive else text)
    return " ".join(words)


def _most_common(surfaces: Counter[str]) -> str:
    return min(surfaces, key=lambda each: (-surfaces[each], each))


def _speakers(pool: Pool) -> frozenset[str]:
    """Return the last words of the names of those who are said to say something, lower case.

    People are no terms: who speaks is the holder, not the issue.
    """
    found = set()
    for text in pool.texts:
        for report in find_attributions(text.article.text, list(text.sentences)):
            holder = report.holder
            if holder is not None and holder.kind == "name":
                found.add(holder.name.split()[-1].lower().removesuffix("'s").removesuffix("’s"))
    return frozenset(found)


def _names_speaker(tokens: Sequence[Token], speakers: frozenset[str]) -> bool:
    return any(token.capital and token.lower in speakers for token in tokens)


def _without_nested(candidates: list[Candidate]) -> list[Candidate]:
    """Drop the runs that hardly stand outside a longer one."""
    longest: dict[tuple[str, ...], int] = defaultdict(int)
    for each in candidates:
        for length in range(1, len(each.stems)):
            for first in range(len(each.stems) - length + 1):
                part = each.stems[first : first + length]
                longest[part] = max(longest[part], len(each.places))
    return [each for each in candidates if longest[each.stems] < NESTED_SHARE * len(each.places)]
