"""What somebody does not do is not booked to them, wherever it is said that they do not do it.

And what is quoted of it holds the word that denies it.
"""

import pytest

from tests.extraction.invented import TOLL, extract, stance_on


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The mayor met the guild. Nor did he support the toll.", "Nor did he support the toll"),
        ("Rarely has the guild supported the toll.", "Rarely has the guild supported the toll"),
        ("The mayor spoke. At no point did she support the toll.", "At no point did she support"),
        ("Neither the guild nor the mayor supports the toll.", "Neither the guild nor the mayor"),
        ("The guild met. It hardly supports the toll.", "It hardly supports the toll"),
        ("The guild wants a road. It doesn't want the toll.", "It doesn't want the toll"),
        ("The mayor spoke. Nor does she want the toll.", "Nor does she want the toll"),
        ("The guild has never supported the toll.", "The guild has never supported the toll"),
    ],
)
def test_it_is_no_view_for_the_thing_and_is_quoted_with_its_denial(text, quoted):
    held = [s for s in extract(TOLL, text).statements if s.holder is not None and s.issue]

    assert {s.stance for s in held} == {"oppose"}
    assert [s.quote.startswith(quoted) for s in held] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Not only does the guild support the toll, it would pay for it.",
        "The guild supports the toll, and so does the mayor.",
        "The guild met in May. It supports the toll.",
    ],
)
def test_what_is_not_denied_stays(text):
    record = extract(TOLL, text)

    assert "support" in {s.stance for s in record.statements if s.holder is not None}
    assert stance_on(record, "congestion-charge") not in {"support", "oppose"}


def test_a_denial_is_quoted_where_the_holder_is_named_elsewhere():
    text = "The 27 members of the guild met in May. They want a road. Nor did they back the toll."

    held = [s for s in extract(TOLL, text).statements if s.holder is not None and s.issue]

    assert [s.stance for s in held if "toll" in s.quote] == ["oppose"]
    assert [s.quote for s in held if "toll" in s.quote] == ["Nor did they back the toll"]


def test_what_few_hold_is_booked_to_nobody():
    record = extract(TOLL, "Few in the guild support the toll.")

    assert not [s for s in record.statements if s.holder is not None and s.stance == "support"]
