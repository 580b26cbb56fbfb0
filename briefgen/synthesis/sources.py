"""The sources as the brief cites them: numbers, labels that tell them apart, and dates."""

import re
from collections.abc import Callable, Iterable, Sequence

from briefgen.models import (
    BriefIssue,
    BriefSource,
    PositionRecord,
    RecommendationItem,
    Source,
    SummaryPoint,
)
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.passages import fold_text
from briefgen.synthesis.review import count_reviewed

_DIGEST = re.compile(r"[_-](?=[0-9a-f]*[0-9])[0-9a-f]{12,}$")
SHORT_TITLE_CHARACTERS = 48
"""Longest title within a label; a longer one is cut at a word and ends in an ellipsis."""
OPENING_CHARACTERS = 20
"""Longest opening within a label."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


def number_sources(
    evidence: Evidence,
    in_brief: Sequence[SummaryPoint],
    issues: Sequence[BriefIssue],
    recommendations: Sequence[RecommendationItem] = (),
) -> tuple[BriefSource, ...]:
    """Give the sources numbers in the order in which the brief first cites or names them.

    The summary comes first, then issue by issue what is shown, who else takes the position, the
    conditions, the concessions and the reported views, at last the recommendations; a source that
    nothing cites follows by id.
    """
    cited = _walk_citations(evidence, in_brief, issues)
    asking = (item.source for item in recommendations)
    order = list(dict.fromkeys((*cited, *asking, *evidence.source_ids)))
    records = {record.source.id: record for record in evidence.records}
    labels = label_sources([record.source for record in evidence.records])
    return tuple(
        _number_source(records[source_id], number, labels[source_id])
        for number, source_id in enumerate(order, start=1)
    )


def _walk_citations(
    evidence: Evidence, in_brief: Sequence[SummaryPoint], issues: Sequence[BriefIssue]
) -> Iterable[str]:
    for point in in_brief:
        yield from (evidence.source_of[statement_id] for statement_id in point.statements)
    for issue in issues:
        for position in issue.positions:
            yield from (evidence.source_of[statement_id] for statement_id in position.shown)
            yield from (source.source for source in position.sources)
        yield from (condition.source for condition in issue.conditions)
        yield from (concession.source for concession in issue.concessions)
        yield from (reported.source for reported in issue.reported)


def _number_source(record: PositionRecord, number: int, label: str) -> BriefSource:
    stances, reviewed = count_reviewed(record)
    return BriefSource(
        **dict(record.source),
        number=number,
        label=label,
        extractor=record.provenance.extractor,
        input_sha256=record.provenance.input_sha256,
        reviewed=0 < stances == reviewed,
    )


def label_sources(sources: Iterable[Source]) -> dict[str, str]:
    """Name each source by outlet, else authors, else title, else file, so that no two names agree.

    Where two would, the first of author, title, date and id that tells all of them apart is added
    to each. Case and white space do not tell names apart.

    Returns:
        Source id to label.
    """
    same: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda source: source.id):
        same.setdefault(fold_text(_name_source(source)), []).append(source)
    labels: dict[str, str] = {}
    taken: set[str] = set()
    # Plain names first: a name that already tells its source apart never changes for another's.
    for group in sorted(same.values(), key=len):
        tell_apart = _choose_qualifier(group) if len(group) > 1 else None
        for source in group:
            label = _name_source(source)
            if tell_apart is not None:
                label = f"{label} ({tell_apart(source)})"
            while fold_text(label) in taken:
                label = f"{label} ({source.id})"
            taken.add(fold_text(label))
            labels[source.id] = label
    return labels


def _name_source(source: Source) -> str:
    candidates = (source.outlet, _name_authors(source), _shorten_title(source), _name_file(source))
    return next(text for text in map(_tidy, candidates) if text)


def _name_file(source: Source) -> str:
    """Return the id, or the opening words where the id ends with a digest, as downloads carry it:
    that says nothing to a reader.
    """
    short = _DIGEST.sub("", source.id)
    if short in {"", source.id}:
        return source.id
    opening = _shorten(_tidy(source.opening), OPENING_CHARACTERS).rstrip(" ,;:–—-.…")
    return f"Untitled “{opening}…”" if opening else f"Untitled {short}"


def _choose_qualifier(group: Sequence[Source]) -> Callable[[Source], str]:
    """Choose what tells all of *group* apart; every source has it and it is not the name itself."""
    qualifiers: tuple[Callable[[Source], str], ...] = (
        _name_authors,
        _shorten_title,
        lambda source: _tidy(source.published),
    )
    for qualifier in qualifiers:
        texts = {fold_text(qualifier(source)) for source in group}
        if len(texts) == len(group) and "" not in texts:
            return qualifier
    return lambda source: source.id


def _name_authors(source: Source) -> str:
    authors = [name for name in map(_tidy, source.authors) if name]
    if not authors:
        return ""
    return authors[0] if len(authors) == 1 else f"{authors[0]} and others"


def _shorten_title(source: Source) -> str:
    return _shorten(_tidy(source.title), SHORT_TITLE_CHARACTERS)


def _shorten(text: str, characters: int) -> str:
    """Return *text*, cut at a word and with an ellipsis where it is longer."""
    if len(text) <= characters:
        return text
    cut = text[:characters]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())


def find_date_range(sources: Iterable[Source]) -> tuple[str | None, str | None]:
    """Find the dates of the oldest and the newest source.

    A date may be a year or a year and month; where one lies within another, the more exact counts.
    What is not an ISO 8601 date is left out.

    Returns:
        The oldest and the newest date as given, without a time of day; None, None where no source
        is dated.
    """
    matches = (_DATE.match(source.published.strip()) for source in sources if source.published)
    dates = [tuple(int(part) for part in m.groups() if part) for m in matches if m]
    if not dates:
        return None, None
    # A missing month or day is put before all others for the newest and after them for the oldest.
    newest = max(dates, key=lambda date: (*date, 0, 0)[:3])
    oldest = min(dates, key=lambda date: (*date, 99, 99)[:3])
    return _format_date(oldest), _format_date(newest)


def _format_date(date: tuple[int, ...]) -> str:
    year, *rest = date
    return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))
