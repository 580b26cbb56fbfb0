"""Whether a text names an issue at all."""

import pytest

from briefgen.likeness.naming import find_named
from briefgen.models import Issue

ISSUES = [
    Issue(id=name, title=name, proposition=f"{name} should be.", terms=terms)
    for name, terms in (
        ("toll", ("toll booth", "harbour due")),
        ("ferries", ("ferry", "on the boats")),
        ("empty", ("of the",)),
    )
]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ferries run; the toll-booths are shut.", ("toll", "ferries")),
        ("A boat is no ferryman.", ("ferries",)),
        ("A booth for the toll, and dues.", ()),
        ("of the of the", ()),
        ("", ()),
    ],
)
def test_inflected_terms_are_found_as_a_whole(text, named):
    assert find_named([text], ISSUES) == named


def test_a_term_does_not_reach_from_one_text_into_the_next():
    assert find_named(["The harbour", "dues"], ISSUES) == ()
    assert find_named(["x", "The harbour dues"], ISSUES) == ("toll",)
