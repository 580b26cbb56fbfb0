"""What people coded, from gold.json or corrections.yaml, checked against the articles as they are.

A coding whose passage the article does not hold (any more) is named and not learned from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import ArticleError
from briefgen.evaluation.gold import Gold, GoldArticle, match_articles
from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import Corpus
from briefgen.models import (
    Article,
    Corrections,
    LessonSide,
    PositionRecord,
    StanceCorrection,
    StatementCorrection,
)
from briefgen.terminal import excerpt


@dataclass(frozen=True)
class CodedPassage:
    """A passage in which the author takes a side on an issue, or discusses it without one."""

    issue: str
    side: LessonSide
    quote: str
    """On one line."""


@dataclass
class Coding:
    """What people say of one article."""

    article: Article
    labels: dict[str, frozenset[str]] = field(default_factory=dict)
    """Issue id to every stance that is right for the author, ``absent`` among them."""
    passages: list[CodedPassage] = field(default_factory=list)


@dataclass
class Codings:
    """What people say of a corpus's articles, and what of it cannot be used."""

    articles: list[Coding] = field(default_factory=list)
    """Sorted by source id."""
    unused: list[str] = field(default_factory=list)
    """One line each: what is not learned from, and why."""


def side_of(labels: Iterable[str]) -> LessonSide:
    """Return the side that is the only right label, or ``neither``."""
    match tuple(sorted(set(labels))):
        case ("support",):
            return "support"
        case ("oppose",):
            return "oppose"
        case _:
            return "neither"


def codings_of_gold(gold: Gold, corpus: Corpus) -> Codings:
    """Return what readers coded in gold.json.

    Raises:
        CorpusError: an article that it codes is not in the corpus.
    """
    ids = {corpus.source_id(path): path for path in corpus.files}
    files = match_articles(gold, ids, corpus.folder)
    codings = Codings()
    for coded in gold.articles:
        article = _read(files[coded.id], corpus, codings)
        if article is not None:
            codings.articles.append(_coding_of_gold(coded, article, codings))
    codings.articles.sort(key=lambda coding: coding.article.source.id)
    return codings


def codings_of_corrections(
    corrections: Corrections,
    corpus: Corpus,
    name: str,
    extract: Callable[[Article], PositionRecord],
) -> Codings:
    """Return what an analyst's corrections say; of two about the same thing the later one.

    A stance teaches with the passages that its entry names, or else with those that the program
    cites for it; about a passage an entry of its own has the last word. What the articles report of
    others is left out: their words are not the authors', and as lessons they misled
    (docs/teaching.md).

    Args:
        corrections: the entries, in the order of the file.
        corpus: the articles that they are about.
        name: the file's name, to name entries by.
        extract: codes an article as the program does untaught.
    """
    codings = Codings()
    found: dict[str, Coding] = {}
    for path in _files_of(corrections, corpus):
        article = _read(path, corpus, codings)
        if article is not None:
            found[article.source.id] = Coding(article)
    records: dict[str, PositionRecord] = {}
    passages = list(_latest_statements(corrections.statements, name, found, codings))
    for stance in _latest_stances(corrections.stances, name, found, codings):
        coding = found[stance.article]
        coding.labels[stance.issue] = frozenset((stance.stance,))
        if stance.stance != "absent":
            if stance.article not in records:
                records[stance.article] = extract(coding.article)
            record, text = records[stance.article], coding.article.text
            coding.passages += _passages_of_stance(stance, record, text, passages)
    for said in passages:
        is_coded = said.what == "dropped" or "stance" in said.model_fields_set
        if is_coded and said.holder is None and said.issue is not None:
            side: LessonSide = "neither" if said.what == "dropped" else side_of((said.stance,))
            passage = CodedPassage(said.issue, side, _on_one_line(said.quote))
            found[said.article].passages.append(passage)
    codings.articles = [
        coding for _, coding in sorted(found.items()) if coding.labels or coding.passages
    ]
    return codings


