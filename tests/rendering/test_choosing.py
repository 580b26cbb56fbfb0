"""Which passages an audience prints: shorter ones of the same source, alike for both sides."""

from briefgen.models import Brief, Stance
from briefgen.rendering.audience import Limits
from briefgen.rendering.choosing import choose_quotations
from tests.synthesis.factories import brief_of, draft, issue_of

SHORT, LONG = "The toll is right in week {}.", "The toll in week {} " + "is long and " * 12 + "so."


def brief_with(**said: tuple[Stance, list[str]]) -> Brief:
    """Return a brief of one issue; each source takes a stance and says so in these words."""
    records = []
    for number, (source, (stance, quotes)) in enumerate(said.items()):
        drafted = draft(source)
        texts = [quote.format(number * 100 + place) for place, quote in enumerate(quotes)]
        ids = [drafted.say("toll", stance, quote=text) for text in texts]
        records.append(drafted.take("toll", stance, *ids).record())
    return brief_of(*records, issues=("toll",))


def choose(brief: Brief, **limits: int) -> dict[Stance, tuple[str, ...]]:
    return choose_quotations(issue_of(brief, "toll"), brief.statements, Limits(**limits))


def test_a_long_passage_gives_way_to_a_shorter_one_of_its_source() -> None:
    brief = brief_with(a=("support", [LONG, SHORT]), b=("oppose", [SHORT]))

    assert choose(brief, quotations=1, passage_words=20)["support"] == ("a:s2",)


def test_a_side_with_long_passages_alone_keeps_its_shortest() -> None:
    brief = brief_with(a=("support", [f"{LONG} Over and over again.", LONG]), b=("oppose", [SHORT]))

    assert choose(brief, quotations=1, passage_words=20)["support"] == ("a:s2",)


def test_sources_without_a_side_have_none_that_is_too_long() -> None:
    brief = brief_with(a=("unclear", [LONG]), b=("oppose", [SHORT]))

    assert choose(brief, passage_words=20)["unclear"] == ()


def test_no_side_has_more_where_the_other_has_more_to_show() -> None:
    """Support has a second passage, but it is too long; so oppose prints one, too."""
    brief = brief_with(a=("support", [SHORT, LONG]), b=("oppose", [SHORT, SHORT]))
    chosen = choose(brief, quotations=2, passage_words=20)

    assert {stance: len(ids) for stance, ids in chosen.items()} == {"support": 1, "oppose": 1}


def test_a_side_has_more_where_the_other_has_nothing_more() -> None:
    brief = brief_with(a=("support", [SHORT]), b=("oppose", [SHORT, SHORT]))
    chosen = choose(brief, quotations=2, passage_words=20)

    assert {stance: len(ids) for stance, ids in chosen.items()} == {"support": 1, "oppose": 2}


def test_no_source_has_two_while_another_has_none() -> None:
    """The second source's passages are too long, so the first does not take its place."""
    brief = brief_with(a=("support", [SHORT, SHORT]), b=("support", [LONG]))

    assert len(choose(brief, quotations=2, passage_words=20)["support"]) == 1
