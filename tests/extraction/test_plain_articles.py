"""What plain articles say in ordinary English, which rules made for op-eds once misread."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

QUAY = Codebook(
    topic="Cars on Lantern Quay",
    issues=(
        Issue(
            id="closing-the-quay",
            title="Closing the quay to cars",
            proposition="The town should close Lantern Quay to private cars.",
            terms=("Lantern Quay", "car-free", "close the quay", "through traffic"),
            support=("close it to cars", "room to stroll"),
            oppose=("keep it open to cars", "cut off the stalls"),
        ),
        Issue(
            id="trade-of-the-stalls",
            title="Trade of the stalls",
            proposition="Stalls on Lantern Quay lose trade when cars stay away.",
            terms=("stalls", "stallholders", "customers", "takings"),
            support=("customers stay away", "takings fall"),
            oppose=("takings rose", "more customers on foot"),
        ),
    ),
)
CLOSING, TRADE = "closing-the-quay", "trade-of-the-stalls"


@pytest.mark.parametrize(
    ("issue", "paragraphs", "stance"),
    [
        (TRADE, ["Takings fell by a fifth in six weeks."], "support"),
        (TRADE, ["Customers stayed away all winter."], "support"),
        (
            CLOSING,
            [
                "Whoever wants to close Lantern Quay to private cars has never sold a sofa.",
                "The town should keep it open to cars.",
            ],
            "oppose",
        ),
        (
            CLOSING,
            [
                "I would support closing the quay to cars provided that the lanes are protected.",
                "Otherwise the through traffic will simply move there.",
            ],
            "conditional",
        ),
        (CLOSING, ["The town should keep Lantern Quay open to cars."], "oppose"),
    ],
)
def test_a_plain_side_is_read(issue, paragraphs, stance):
    assert stance_on(extract(QUAY, *paragraphs), issue) == stance


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        (TRADE, "Whether the stalls lose trade is a question that one summer can answer."),
        (TRADE, "If takings fall, open the quay again in October."),
        (CLOSING, "Those who would close Lantern Quay to cars have never sold a sofa."),
        (CLOSING, "The through traffic will simply move to the lanes."),
    ],
)
def test_what_is_asked_supposed_or_wanted_by_others_is_no_side(issue, text):
    assert stance_on(extract(QUAY, text), issue) not in {"support", "oppose"}


def test_a_place_that_is_open_to_cars_holds_no_view():
    record = extract(QUAY, "Lantern Quay Street is open to cars, and the stalls like it.")

    assert "Lantern Quay Street" not in {s.holder.name for s in record.statements if s.holder}


def test_a_phrase_of_words_from_two_texts_of_an_issue_says_something_of_its_own():
    """The customers are a term, and the proposition has staying away, of cars."""
    record = extract(QUAY, "The customers stay away.")

    assert stance_on(record, TRADE) == "support"


CAP = Codebook(
    topic="Rents in Ostrava",
    issues=(
        Issue(
            id="rent-cap",
            title="Rent cap",
            proposition="Ostrava should cap the rents.",
            terms=("rent cap", "rents", "rent control"),
            support=("cap the rents", "rent control works"),
            oppose=("scrap the cap", "landlords will sell"),
        ),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "The rent cap came into force in May.",
        "The council capped the rents in 2019.",
        "My brother and I disagree about capping the rents.",
        "Tonight there is a debate about the plan to cap the rents.",
        "If we cap the rents, what will happen?",
        "After the council capped the rents, the queue grew.",
    ],
)
def test_a_measure_that_is_only_named_takes_no_side(text):
    assert stance_on(extract(CAP, text), "rent-cap") not in {"support", "oppose"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council should cap the rents.", "support"),
        ("Cap the rents.", "support"),
        ("We need to cap the rents.", "support"),
        ("The minister should order the council to cap the rents.", "support"),
        ("It was right to cap the rents.", "support"),
        ("The rent cap was a mistake.", "oppose"),
        ("The rent cap has made things worse.", "oppose"),
        ("Capping the rents would be unfair.", "oppose"),
        ("It was a mistake to cap the rents.", "oppose"),
        ("Do not cap the rents.", "oppose"),
        ("There is no reason why the rents should not be capped.", "support"),
    ],
)
def test_what_is_asked_or_said_of_the_measure_does(text, stance):
    assert stance_on(extract(CAP, text), "rent-cap") == stance


@pytest.mark.parametrize(
    "text",
    [
        "Stop counting rents and start counting homes.",
        "Stop at the rents office and ask.",
        "Lower the rents and they stay.",
    ],
)
def test_a_demand_asks_only_for_what_its_verb_governs(text):
    assert stance_on(extract(CAP, text), "rent-cap") not in {"support", "oppose"}


def test_who_keeps_a_thing_away_wants_less_of_it():
    record = extract(QUAY, "Keep the through traffic away from the lanes.")

    assert [s.stance for s in record.statements] != ["support"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I would cap the rents tomorrow.", "support"),
        ("I would never cap the rents.", "oppose"),
        ("I am glad that the council has capped the rents.", "support"),
        ("I regret that the council has capped the rents.", "oppose"),
        ("Thank God that the rents are capped.", "support"),
        ("I signed the petition against the rent cap.", "oppose"),
        ("I am all for a rent cap.", "support"),
        ("I am no friend of the rent cap.", "oppose"),
        ("There is no reason to cap the rents.", "oppose"),
        ("The city has no excuse not to cap the rents.", "support"),
        ("There is nothing wrong with a rent cap.", "support"),
        ("Ostrava must cap the rents.", "support"),
        ("Vienna made a mistake when it capped the rents.", "oppose"),
        ("The money for a rent cap would be better spent on homes.", "oppose"),
    ],
)
def test_feelings_votes_and_wishes_of_the_author_take_a_side(text, stance):
    assert stance_on(extract(CAP, text), "rent-cap") == stance


@pytest.mark.parametrize(
    "text",
    [
        "I would rather talk about the rents in Brno.",
        "I would be late if I walked past the rents office.",
        "After Vienna capped the rents, the queue for a flat grew.",
        "Would you cap the rents?",
    ],
)
def test_what_only_looks_like_an_avowal_takes_none(text):
    assert stance_on(extract(CAP, text), "rent-cap") not in {"support", "oppose"}


def test_the_proposition_itself_names_its_measure():
    """Nothing has to be listed for "must dredge the inlet" where the inlet should be dredged."""
    issue = Issue(
        id="dredging",
        title="The inlet",
        proposition="The inlet should be dredged.",
        terms=("inlet", "harbour basin"),
    )
    book = Codebook(topic="The port of Varde", issues=(issue,))

    assert stance_on(extract(book, "The port must dredge the inlet."), "dredging") == "support"
    assert stance_on(extract(book, "I would not dredge the inlet."), "dredging") == "oppose"
    assert stance_on(extract(book, "They dredged the inlet in 1950."), "dredging") == "unclear"


def test_a_phrase_without_its_verb_and_a_bare_name_take_no_side():
    issue = Issue(
        id="ferry-pass",
        title="Ferry pass",
        proposition="The county should keep the ferry pass.",
        terms=("ferry pass", "season pass"),
        support=("keep the ferry pass",),
        oppose=("Harbour Lines", "handing out passes"),
    )
    book = Codebook(topic="The ferries of Halm", issues=(issue,))

    for text in (
        "There is a ferry pass for adults, one for children and one for dogs.",
        "The unions shout about Harbour Lines whenever the ferry pass comes up.",
        "Since the county began handing out passes, the ferries are full.",
    ):
        assert stance_on(extract(book, text), "ferry-pass") not in {"support", "oppose"}


def test_what_a_relative_clause_names_is_not_asked_for():
    record = extract(CAP, "The law should require any landlord that raises rents to say so.")

    assert stance_on(record, "rent-cap") not in {"support", "oppose"}
