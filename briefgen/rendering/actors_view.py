"""What a template sees of the actors: who is reported to take which side, by whom.

Only sides and conditional stances: a view that shows no side ties nobody to anything. The figure
(:mod:`briefgen.rendering.actor_chart`) is drawn from the same choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.holdings import Holding, rank_holders
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.stances import STANCE_STYLES

if TYPE_CHECKING:
    from briefgen.models import Stance
    from briefgen.rendering.view import SourceView

DRAWN: tuple[Stance, ...] = ("support", "oppose", "conditional")
"""The stances that tie an actor to an issue, in the order of the key."""
MOST_ACTORS = 25
"""In the figure, whatever the audience's limit."""
HIGHEST = 640.0
"""Points that the figure may be high: a page holds no more, and the figure is not divided."""
PORT_HEIGHT = 8.5
"""Between two lines of the figure, where they end."""
GAP = 6.0
"""Between two names."""


@dataclass(frozen=True)
class ActorTieView:
    """What an actor is reported to hold on one issue."""

    title: str
    """The issue's."""
    stance: Stance
    """``support``, ``oppose`` or ``conditional``."""
    word: str
    """The stance as the key words it."""
    sources: tuple[SourceView, ...]
    """That report it."""
    statements: tuple[str, ...]
    """Ids of the statements that report it."""


@dataclass(frozen=True)
class ActorView:
    """Somebody whose views sources report."""

    name: str
    """As most of them write it."""
    ties: tuple[ActorTieView, ...]
    """In the order of the issues."""


@dataclass(frozen=True)
class ActorsView:
    """The actors with most reports."""

    actors: tuple[ActorView, ...]
    """As the figure shows them, from top to bottom."""
    left_out: int
    """Further actors who are reported to take a side."""


def choose_holdings(holdings: Sequence[Holding], limit: int) -> tuple[list[Holding], int]:
    """Choose what to show: the sides of the *limit* actors with most reports of a side.

    They are fewer where the figure would not stand on a page.

    Returns:
        The holdings, and how many actors are left out.
    """
    sided = [holding for holding in holdings if holding.stance in DRAWN]
    names = rank_holders(sided)
    chosen: set[str] = set()
    shown: list[Holding] = []
    for name in names[: min(limit, MOST_ACTORS)]:
        more = [*shown, *(each for each in sided if each.holder == name)]
        gaps = max(len(chosen) + 1, len({each.issue for each in more}))
        if chosen and len(more) * PORT_HEIGHT + gaps * GAP > HIGHEST:
            break
        chosen.add(name)
        shown = more
    return [each for each in sided if each.holder in chosen], len(names) - len(chosen)


def order_actors(holdings: Sequence[Holding], issues: Sequence[str]) -> list[str]:
    """Order actors by where their issues stand, on average: so few lines cross.

    The barycentre rule of Sugiyama, Tagawa and Toda (1981) for drawings in layers, applied once;
    then by name.
    """
    places = {issue: place for place, issue in enumerate(issues)}
    found: dict[str, list[int]] = {}
    for holding in holdings:
        found.setdefault(holding.holder, []).append(places[holding.issue])
    return sorted(found, key=lambda name: (sum(found[name]) / len(found[name]), name))


def view_actors(
    holdings: Sequence[Holding],
    titles: Mapping[str, str],
    sources: Mapping[str, SourceView],
    limit: int,
) -> ActorsView | None:
    """Return the actors as a template sees them; None where nobody is reported to take a side.

    Args:
        holdings: who is reported to hold what.
        titles: issue id to title, in the order of the issues.
        sources: the sources by id.
        limit: how many actors.
    """
    chosen, left_out = choose_holdings(holdings, limit)
    if not chosen:
        return None
    issues = list(titles)
    of_actor: dict[str, list[Holding]] = {name: [] for name in order_actors(chosen, issues)}
    for holding in sorted(chosen, key=lambda each: issues.index(each.issue)):
        of_actor[holding.holder].append(holding)
    return ActorsView(
        actors=tuple(
            ActorView(squeeze(name), tuple(_tie(each, titles, sources) for each in held))
            for name, held in of_actor.items()
        ),
        left_out=left_out,
    )


def _tie(
    holding: Holding, titles: Mapping[str, str], sources: Mapping[str, SourceView]
) -> ActorTieView:
    found = (sources[source] for source in holding.sources)
    return ActorTieView(
        title=titles[holding.issue],
        stance=holding.stance,
        word=STANCE_STYLES[holding.stance].meaning,
        sources=tuple(sorted(found, key=lambda source: source.number)),
        statements=holding.statements,
    )
