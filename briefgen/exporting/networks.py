"""The networks of discourse network analysis: actors by concepts, and actors by actors.

After P. Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks" (Oxford Handbook
of Political Networks, 2017): the *affiliation* network joins an actor to each issue on which it has
a stance. The *congruence* network joins two actors by the number of issues on which they are on the
same side, the *conflict* network by the number on which they are on opposite sides; however often
somebody says it, it counts once (DNA's "ignore duplicates across range"). Only support and oppose
are sides: two stances that each depend on a condition may depend on different ones.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import comb

from briefgen.exporting.material import Material
from briefgen.exporting.tables import AGREEMENT
from briefgen.models import Stance

TIES_LIMIT = 500_000
"""Ties of an actor-by-actor network, counted issue by issue. About a thousand actors with a side on
most issues: 30 MiB and some seconds. Ties grow with the square of the actors."""

Attribute = str | int | float | bool
_Sides = Mapping[str, Mapping[int, Sequence[str]]]
"""Issue id to agreement, 1 or 0, to the actors on that side."""
_PairsOf = Callable[[Mapping[int, Sequence[str]]], Iterator[tuple[str, str]]]
"""From the actors on each side of an issue to the pairs that are joined."""


@dataclass(frozen=True)
class Node:
    """An actor or an issue."""

    id: str
    """``a1`` for an actor, ``i1`` for an issue: an XML name, whatever the label is."""
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True)
class Edge:
    """A tie without direction."""

    ends: tuple[str, str]
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True)
class Network:
    """Nodes, and ties between them; two nodes may have several."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class _Tie:
    """An actor's stance on an issue."""

    actor: str
    issue: str
    stance: Stance
    sources: tuple[str, ...]
    statements: int


def affiliation_network(material: Material) -> Network:
    """Return actors and issues, with a tie for each stance of an actor on an issue.

    A tie's weight is the number of sources that show it: one for a source's own stance. An actor of
    whom sources report different stances has several ties to an issue.
    """
    issues = {issue: f"i{number}" for number, issue in enumerate(material.issues, start=1)}
    edges = tuple(
        Edge(
            (tie.actor, issues[tie.issue]),
            {
                "weight": float(len(tie.sources)),
                "stance": tie.stance,
                **({"agreement": AGREEMENT[tie.stance]} if tie.stance in AGREEMENT else {}),
                "statements": tie.statements,
                "sources": "; ".join(tie.sources),
            },
        )
        for tie in _ties(material)
    )
    return Network((*_actors(material), *_issue_nodes(material, issues)), edges)


def congruence_network(material: Material) -> Network | None:
    """Return the actors, joined by the number of issues on which they are on the same side.

    None where it would have more than ``TIES_LIMIT`` ties.
    """
    taken = _take_sides(material)
    ties = sum(comb(len(actors), 2) for sides in taken.values() for actors in sides.values())
    return _one_mode(material, taken, _same_side) if ties <= TIES_LIMIT else None


def conflict_network(material: Material) -> Network | None:
    """Return the actors, joined by the number of issues on which they are on opposite sides.

    None where it would have more than ``TIES_LIMIT`` ties.
    """
    taken = _take_sides(material)
    ties = sum(len(sides.get(0, ())) * len(sides.get(1, ())) for sides in taken.values())
    return _one_mode(material, taken, _opposite_sides) if ties <= TIES_LIMIT else None


def _take_sides(material: Material) -> _Sides:
    taken: dict[str, dict[int, dict[str, None]]] = {issue: {} for issue in material.issues}
    for tie in _ties(material):
        if tie.stance in AGREEMENT:
            taken[tie.issue].setdefault(AGREEMENT[tie.stance], {})[tie.actor] = None
    return {
        issue: {side: tuple(actors) for side, actors in sides.items()}
        for issue, sides in taken.items()
    }


def _one_mode(material: Material, taken: _Sides, pairs_of: _PairsOf) -> Network:
    weights: Counter[tuple[str, str]] = Counter()
    shared: dict[tuple[str, str], dict[str, None]] = {}
    for issue, sides in taken.items():
        for pair in pairs_of(sides):
            weights[pair] += 1
            shared.setdefault(pair, {})[issue] = None
    nodes = tuple(_actors(material))
    order = {node.id: place for place, node in enumerate(nodes)}
    edges = tuple(
        Edge(pair, {"weight": float(weights[pair]), "issues": "; ".join(shared[pair])})
        for pair in sorted(weights, key=lambda pair: (order[pair[0]], order[pair[1]]))
    )
    return Network(nodes, edges)


def _same_side(sides: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for actors in sides.values():
        yield from (_in_order(*pair) for pair in combinations(actors, 2))


def _opposite_sides(sides: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for one, other in product(sides.get(1, ()), sides.get(0, ())):
        if one != other:  # an actor of whom sources report both
            yield _in_order(one, other)


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if int(one[1:]) < int(other[1:]) else (other, one)


def _actor_ids(material: Material) -> tuple[dict[str, str], dict[str, str]]:
    """Return the nodes' ids: of sources by their ids, then of reported actors by their names."""
    sources = sorted(source.id for source in material.brief.sources)
    names = dict.fromkeys(holding.holder for holding in material.holdings)
    of_sources = {id_: f"a{number}" for number, id_ in enumerate(sources, start=1)}
    start = len(sources) + 1
    return of_sources, {name: f"a{number}" for number, name in enumerate(names, start=start)}


def _actors(material: Material) -> Iterator[Node]:
    of_sources, of_names = _actor_ids(material)
    labels = {source.id: source.label for source in material.brief.sources}
    for source_id, node in of_sources.items():
        yield _actor(node, labels[source_id], "source", source_id)
    roles = {holding.holder: holding.role for holding in material.holdings}
    for name, node in of_names.items():
        yield _actor(node, name, "reported", roles[name] or "")


def _actor(node: str, label: str, kind: str, more: str) -> Node:
    key = "document" if kind == "source" else "role"
    return Node(
        node, {"label": label, "kind": kind, "type": False, "bipartite": 0, **_known(key, more)}
    )


def _known(key: str, value: str) -> dict[str, Attribute]:
    return {key: value} if value else {}


def _issue_nodes(material: Material, ids: Mapping[str, str]) -> Iterator[Node]:
    for issue_id, issue in material.issues.items():
        yield Node(
            ids[issue_id],
            {
                "label": issue.title,
                "kind": "issue",
                "type": True,
                "bipartite": 1,
                "issue": issue_id,
                "proposition": issue.proposition,
            },
        )


def _ties(material: Material) -> Iterator[_Tie]:
    """Yield every stance of every actor: the sources' own, then what they report."""
    of_sources, of_names = _actor_ids(material)
    for issue in material.brief.issues:
        for position in issue.positions:
            for taker in sorted(position.sources, key=lambda source: source.source):
                own, node = (taker.source,), of_sources[taker.source]
                yield _Tie(node, issue.id, position.stance, own, len(taker.statements))
    for held in material.holdings:
        node = of_names[held.holder]
        yield _Tie(node, held.issue, held.stance, held.sources, len(held.statements))
