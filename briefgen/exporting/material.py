"""What exports are made of: the brief, every statement with its actor, and texts that are at hand.

An actor is a source, speaking for itself, or somebody whose view sources report. The two are never
one, even where they share a name: what a paper holds and what others say that it holds differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefgen.errors import UsageError
from briefgen.holdings import Holding, collect_holdings
from briefgen.models import Brief, BriefIssue, BriefSource, PositionRecord, SameText, Statement
from briefgen.models.evidence_hash import hash_records
from briefgen.models.names import is_name

ActorKind = Literal["source", "reported"]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and who speaks in it."""

    statement: Statement
    source: BriefSource
    actor: str
    """The source's label, or the holder's name as the brief settles it."""
    kind: ActorKind

    @property
    def role(self) -> str:
        """The holder's role as the source gives it, or nothing."""
        holder = self.statement.holder
        return (holder.role or "") if holder else ""


@dataclass(frozen=True)
class Material:
    """Everything that the exports read."""

    brief: Brief
    said: tuple[Said, ...]
    """By source id, then in the order of the text."""
    holdings: tuple[Holding, ...]
    """Reported views by actor."""
    nameless: int
    """Reported views whose holder is no name; they are in no network."""
    reprints: tuple[SameText, ...] = ()
    """Sources left out, with all they say, because another source with the same text counts."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Source id to the article's text, where it is at hand."""

    @property
    def issues(self) -> Mapping[str, BriefIssue]:
        """The issues by id, in the codebook's order."""
        return {issue.id: issue for issue in self.brief.issues}


def gather_material(brief: Brief, records: Sequence[PositionRecord] | None) -> Material:
    """Bring together what the exports are made of.

    Args:
        brief: the brief.
        records: the records it rests on; None where there are none, and the statements are those
            that the brief names.

    Raises:
        UsageError: the brief rests on other records, or names a source that it does not list.
    """
    if records is not None and hash_records(_by_source(records)) != brief.evidence_sha256:
        message = "records.jsonl is not what brief.json rests on"
        raise UsageError(message, hint="build again, then export")
    holdings = collect_holdings(brief)
    settled = {id_: holding.holder for holding in holdings for id_ in holding.statements}
    sources = {source.id: source for source in brief.sources}
    return Material(
        brief=brief,
        said=tuple(
            _say(statement, _source_of(source_id, sources), settled)
            for source_id, statement in _list_statements(brief, records)
        ),
        holdings=holdings,
        reprints=brief.same_texts,
        nameless=sum(not is_name(view.holder) for i in brief.issues for view in i.reported),
    )


def _by_source(records: Sequence[PositionRecord]) -> list[PositionRecord]:
    return sorted(records, key=lambda record: record.source.id)


def _list_statements(
    brief: Brief, records: Sequence[PositionRecord] | None
) -> list[tuple[str, Statement]]:
    if records is None:
        found = [(id_.rpartition(":")[0], each) for id_, each in brief.statements.items()]
        return sorted(found, key=lambda pair: (pair[0], pair[1].start, pair[1].end, pair[1].id))
    reprints = {same.source.id for same in brief.same_texts}
    return [
        (record.source.id, statement)
        for record in _by_source(records)
        if record.source.id not in reprints  # a text counts once, in whatever is made of the tables
        for statement in record.statements
    ]


def _source_of(source_id: str, sources: Mapping[str, BriefSource]) -> BriefSource:
    if source_id not in sources:
        message = f"the brief names the source {source_id!r} and does not list it"
        raise UsageError(message, hint="build again, then export")
    return sources[source_id]


def _say(statement: Statement, source: BriefSource, settled: Mapping[str, str]) -> Said:
    if statement.holder is None:
        return Said(statement, source, source.label, "source")
    name = " ".join(statement.holder.name.split())
    return Said(statement, source, settled.get(statement.id, name), "reported")
