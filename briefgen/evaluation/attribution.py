"""Who says it: the extractor's statements against articles annotated with sources and contents.

The measures are those used for PolNeAR (Newell et al. 2018): words that somebody else is said to
say, attributions found, and the holders of those found. Only words count, no marks.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from briefgen.errors import UsageError
from briefgen.evaluation.holder_match import WORD, is_pronoun, names_holder
from briefgen.json_files import Entry, read_json_lines

UNKNOWN = "unknown"
"""The holder of what the article attributes to nobody by name."""
_Offsets = tuple[tuple[int, int], ...]


def _without_none(value: object) -> object:
    return () if value is None else value


class GoldAttribution(Entry):
    """One annotated attribution; all offsets count characters of the text."""

    content: _Offsets
    source: Annotated[_Offsets, BeforeValidator(_without_none)] = ()
    source_alt: Annotated[tuple[str, ...], BeforeValidator(_without_none)] = ()
    """Other mentions of the source, where it is a pronoun."""


class AnnotatedArticle(Entry):
    """One line of the file."""

    id: str
    text: str
    split: str | None = None
    attributions: tuple[GoldAttribution, ...] | None = None
    """None where nobody annotated the text: it can be predicted, not scored."""

    @model_validator(mode="after")
    def _offsets_lie_in_the_text(self) -> Self:
        for attribution in self.attributions or ():
            for start, end in (*attribution.content, *attribution.source):
                if not 0 <= start <= end <= len(self.text):
                    msg = f"{self.id}: offsets {start}-{end} lie outside the text"
                    raise ValueError(msg)
        return self


@dataclass(frozen=True)
class PredictedStatement:
    """A stretch of text and who holds what it says."""

    start: int
    end: int
    holder: str | None
    """As it stands in the text, a pronoun too; None is the author."""
    resolved: str | None = None
    """The named actor whom a pronoun was resolved to."""


@dataclass(frozen=True)
class AttributionFigures:
    """Shares from 0 to 1; None where there is nothing of the kind."""

    articles: int
    attributions: int
    predicted: int
    token_precision: float | None
    token_recall: float | None
    token_f1: float | None
    attribution_precision: float | None
    """Of the predicted: at least half of its words are one annotated attribution's."""
    attribution_recall: float | None
    """Of the annotated: one predicted statement covers at least half of its words."""
    attribution_f1: float | None
    holder: float | None
    """Of the attributions found that have a source: the holder's head word stands in it."""
    holder_nominal: float | None
    """The same, for sources that are no pronoun."""
    holder_lenient: float | None
    """The same, where for a pronoun any other mention of its actor is right too."""
    pronouns_resolved: float | None
    """Of the sources found that are pronouns and have other mentions: resolved to one of these."""


@dataclass(frozen=True)
class AttributionFault:
    """One error."""

    kind: str
    """``missed``, ``invented`` or ``wrong holder``."""
    article: str
    text: str
    gold: str | None
    """The annotated source; None where there is none."""
    predicted: str | None
    """The predicted holder; None where nobody was found."""
    words: int


@dataclass(frozen=True)
class AttributionEvaluation:
    """How right the extractor is about who says it."""

    figures: AttributionFigures | None
    """None where no article is annotated."""
    faults: tuple[AttributionFault, ...]
    """The longest first."""
    predictions: tuple[tuple[str, tuple[PredictedStatement, ...]], ...]
    """Article id and its statements, in the order of the file."""


def evaluate_attribution(path: Path, *, split: str | None = None) -> AttributionEvaluation:
    """Predict who says what in each article of a file, and compare where it is annotated.

    Args:
        path: a JSON object a line; docs/evaluation.md says what it holds.
        split: take only the articles whose ``split`` is this.

    Raises:
        UsageError: the file cannot be used, or has no article of that split.
    """
    from briefgen.evaluation.voices import find_statements

    articles = read_json_lines(path, AnnotatedArticle)
    if split is not None:
        splits = sorted({article.split for article in articles if article.split})
        articles = [article for article in articles if article.split == split]
        if not articles:
            hint = f"it has {', '.join(splits)}" if splits else "its articles name no split"
            raise UsageError(f"no article of the split {split!r}", where=str(path), hint=hint)
    predictions = tuple((a.id, tuple(find_statements(a.text))) for a in articles)
    matches = [
        match_article(article, statements)
        for article, (_, statements) in zip(articles, predictions, strict=True)
        if article.attributions is not None
    ]
    faults = sorted(chain.from_iterable(match.faults() for match in matches), key=_by_words)
    figures = compute_figures(matches) if matches else None
    return AttributionEvaluation(figures, tuple(faults), predictions)


def prediction_lines(evaluation: AttributionEvaluation) -> Iterator[dict[str, object]]:
    """Yield what is written for each article: its id and its statements."""
    for article, statements in evaluation.predictions:
        shown = [{"start": s.start, "end": s.end, "holder": s.holder} for s in statements]
        yield {"id": article, "statements": shown}


@dataclass(frozen=True)
class _Stretch:
    words: frozenset[int]
    """Numbers of the words in it, counted through the article."""


