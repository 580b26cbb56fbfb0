"""What an author denies to hold: the contrary is said, or nothing."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

RIVERSIDE = Codebook(
    topic="What the town of Lindow should do about its river",
    issues=(
        Issue(
            id="weir",
            title="The weir",
            proposition="The weir should be removed.",
            terms=("weir", "millpond", "eels"),
            support=("let the eels pass",),
            oppose=("leave the weir alone",),
        ),
        Issue(
            id="bathing",
            title="Bathing",
            proposition="Bathing in the river should be allowed.",
            terms=("bathing", "bathers", "swimming"),
            support=("a river for everybody",),
            oppose=("the water is dirty",),
        ),
    ),
)


@pytest.mark.parametrize(
    ("issue", "text", "stance"),
    [
        ("weir", "I do not think that the weir should be removed.", "oppose"),
        ("weir", "Nor do I believe that the weir should be removed.", "oppose"),
        ("weir", "I am not persuaded that the town should remove the weir.", "oppose"),
        ("weir", "Nobody has convinced me that the weir should be removed.", "oppose"),
        ("weir", "We don't accept that the weir must go.", "oppose"),
        ("bathing", "I do not believe that the town should forbid bathing.", "support"),
        ("bathing", "There is no reason to think that bathing should be banned.", "support"),
        ("bathing", "There is no evidence that bathing hurts the fish.", "support"),
        ("bathing", "Nothing suggests that bathing is dangerous.", "support"),
    ],
)
def test_the_contrary_is_the_authors(issue, text, stance):
    assert stance_on(extract(RIVERSIDE, text), issue) == stance


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        ("weir", "I do not think that the weir is the only answer."),
        ("weir", "I do not believe that removing the weir is enough."),
        ("bathing", "I did not think that bathing was dangerous."),
        ("bathing", "I am not persuaded that all bathing should be banned."),
    ],
)
def test_nothing_is_where_it_is_denied_in_part_or_was_once(issue, text):
    assert stance_on(extract(RIVERSIDE, text), issue) not in {"support", "oppose"}


@pytest.mark.parametrize(
    "text",
    [
        "I don't think so, and the weir should be removed.",
        "I believe that the weir should be removed.",
        "There is no doubt that the weir should be removed.",
    ],
)
def test_what_is_not_denied_stands(text):
    assert stance_on(extract(RIVERSIDE, text), "weir") == "support"
