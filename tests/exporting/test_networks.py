"""The networks by their definition, on records small enough to count by hand."""

from briefgen.exporting.material import Material, gather_material
from briefgen.exporting.networks import (
    Network,
    affiliation_network,
    conflict_network,
    congruence_network,
)
from tests.synthesis.factories import brief_of, draft


def material() -> Material:
    """Two sources; the Board is reported on both sides of the toll, the pilots on one."""
    one, two = draft("one"), draft("two")
    one.take("toll", "support", one.say("toll"))
    one.say("toll", "support", holder="the Board")
    one.say("toll", "oppose", holder="the pilots")
    one.say("ferries", "conditional", holder="the pilots")
    two.take("toll", "oppose", two.say("toll", "oppose"))
    two.take("ferries", "conditional", two.say("ferries", "conditional"))
    two.say("toll", "oppose", holder="the Board")
    two.say("toll", "support", holder="The Board")
    records = [one.record(), two.record()]
    return gather_material(brief_of(*records), records)


def ties(network: Network | None, *names: str) -> dict[tuple[str, ...], float]:
    """Return the ties by the labels at their ends and by the attributes of these names."""
    assert network is not None
    labels = {node.id: str(node.attributes["label"]) for node in network.nodes}
    return {
        (
            *sorted(labels[end] for end in edge.ends),
            *(str(edge.attributes.get(name)) for name in names),
        ): float(edge.attributes["weight"])
        for edge in network.edges
    }


def test_an_affiliation_weighs_the_sources_that_show_it():
    assert ties(affiliation_network(material()), "stance", "agreement") == {
        ("Toll", "one", "support", "1"): 1,
        ("Toll", "two", "oppose", "0"): 1,
        ("Ferries", "two", "conditional", "None"): 1,
        ("Toll", "the Board", "support", "1"): 2,
        ("Toll", "the Board", "oppose", "0"): 1,
        ("Toll", "the pilots", "oppose", "0"): 1,
        ("Ferries", "the pilots", "conditional", "None"): 1,
    }


def test_congruence_is_the_same_side_and_two_conditions_are_none():
    assert ties(congruence_network(material()), "issues") == {
        ("one", "the Board", "toll"): 1,
        ("the Board", "two", "toll"): 1,
        ("the pilots", "two", "toll"): 1,
        ("the Board", "the pilots", "toll"): 1,
    }


def test_conflict_is_the_opposite_side_and_nobody_is_in_conflict_with_himself():
    assert ties(conflict_network(material()), "issues") == {
        ("one", "two", "toll"): 1,
        ("one", "the Board", "toll"): 1,
        ("one", "the pilots", "toll"): 1,
        ("the Board", "two", "toll"): 1,
        ("the Board", "the pilots", "toll"): 1,
    }


def test_actors_without_a_tie_are_there():
    quiet = draft("quiet").record()
    network = congruence_network(gather_material(brief_of(quiet), [quiet]))

    assert network is not None
    assert [node.attributes["kind"] for node in network.nodes] == ["source"]
    assert network.edges == ()


def test_a_source_and_a_reported_actor_of_one_name_are_two():
    post = draft("post", outlet="The Post")
    post.take("toll", "support", post.say("toll"))
    other = draft("other")
    other.say("toll", "oppose", holder="The Post")
    records = [post.record(), other.record()]

    network = affiliation_network(gather_material(brief_of(*records), records))

    kinds = [
        n.attributes["kind"]
        for n in network.nodes
        if str(n.attributes["label"]).casefold() == "the post"
    ]
    assert kinds == ["source", "reported"]