@dataclass(frozen=True)
class _Gold(_Stretch):
    attribution: GoldAttribution
    source: str
    best: "_Predicted | None"
    """The predicted statement that covers it best, where that covers half of it."""

    @property
    def is_pronoun(self) -> bool:
        return is_pronoun(self.source)

    @property
    def holder_is_right(self) -> bool:
        holder = self.best.statement.holder if self.best else None
        return holder is not None and names_holder(holder, (self.source,))

    @property
    def holder_is_right_or_the_same(self) -> bool:
        holder = self.best.statement.holder if self.best else None
        if self.holder_is_right or holder is None or not self.is_pronoun:
            return self.holder_is_right
        return names_holder(holder, self.attribution.source_alt)

    @property
    def is_resolved(self) -> bool:
        """Whether a pronoun leads to one of the mentions that readers gave for it."""
        statement = self.best.statement if self.best else None
        name = statement and (statement.resolved or statement.holder)
        return bool(name) and names_holder(str(name), self.attribution.source_alt)


@dataclass(frozen=True)
class _Predicted(_Stretch):
    statement: PredictedStatement
    is_right: bool


@dataclass(frozen=True)
class ArticleMatch:
    """One article's annotated and predicted attributions, matched."""

    article: AnnotatedArticle
    gold: tuple[_Gold, ...]
    predicted: tuple[_Predicted, ...]

    def faults(self) -> Iterator[AttributionFault]:
        """Yield the errors."""
        for gold in self.gold:
            start, end = _hull(gold.attribution.content)
            text = self.article.text[start:end]
            size = len(gold.words)
            if gold.best is None:
                source = gold.source or None
                yield AttributionFault("missed", self.article.id, text, source, None, size)
            elif gold.source and not gold.holder_is_right_or_the_same:
                holder = gold.best.statement.holder
                yield AttributionFault(
                    "wrong holder", self.article.id, text, gold.source, holder, size
                )
        for each in self.predicted:
            if not each.is_right:
                said = each.statement
                text = self.article.text[said.start : said.end]
                size = len(each.words)
                yield AttributionFault("invented", self.article.id, text, None, said.holder, size)


def match_article(
    article: AnnotatedArticle, statements: Sequence[PredictedStatement]
) -> ArticleMatch:
    """Match an article's annotated attributions with the statements predicted for it."""
    middles = [sum(match.span()) / 2 for match in WORD.finditer(article.text)]
    contents = [
        (attribution, words)
        for attribution in article.attributions or ()
        if (words := _words_in(middles, attribution.content))
    ]
    predicted = []
    for statement in statements:
        words = _words_in(middles, [(statement.start, statement.end)])
        if statement.holder is not None and words:
            right = any(2 * len(words & content) >= len(words) for _, content in contents)
            predicted.append(_Predicted(words, statement, right))
    gold = [
        _Gold(content, attribution, _source(article, attribution), _best(content, predicted))
        for attribution, content in contents
    ]
    return ArticleMatch(article, tuple(gold), tuple(predicted))


def compute_figures(matches: Sequence[ArticleMatch]) -> AttributionFigures:
    """Return the figures over all articles, every word and every attribution counting once."""
    gold = [each for match in matches for each in match.gold]
    predicted = [each for match in matches for each in match.predicted]
    annotated_words = predicted_words = shared_words = 0
    for match in matches:
        theirs = _union(match.gold)
        ours = _union(match.predicted)
        annotated_words += len(theirs)
        predicted_words += len(ours)
        shared_words += len(theirs & ours)
    token_precision = _ratio(shared_words, predicted_words)
    token_recall = _ratio(shared_words, annotated_words)
    precision = _ratio(sum(each.is_right for each in predicted), len(predicted))
    recall = _ratio(sum(each.best is not None for each in gold), len(gold))
    sourced = [each for each in gold if each.best is not None and each.source]
    nominal = [each for each in sourced if not each.is_pronoun]
    pronouns = [each for each in sourced if each.is_pronoun and each.attribution.source_alt]
    return AttributionFigures(
        articles=len(matches),
        attributions=len(gold),
        predicted=len(predicted),
        token_precision=token_precision,
        token_recall=token_recall,
        token_f1=_f1(token_precision, token_recall),
        attribution_precision=precision,
        attribution_recall=recall,
        attribution_f1=_f1(precision, recall),
        holder=_ratio(sum(each.holder_is_right for each in sourced), len(sourced)),
        holder_nominal=_ratio(sum(each.holder_is_right for each in nominal), len(nominal)),
        holder_lenient=_ratio(
            sum(each.holder_is_right_or_the_same for each in sourced), len(sourced)
        ),
        pronouns_resolved=_ratio(sum(each.is_resolved for each in pronouns), len(pronouns)),
    )


def _words_in(middles: Sequence[float], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the words whose middle lies in one of the spans."""
    return frozenset(
        chain.from_iterable(
            range(bisect_left(middles, start), bisect_left(middles, end)) for start, end in spans
        )
    )


def _best(content: frozenset[int], predicted: Sequence[_Predicted]) -> _Predicted | None:
    best = max(
        predicted, key=lambda each: (len(each.words & content), -len(each.words)), default=None
    )
    if best is None or 2 * len(best.words & content) < len(content):
        return None
    return best


def _source(article: AnnotatedArticle, attribution: GoldAttribution) -> str:
    return " ".join(article.text[start:end] for start, end in attribution.source)


def _hull(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _union(stretches: Iterable[_Stretch]) -> frozenset[int]:
    return frozenset(chain.from_iterable(each.words for each in stretches))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(precision: float | None, recall: float | None) -> float | None:
    if precision is None or recall is None or not precision + recall:
        return 0.0 if precision is not None and recall is not None else None
    return 2 * precision * recall / (precision + recall)


def _by_words(fault: AttributionFault) -> int:
    return -fault.words
