"""Who stands with whom: the figure, its table and the exported networks have the same numbers."""

import re
from collections import Counter
from itertools import combinations, product

import lxml.html
import pytest

from briefgen.exporting.material import gather_material
from briefgen.exporting.networks import Network as Exported
from briefgen.exporting.networks import conflict_network, congruence_network
from briefgen.holdings import collect_holdings
from briefgen.models import Brief
from briefgen.rendering.audience import Audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.network_chart import draw_network
from briefgen.rendering.network_view import MOST_ACTORS, choose_network
from briefgen.ties import ActorKey, collect_ties, congruent_pairs, count_pairs, take_sides
from tests.synthesis.factories import brief_of, draft


@pytest.fixture(scope="module")
def camps() -> Brief:
    """Two camps of three and two sources on two issues, and an actor reported on both sides."""
    drafts = []
    for name, side, other in [
        ("ash", "support", "oppose"),
        ("birch", "oppose", "support"),
        ("cedar", "support", "oppose"),
        ("doum", "oppose", "support"),
        ("elm", "support", "oppose"),
    ]:
        each = draft(name)
        each.take("toll", side, each.say("toll", side))
        each.take("ferries", other, each.say("ferries", other))
        drafts.append(each)
    drafts[0].say("toll", "support", holder="the Board")
    drafts[1].say("toll", "oppose", holder="the Board")
    drafts[1].say("ferries", "conditional", holder="the pilots")
    return brief_of(*(each.record() for each in drafts))


def exported(network: Exported | None) -> dict[tuple[str, ...], float]:
    assert network is not None
    labels = {node.id: str(node.attributes["label"]) for node in network.nodes}
    return {
        tuple(sorted(labels[end] for end in edge.ends)): float(edge.attributes["weight"])
        for edge in network.edges
    }


def test_the_numbers_are_those_that_are_exported(camps: Brief) -> None:
    network = choose_network(camps, MOST_ACTORS)
    assert network is not None
    labels = {source.id: source.label for source in camps.sources}
    material = gather_material(camps, None)

    for pairs, export in (
        (network.same, congruence_network(material)),
        (network.opposite, conflict_network(material)),
    ):
        drawn = {
            tuple(sorted(labels.get(name, name) for _, name in pair)): len(issues)
            for pair, issues in pairs.items()
        }
        assert drawn == exported(export)


def test_each_pair_has_a_mark_that_says_what_it_is(camps: Brief) -> None:
    network = choose_network(camps, MOST_ACTORS)
    assert network is not None
    figure = lxml.html.fromstring(draw_network(camps, MOST_ACTORS))

    marks = figure.xpath("//g[@class='cell']")
    assert len(marks) == len(network.same) + len(network.opposite)
    discs = [mark for mark in marks if mark.xpath("./circle")]
    assert len(discs) == len(network.same)
    told = figure.findtext(".//svg/title")
    assert all(mark.findtext("./title") in told for mark in marks)


def test_no_two_marks_lie_on_each_other_and_none_under_a_name(camps: Brief) -> None:
    figure = lxml.html.fromstring(draw_network(camps, MOST_ACTORS))
    names = [(float(n.get("x")), float(n.get("y"))) for n in figure.xpath("//svg/text")]

    boxes = []
    for disc in figure.xpath("//g[@class='cell']/circle"):
        x, y, radius = (float(disc.get(name)) for name in ("cx", "cy", "r"))
        boxes.append((x - radius, y - radius, x + radius, y + radius))
    for cross in figure.xpath("//g[@class='cell']/path/@d"):
        x, y, side = (float(part) for part in re.findall(r"-?[\d.]+", cross)[:3])
        boxes.append((x, y, x + side, y + side))
    assert len(boxes) > 4
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    for left, top, right, bottom in boxes:
        assert not any(top < y < bottom + 2 and right > x for x, y in names)
        assert left >= 0


def test_camps_stand_together(camps: Brief) -> None:
    network = choose_network(camps, MOST_ACTORS)
    assert network is not None

    camp = {"ash": 0, "cedar": 0, "elm": 0, "birch": 1, "doum": 1}
    order = [camp[name] for kind, name in network.actors if kind == "source"]
    assert order in ([0, 0, 0, 1, 1], [1, 1, 0, 0, 0])


def test_those_with_most_ties_are_kept_and_the_others_counted(camps: Brief) -> None:
    whole, part = choose_network(camps, MOST_ACTORS), choose_network(camps, 4)

    assert whole is not None
    assert part is not None
    assert len(part.actors) == 4
    assert whole.left_out == 0
    assert part.left_out == len(whole.actors) - 4
    shown = set(part.actors)
    assert all(shown.issuperset(pair) for pair in [*part.same, *part.opposite])


def test_an_issue_joins_a_pair_once_where_both_are_reported_on_both_sides() -> None:
    one = draft("one")
    for holder in ("the Board", "the pilots"):
        one.say("toll", "support", holder=holder)
        one.say("toll", "oppose", holder=holder)
    brief = brief_of(one.record())
    ties = list(collect_ties(brief, collect_holdings(brief)))
    order: dict[ActorKey, int] = {tie.actor: place for place, tie in enumerate(ties)}

    pairs = count_pairs(take_sides(ties, ["toll"]), congruent_pairs, order)

    assert list(pairs.values()) == [("toll",)]


def test_nothing_is_drawn_where_nobody_shares_an_issue() -> None:
    one = draft("one")
    one.take("toll", "support", one.say("toll"))

    assert draw_network(brief_of(one.record()), 12) == ""


def test_the_table_of_the_page_has_the_same_pairs(camps: Brief, audience: Audience) -> None:
    shows = audience.settings.shows.model_copy(update={"actors": True})
    settings = audience.settings.model_copy(update={"shows": shows})
    mine = audience.model_copy(update={"settings": settings})
    markdown = render_markdown(camps, mine)
    network = choose_network(camps, settings.limits.actors)
    assert network is not None

    part = markdown.partition("<!-- network -->")[2].partition("<!-- end -->")[0]
    rows = [line.strip("| ").split(" | ") for line in part.strip().splitlines()[2:]]
    both = [[cell.split("; ") if cell != "·" else [] for cell in row[1:]] for row in rows]
    same, opposite = Counter[frozenset[str]](), Counter[frozenset[str]]()
    for support, oppose in both:
        same.update(map(frozenset, [*combinations(support, 2), *combinations(oppose, 2)]))
        opposite.update({frozenset((a, b)) for a, b in product(support, oppose) if a != b})
    assert len(same) == len(network.same)
    assert same.total() == sum(map(len, network.same.values()))
    assert len(opposite) == len(network.opposite)
    assert opposite.total() == sum(map(len, network.opposite.values()))
    assert "<!-- network -->" not in render_markdown(camps, audience)
    page = lxml.html.document_fromstring(render_html(markdown, camps, mine))
    assert not page.xpath("//section[@class='network']//table")
    assert page.xpath("//section[@class='network']//svg")
