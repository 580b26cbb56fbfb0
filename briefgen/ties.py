"""Who stands with whom: every actor's stances, and the pairs on the same and on opposite sides.

An actor is a source, speaking for itself, or somebody whose view sources report; the two are never
one, even where they share a name. After P. Leifeld, "Discourse Network Analysis: Policy Debates as
Dynamic Networks" (Oxford Handbook of Political Networks, 2017), two actors are *congruent* on each
issue on which they are on the same side, and *in conflict* on each on which they are on opposite
sides; however often somebody says it, it counts once. Only support and oppose are sides: two
stances that each depend on a condition may depend on different ones.

The networks that are exported and those that are drawn are counted here, so that they agree.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal, TypeAlias

from briefgen.holdings import Holding
from briefgen.models import Brief, Stance

ActorKey: TypeAlias = tuple[Literal["source", "reported"], str]
"""A source with its id, or somebody reported with the name that the brief gives."""
Sides: TypeAlias = Mapping[str, Mapping[Stance, Sequence[ActorKey]]]
"""Issue id to side to the actors on it, each once, in the order of the ties."""
Pair: TypeAlias = tuple[ActorKey, ActorKey]
PairsOf: TypeAlias = Callable[[Mapping[Stance, Sequence[ActorKey]]], Iterator[Pair]]
"""From the actors on each side of an issue to the pairs that are joined; a pair may come twice."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An actor's stance on an issue."""

    actor: ActorKey
    issue: str
    stance: Stance
    sources: tuple[str, ...]
    """Ids of the sources that show it: of a source's own stance, that source."""
    statements: int
    """How many statements show it."""


def collect_ties(brief: Brief, holdings: Iterable[Holding]) -> Iterator[Tie]:
    """Yield every stance of every actor: the sources' own by issue, then what they report."""
    for issue in brief.issues:
        for position in issue.positions:
            for taker in sorted(position.sources, key=lambda source: source.source):
                yield Tie(
                    ("source", taker.source),
                    issue.id,
                    position.stance,
                    (taker.source,),
                    len(taker.statements),
                )
    for held in holdings:
        yield Tie(
            ("reported", held.holder), held.issue, held.stance, held.sources, len(held.statements)
        )


def take_sides(ties: Iterable[Tie], issues: Iterable[str]) -> Sides:
    """Return who is on which side of each of *issues*."""
    taken: dict[str, dict[Stance, dict[ActorKey, None]]] = {
        issue: {"support": {}, "oppose": {}} for issue in issues
    }
    for tie in ties:
        if tie.issue in taken and tie.stance in taken[tie.issue]:
            taken[tie.issue][tie.stance][tie.actor] = None
    return {
        issue: {side: tuple(actors) for side, actors in sides.items()}
        for issue, sides in taken.items()
    }


def congruent_pairs(sides: Mapping[Stance, Sequence[ActorKey]]) -> Iterator[Pair]:
    """Yield each pair of actors on the same side of an issue."""
    for actors in sides.values():
        yield from combinations(actors, 2)


def opposed_pairs(sides: Mapping[Stance, Sequence[ActorKey]]) -> Iterator[Pair]:
    """Yield each pair of actors on opposite sides of an issue.

    An actor of whom sources report both sides is no pair with itself.
    """
    for one, other in product(sides.get("support", ()), sides.get("oppose", ())):
        if one != other:
            yield one, other


def count_pairs(
    taken: Sides, pairs_of: PairsOf, order: Mapping[ActorKey, int]
) -> dict[Pair, tuple[str, ...]]:
    """Return the issues that join each pair; an issue joins two actors once.

    Args:
        taken: who is on which side.
        pairs_of: :func:`congruent_pairs` or :func:`opposed_pairs`.
        order: the actors' places; others are left out.

    Returns:
        Pair to issue ids, in the order of the actors; the earlier of a pair is its first.
    """
    found: dict[Pair, dict[str, None]] = {}
    for issue, sides in taken.items():
        for one, other in pairs_of(sides):
            if one in order and other in order:
                pair = (one, other) if order[one] < order[other] else (other, one)
                found.setdefault(pair, {})[issue] = None
    pairs = sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return {pair: tuple(found[pair]) for pair in pairs}
