"""Sides that others are told to take, read from the thing at issue outwards."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract

KILNS = Codebook(
    topic="The brickworks of Harn",
    issues=(
        Issue(
            id="kilns",
            title="The old kilns",
            proposition="The town should remove the old kilns.",
            terms=("old kilns", "kilns"),
            support=("make room for homes",),
            oppose=("part of what we are",),
        ),
    ),
)
PEAT = Codebook(
    topic="Peat in the moors of Orland",
    issues=(
        Issue(
            id="peat",
            title="Less peat",
            proposition="The state should require growers to cut their use of peat.",
            terms=("peat",),
            support=("spare the moors",),
            oppose=("no substitute will do",),
        ),
    ),
)


def sides(codebook, *paragraphs):
    """Return the holders of reported views that take a side, each with it."""
    return {
        (s.holder.name, s.stance)
        for s in extract(codebook, *paragraphs).statements
        if s.holder is not None and s.stance in {"support", "oppose"}
    }


def author(codebook, *paragraphs):
    """Return the sides of the author's own statements."""
    return {
        s.stance
        for s in extract(codebook, *paragraphs).statements
        if s.holder is None and s.stance in {"support", "oppose"}
    }


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has for years opposed the possibility of a toll.",
        "The ministry described any toll in the old town as utterly unacceptable.",
        "The ministry finds the toll hard to swallow.",
        "The ministry views the toll as a threat.",
        "The ministry called for an end to the toll.",
        "The ministry has ruled out a toll for good.",
        "The ministry pleaded against the toll.",
        "The ministry blocked the toll.",
        "The ministry voted down the toll.",
        "The ministry closed the door on the toll.",
        "The ministry sees no need for a toll.",
        "The ministry has no appetite for a toll.",
        "The ministry won't hear of a toll.",
        "The ministry is unwilling to accept a toll.",
        "The ministry refuses to accept, even for a year, a toll.",
        "The ministry no longer supports the toll.",
        "The ministry rejected calls for a toll.",
        "The ministry moved to scrap the toll.",
        "The ministry withdrew its support for the toll.",
        "The ministry would oppose a toll.",
        "The ministry warned the council not to accept the toll.",
        "The ministry agreed that the toll would be off the table.",
        "The ministry fears that the toll will drive shoppers away.",
        "The ministry would prefer to see the toll go.",
        "For the ministry, a toll is a red line.",
        "The toll, rejected by the ministry, comes before the court in May.",
        "The toll, which the ministry opposes, comes before the court in May.",
        "The toll was condemned by the ministry.",
        "“We will never accept the toll,” the ministry said.",
        "The ministry argues that the toll does more harm than good.",
    ],
)
def test_against_the_thing(text):
    assert {stance for _, stance in sides(TOLL, text)} == {"oppose"}
    assert {name.lower() for name, _ in sides(TOLL, text)} <= {"the ministry", "ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry viewed the toll as the fastest path to clean air.",
        "The ministry sees the toll as the best way forward.",
        "The ministry called the toll a sensible step.",
        "The ministry considers the toll indispensable.",
        "The ministry insists that any plan include a toll.",
        "The only viable way out, the ministry argues, is a toll.",
        "The ministry stands by the toll.",
        "The ministry would welcome a toll.",
        "The ministry is ready to accept the toll.",
        "The ministry joined calls for a toll.",
        "The ministry has made the toll a priority.",
        "The ministry gave the toll its blessing.",
        "The ministry threatened a toll.",
        "The ministry refused to scrap the toll.",
        "The toll, favoured by the ministry, comes before the court in May.",
        "The ministry agreed that the city would accept a toll.",
    ],
)
def test_in_favour_of_the_thing(text):
    assert {stance for _, stance in sides(TOLL, text)} == {"support"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry discussed the toll on Monday.",
        "The ministry will decide on the toll in May.",
        "The ministry was ready to discuss the toll.",
        "The ministry would support the toll if it were cheaper.",
        "The ministry once opposed the toll.",
        "Shopkeepers who had rejected the toll now count their customers.",
        "If the ministry rejects the toll, the council will have to start again.",
        "Had the ministry opposed the toll, the council would have given up.",
        "Whether the ministry will back the toll is unclear.",
        "Nobody knows whether the ministry opposes the toll.",
        "Why does the ministry reject the toll?",
        "The ministry denied that it had ever opposed the toll.",
        "The ministry said that opponents of the toll had left the hall.",
        "The ministry may oppose the toll.",
        "The ministry should reject the toll.",
        "The vote on the toll worries the ministry.",
        "The ministry rejected the toll’s opening hours.",
        "The ministry accepted that the toll gates had rusted.",
        "The ministry fears that the toll will be scrapped too late.",
        "The idea that the ministry supports the toll is wrong.",
        "The assumption that the ministry views the toll as a threat is flawed.",
    ],
)
def test_no_side(text):
    held = {stance for name, stance in sides(TOLL, text) if "ministry" in name.lower()}
    assert not held
    assert not any("hopkeepers" in name for name, _ in sides(TOLL, text))


def test_what_somebody_worries_about_is_what_they_would_not_have():
    text = "Traders insist that their main concern is the prospect of a toll."
    spoilt = "Traders insist that their main concern is that the toll will be scrapped."

    assert sides(TOLL, text) == {("Traders", "oppose")}
    assert ("Traders", "oppose") not in sides(TOLL, spoilt)


def test_where_the_proposition_would_end_a_thing_its_friends_oppose():
    assert sides(KILNS, "The guild stands by the kilns.") == {("The guild", "oppose")}
    assert sides(KILNS, "The guild blocked the plan to keep the kilns.") == {
        ("The guild", "support")
    }


def test_what_one_is_asked_to_have_less_of_shows_no_side_by_itself():
    assert not sides(PEAT, "The growers stand by peat.")


def test_a_deed_is_told_beside_what_the_author_says_of_it():
    text = "The ministry blocked the toll, and the toll was worth every penny."

    assert sides(TOLL, text) == {("The ministry", "oppose")}
    assert author(TOLL, text) == {"support"}


def test_what_somebody_sees_no_need_for_is_not_the_authors():
    assert not author(TOLL, "The ministry sees no need for a toll.")


def test_a_pronoun_means_whoever_was_named_before():
    record = sides(
        TOLL, "Mayor Ines Holt spoke first on Monday. Then she closed the door on the toll."
    )

    assert {stance for _, stance in record} == {"oppose"}
    assert all("Holt" in name for name, _ in record)


def test_a_pronoun_that_means_nobody_known_tells_no_stand():
    assert not sides(TOLL, "It was late. Then it closed the door on the toll.")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry voted in July to phase out the toll.", "oppose"),
        ("The ministry told the council to forget the toll.", "oppose"),
        ("The ministry signalled its support for the toll.", "support"),
        ("The ministry signalled its opposition to the toll.", "oppose"),
        ("The ministry calls the toll a handout.", "oppose"),
    ],
)
def test_over_particles_dates_and_nouns_of_mind(text, stance):
    assert {side for _, side in sides(TOLL, text)} == {stance}


def test_what_somebody_was_against_at_first_is_no_side_now():
    assert not sides(TOLL, "The ministry was against the toll at first.")
