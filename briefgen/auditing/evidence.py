"""What a brief rests on: its records and its ``brief.json``, looked up by id and by number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.models import (
    Brief,
    BriefIssue,
    BriefSource,
    IssueStance,
    PositionRecord,
    Stance,
    Statement,
)

SIDES: tuple[Stance, Stance] = ("support", "oppose")
OPEN_STANCES: tuple[Stance, Stance] = ("neutral", "unclear")

# Fields of a brief that name sources for what they say. An id that stands in another one names a
# source that is counted under a different one, such as a syndicated copy.
_ABOUT_VIEWS = {
    "agreements", "balance", "coverage", "divergences", "failures", "gaps", "issues", "key_points",
    "recommendations", "statements",
}  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """A brief and the records behind it."""

    brief: Brief
    records: Sequence[PositionRecord]
    """One a source."""
    texts: Mapping[str, str]
    """Source id to its article's decoded text; empty where no corpus was given."""

    @cached_property
    def counted(self) -> dict[str, PositionRecord]:
        """Source id to record, of the sources that the brief counts."""
        known = {source.id for source in self.brief.sources}
        return {r.source.id: r for r in self.records if r.source.id in known}

    @cached_property
    def uncounted(self) -> tuple[str, ...]:
        """Ids of sources that have a record, and that the brief does not so much as name."""
        data = self.brief.model_dump(mode="json", exclude=_ABOUT_VIEWS)
        named = set(_strings_in(data))
        return tuple(r.source.id for r in self.records if r.source.id not in named)

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Id to statement, as the records have it."""
        return {s.id: s for record in self.records for s in record.statements}

    @cached_property
    def source_of(self) -> dict[str, str]:
        """Statement id to source id."""
        return {s.id: r.source.id for r in self.records for s in r.statements}

    @cached_property
    def by_number(self) -> dict[int, BriefSource]:
        """Citation number to source."""
        return {source.number: source for source in self.brief.sources}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Source id to citation number."""
        return {source.id: source.number for source in self.brief.sources}

    @cached_property
    def issues(self) -> dict[str, BriefIssue]:
        """Issue id to issue."""
        return {issue.id: issue for issue in self.brief.issues}

    def stance_of(self, source: str, issue: str) -> IssueStance | None:
        """Return the author's stance as the records have it; None where the issue has none."""
        record = self.counted.get(source)
        return record.stances.get(issue) if record else None

    def sources_with(self, issue: str, *stances: Stance) -> frozenset[str]:
        """Return the ids of the sources whose authors take one of *stances* on the issue."""
        return frozenset(
            id_
            for id_, record in self.counted.items()
            if issue in record.stances and record.stances[issue].stance in stances
        )

    def in_passing(self, issue: str) -> frozenset[str]:
        """Return the ids of the sources that have a statement on the issue, and no stance."""
        return frozenset(
            id_
            for id_, record in self.counted.items()
            if issue not in record.stances and any(s.issue == issue for s in record.statements)
        )

    def silent(self, issue: str) -> frozenset[str]:
        """Return the ids of the sources that have neither statement nor stance on the issue."""
        taken = {id_ for id_, record in self.counted.items() if issue in record.stances}
        return frozenset(self.counted) - taken - self.in_passing(issue)

    def own_passages(self, issue: str, stance: Stance) -> dict[str, list[Statement]]:
        """Return, for each source of a stance, the author's own statements that show it."""
        found = {}
        for id_ in sorted(self.sources_with(issue, stance)):
            ids = dict.fromkeys(self.counted[id_].stances[issue].statements)
            known = [self.statements[i] for i in ids if i in self.statements]
            found[id_] = [statement for statement in known if statement.holder is None]
        return found

    def evidence_for(self, issue: str, stance: Stance) -> set[str]:
        """Return the ids of all statements that show a stance."""
        sources = self.sources_with(issue, stance)
        return {i for s in sources for i in self.counted[s].stances[issue].statements}


def _strings_in(data: object) -> Iterator[str]:
    """Yield every string in a value as JSON has it."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _strings_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings_in(value)


def squeeze(text: str) -> str:
    """Return *text* with every run of white space as one space."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return *text* for comparison: case and white space do not count."""
    return squeeze(text).casefold()
