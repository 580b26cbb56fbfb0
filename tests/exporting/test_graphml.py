"""GraphML: well-formed whatever the names hold, with types that programs read."""

import io

import networkx

from briefgen.exporting.graphml import write_graphml
from briefgen.exporting.networks import Edge, Network, Node

NAMES = ['a <b> & "c"', "bell \x07 and \ufffe", "two\r\n lines", "שלום 😀", "]]>"]


def read(network: Network) -> networkx.Graph:
    return networkx.read_graphml(io.BytesIO(write_graphml(network, "What & <why>")))


def test_names_come_back_and_what_xml_cannot_hold_is_marked():
    nodes = tuple(Node(f"a{n}", {"label": name}) for n, name in enumerate(NAMES))

    graph = read(Network(nodes, ()))

    labels = [label for _node, label in graph.nodes(data="label")]
    assert labels == ['a <b> & "c"', "bell � and �", "two lines", "שלום 😀", "]]>"]


def test_numbers_and_truth_values_keep_their_types():
    nodes = (Node("a1", {"type": False, "bipartite": 0}), Node("a2", {"type": True}))

    graph = read(Network(nodes, (Edge(("a1", "a2"), {"weight": 2.0, "statements": 3}),)))

    assert graph.nodes["a1"] == {"type": False, "bipartite": 0}
    assert graph.nodes["a2"]["type"] is True
    assert graph.edges["a1", "a2"] == {"weight": 2.0, "statements": 3}


def test_two_stances_of_one_actor_are_two_ties():
    nodes = (Node("a1", {"label": "a"}), Node("i1", {"label": "i"}))
    edges = tuple(Edge(("a1", "i1"), {"stance": stance}) for stance in ("support", "oppose"))

    graph = read(Network(nodes, edges))

    assert sorted(stance for *_, stance in graph.edges(data="stance")) == ["oppose", "support"]


def test_a_network_of_nothing_is_a_network():
    assert len(read(Network((), ()))) == 0
