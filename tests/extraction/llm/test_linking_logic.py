"""A sentence in its statements' own words must deny, doubt, condition and compare as they do."""

import pytest

from briefgen.linking.asked import Proposal
from briefgen.linking.lint import lint
from tests.extraction.llm.linking_cases import (
    BASIS,
    DROPPED,
    GERMAN_BASIS,
    GERMAN_DROPPED,
    GERMAN_KEPT,
    KEPT,
)

LANGUAGES = {"en": (BASIS, DROPPED, KEPT), "de": (GERMAN_BASIS, GERMAN_DROPPED, GERMAN_KEPT)}
WRONG = [
    (language, reason, named, text)
    for language, (_, dropped, _) in LANGUAGES.items()
    for reason, cases in dropped.items()
    for named, text in cases
]
RIGHT = [
    (language, named, text) for language, (_, _, kept) in LANGUAGES.items() for named, text in kept
]


def fault_of(language: str, named: str, text: str) -> tuple[str, str] | None:
    """Return why a sentence is dropped; one alone speaks for one side, which is no fault of it."""
    basis = LANGUAGES[language][0]
    linted = lint([Proposal(text=text, statements=tuple(named.split()))], basis, language)
    found = [each for each in linted.dropped if each.reason != "one-sided"]
    return (found[0].reason, found[0].detail) if found else None


@pytest.mark.parametrize(("language", "reason", "named", "text"), WRONG)
def test_what_its_statements_do_not_say_is_dropped(language, reason, named, text):
    fault = fault_of(language, named, text)

    assert fault is not None
    assert fault[0] == reason, fault


@pytest.mark.parametrize(("language", "named", "text"), RIGHT)
def test_what_they_say_is_kept(language, named, text):
    assert fault_of(language, named, text) is None
