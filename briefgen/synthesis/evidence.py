"""The records as synthesis reads them: sorted by source and turned around, issue by issue.

Everything after this module walks these tables and never the records again, so that a statement is
looked at a fixed number of times however many issues and sources there are. Records are expected
to be verified; what could only come from mixing up runs (a source twice, an issue that the
codebook does not have, an id that leads nowhere) is an error, never skipped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.errors import UsageError
from briefgen.likeness.naming import find_named
from briefgen.likeness.rarity import Rarity
from briefgen.models import Codebook, Issue, IssueStance, PositionRecord, SameText, Statement
from briefgen.synthesis.passages import fold_text
from briefgen.synthesis.same_texts import separate_same_texts

REBUILD_HINT = "make the records again with this codebook"


@dataclass(frozen=True, slots=True)
class IssueEvidence:
    """What the records hold on one issue; every table is in the order of source ids."""

    issue: Issue
    stances: Mapping[str, IssueStance]
    """Source id to the author's own stance; a source without one is absent."""
    statements: Mapping[str, Sequence[Statement]]
    """Source id to its statements on the issue, in the order of the text, whoever holds them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All records, checked and indexed."""

    records: tuple[PositionRecord, ...]
    """Those that count, sorted by source id: of several with the same text, one."""
    same_texts: tuple[SameText, ...]
    """The sources of the others."""
    statements: Mapping[str, Statement]
    """Statement id to statement, sources in order of their ids, each in the order of its text."""
    source_of: Mapping[str, str]
    """Statement id to source id."""
    headlines: frozenset[str]
    """Ids of the statements whose words stand in their source's title."""
    order: Mapping[str, int]
    """Statement id to its place among all statements, in the order of ``statements``."""
    issues: tuple[IssueEvidence, ...]
    """In the codebook's order; an issue that nobody addresses is there, empty."""
    rarity: Rarity
    """Of the words in the statements."""
    named: Mapping[str, frozenset[str]]
    """Source id to the ids of the issues of which a term stands in its article; where the record
    does not say, in its statements."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of all sources, sorted."""
        return tuple(record.source.id for record in self.records)


def gather_evidence(records: Iterable[PositionRecord], codebook: Codebook) -> Evidence:
    """Sort, check and index *records*; of those with the same text, the one that counts.

    Raises:
        UsageError: two records share a source id or a statement id, a record codes an issue that
            *codebook* does not have, or a stance names a statement that its record does not hold.
    """
    ordered, same_texts = separate_same_texts(_require_one_each(records))
    statements: dict[str, Statement] = {}
    source_of: dict[str, str] = {}
    stances: dict[str, dict[str, IssueStance]] = {issue.id: {} for issue in codebook.issues}
    by_issue: dict[str, dict[str, list[Statement]]] = {issue.id: {} for issue in codebook.issues}
    for record in ordered:
        source_id = record.source.id
        for statement in record.statements:
            if statement.id in statements:
                raise UsageError(f"two statements with the id {statement.id!r}", where=source_id)
            statements[statement.id] = statement
            source_of[statement.id] = source_id
            if statement.issue is not None:
                _require_issue(statement.issue, stances, source_id)
                by_issue[statement.issue].setdefault(source_id, []).append(statement)
        for issue_id, stance in record.stances.items():
            _require_issue(issue_id, stances, source_id)
            _require_statements(stance, source_of, source_id)
            stances[issue_id][source_id] = stance
    issues = tuple(
        IssueEvidence(issue=issue, stances=stances[issue.id], statements=by_issue[issue.id])
        for issue in codebook.issues
    )
    return Evidence(
        records=ordered,
        same_texts=same_texts,
        statements=statements,
        source_of=source_of,
        headlines=frozenset(_find_headlines(ordered)),
        order={statement_id: place for place, statement_id in enumerate(statements)},
        issues=issues,
        rarity=Rarity(statement.quote for statement in statements.values()),
        named={record.source.id: _find_named(record, codebook) for record in ordered},
    )


def _find_named(record: PositionRecord, codebook: Codebook) -> frozenset[str]:
    named = record.provenance.named
    if named is None:
        # Of the article nothing is left but its statements.
        coded = (said.issue for said in record.statements if said.issue is not None)
        named = (*find_named((s.quote for s in record.statements), codebook.issues), *coded)
    return frozenset(named)


def _require_one_each(records: Iterable[PositionRecord]) -> list[PositionRecord]:
    one_each: dict[str, PositionRecord] = {}
    for record in records:
        if record.source.id in one_each:
            raise UsageError("two records for one source", where=record.source.id)
        one_each[record.source.id] = record
    return list(one_each.values())


def _find_headlines(records: Iterable[PositionRecord]) -> Iterator[str]:
    """Yield the ids of the statements that repeat the title, or a sentence of it."""
    for record in records:
        title = fold_text(record.source.title or "")
        yield from (s.id for s in record.statements if title and fold_text(s.quote) in title)


def _require_issue(issue_id: str, known: Mapping[str, object], source_id: str) -> None:
    if issue_id not in known:
        raise UsageError(
            f"the record codes the issue {issue_id!r}, which the codebook does not have",
            where=source_id,
            hint=REBUILD_HINT,
        )


def _require_statements(stance: IssueStance, source_of: Mapping[str, str], source_id: str) -> None:
    for statement_id in stance.statements:
        if source_of.get(statement_id) != source_id:
            raise UsageError(
                f"a stance rests on the statement {statement_id!r}, which the record does not hold",
                where=source_id,
                hint=REBUILD_HINT,
            )
