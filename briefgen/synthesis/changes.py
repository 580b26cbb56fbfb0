"""What changed from one brief to the next: sources, positions, and how many take each side.

Two briefs go in and nothing else, so that any two can be compared. Only what answers the same
question is compared: an issue whose proposition was reworded is named, and no more. An article that
is the same byte for byte and is coded otherwise is marked as such: its author has not moved.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from briefgen.models import (
    Brief,
    BriefIssue,
    BriefSource,
    Changes,
    CitedPassage,
    EarlierBrief,
    IssueChange,
    IssueChangeKind,
    Position,
    PositionSource,
    SourceChange,
    SourceChangeKind,
    Stance,
    StanceChange,
    StanceChangeKind,
    SupportChange,
    TakenPosition,
)

COUNTED: tuple[Stance, ...] = ("support", "oppose", "conditional")
"""The stances whose number of sources is compared."""
_OPEN: frozenset[Stance] = frozenset({"neutral", "unclear"})
_KINDS: tuple[StanceChangeKind, ...] = get_args(StanceChangeKind)


@dataclass(frozen=True, slots=True)
class _Taken:
    """One source's stance on one issue."""

    stance: Stance
    passage: CitedPassage | None


@dataclass(frozen=True)
class _Side:
    """One of the two briefs, turned around."""

    brief: Brief
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Of the earlier brief: the id of a source then to its id now, where that is another."""

    @cached_property
    def sources(self) -> Mapping[str, BriefSource]:
        """The sources by their ids now."""
        return {self._id(source.id): source for source in self.brief.sources}

    @cached_property
    def failed(self) -> frozenset[str]:
        """Paths of the articles that could not be used."""
        return frozenset(failure.path for failure in self.brief.failures)

    def _id(self, source: str) -> str:
        return self.renamed.get(source, source)

    @cached_property
    def issues(self) -> Mapping[str, BriefIssue]:
        return {issue.id: issue for issue in self.brief.issues}

    @cached_property
    def taken(self) -> Mapping[str, Mapping[str, _Taken]]:
        """Issue id to source id to the stance; by source id."""
        return {issue.id: self._taken_on(issue) for issue in self.brief.issues}

    def _taken_on(self, issue: BriefIssue) -> Mapping[str, _Taken]:
        found = {
            self._id(source.source): _Taken(position.stance, self._cite(position, source))
            for position in issue.positions
            for source in position.sources
        }
        return dict(sorted(found.items()))

    def _cite(self, position: Position, source: PositionSource) -> CitedPassage | None:
        """Return the passage that the brief shows for the source, else the clearest."""
        shown = (id_ for id_ in position.shown if id_ in source.statements)
        for id_ in (*shown, *source.statements):
            statement = self.brief.statements.get(id_)
            if statement is not None:
                return CitedPassage(
                    start=statement.start,
                    end=statement.end,
                    quote=statement.quote,
                    source=self._id(source.source),
                    statement=id_,
                )
        return None

    def positions_of(self, source: str) -> tuple[TakenPosition, ...]:
        return tuple(
            TakenPosition(issue=issue, stance=taken[source].stance, passage=taken[source].passage)
            for issue, taken in self.taken.items()
            if source in taken
        )


def tell_why_incomparable(old: Brief, new: Brief) -> str | None:
    """Return why two briefs cannot be compared, in words to stand behind the file's name.

    None where they can: they have one topic, and an issue in common.
    """
    if old.topic != new.topic:
        return f"another topic ({old.topic!r}, not {new.topic!r})"
    if not {issue.id for issue in old.issues} & {issue.id for issue in new.issues}:
        return "the same topic, but no issue in common"
    return None


def find_changes(old: Brief, new: Brief) -> Changes:
    """Return what is different in *new*; ask `tell_why_incomparable` first."""
    then, now = _Side(old, _find_renamed(old, new)), _Side(new)
    common = [
        issue.id
        for issue in new.issues
        if issue.id in then.issues and issue.proposition == then.issues[issue.id].proposition
    ]
    return Changes(
        since=EarlierBrief(
            evidence_sha256=old.evidence_sha256,
            evidence_date=old.evidence_date,
            generator=old.generator,
            extractors=old.extractors,
            sources=len(old.sources),
            dated=sum(bool(source.published) for source in old.sources),
        ),
        is_recoded=(old.generator, old.extractors) != (new.generator, new.extractors),
        sources=tuple(_compare_sources(then, now)),
        issues=tuple(_compare_issues(then, now)),
        stances=tuple(_compare_stances(then, now, common)),
        support=tuple(change for issue in common for change in _compare_support(then, now, issue)),
    )


def _find_renamed(old: Brief, new: Brief) -> dict[str, str]:
    """Return the sources whose article stands under another id now: the id then to the id now.

    Numbered files get other names where one is put between them. Only an article that is there
    once, then and now, can be followed.
    """
    ids = {source.id for source in old.sources} & {source.id for source in new.sources}
    then, now = _by_hash(old, ids), _by_hash(new, ids)
    return {
        found[0]: now[sha256][0]
        for sha256, found in then.items()
        if len(found) == 1 and len(now.get(sha256, ())) == 1
    }


def _by_hash(brief: Brief, without: Set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source in brief.sources:
        if source.input_sha256 is not None and source.id not in without:
            found.setdefault(source.input_sha256, []).append(source.id)
    return found


def _compare_sources(then: _Side, now: _Side) -> Iterator[SourceChange]:
    for source_id in sorted(now.sources.keys() - then.sources.keys()):
        yield _came_or_went("new", now, source_id, then.failed)
    for source_id in sorted(then.sources.keys() - now.sources.keys()):
        yield _came_or_went("gone", then, source_id, now.failed)
    for before, source_id in sorted(then.renamed.items(), key=lambda pair: pair[1]):
        source = now.sources[source_id]
        yield SourceChange(
            kind="renamed",
            source=source_id,
            before=before,
            label=source.label,
            published=source.published,
        )


def _came_or_went(
    kind: SourceChangeKind, side: _Side, source_id: str, failed_on_the_other: Set[str]
) -> SourceChange:
    source = side.sources[source_id]
    return SourceChange(
        kind=kind,
        source=source_id,
        label=source.label,
        published=source.published,
        failed=source.path in failed_on_the_other,
        positions=side.positions_of(source_id),
    )


def _compare_issues(then: _Side, now: _Side) -> Iterator[IssueChange]:
    for issue in now.brief.issues:
        before = then.issues.get(issue.id)
        if before is None:
            yield _issue_change("new", issue, None, issue.proposition)
        elif before.proposition != issue.proposition:
            yield _issue_change("reworded", issue, before.proposition, issue.proposition)
    for issue in then.brief.issues:
        if issue.id not in now.issues:
            yield _issue_change("gone", issue, issue.proposition, None)


def _issue_change(
    kind: IssueChangeKind, issue: BriefIssue, before: str | None, after: str | None
) -> IssueChange:
    return IssueChange(kind=kind, issue=issue.id, title=issue.title, before=before, after=after)


def _compare_stances(then: _Side, now: _Side, issues: list[str]) -> list[StanceChange]:
    both = sorted(then.sources.keys() & now.sources.keys())
    found = []
    for issue in issues:
        before, after = then.taken[issue], now.taken[issue]
        for source in both:
            old, new = before.get(source), after.get(source)
            stances = (old.stance if old else None, new.stance if new else None)
            kind = _tell_kind(*stances)
            if kind is not None:
                found.append(
                    StanceChange(
                        kind=kind,
                        issue=issue,
                        source=source,
                        before=stances[0],
                        after=stances[1],
                        then=old.passage if old else None,
                        now=new.passage if new else None,
                        same_article=_is_same(then.sources[source], now.sources[source]),
                    )
                )
    return sorted(found, key=lambda change: _KINDS.index(change.kind))  # stable


def _tell_kind(before: Stance | None, after: Stance | None) -> StanceChangeKind | None:
    """Name the step from one stance to the other; None where there is none."""
    if before == after:
        return None
    if before is None:
        return "new"
    if after is None:
        return "gone"
    if before in _OPEN:
        return "open" if after in _OPEN else "determined"
    if after in _OPEN:
        return "undetermined"
    if after == "conditional":
        return "qualified"
    return "unqualified" if before == "conditional" else "reversed"


def _is_same(old: BriefSource, new: BriefSource) -> bool | None:
    """Tell whether the article is the same; None where the earlier brief has no hash of it."""
    if old.input_sha256 is None or new.input_sha256 is None:
        return None
    return old.input_sha256 == new.input_sha256


def _compare_support(then: _Side, now: _Side, issue: str) -> Iterator[SupportChange]:
    for stance in COUNTED:
        before = _takers(then.taken[issue], stance)
        after = _takers(now.taken[issue], stance)
        if len(before) == len(after):
            continue
        joined = tuple(source for source in after if source not in before)
        left = tuple(source for source in before if source not in after)
        yield SupportChange(
            issue=issue,
            stance=stance,
            before=len(before),
            after=len(after),
            joined=joined,
            left=left,
            then=tuple(p for p in (before[source].passage for source in left) if p),
            now=tuple(p for p in (after[source].passage for source in joined) if p),
        )


def _takers(taken: Mapping[str, _Taken], stance: Stance) -> dict[str, _Taken]:
    return {source: each for source, each in taken.items() if each.stance == stance}
