"""What a template sees of the actor network: who is on the same side as whom, on how many issues.

Actors are the sources and those whose views they report; the pairs are counted as the exported
networks count them (:mod:`briefgen.ties`). The figure (:mod:`briefgen.rendering.network_chart`)
draws the same choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.holdings import collect_holdings
from briefgen.models.names import fold_name
from briefgen.rendering.escaping import squeeze
from briefgen.ties import (
    ActorKey,
    Pair,
    Sides,
    collect_ties,
    congruent_pairs,
    count_pairs,
    opposed_pairs,
    take_sides,
)

if TYPE_CHECKING:
    from briefgen.models import Brief, Stance
    from briefgen.rendering.view import SourceView

MOST_ACTORS = 25
"""In one figure, whatever the audience's limit: more lines than theirs cannot be followed."""
_STEPS = 200
"""Of the power iteration; far more than the order of 25 actors needs."""


@dataclass(frozen=True)
class Network:
    """The actors to show, and what joins them."""

    actors: tuple[ActorKey, ...]
    """From top to bottom: those on the same sides stand together."""
    same: Mapping[Pair, tuple[str, ...]]
    """Pairs on the same side, with the ids of the issues."""
    opposite: Mapping[Pair, tuple[str, ...]]
    """Pairs on opposite sides, with the ids of the issues."""
    sides: Sides
    """Which of the actors stand on which side of each issue, in the order of the actors."""
    left_out: int
    """Further actors who share a side with somebody, or oppose somebody."""


@dataclass(frozen=True)
class NetworkActorView:
    """An actor of the network."""

    name: str
    """The source's label, or the name of somebody reported."""
    source: SourceView | None
    """None where the actor is somebody reported."""


@dataclass(frozen=True)
class NetworkIssueView:
    """An issue on which at least two actors take a side."""

    title: str
    support: tuple[NetworkActorView, ...]
    """As the figure shows them, from top to bottom."""
    oppose: tuple[NetworkActorView, ...]
    """As the figure shows them, from top to bottom."""


@dataclass(frozen=True)
class NetworkView:
    """Who stands with whom."""

    issues: tuple[NetworkIssueView, ...]
    """In the brief's order: who is on the same side of one shares it, who is on the other opposes
    it."""
    left_out: int
    """Further actors who share a side with somebody, or oppose somebody."""


def choose_network(brief: Brief, limit: int) -> Network | None:
    """Choose what to show: the *limit* actors with most ties.

    A tie is a pair on one issue. Of equals, sources come first, in the order of their numbers.

    Returns:
        None where no two actors take a side of one issue.
    """
    ties = list(collect_ties(brief, collect_holdings(brief)))
    taken = take_sides(ties, [issue.id for issue in brief.issues])
    order = _number_actors(brief, {tie.actor for tie in ties})
    same = count_pairs(taken, congruent_pairs, order)
    opposite = count_pairs(taken, opposed_pairs, order)
    count: Counter[ActorKey] = Counter()
    for pairs in (same, opposite):
        for pair, issues in pairs.items():
            for actor in pair:
                count[actor] += len(issues)
    ranked = sorted(count, key=lambda actor: (-count[actor], order[actor]))
    if not ranked:
        return None
    most = min(limit, MOST_ACTORS)
    kept = sorted(ranked[:most], key=order.__getitem__)
    same, opposite = _within(same, kept), _within(opposite, kept)
    actors = _put_in_order(kept, same, opposite)
    sides = {
        issue: {stance: tuple(a for a in actors if a in camp) for stance, camp in camps.items()}
        for issue, camps in taken.items()
    }
    return Network(actors, same, opposite, sides, len(ranked[most:]))


def _number_actors(brief: Brief, actors: set[ActorKey]) -> dict[ActorKey, int]:
    numbers = {source.id: source.number for source in brief.sources}
    ordered = sorted(
        actors,
        key=lambda key: (key[0] != "source", numbers.get(key[1], 0), fold_name(key[1]), key[1]),
    )
    return {actor: place for place, actor in enumerate(ordered)}


def _within(
    pairs: Mapping[Pair, tuple[str, ...]], actors: Sequence[ActorKey]
) -> dict[Pair, tuple[str, ...]]:
    chosen = set(actors)
    return {pair: issues for pair, issues in pairs.items() if chosen.issuperset(pair)}


def _put_in_order(
    actors: Sequence[ActorKey],
    same: Mapping[Pair, tuple[str, ...]],
    opposite: Mapping[Pair, tuple[str, ...]],
) -> tuple[ActorKey, ...]:
    """Order actors so that those on the same sides stand together, the camps at the ends.

    By the leading eigenvector of the pairs' balance (issues on the same side less those on
    opposite sides), found by power iteration: it splits a signed graph into its two camps
    (Newman 2006 for the modularity of graphs; Kunegis et al. 2010 for signed ones).
    """
    places = {actor: place for place, actor in enumerate(actors)}
    weights = [[0.0] * len(actors) for _ in actors]
    for sign, pairs in ((1, same), (-1, opposite)):
        for (one, other), issues in pairs.items():
            weights[places[one]][places[other]] += sign * len(issues)
            weights[places[other]][places[one]] += sign * len(issues)
    # Shifted, so that the largest eigenvalue is the one that counts and not a large negative one.
    shift = max((sum(map(abs, row)) for row in weights), default=0.0) + 1
    vector = [1 + place / (1 + len(actors)) for place in range(len(actors))]
    for _ in range(_STEPS):
        found = [
            shift * own + sum(w * v for w, v in zip(row, vector, strict=True) if w)
            for own, row in zip(vector, weights, strict=True)
        ]
        length = max(map(abs, found)) or 1.0
        vector = [value / length for value in found]
    first = -1.0 if vector and vector[0] < 0 else 1.0
    return tuple(sorted(actors, key=lambda a: (-round(first * vector[places[a]], 6), places[a])))


def view_network(brief: Brief, sources: Mapping[str, SourceView], limit: int) -> NetworkView | None:
    """Return the network as a template sees it; None where there is none.

    Args:
        brief: the brief.
        sources: its sources by id.
        limit: how many actors.
    """
    network = choose_network(brief, limit)
    if network is None:
        return None

    def camp(issue: str, stance: Stance) -> tuple[NetworkActorView, ...]:
        actors = network.sides[issue].get(stance, ())
        return tuple(NetworkActorView(*_name(actor, sources)) for actor in actors)

    found = (
        NetworkIssueView(issue.title, camp(issue.id, "support"), camp(issue.id, "oppose"))
        for issue in brief.issues
    )
    return NetworkView(
        issues=tuple(view for view in found if len(view.support) + len(view.oppose) > 1),
        left_out=network.left_out,
    )


def _name(actor: ActorKey, sources: Mapping[str, SourceView]) -> tuple[str, SourceView | None]:
    kind, name = actor
    return (sources[name].label, sources[name]) if kind == "source" else (squeeze(name), None)
