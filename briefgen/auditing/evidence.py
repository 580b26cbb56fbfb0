"""What a brief rests on: its records and its ``brief.json``, looked up by id and by number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.models import (
    STANCES,
    Brief,
    BriefIssue,
    BriefSource,
    IssueStance,
    PositionRecord,
    Stance,
    Statement,
)

OPEN_STANCES: tuple[Stance, Stance] = ("neutral", "unclear")

# What an audit knows by name of a brief. Strings in other fields are names and earlier words that a
# page may print; an id that stands there, of what is said neither nor changed, names a source that
# is counted under another one, such as a syndicated copy.
_KNOWN = {
    "agreements", "balance", "coverage", "divergences", "evidence_date", "evidence_from",
    "evidence_sha256", "extractors", "failures", "gaps", "generator", "issues", "recommendations",
    "schema_version", "sources", "statements", "topic",
}  # fmt: skip
_POINTS = ("in_brief", "key_points")
_ABOUT_VIEWS = {
    "actors", "addressees", "changes", "companions", "review", *_POINTS, *(_KNOWN - {"sources"}),
}  # fmt: skip
_BY_A_PERSON = frozenset(("confirmed", "corrected"))


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
    def further_texts(self) -> frozenset[str]:
        """Every string in those fields of brief.json that this audit does not know."""
        data = self.brief.model_dump(mode="json", exclude={*_KNOWN, *_POINTS})
        return frozenset(_strings_in(data))

    @cached_property
    def points(self) -> tuple[str, ...]:
        """The issues of the summary's points, in their order."""
        data = self.brief.model_dump(mode="json", include=set(_POINTS))
        points = next((data[name] for name in _POINTS if name in data), ())
        return tuple(point["issue"] for point in points if point.get("issue") in self.issues)

    @cached_property
    def actor_names(self) -> dict[str, frozenset[str]]:
        """Statement id to the names that brief.json gives the actor whose view it is."""
        found: dict[str, frozenset[str]] = {}
        data = self.brief.model_dump(mode="json", include={"actors"})
        for actor in data.get("actors", ()):
            names = {actor.get("name", ""), *actor.get("aliases", ())} - {""}
            for text in set(_strings_in(actor)) & set(self.statements):
                found[text] = found.get(text, frozenset()) | names
        return found

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

    @cached_property
    def reviewed_cells(self) -> int:
        """How many stances the records say that a person confirmed or corrected."""
        return sum(len(reviewed_issues(record)) for record in self.counted.values())

    @cached_property
    def _takers(self) -> dict[tuple[str, Stance], frozenset[str]]:
        """Issue and stance to the ids of the sources whose authors take it."""
        found: dict[tuple[str, Stance], set[str]] = {}
        for id_, record in self.counted.items():
            for issue, held in record.stances.items():
                found.setdefault((issue, held.stance), set()).add(id_)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def _speakers(self) -> dict[str, frozenset[str]]:
        """Issue to the ids of the sources that have a statement on it, whoever holds it."""
        found: dict[str, set[str]] = {}
        for id_, record in self.counted.items():
            for issue in {s.issue for s in record.statements if s.issue is not None}:
                found.setdefault(issue, set()).add(id_)
        return {issue: frozenset(ids) for issue, ids in found.items()}

    @cached_property
    def reported_names(self) -> dict[str, frozenset[str]]:
        """Statement id to the names under which brief.json has it as a reported view."""
        found: dict[str, frozenset[str]] = {}
        for issue in self.brief.issues:
            for view in issue.reported:
                for id_ in view.statements:
                    found[id_] = found.get(id_, frozenset()) | {view.holder}
        return found

    def sources_with(self, issue: str, *stances: Stance) -> frozenset[str]:
        """Return the ids of the sources whose authors take one of *stances* on the issue."""
        none: frozenset[str] = frozenset()
        return none.union(*(self._takers.get((issue, stance), none) for stance in stances))

    def in_passing(self, issue: str) -> frozenset[str]:
        """Return the ids of the sources that name the issue, and have no stance on it.

        By their statements, whoever holds them, and by the terms that their records say they name;
        of a record that says nothing of that, by what brief.json tells.
        """
        told = self.issues[issue].in_passing if issue in self.issues else ()
        named = set(self._speakers.get(issue, ()))
        for source, record in self.counted.items():
            names = record.provenance.named
            if source in told if names is None else issue in names:
                named.add(source)
        return frozenset(named) - self.sources_with(issue, *STANCES)

    def silent(self, issue: str) -> frozenset[str]:
        """Return the ids of the sources that have neither statement nor stance on the issue."""
        taken = self.sources_with(issue, *STANCES)
        return frozenset(self.counted) - taken - self.in_passing(issue)

    def own_passages(self, issue: str, stance: Stance) -> dict[str, list[Statement]]:
        """Return, for each source of a stance, the author's own statements that show it.

        Those that take the stance themselves; where none does, those that the stance rests on.
        """
        found = {}
        for id_ in sorted(self.sources_with(issue, stance)):
            ids = dict.fromkeys(self.counted[id_].stances[issue].statements)
            known = [self.statements[i] for i in ids if i in self.statements]
            own = [statement for statement in known if statement.holder is None]
            found[id_] = [said for said in own if said.stance == stance] or own
        return found

    def evidence_for(self, issue: str, stance: Stance) -> set[str]:
        """Return the ids of all statements that show a stance."""
        sources = self.sources_with(issue, stance)
        return {i for s in sources for i in self.counted[s].stances[issue].statements}


def reviewed_issues(record: PositionRecord) -> frozenset[str]:
    """Return the issues on which the record says that a person confirmed or corrected it."""
    data = record.model_dump(mode="json")
    stances = data["stances"].items()
    checked = {issue for issue, held in stances if held.get("review") in _BY_A_PERSON}
    return frozenset(checked | set(data.get("unaddressed") or ()))


def is_reviewed(record: PositionRecord) -> bool:
    """Tell whether the record says that a person has checked every stance in it."""
    checked = reviewed_issues(record)
    return bool(checked) and set(record.stances) <= checked


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
