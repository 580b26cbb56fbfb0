"""Stands that others take: with a phrase, for what, and what is no stand at all."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract

SURVEY = Codebook(
    topic="The old gasworks of Marrow",
    issues=(
        Issue(
            id="survey-first",
            title="Survey first",
            proposition="A soil survey should come before the plots are auctioned.",
            terms=("soil survey", "auction", "plots", "contaminated ground"),
            support=("know what lies below", "test the ground first"),
            oppose=("another lost year", "sell now and test later"),
        ),
    ),
)


def views(codebook, *paragraphs):
    """Return the holders of reported views, with the sides that they take."""
    return {
        (s.holder.name, s.stance) for s in extract(codebook, *paragraphs).statements if s.holder
    }


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("So far the county says no to the congestion charge.", "the county", "oppose"),
        ("The council said yes to the congestion charge.", "The council", "support"),
        ("The chamber came out against the toll on Monday.", "The chamber", "oppose"),
        ("Shopkeepers are up in arms over the toll.", "Shopkeepers", "oppose"),
        ("Doctors have lined up behind the congestion charge.", "Doctors", "support"),
        ("The guild threw its full weight behind the toll.", "The guild", "support"),
        ("Mayor Holt turned her back on the congestion charge.", "Holt", "oppose"),
    ],
)
def test_a_phrase_takes_a_side(text, holder, stance):
    assert (holder, stance) in views(TOLL, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Holt has not come out in favor of the congestion charge.",
        "Mayor Holt could come out against the congestion charge.",
        "If Mayor Holt came out against the congestion charge, the guild would cheer.",
        "Mayor Holt came out of the hall and saw the toll booth.",
    ],
)
def test_no_stand_is_taken_where_none_was(text):
    assert not {stance for _, stance in views(TOLL, text)} & {"support", "oppose"}


def test_whoever_will_not_say_reports_nothing():
    record = extract(TOLL, "The toll may fall, with a clerk who will not say what the toll costs.")

    assert not [s for s in record.statements if s.holder]
    assert any("costs" in s.quote for s in record.statements)


def test_whoever_wants_what_should_come_later_says_nothing_of_the_order():
    wants_sale = views(SURVEY, "The mayor hopes to continue the auction.")
    wants_survey = views(SURVEY, "The mayor insists on a soil survey.")

    assert not {stance for _, stance in wants_sale} & {"support", "oppose"}
    assert ("The mayor", "support") in wants_survey


def test_a_wish_ends_with_the_closing_mark_of_a_quoted_phrase():
    """What follows "…,”" is the author's: nobody wished for the toll."""
    text = "Purists pine for their “free streets,” what is needed is a plain toll."

    assert not [s for s in extract(TOLL, text).statements if s.holder and "needed" in s.quote]


def test_a_single_word_of_a_term_is_no_stand():
    """A charge may be one for the cloakroom."""
    found = views(TOLL, "The guild of caterers asked for a charge.")

    assert not {stance for _, stance in found} & {"support", "oppose"}


def test_a_name_and_others_like_it_are_one_holder():
    found = views(TOLL, "Mara Holt and other senior officials say that the toll punishes the poor.")

    assert {name for name, _ in found} == {"Mara Holt and other senior officials"}


def test_a_denied_report_is_quoted_with_its_denial():
    record = extract(TOLL, "The ministry does not believe that the toll punishes the poor.")

    (said,) = [s for s in record.statements if s.holder]
    assert said.quote.startswith("The ministry does not believe that")
    assert said.stance != "oppose"


def test_they_behind_two_persons_are_not_the_group_before_them():
    record = extract(
        TOLL,
        "The campaigners say that drivers should pay for the space.",
        "Amira Voss drives a van and Tom Hale has a stall. They think that the toll punishes the "
        "poor.",
    )

    named = {s.holder.name for s in record.statements if s.holder and "punishes" in s.quote}
    assert "The campaigners" not in named


@pytest.mark.parametrize(
    "text",
    [
        "Shopkeepers who had voted against the toll now count their customers.",
        "Shopkeepers used to hate the toll.",
    ],
)
def test_what_somebody_wanted_once_is_no_side_now(text):
    assert not {stance for _, stance in views(TOLL, text)} & {"support", "oppose"}


def test_an_authors_question_behind_a_quotation_is_not_quoted_speech():
    record = extract(
        TOLL, "“A city with a toll is a calmer city,” Mayor Holt said, and who could be against it?"
    )

    assert not [s for s in record.statements if s.holder and "who could" in s.quote]
