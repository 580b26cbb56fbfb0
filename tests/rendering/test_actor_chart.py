"""The figure of the actors: every line once, read without colour and without eyes."""

import re

import lxml.html
import pytest

from briefgen.holdings import Holding, collect_holdings
from briefgen.models import Actor, ActorPosition, ActorReport, Brief, Holder, Stance
from briefgen.rendering.actor_chart import draw_actors
from briefgen.rendering.audience import Audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown

TITLES = {"bridge": "The bridge", "toll": "The toll", "quay": "The quay"}
NUMBERS = {"one": 1, "two": 2, "three": 3}


def hold(holder: str, issue: str, stance: Stance, *sources: str) -> Holding:
    return Holding(holder, None, issue, stance, sources or ("one",), ())


HELD = [
    hold("the Harbour Board", "bridge", "support", "one", "two"),
    hold("the Harbour Board", "toll", "conditional"),
    hold("the pilots", "bridge", "oppose", "three"),
    hold("Ada Brandt", "quay", "unclear"),
]


def drawing(held: list[Holding], limit: int = 12) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(draw_actors(held, TITLES, NUMBERS, limit))


def texts(figure: lxml.html.HtmlElement) -> list[str]:
    return [element.text for element in figure.xpath("//text")]


def test_every_side_is_a_line_with_its_sources():
    shown = texts(drawing(HELD))

    assert {"[1, 2]", "[1]", "[3]", "the Harbour Board", "the pilots"} <= set(shown)
    assert "The bridge" in shown
    assert "The quay" not in shown, "nobody is reported to take a side there"
    assert len(drawing(HELD).xpath("//g[@class='cell']/path[@fill='none']")) == 3


def test_it_says_in_words_what_it_shows():
    figure = drawing(HELD)

    words = figure.findtext(".//svg/title")
    assert words.startswith("Who is reported to take which side: two actors on two issues. ")
    assert (
        "the Harbour Board: The bridge: supports [1, 2]. the Harbour Board: The toll: in part"
        in words
    )
    assert "Ada Brandt" not in words


def test_sides_differ_without_colour():
    lines = [re.search(r'stroke-dasharray="[^"]+"', part) for part in lines_of(HELD)]

    assert len({line and line[0] for line in lines}) == 3


def lines_of(held: list[Holding]) -> list[str]:
    return re.findall(r"<path d=\"M[^\"]*C[^>]*>", draw_actors(held, TITLES, NUMBERS, 12))


def test_those_with_most_reports_are_kept():
    shown = texts(drawing(HELD, limit=1))

    assert "the Harbour Board" in shown
    assert "the pilots" not in shown


def test_nothing_is_drawn_where_nobody_takes_a_side():
    assert draw_actors([hold("a", "toll", "neutral")], TITLES, NUMBERS, 12) == ""


def test_many_sources_are_counted():
    numbers = {f"s{n}": n for n in range(1, 8)}
    held = [hold("the pilots", "toll", "oppose", *numbers)]

    assert "[1, 2, 3, 4 + 3]" in draw_actors(held, TITLES, numbers, 12)


def test_names_from_articles_do_not_act():
    figure = draw_actors([hold("<script>x</script>", "toll", "oppose")], TITLES, NUMBERS, 12)

    assert "<script>" not in figure


@pytest.fixture
def shown(audience: Audience) -> Audience:
    shows = audience.settings.shows.model_copy(update={"actors": True})
    settings = audience.settings.model_copy(update={"shows": shows})
    return audience.model_copy(update={"settings": settings})


def test_an_audience_switches_it_on(brief: Brief, shown: Audience):
    markdown = render_markdown(brief, shown)
    page = lxml.html.document_fromstring(render_html(markdown, brief, shown))

    assert "| Ada Brandt | ● supports: A fixed link [[4]" in markdown
    part = page.xpath("//section[@class='actors']")[0]
    assert not part.findall(".//table")
    assert "Ada Brandt: A fixed link: supports [4]" in part.findtext(".//svg/title")


def test_it_is_off_in_the_executive_brief(markdown: str):
    assert "<!-- actors -->" not in markdown


def test_no_part_where_nobody_is_reported(brief: Brief, shown: Audience):
    markdown = render_markdown(brief.model_copy(update={"actors": ()}), shown)

    assert "Reported of others" not in markdown


def test_an_actors_reports_on_one_issue_are_one_tie_and_pronouns_are_none(brief: Brief):
    def actor(name: str, *reports: tuple[str, str]) -> Actor:
        found = tuple(ActorReport(source=s, names=(name,), statements=(i,)) for s, i in reports)
        position = ActorPosition(issue=brief.issues[0].id, stance="oppose", reports=found)
        return Actor(name=name, aliases=(), positions=(position,))

    said = brief.statements["a1:s1"]
    held = said.model_copy(update={"holder": Holder(name="the Board", role="harbour authority")})
    actors = (actor("he", ("d4", "d4:s2")), actor("the Board", ("a1", "a1:s1"), ("b2", "b2:s3")))

    (tie,) = collect_holdings(
        brief.model_copy(
            update={"actors": actors, "statements": brief.statements | {"a1:s1": held}}
        )
    )

    assert (tie.holder, tie.role) == ("the Board", "harbour authority")
    assert tie.sources == ("a1", "b2")
    assert tie.statements == ("a1:s1", "b2:s3")
