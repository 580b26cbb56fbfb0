"""What a sentence takes up of the one before: "that would be a mistake", "no", "she is wrong"."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

HARBOUR = Codebook(
    topic="Plans of the town of Lantern Quay",
    issues=(
        Issue(
            id="quay",
            title="Closing the quay to cars",
            proposition="The town should close Lantern Quay to private cars.",
            terms=("Lantern Quay", "car-free", "close the quay", "through traffic"),
            support=("close it to cars", "room to stroll"),
            oppose=("keep it open to cars", "cut off the stalls"),
        ),
        Issue(
            id="ferry",
            title="Evening ferry",
            proposition="The county should pay for an evening ferry.",
            terms=("ferry", "evening boat", "ferry subsidy"),
            support=("bring back the ferry",),
            oppose=("a boat nobody takes",),
        ),
        Issue(
            id="toll",
            title="The bridge toll",
            proposition="The town should abolish the bridge toll.",
            terms=("toll", "tollbooth"),
            support=("scrap the toll",),
            oppose=("keep the toll",),
        ),
    ),
)


def side(issue, text):
    """Return the side of an article of this one paragraph; None where it takes none."""
    stance = stance_on(extract(HARBOUR, text), issue)
    return stance if stance in {"support", "oppose", "conditional"} else None


@pytest.mark.parametrize(
    ("issue", "text", "expected"),
    [
        ("quay", "The mayor proposes to close Lantern Quay. This would ruin the stalls.", "oppose"),
        ("quay", "The council plans to close the quay. That would help nobody.", "oppose"),
        ("quay", "The council wants to close the quay. But that would be unfair.", "oppose"),
        ("quay", "The council wants to close the quay. That is a sensible decision.", "support"),
        ("quay", "The council wants to close the quay. Doing so would be a mistake.", "oppose"),
        ("quay", "The council wants to close the quay. Such a step would be a mistake.", "oppose"),
        ("quay", "The council refused to close the quay. That was a mistake.", "support"),
        (
            "ferry",
            "Anna Berg wants the county to pay for an evening ferry. It would be a folly.",
            "oppose",
        ),
        (
            "ferry",
            "Anna Berg wants to pay for an evening ferry. That would help the nurses.",
            "support",
        ),
        ("ferry", "The bill would end the ferry. It would be a disaster for nurses.", "support"),
        ("ferry", "Ending the ferry would be dear. It would hurt the nurses.", "support"),
        ("toll", "Bo Lind wants to keep the toll. That would be a mistake.", "support"),
        ("toll", "Bo Lind wants to scrap the toll. That would be a mistake.", "oppose"),
        ("toll", "Bo Lind opposes the toll. That is a mistake.", "oppose"),
    ],
)
def test_what_somebody_wants_is_judged_by_a_pronoun(issue, text, expected):
    assert side(issue, text) == expected


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        ("toll", "Bo Lind wants to scrap the toll. It would be dear."),
        ("toll", "Bo Lind opposes the toll. It would be a surprise."),
        ("ferry", "The bill would not end the ferry. It would be a disaster."),
        ("ferry", "The guild would like the ferry. It would be a disaster to lose the guild."),
        ("quay", "Anna Berg wants to close the quay. It would be nice to know why."),
        ("quay", "The council wants to close the quay. It would be a mistake to think it easy."),
        ("quay", "The council wants to close the quay. That would be a mistake if it rained."),
        ("quay", "The council wants to close the quay. That week was terrible."),
        ("quay", "The council wants to close the quay. The lanes are full. That is a disgrace."),
        ("quay", "The council wants to close the quay because of smoke. That is a scandal."),
        ("quay", "The council wants to close the quay. Critics say that would be a mistake."),
        ("quay", "If the council closed the quay, shops would go. That would be a disaster."),
    ],
)
def test_a_pronoun_that_may_be_something_else_judges_nothing(issue, text):
    assert side(issue, text) is None


@pytest.mark.parametrize(
    ("issue", "text", "expected"),
    [
        ("quay", "Should the town close the quay to private cars? No.", "oppose"),
        ("quay", "Should the town close the quay to private cars? Yes, and soon.", "support"),
        ("quay", "Should the town close the quay? Only if the lanes are safe.", "conditional"),
        ("toll", "Should the town scrap the toll? No.", "oppose"),
        ("toll", "Should the toll be scrapped? By all means.", "support"),
        ("toll", "Is the toll fair? Not at all.", "support"),
        ("toll", "Must we scrap the toll? Certainly not.", "oppose"),
    ],
)
def test_an_answer_takes_the_side_of_its_question(issue, text, expected):
    assert side(issue, text) == expected


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        ("quay", "Should the town close the quay? No one knows."),
        ("quay", "Should the town close the quay? No, but it should think about it."),
        ("toll", "Should the toll be scrapped? No doubt some think so."),
        ("toll", "Does anybody scrap the toll on a Sunday? No."),
        ("ferry", "Is the ferry late? Yes."),
    ],
)
def test_what_does_not_answer_outright_takes_no_side(issue, text):
    assert side(issue, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg wants to close the quay. She is wrong.", "oppose"),
        ("Anna Berg wants to close the quay. Berg is plainly wrong.", "oppose"),
        ("The mayor wants to close the quay. The mayor is mistaken.", "oppose"),
        ("Anna Berg wants to close the quay. I disagree.", "oppose"),
        ("Anna Berg wants to close the quay. I agree.", "support"),
        ("Anna Berg wants to close the quay. I agree with half of it.", None),
        ("Anna Berg wants to close the quay. She is right about the noise, but no more.", None),
        ("Anna Berg wants to close the quay. She is not wrong.", None),
        ("Anna Berg wants to close the quay. The baker is wrong.", None),
    ],
)
def test_a_view_is_endorsed_in_full_or_not_at_all(text, expected):
    assert side("quay", text) == expected


def test_what_takes_up_the_sentence_before_is_quoted_with_it():
    text = "The council plans to close the quay. That would help nobody."
    record = extract(HARBOUR, "The ferry is late.", text)
    own = [s for s in record.statements if s.issue == "quay" and s.holder is None]

    assert [statement.quote for statement in own] == [text]


def test_no_quotation_reaches_into_the_paragraph_before():
    record = extract(HARBOUR, "The council plans to close the quay.", "That would help nobody.")
    own = [s for s in record.statements if s.issue == "quay" and s.holder is None]

    assert [statement.quote for statement in own] == ["That would help nobody."]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council wants to close the quay. Anna Berg called it a mistake.", "oppose"),
        ("The council wants to close the quay. Anna Berg calls this unfair.", "oppose"),
        ("The council wants to close the quay. Anna Berg says that would be a folly.", "oppose"),
        ('The council plans to close the quay. "That would be wise," said Anna Berg.', "support"),
    ],
)
def test_somebody_else_takes_up_what_is_wanted(text, stance):
    record = extract(HARBOUR, text)
    hers = [s for s in record.statements if s.holder is not None and s.holder.name == "Anna Berg"]

    assert [(s.issue, s.stance) for s in hers] == [("quay", stance)]
    assert side("quay", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lind opposes the toll. Anna Berg called it a mistake.",
        "Bo Lind wants to scrap the toll. Anna Berg called a mistake what others called luck.",
        "Bo Lind wants to scrap the toll. Anna Berg called it a long speech.",
    ],
)
def test_what_somebody_calls_something_else_takes_no_side(text):
    record = extract(HARBOUR, text)
    hers = [s for s in record.statements if s.holder is not None and s.holder.name == "Anna Berg"]

    assert not {"support", "oppose"} & {s.stance for s in hers}


@pytest.mark.parametrize(
    ("issue", "text", "expected"),
    [
        ("ferry", "The ferry came back in May. It should be kept.", "support"),
        ("ferry", "The ferry came back in May. It should be abolished.", "oppose"),
        ("ferry", "The ferry is not perfect, but it has been a blessing.", "support"),
        ("toll", "The toll came in May. It must go.", "support"),
        ("toll", "The toll came in May. It is time for the council to rest.", None),
        ("toll", "The toll came in May. They should be abolished.", None),
        ("toll", "The keeper of the toll came in May. It should be abolished.", None),
        ("toll", "The toll was abolished in May. It was a mistake.", None),
        ("toll", "Was the toll there in May? It should be abolished.", None),
    ],
)
def test_a_subject_goes_on_as_it(issue, text, expected):
    assert side(issue, text) == expected


def test_the_ban_on_a_thing_that_should_be_lifted_is_a_demand_for_the_thing():
    assert side("ferry", "The ban on the ferry should be lifted.") == "support"
    assert side("ferry", "The ferry should be abolished.") == "oppose"