def _passages_of_stance(
    entry: StanceCorrection,
    record: PositionRecord,
    text: str,
    corrected: Sequence[StatementCorrection],
) -> Iterator[CodedPassage]:
    """Yield the author's passages that show a stance, but for those with an entry of their own."""
    shown = record.stances.get(entry.issue)
    quotes = entry.evidence
    if not quotes and shown is not None and shown.stance == entry.stance:
        quotes = tuple(s.quote for s in record.statements if s.id in shown.statements)
    apart = [(said.start, said.end) for said in record.statements if said.holder is not None]
    apart += [
        (said.start, said.end)
        for said in corrected
        if said.article == entry.article and entry.issue in (said.issue, said.booked_under)
    ]
    for quote in quotes:
        start = text.find(quote)
        end = start + len(quote)
        if start >= 0 and not any(begin < end and start < stop for begin, stop in apart):
            yield CodedPassage(entry.issue, side_of((entry.stance,)), _on_one_line(quote))


def _read(path: Path, corpus: Corpus, codings: Codings) -> Article | None:
    try:
        return read_article(path, corpus)
    except ArticleError as error:
        codings.unused.append(str(error))
        return None


def _coding_of_gold(coded: GoldArticle, article: Article, codings: Codings) -> Coding:
    coding = Coding(article)
    text = _on_one_line(article.text)
    for issue, cell in coded.stances.items():
        coding.labels[issue] = frozenset(cell.stance)
        if coding.labels[issue] == {"absent"}:
            continue
        for passage in cell.evidence:
            quote = _on_one_line(passage)
            if quote in text:
                coding.passages.append(CodedPassage(issue, side_of(cell.stance), quote))
            else:
                where = f"gold.json: {coded.id}, {issue}"
                codings.unused.append(
                    f"{where}: “{excerpt(quote)}” does not stand in the article; not used"
                )
    return coding


def _files_of(corrections: Corrections, corpus: Corpus) -> list[Path]:
    """Return the article files that the corrections name, as far as the corpus holds them."""
    named = {entry.article for entry in corrections.statements}
    named |= {entry.article for entry in corrections.stances}
    return [path for path in corpus.files if corpus.source_id(path) in named]


def _latest_stances(
    entries: Sequence[StanceCorrection], name: str, found: Mapping[str, Coding], codings: Codings
) -> Iterator[StanceCorrection]:
    latest: dict[tuple[str, str], StanceCorrection] = {}
    for number, entry in enumerate(entries, 1):
        if entry.what == "skipped":
            continue
        trouble = _misfit(entry, found) or _find_lost(entry, found[entry.article].article.text)
        if trouble:
            codings.unused.append(f"{name}: stances[{number}]: {trouble}; not used")
        else:
            latest[entry.article, entry.issue] = entry
    yield from latest.values()


def _latest_statements(
    entries: Sequence[StatementCorrection],
    name: str,
    found: Mapping[str, Coding],
    codings: Codings,
) -> Iterator[StatementCorrection]:
    latest: dict[tuple[str, int, int, str | None], StatementCorrection] = {}
    for number, entry in enumerate(entries, 1):
        if entry.what == "skipped":
            continue
        trouble = _misfit(entry, found)
        if not trouble and not _stands_there(entry, found[entry.article].article.text):
            trouble = f"{entry.article} says something else from {entry.start} to {entry.end}"
        if trouble:
            codings.unused.append(f"{name}: statements[{number}]: {trouble}; not used")
        else:
            latest[entry.article, entry.start, entry.end, entry.booked_under] = entry
    yield from latest.values()


def _misfit(
    entry: StanceCorrection | StatementCorrection, found: Mapping[str, Coding]
) -> str | None:
    """Say why an entry is about no article as it is now; None where it is."""
    coding = found.get(entry.article)
    if coding is None:
        return f"{entry.article} is no readable article of this corpus"
    if coding.article.input_sha256 != entry.sha256:
        return f"{entry.article} has changed since {entry.when}"
    return None


def _find_lost(entry: StanceCorrection, text: str) -> str | None:
    """Name a passage of an entry that the article does not hold; None where it holds all."""
    lost = next((quote for quote in entry.evidence if quote not in text), None)
    return None if lost is None else f"“{excerpt(lost)}” does not stand in the article"


def _stands_there(entry: StatementCorrection, text: str) -> bool:
    return text[entry.start : entry.end] == entry.quote


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
