"""The networks of discourse network analysis: actors by concepts, and actors by actors.

After P. Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks" (Oxford Handbook
of Political Networks, 2017): the *affiliation* network joins an actor to each issue on which it has
a stance. The *congruence* network joins two actors by the number of issues on which they are on the
same side, the *conflict* network by the number on which they are on opposite sides; however often
somebody says it, it counts once (DNA's "ignore duplicates across range"). Only support and oppose
are sides: two stances that each depend on a condition may depend on different ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import comb

from briefgen.exporting.material import Material
from briefgen.exporting.tables import AGREEMENT
from briefgen.ties import (
    ActorKey,
    PairsOf,
    Sides,
    collect_ties,
    congruent_pairs,
    count_pairs,
    opposed_pairs,
    take_sides,
)

TIES_LIMIT = 500_000
"""Ties of an actor-by-actor network, counted issue by issue. About a thousand actors with a side on
most issues: 30 MiB and some seconds. Ties grow with the square of the actors."""

Attribute = str | int | float | bool


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


def affiliation_network(material: Material) -> Network:
    """Return actors and issues, with a tie for each stance of an actor on an issue.

    A tie's weight is the number of sources that show it: one for a source's own stance. An actor of
    whom sources report different stances has several ties to an issue.
    """
    issues = {issue: f"i{number}" for number, issue in enumerate(material.issues, start=1)}
    actors = _actor_ids(material)
    edges = tuple(
        Edge(
            (actors[tie.actor], issues[tie.issue]),
            {
                "weight": float(len(tie.sources)),
                "stance": tie.stance,
                **({"agreement": AGREEMENT[tie.stance]} if tie.stance in AGREEMENT else {}),
                "statements": tie.statements,
                "sources": "; ".join(tie.sources),
            },
        )
        for tie in collect_ties(material.brief, material.holdings)
    )
    return Network((*_actors(material), *_issue_nodes(material, issues)), edges)


def congruence_network(material: Material) -> Network | None:
    """Return the actors, joined by the number of issues on which they are on the same side.

    None where it would have more than ``TIES_LIMIT`` ties.
    """
    taken = _take_sides(material)
    ties = sum(comb(len(actors), 2) for sides in taken.values() for actors in sides.values())
    return _one_mode(material, taken, congruent_pairs) if ties <= TIES_LIMIT else None


def conflict_network(material: Material) -> Network | None:
    """Return the actors, joined by the number of issues on which they are on opposite sides.

    None where it would have more than ``TIES_LIMIT`` ties.
    """
    taken = _take_sides(material)
    ties = sum(len(sides["support"]) * len(sides["oppose"]) for sides in taken.values())
    return _one_mode(material, taken, opposed_pairs) if ties <= TIES_LIMIT else None


def _take_sides(material: Material) -> Sides:
    return take_sides(collect_ties(material.brief, material.holdings), material.issues)


def _one_mode(material: Material, taken: Sides, pairs_of: PairsOf) -> Network:
    ids = _actor_ids(material)
    order = {actor: place for place, actor in enumerate(ids)}
    edges = tuple(
        Edge((ids[one], ids[other]), {"weight": float(len(issues)), "issues": "; ".join(issues)})
        for (one, other), issues in count_pairs(taken, pairs_of, order).items()
    )
    return Network(tuple(_actors(material)), edges)


def _actor_ids(material: Material) -> dict[ActorKey, str]:
    """Return the nodes' ids: of sources by their ids, then of reported actors by their names."""
    sources: list[ActorKey] = [("source", each.id) for each in material.brief.sources]
    names = dict.fromkeys(holding.holder for holding in material.holdings)
    actors = [*sorted(sources), *(("reported", name) for name in names)]
    return {actor: f"a{number}" for number, actor in enumerate(actors, start=1)}


def _actors(material: Material) -> Iterator[Node]:
    labels = {source.id: source.label for source in material.brief.sources}
    roles = {holding.holder: holding.role for holding in material.holdings}
    for (kind, name), node in _actor_ids(material).items():
        if kind == "source":
            yield _actor(node, labels[name], "source", name)
        else:
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
