"""What a template sees of the changes since the last brief: the most telling, the rest counted.

The rank is that of :class:`briefgen.models.Changes` (reversals, then stances that became
conditional or lost their condition, that became determined or undetermined, that are new or gone),
but changes of the coding alone, on articles that are the same, come behind all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.models import Brief, Changes, CitedPassage, Stance, StanceChange
from briefgen.rendering.asks import is_short
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.wording import in_quotation_marks, shorten

if TYPE_CHECKING:
    from briefgen.rendering.view import SourceView

GONE_NAMED = 4
"""Sources that are gone and named; more would fill the line."""


@dataclass(frozen=True)
class ThenNowView:
    """A stance of a source that is another one now."""

    kind: str
    """``reversed``, ``qualified``, ``unqualified``, ``determined``, ``undetermined``, ``new``,
    ``gone`` or ``open``."""
    title: str
    """The issue's."""
    source: SourceView
    """Whose stance it is."""
    before: Stance | None
    """None where the source did not address the issue."""
    after: Stance | None
    """None where it does not any more."""
    then: str | None
    """The words that showed it before, marked as a quotation where they are one; None where there
    are none, or they are too long to stand in a line."""
    now: str | None
    """Those that show it now."""
    now_statement: str | None
    """Id of the statement behind ``now``."""
    is_recoded: bool
    """Whether the article is the same, and only its coding is another."""


@dataclass(frozen=True)
class CountView:
    """How many sources take a side, before and now."""

    stance: Stance
    """The side."""
    before: int
    """Sources that took it."""
    after: int
    """Sources that take it."""


@dataclass(frozen=True)
class CountsView:
    """The sides of one issue that more or fewer sources take."""

    title: str
    """The issue's."""
    sides: tuple[CountView, ...]
    """Support, opposition, conditional; those whose number changed."""


@dataclass(frozen=True)
class ChangesView:
    """What is different from the last brief."""

    since: str | None
    """The date of its evidence; None where most of it is undated, or the date is the same now."""
    new: tuple[SourceView, ...]
    """Sources that came."""
    gone: tuple[str, ...]
    """Names of sources that went."""
    gone_left_out: int
    """How many more went."""
    failed: tuple[str, ...]
    """Names of sources whose article is there and could not be used this time."""
    stances: tuple[ThenNowView, ...]
    """The most telling, up to the audience's limit."""
    moves: tuple[ThenNowView, ...]
    """Those that the drawing of who moved shows, in the order of the issues."""
    counts: tuple[CountsView, ...]
    """Issues on which more or fewer sources take a side; up to the limit."""
    left_out: int
    """Further changes of stances, of counts and of issues, which brief.json has."""
    is_recoded: bool
    """Whether another version of the program or of the extractor may have made the changes."""


def view_changes(
    brief: Brief,
    sources: Mapping[str, SourceView],
    limit: int,
    label_limit: int,
    moves_limit: int,
) -> ChangesView | None:
    """Return the changes as a template sees them; None where there is nothing to tell.

    Args:
        brief: the brief.
        sources: its sources by id.
        limit: how many stances, and how many counts, are told.
        label_limit: characters of a source's name.
        moves_limit: how many stances the drawing of who moved shows.
    """
    changes = brief.changes
    if changes is None or not _is_telling(changes):
        return None
    titles = {issue.id: issue.title for issue in brief.issues}
    chosen = _rank_stances(brief)
    moves, _ = choose_moves(brief, moves_limit)
    counts = _count_by_issue(changes, titles)
    gone = [s for s in changes.sources if s.kind == "gone" and not s.failed]
    failed = [s for s in changes.sources if s.kind == "gone" and s.failed]
    came = (sources.get(s.source) for s in changes.sources if s.kind == "new")
    return ChangesView(
        since=_since(changes, brief),
        new=tuple(sorted((s for s in came if s), key=lambda source: source.number)),
        gone=tuple(shorten(source.label, label_limit) for source in gone[:GONE_NAMED]),
        gone_left_out=len(gone[GONE_NAMED:]),
        failed=tuple(shorten(source.label, label_limit) for source in failed),
        stances=tuple(
            _then_and_now(change, titles[change.issue], sources[change.source])
            for change in chosen[:limit]
        ),
        moves=tuple(_then_and_now(m, titles[m.issue], sources[m.source]) for m in moves),
        counts=counts[:limit],
        left_out=len(chosen[limit:]) + len(counts[limit:]) + len(changes.issues),
        is_recoded=changes.is_recoded,
    )


def _is_telling(changes: Changes) -> bool:
    """Tell whether there is more than files with other names."""
    came_or_went = any(source.kind != "renamed" for source in changes.sources)
    return came_or_went or bool(changes.issues or changes.stances or changes.support)


def _count_by_issue(changes: Changes, titles: Mapping[str, str]) -> tuple[CountsView, ...]:
    sides: dict[str, list[CountView]] = {}
    for change in changes.support:
        if change.issue in titles:
            count = CountView(change.stance, change.before, change.after)
            sides.setdefault(change.issue, []).append(count)
    return tuple(CountsView(titles[issue], tuple(found)) for issue, found in sides.items())


def choose_moves(brief: Brief, limit: int) -> tuple[list[StanceChange], int]:
    """Choose the *limit* most telling changes of stances, for the drawing of who moved.

    Returns:
        The changes in the order of the issues, and how many are left out.
    """
    ranked = _rank_stances(brief)
    places = {issue.id: place for place, issue in enumerate(brief.issues)}
    return sorted(ranked[:limit], key=lambda move: places[move.issue]), len(ranked[limit:])


def _rank_stances(brief: Brief) -> list[StanceChange]:
    """Return the changed stances, those of coding alone behind those of articles."""
    stances = brief.changes.stances if brief.changes else ()
    sources = {source.id for source in brief.sources}
    issues = {issue.id for issue in brief.issues}
    known = [each for each in stances if each.source in sources and each.issue in issues]
    return sorted(known, key=lambda change: bool(change.same_article))


def _since(changes: Changes, brief: Brief) -> str | None:
    since = changes.since
    is_mostly_dated = 2 * since.dated >= since.sources
    is_another = since.evidence_date != brief.evidence_date
    return since.evidence_date if is_mostly_dated and is_another else None


def _then_and_now(change: StanceChange, title: str, source: SourceView) -> ThenNowView:
    return ThenNowView(
        kind=change.kind,
        title=title,
        source=source,
        before=change.before,
        after=change.after,
        then=_words(change.then, source),
        now=_words(change.now, source),
        now_statement=change.now.statement if change.now else None,
        is_recoded=bool(change.same_article),
    )


def _words(passage: CitedPassage | None, source: SourceView) -> str | None:
    """Return a passage to stand in a line, whole or not at all: a cut might lose its condition."""
    if passage is None or not is_short(passage.quote):
        return None
    return squeeze(passage.quote) if source.kind == "digest" else in_quotation_marks(passage.quote)
