"""Checks of a codebook beside its articles: terms that never occur, or everywhere; issues that
always come together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.authoring.findings import Finding, finding_at
from briefgen.authoring.reading import Text
from briefgen.extraction.lexical.language.text import tokenize
from briefgen.extraction.lexical.sides.issues import build_index
from briefgen.extraction.lexical.sides.terms import find_terms
from briefgen.ingest.codebook_places import CodebookPlaces
from briefgen.models import Codebook

COMMON_SHARE = 0.4
"""A term in a larger share of all sentences tells no passage from another."""
OVERLAP_SHARE = 0.6
"""Issues that share a larger part of the sentences with their terms are hardly two."""
MIN_SENTENCES = 10
"""Below this many sentences a share says nothing."""


@dataclass(frozen=True)
class _Count:
    """Where the listed terms of a codebook occur."""

    sentences: int
    by_term: Counter[tuple[str, tuple[str, ...]]]
    """Issue id and stems to the number of sentences."""
    by_issue: dict[str, set[int]]
    """Issue id to the numbers of the sentences with one of its terms."""


def check_in_corpus(
    codebook: Codebook, places: CodebookPlaces, texts: Sequence[Text]
) -> Iterator[Finding]:
    """Yield what shows only beside the articles."""
    count = _count_terms(codebook, texts)
    yield from _check_terms(codebook, places, count)
    yield from _check_overlap(codebook, places, count)


def _count_terms(codebook: Codebook, texts: Sequence[Text]) -> _Count:
    index = build_index(codebook)
    by_term: Counter[tuple[str, tuple[str, ...]]] = Counter()
    by_issue: dict[str, set[int]] = {issue.id: set() for issue in codebook.issues}
    number = 0
    for number, sentence in enumerate((s for text in texts for s in text.sentences), 1):
        found = find_terms(sentence, 0, len(sentence.tokens) - 1, index)
        listed = {(term.issue, term.stems) for term, _, _ in found if term.listed}
        by_term.update(listed)
        for issue, _ in listed:
            by_issue[issue].add(number)
    return _Count(number, by_term, by_issue)


def _check_terms(codebook: Codebook, places: CodebookPlaces, count: _Count) -> Iterator[Finding]:
    for number, issue in enumerate(codebook.issues, 1):
        for text in issue.terms:
            stems = tuple(token.stem for token in tokenize(text) if token.is_word)
            if not stems:
                continue
            found = count.by_term[issue.id, stems]
            place = places.of(number, "terms", text)
            if not found:
                yield finding_at(
                    place,
                    "term-absent",
                    f"{text!r} never occurs in the articles",
                    "take it out, or write it as the articles do",
                )
            elif count.sentences >= MIN_SENTENCES and found > COMMON_SHARE * count.sentences:
                share = round(100 * found / count.sentences)
                yield finding_at(
                    place,
                    "term-common",
                    f"{text!r} stands in {share} % of all sentences: it is the topic, not the "
                    "issue",
                    "add the word that makes it this issue's",
                )


def _check_overlap(codebook: Codebook, places: CodebookPlaces, count: _Count) -> Iterator[Finding]:
    for number, issue in enumerate(codebook.issues, 1):
        mine = count.by_issue[issue.id]
        for other in codebook.issues[: number - 1]:
            theirs = count.by_issue[other.id]
            either = len(mine | theirs)
            if either < MIN_SENTENCES or len(mine & theirs) <= OVERLAP_SHARE * either:
                continue
            share = round(100 * len(mine & theirs) / either)
            yield finding_at(
                places.of(number, "terms"),
                "issues-overlap",
                f"{share} % of the sentences with a term of {issue.id!r} or {other.id!r} have "
                "terms of both",
                "make one issue of them, or give each terms of its own",
            )
