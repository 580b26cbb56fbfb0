"""Articles that an issue's terms hardly find: where they may speak of it in other words.

A brief says of such an article that no passage was found. Whether it is silent only a reader can
tell; here is where to look. Each of its sentences is weighed by its words: those of the issue's own
entry in the codebook, where no term stands as a whole, by their rarity (logarithm of the share of
sentences); and all by how much more often they stand in or beside the issue's passages of the other
articles than elsewhere (logarithm of the ratio). The sum goes by the root of the sentence's length,
so that long ones do not win by chance. Words of the topic say nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.authoring.candidates import Place, Pool
from briefgen.authoring.context import Line, show_places
from briefgen.authoring.passages import Passages
from briefgen.authoring.word_habits import is_content
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.propositions import content_stems
from briefgen.models import Codebook, Issue

FEW_PASSAGES = 1
"""Passages up to which an article may speak of an issue mostly in words that its terms lack."""
MOST_ARTICLES = 12
MOST_LINES = 3
PRIOR = 0.5
"""Sentences in which a word counts as seen besides, on either side."""


@dataclass(frozen=True)
class QuietArticle:
    """An article in which an issue's terms find little or nothing."""

    article: str
    """Source id."""
    passages: int
    """Sentences that the issue's terms and phrases find."""
    nearest: tuple[Line, ...]
    """Its other sentences nearest to the issue, each at its heaviest word."""


class QuietArticles:
    """Finds them, issue by issue.

    Args:
        codebook: whose issues to look for.
        pool: the sentences of all articles.
        passages: what the codebook finds.
    """

    def __init__(self, codebook: Codebook, pool: Pool, passages: Passages) -> None:
        self._codebook, self._pool, self._passages = codebook, pool, passages
        self._words = [frozenset(_content(sentence).values()) for _, sentence in pool.sentences]
        self._spread = Counter(stem for words in self._words for stem in words)
        self._numbers: dict[int, list[int]] = {}
        for number, (article, _) in enumerate(pool.sentences):
            self._numbers.setdefault(article, []).append(number)

    def find(self) -> dict[str, tuple[QuietArticle, ...]]:
        """Return them by issue id: without a passage first, then in the order of the articles."""
        return {issue.id: tuple(self._find_on(issue)) for issue in self._codebook.issues}

    def _find_on(self, issue: Issue) -> Iterator[QuietArticle]:
        inside = self._passages.by_issue[issue.id]
        counts = Counter(self._pool.sentences[number][0] for number in inside)
        quiet = [article for article in self._numbers if counts[article] <= FEW_PASSAGES]
        near = {other for number in inside for other in self._pool.near(number)}
        named = frozenset(
            stem
            for text in (
                issue.title,
                issue.proposition,
                *issue.terms,
                *issue.support,
                *issue.oppose,
            )
            for stem in content_stems(text)
        ).difference(content_stems(self._codebook.topic))
        for article in sorted(quiet, key=lambda each: (counts[each], each))[:MOST_ARTICLES]:
            own = self._numbers[article]
            weights = self._weigh(near.difference(own), own, named)
            places = self._nearest((number for number in own if number not in inside), weights)
            if places:
                yield QuietArticle(
                    article=self._pool.texts[article].id,
                    passages=counts[article],
                    nearest=show_places(self._pool, places, MOST_LINES),
                )

    def _weigh(
        self, near: set[int], own: Sequence[int], named: frozenset[str]
    ) -> Mapping[str, float]:
        """Return the words of an article's sentences with a weight above 0.

        Args:
            near: numbers of the issue's sentences of other articles, and those beside them.
            own: numbers of the article's sentences.
            named: the codebook's words.
        """
        inside = Counter(stem for number in near for stem in self._words[number])
        mine = Counter(stem for number in own for stem in self._words[number])
        others = len(self._words) - len(own) - len(near)
        weights = {}
        for stem in sorted(mine):
            here = inside[stem]
            there = self._spread[stem] - mine[stem] - here
            share = (here + PRIOR) / (len(near) + 2 * PRIOR)
            elsewhere = (there + PRIOR) / (others + 2 * PRIOR)
            ratio = math.log(share / elsewhere) if here else 0.0
            rarity = math.log(len(self._words) / self._spread[stem]) if stem in named else 0.0
            weight = max(0.0, ratio) + rarity
            if weight:
                weights[stem] = weight
        return weights

    def _nearest(self, numbers: Iterable[int], weights: Mapping[str, float]) -> list[Place]:
        """Return the heaviest sentences, each with the place of its heaviest word."""
        rated = []
        for number in numbers:
            words = self._words[number]
            weight = math.fsum(weights.get(stem, 0.0) for stem in words)
            if weight:
                rated.append((-weight / math.sqrt(len(words)), number))
        return [self._place(number, weights) for _, number in sorted(rated)[:MOST_LINES]]

    def _place(self, number: int, weights: Mapping[str, float]) -> Place:
        article, sentence = self._pool.sentences[number]
        words = _content(sentence)
        token = min(words, key=lambda each: (-weights.get(words[each], 0.0), each))
        return Place(article, number, token, token)


def _content(sentence: Sentence) -> dict[int, str]:
    """Return the stems of the words that carry content, by the numbers of their tokens."""
    return {n: token.stem for n, token in enumerate(sentence.tokens) if is_content(token)}
