"""From codings to lessons: taught passages by side, and when an article addresses an issue.

Nothing is fitted that could not be read off the file: a lesson is a passage that somebody coded,
and one number an issue, the least by which the coded articles are told apart.
"""

import math
from collections.abc import Mapping, Sequence

from briefgen.extraction.lexical.aggregation import ADDRESSED_WEIGHT
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.lexical.language.text import split_sentences
from briefgen.models import (
    LESSON_SIDES,
    Article,
    Codebook,
    Example,
    IssueLessons,
    Lessons,
    LessonSide,
    TaughtArticle,
)
from briefgen.teaching.codings import Coding

_ABOVE = 1.05
"""How far above what an article that only names the issue holds, the bar is laid."""

Namings = Mapping[str, float]
"""Issue id to the sum of the weights of its terms in one article."""


def learn_lessons(
    codings: Sequence[Coding], namings: Mapping[str, Namings], codebook: Codebook
) -> Lessons:
    """Return what the codings teach.

    Args:
        codings: of at least one article.
        namings: by source id, what :func:`count_namings` returns.
        codebook: the issues, in the order of the result.
    """
    issues = (_learn_issue(issue.id, codings, namings) for issue in codebook.issues)
    return Lessons(
        articles=tuple(
            TaughtArticle(id=coding.article.source.id, sha256=coding.article.input_sha256)
            for coding in codings
        ),
        issues=tuple(each for each in issues if each != IssueLessons(issue=each.issue)),
    )


def count_namings(article: Article, extractor: LexicalExtractor) -> dict[str, float]:
    """Return by how much an article names each issue: what decides whether it addresses it."""
    counts: dict[str, float] = {}
    for finding in extractor.find(article, split_sentences(article)):
        issue = finding.statement.issue
        if issue is not None:
            counts[issue] = counts.get(issue, 0.0) + finding.judgement.named
    return counts


def _learn_issue(
    issue: str, codings: Sequence[Coding], namings: Mapping[str, Namings]
) -> IssueLessons:
    sides = {side: _collect_examples(issue, side, codings) for side in LESSON_SIDES}
    return IssueLessons(issue=issue, addressed=_lay_bar(issue, codings, namings), **sides)


def _collect_examples(
    issue: str, side: LessonSide, codings: Sequence[Coding]
) -> tuple[Example, ...]:
    """Return the passages coded for a side; one that several articles hold stands there once."""
    articles: dict[str, list[str]] = {}
    for coding in codings:
        for passage in coding.passages:
            if passage.issue == issue and passage.side == side:
                articles.setdefault(passage.quote, []).append(coding.article.source.id)
    return tuple(
        Example(quote=quote, articles=tuple(dict.fromkeys(ids))) for quote, ids in articles.items()
    )


def _lay_bar(issue: str, codings: Sequence[Coding], namings: Mapping[str, Namings]) -> float | None:
    """Return the lowest bar that tells most of the coded articles apart; None: the usual one.

    The usual bar stays unless articles are over it that only name the issue.
    """
    only_named, addressed = [], []
    for coding in codings:
        labels = coding.labels.get(issue, frozenset())
        amount = namings[coding.article.source.id].get(issue, 0.0)
        if labels == {"absent"}:
            only_named.append(amount)
        elif labels and "absent" not in labels:
            addressed.append(amount)
    over = (amount for amount in only_named if amount >= ADDRESSED_WEIGHT)
    bars = sorted({ADDRESSED_WEIGHT, *(math.ceil(100 * _ABOVE * amount) / 100 for amount in over)})

    def count_errors(bar: float) -> int:
        return sum(a >= bar for a in only_named) + sum(a < bar for a in addressed)

    best = min(bars, key=count_errors)
    return best if best > ADDRESSED_WEIGHT else None
