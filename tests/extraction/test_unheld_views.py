"""What names somebody and tells no view of theirs, and under which issue a view is filed."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract

FLOODS = Codebook(
    topic="High water in the valley of Lenn",
    issues=(
        Issue(
            id="dykes",
            title="Higher dykes",
            proposition="The state should raise the dykes along the river.",
            terms=("dykes", "dyke crest"),
            support=("keep the valley dry",),
            oppose=("push the flood downstream",),
        ),
        Issue(
            id="polders",
            title="Flood polders",
            proposition="The state should give farmland back to the river.",
            terms=("polders", "flood plain"),
            support=("room for the water",),
            oppose=("our best soil",),
        ),
        Issue(
            id="dams",
            title="Dams upstream",
            proposition="The state should dam the river in the hills.",
            terms=("dams", "reservoir"),
            support=("hold the water back",),
            oppose=("drown the gorge",),
        ),
    ),
)


def holders(codebook, *paragraphs):
    return {s.holder.name for s in extract(codebook, *paragraphs).statements if s.holder}


@pytest.mark.parametrize(
    "text",
    [
        "Did the guild commit to the toll on “clean air”?",
        "If the council tries a toll and the guild refuses to agree, nothing is won.",
        "The experiment failed because of a flawed assumption: that the guild views the toll as a "
        "game.",
        "The guild does not understand the toll.",
        "Shopkeepers understood the toll and its traps.",
        "A bid to force the guild’s acceptance of the toll will fail.",
        "The guild’s secret desire to end the toll explains it all.",
        "The toll brings in nine million a year, according to Harn Bank data.",
        "You'll upset the guild with the toll.",
        "A firm called Osk Loans lost the files of the toll.",
    ],
)
def test_no_view_is_reported(text):
    assert not holders(TOLL, text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The guild says that the toll is too high.", "The guild"),
        ("According to the Harn Bank, the toll is too high.", "Harn Bank"),
        ("“Did anybody ask us about the toll?” said the guild.", "the guild"),
        ("The guild welcomed the mayor’s acceptance of the toll.", "The guild"),
    ],
)
def test_a_view_is_reported(text, holder):
    assert any(holder in name for name in holders(TOLL, text))


def test_opponents_are_named_with_what_they_oppose():
    text = (
        "Farmers and other opponents of the flood plain have the louder voice. The best answer, "
        "they say, is higher dykes."
    )

    names = holders(FLOODS, text)

    assert "Farmers and other opponents of the flood plain" in names


def issues_of(codebook, text):
    return {s.issue for s in extract(codebook, text).statements if s.holder}


def test_a_view_that_names_the_thing_is_filed_under_its_issue():
    assert issues_of(FLOODS, "The league says that the dykes date from its founding.") == {"dykes"}


def test_a_word_that_the_issues_share_files_a_view_under_none():
    assert issues_of(FLOODS, "The league says that the state forgot the river long ago.") == {None}
    assert issues_of(FLOODS, "The league says that the river rose in March.") <= {None}


def test_what_is_filed_under_no_issue_stands_in_the_record_once():
    record = extract(FLOODS, "The league says that the state forgot the river long ago.")

    quotes = [s.quote for s in record.statements if s.holder]

    assert len(quotes) == len(set(quotes)) == 1
