"""Which side: phrases, demands, negation, concession; and where no side may be seen."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import (
    TOLL,
    TRAINS,
    WATER,
    WOLVES,
    extract,
    stance_on,
    statement_with,
)

SIDES = {"support", "oppose"}


@pytest.mark.parametrize(
    ("codebook", "issue", "text", "stance"),
    [
        (
            TRAINS,
            "night-trains",
            "Night trains replace short flights. You fall asleep across the border in a sleeper.",
            "support",
        ),
        (
            TRAINS,
            "night-trains",
            "Night trains lose money on every berth. Sleepers stand empty, for nobody books them.",
            "oppose",
        ),
        (
            TOLL,
            "congestion-charge",
            "The toll clears the streets. Drivers should pay for the space they take.",
            "support",
        ),
        (
            TOLL,
            "congestion-charge",
            "The toll is a tax on commuters. It punishes the poor, who cannot afford the toll.",
            "oppose",
        ),
        (
            WOLVES,
            "livestock-harm",
            "Dogs keep the wolves away from the sheep. Where sheep graze, fences work.",
            "oppose",
        ),
        (
            WATER,
            "meters",
            "With a water meter, people pay for what they use. Meters find the leaks.",
            "support",
        ),
    ],
)
def test_phrases_of_one_side_show_that_side(codebook, issue, text, stance):
    assert stance_on(extract(codebook, text), issue) == stance


@pytest.mark.parametrize(
    ("codebook", "issue", "text", "stance"),
    [
        (TRAINS, "night-trains", "Night trains do not lose money on every berth.", "support"),
        (TRAINS, "night-trains", "Night trains do not replace short flights.", "oppose"),
        (TOLL, "congestion-charge", "The toll does not punish the poor.", "support"),
        (WOLVES, "strict-protection", "There should be no quota for hunters.", "support"),
    ],
)
def test_a_negated_phrase_never_shows_its_own_side(codebook, issue, text, stance):
    """One denial alone may be too little for a side; it is never the side that it denies."""
    record = extract(codebook, text)

    assert stance_on(record, issue) in {stance, "unclear", None}
    assert statement_with(record, text[:12]).stance in {stance, "unclear"}


def test_a_negated_phrase_shows_the_other_side():
    text = "Night trains do not lose money on every berth."

    assert statement_with(extract(TRAINS, text), "lose money").stance == "support"


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that the toll punishes the poor.",
        "The toll hardly punishes the poor.",
        "The toll no longer punishes the poor.",
        "The argument that the toll punishes the poor is nonsense.",
        "It is a myth that the toll punishes the poor.",
        "The idea that the toll punishes the poor is a myth.",
        "It is wrong to say that the toll punishes the poor.",
        "Far from punishing the poor, the toll helps them.",
        pytest.param(
            "Who says the toll punishes the poor? Nobody does.",
        ),
    ],
)
def test_what_the_author_refutes_is_never_the_authors_side(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") in {"support", "unclear", None}


@pytest.mark.parametrize(
    ("codebook", "issue", "text", "stance"),
    [
        (TOLL, "congestion-charge", "The city should introduce a congestion charge.", "support"),
        (TOLL, "congestion-charge", "The city must introduce a congestion charge.", "support"),
        (TOLL, "congestion-charge", "The city should not introduce a congestion charge.", "oppose"),
        (TOLL, "congestion-charge", "The ministry must not delay the toll.", "support"),
        (TOLL, "congestion-charge", "The city should scrap the congestion charge.", "oppose"),
        (TOLL, "congestion-charge", "The toll should be scrapped.", "oppose"),
        (TOLL, "congestion-charge", "The toll should not be scrapped.", "support"),
        (TOLL, "congestion-charge", "The city should drop its plan for a toll.", "oppose"),
        (TOLL, "congestion-charge", "The city should resist calls for a toll.", "oppose"),
        (TRAINS, "track-access", "The ministry should abolish track access fees.", "support"),
        (TRAINS, "track-access", "Track access fees should be abolished.", "support"),
        (TRAINS, "track-access", "Track access fees should not be abolished.", "oppose"),
        (TRAINS, "track-access", "The ministry should keep track access fees.", "oppose"),
        (TRAINS, "track-access", "The ministry should raise the track access fee.", "oppose"),
        (TRAINS, "track-access", "The ministry must not raise track access fees.", "support"),
        (WATER, "flat-rate", "The flat rate should be scrapped.", "support"),
        (WATER, "flat-rate", "The water board should keep the flat rate.", "oppose"),
        (WOLVES, "strict-protection", "Wolves should keep their strict protection.", "support"),
        (WOLVES, "strict-protection", "Parliament should end strict protection.", "oppose"),
        (WOLVES, "strict-protection", "Strict protection should be lifted.", "oppose"),
        pytest.param(
            TRAINS,
            "night-trains",
            "The state railway should run more night trains.",
            "support",
        ),
        pytest.param(
            WATER,
            "meters",
            "Every household should have a water meter.",
            "support",
        ),
        pytest.param(WOLVES, "livestock-harm", "Wolves ruin hill farming.", "support"),
        (WOLVES, "strict-protection", "Strict protection must stay.", "support"),
        (TOLL, "congestion-charge", "I ask the council to introduce the toll.", "support"),
        (TOLL, "congestion-charge", "We urge the council to drop the congestion charge.", "oppose"),
        (TOLL, "congestion-charge", "It is time for the mayor to scrap the toll.", "oppose"),
        (TOLL, "congestion-charge", "The answer is to introduce a toll.", "support"),
        (TOLL, "congestion-charge", "We will have to abandon the toll.", "oppose"),
        (TOLL, "congestion-charge", "The council would do well to scrap the toll.", "oppose"),
    ],
)
def test_a_demand_shows_the_side_of_one_who_makes_it(codebook, issue, text, stance):
    """Passive or active, for more or for less, also where the proposition itself asks for less."""
    assert stance_on(extract(codebook, text), issue) == stance


@pytest.mark.parametrize(
    "text",
    [
        "The toll must go hand in hand with better trams.",  # nothing goes away
        "They have to introduce the toll or leave office.",  # suffered, not asked for
        "The only way to remedy this would be to introduce the toll.",  # imagined
        "I fear that they will drop the toll.",
        "The council should stop citing the trams as grounds for a toll.",  # about the trams
    ],
)
def test_what_only_sounds_like_a_demand_shows_no_side(text):
    codebook = Codebook(
        topic=TOLL.topic,
        issues=(
            TOLL.issues[0],
            Issue(id="trams", title="Trams", proposition="Trams are safe.", terms=("trams",)),
        ),
    )
    assert stance_on(extract(codebook, text), "congestion-charge") not in SIDES


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I support the congestion charge. The toll is overdue.", "support"),
        ("I am against the congestion charge. The toll is a mistake.", "oppose"),
        ("We oppose the congestion charge and every other toll.", "oppose"),
        ("I do not support the congestion charge, nor any other toll.", "oppose"),
    ],
)
def test_i_support_and_i_oppose_never_show_the_other_side(text, stance):
    assert stance_on(extract(TOLL, text), "congestion-charge") in {stance, "unclear", None}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I support the congestion charge.", "support"),
        ("We oppose the congestion charge.", "oppose"),
        ("I am against the congestion charge.", "oppose"),
        ("I am in favour of the congestion charge.", "support"),
        ("Nor would I support the congestion charge.", "oppose"),
        ("I could support the congestion charge of a braver council.", None),
    ],
)
def test_what_the_author_avows_shows_a_side(text, stance):
    found = stance_on(extract(TOLL, text), "congestion-charge")
    assert (found if found in SIDES else None) == stance


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("close", "closure"),
        ("abolish", "abolition"),
        ("end", "end of free parking"),
        ("ban cars from", "car-free plan"),
    ],
)
@pytest.mark.parametrize(("says", "stance"), [("support", "support"), ("oppose", "oppose")])
def test_the_act_has_the_side_of_the_demand_and_not_of_its_object(verb, act, says, stance):
    """Who opposes a closure does not want the thing closed."""
    issue = Issue(
        id="old-town",
        title="The old town",
        proposition=f"The council should {verb} the old town.",
        terms=(act, "old town"),
    )
    codebook = Codebook(topic="Traffic in Marrow", issues=(issue,))
    record = extract(codebook, f"I {says} the {act}. I {says} the {act} without reserve.")
    assert stance_on(record, "old-town") == stance


def test_a_phrase_of_more_of_a_thing_is_not_shown_by_the_thing_alone():
    issue = Issue(
        id="closure",
        title="The closure",
        proposition="The council should pave the market square.",
        terms=("paving", "market square"),
        support=("more customers",),
    )
    codebook = Codebook(topic="Traffic in Marrow", issues=(issue,))
    text = "The paving of the market square worries the customers."
    assert stance_on(extract(codebook, text), "closure") not in SIDES


def test_a_thought_experiment_shows_no_side_beyond_its_own_paragraph_either():
    record = extract(
        TOLL,
        "Suppose that the council had its way for a year.",
        "The city must introduce a congestion charge.",
    )
    assert stance_on(record, "congestion-charge") not in SIDES


@pytest.mark.parametrize(
    ("codebook", "issue", "text", "stance"),
    [
        (
            TOLL,
            "congestion-charge",
            "Admittedly, the toll is a tax on commuters. Yet the city should introduce a "
            "congestion charge, and drivers should pay for the space they take.",
            "support",
        ),
        (
            TRAINS,
            "night-trains",
            "Although night trains lose money on every berth, they replace short flights, and the "
            "sleeper takes a thousand people a night to the coast.",
            "support",
        ),
        (
            TRAINS,
            "night-trains",
            "Night trains replace short flights, but they lose money on every berth. Nobody books "
            "them, and the sleeper of Orland should be scrapped.",
            "oppose",
        ),
    ],
)
def test_what_is_granted_is_not_the_authors_side(codebook, issue, text, stance):
    assert stance_on(extract(codebook, text), issue) in {stance, "unclear"}


def test_to_be_sure_concedes_wherever_it_stands():
    text = "The toll, to be sure, is a tax on commuters. But the city should introduce the toll."

    assert stance_on(extract(TOLL, text), "congestion-charge") in {"support", "unclear"}
    assert statement_with(extract(TOLL, text), "to be sure").stance != "oppose"


def test_a_concession_does_not_outweigh_the_demand_behind_it():
    text = (
        "Although the toll punishes the poor, the city should introduce a congestion charge. "
        "The toll clears the streets."
    )

    assert stance_on(extract(TOLL, text), "congestion-charge") == "support"


@pytest.mark.parametrize(
    ("codebook", "issue", "text"),
    [
        (TOLL, "congestion-charge", "Should the city introduce a congestion charge?"),
        (TRAINS, "track-access", "Should track access fees be abolished, and by whom?"),
        (TRAINS, "night-trains", "Do night trains lose money on every berth?"),
        (TOLL, "congestion-charge", "Is the toll a tax on commuters?"),
        (TRAINS, "night-trains", "Ideas range from more night trains to an end of the sleeper."),
        (TOLL, "congestion-charge", "Options include scrapping the toll or doubling the toll."),
        (WATER, "meters", "The council discussed meters, metering and the price of a water meter."),
    ],
)
def test_questions_and_options_show_no_side(codebook, issue, text):
    assert stance_on(extract(codebook, text), issue) not in SIDES


@pytest.mark.parametrize(
    ("codebook", "issue", "lines"),
    [
        (
            TRAINS,
            "night-trains",
            (
                "Night trains replace short flights.",
                "Night trains lose money on every berth.",
            ),
        ),
        (
            TOLL,
            "congestion-charge",
            (
                "The city should introduce a congestion charge.",
                "The city should not introduce a congestion charge.",
            ),
        ),
        (
            WATER,
            "flat-rate",
            ("The flat rate rewards waste.", "The flat rate shields large families."),
        ),
    ],
)
def test_evidence_for_both_sides_is_unclear(codebook, issue, lines):
    """Whatever comes first: two equal voices in one author give no side."""
    there, back = " ".join(lines), " ".join(reversed(lines))

    assert {stance_on(extract(codebook, text), issue) for text in (there, back)} == {"unclear"}


@pytest.mark.parametrize("codebook", [TOLL, TRAINS, WOLVES, WATER])
def test_an_issue_that_the_article_does_not_mention_has_no_stance(codebook):
    record = extract(
        codebook,
        "The harvest was poor this year. The bakers of Linden should bake smaller loaves.",
    )

    assert not record.stances
    assert {s.issue for s in record.statements} <= {None}


@pytest.mark.parametrize(
    ("codebook", "issue", "text"),
    [
        (TRAINS, "night-trains", "The congress began late, for a night train had stopped in fog."),
        (TOLL, "bus-lanes", "The painter was born in a house beside a bus lane, and died there."),
    ],
)
def test_a_passing_mention_does_not_address_the_issue(codebook, issue, text):
    assert stance_on(extract(codebook, text), issue) is None


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("A flat-rate tariff rewards waste.", "flat-rate"),
        ("Flat‑rate tariffs reward waste.", "flat-rate"),
        ("FLAT RATES REWARD WASTE.", "flat-rate"),
        ("The people's well is metered now.", "meters"),
        ("The people’s well is metered now.", "meters"),
        ("Water-meters hang in every hall.", "meters"),
        ("A household without its water meter pays for its neighbours.", "meters"),
    ],
)
def test_terms_are_found_in_other_forms(text, issue):
    """Plural, hyphen of either kind, capitals, curly or straight apostrophe."""
    issues = {statement.issue for statement in extract(WATER, text).statements}

    assert issue in issues


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The toll should be introduced only if the buses run.", "conditional"),
        ("Unless the trams run, the city should not introduce a congestion charge.", "conditional"),
        ("The city should introduce a toll, provided that the trams run.", "conditional"),
        ("The city should introduce a toll, as long as the trams run.", "conditional"),
    ],
)
def test_a_demand_under_a_condition_is_conditional(text, stance):
    assert stance_on(extract(TOLL, text), "congestion-charge") == stance


def test_a_condition_shows_no_side_on_the_issue_that_it_names():
    text = "The council should introduce the toll, provided that the buses run every ten minutes."

    assert stance_on(extract(TOLL, text), "bus-lanes") not in SIDES


def test_a_stance_names_the_statements_that_show_it_the_clearest_first():
    record = extract(
        TOLL,
        "The toll may help. The city should introduce a congestion charge, for the toll clears the "
        "streets. Winter came early.",
    )

    stance = record.stances["congestion-charge"]
    statements = {statement.id: statement for statement in record.statements}
    assert "clears the streets" in statements[stance.statements[0]].quote
    assert {"congestion-charge"} == {statements[i].issue for i in stance.statements}
    assert 0.5 < stance.confidence <= 1


def test_the_thesis_is_the_authors_own_and_not_a_reported_view():
    record = extract(
        TOLL,
        "Mayor Holt says that the city should scrap the congestion charge at once.",
        "Rain fell on Marrow. The market was full. The city should introduce a congestion charge.",
    )

    assert record.thesis == statement_with(record, "should introduce").id


@pytest.mark.parametrize(
    "text",
    [
        "Evening after evening the lanes of Tamrin are the safest in the valley.",
        "The streets of Tamrin are safer.",
        "Smartphones keep youngsters away from their friends.",
    ],
)
def test_a_phrase_is_found_in_its_other_forms_and_in_words_that_argue_alike(text):
    codebook = Codebook(
        topic="Tamrin at night",
        issues=(
            Issue(
                id="lamps",
                title="Street lamps",
                proposition="The province should pay for street lamps.",
                terms=("street lamps", "lamps", "Tamrin", "youngsters"),
                support=("lanes are safe", "streets are safe", "phones keep teenagers away"),
            ),
        ),
    )
    said = extract(codebook, text).statements

    assert [s.stance for s in said] == ["support"]


def lamp_codebook(**phrases):
    return Codebook(
        topic="Tamrin at night",
        issues=(
            Issue(
                id="lamps",
                title="Street lamps",
                proposition="The province should light the streets.",
                terms=("street lamps", "lamps", "light the streets"),
                **phrases,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("every other town has one", "The lamps are in a small town."),
        ("see them in the dark", "The dark between the lamps is where cats live."),
        ("they knew and did nothing", "The men who set up the lamps knew the price."),
        ("take the lamps away", "Take the ladders away from the wall."),
        ("the province must light the streets", "Begin with how lamps light the streets."),
        ("house by house", "The lamps stand before an old house."),
        ("night after night", "The lamps were lit on a quiet night."),
        ("villages should pay", "The lamps cost less than the province pays for each village."),
        ("the province must light the streets", "The bill would require lamps to light streets."),
    ],
)
def test_words_that_tell_nothing_alone_do_not_show_a_phrase(phrase, text):
    record = extract(lamp_codebook(support=(phrase,)), "The lamps, street lamps. " + text)
    assert {s.stance for s in record.statements} <= {"unclear"}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("every other town has one", "Lamps? Every other town in Tamrin has one."),
        ("see them in the dark", "With lamps we would see the children in the dark."),
        ("they knew and did nothing", "As to the lamps they knew it all and did nothing."),
        ("the province must light the streets", "The province must light our streets with lamps."),
        ("village by village", "The street lamps can come village by village."),
    ],
)
def test_such_a_phrase_is_found_word_for_word(phrase, text):
    record = extract(lamp_codebook(support=(phrase,)), text)
    assert "support" in {s.stance for s in record.statements}


@pytest.mark.parametrize(
    ("side", "phrase", "text", "stance"),
    [
        ("support", "lamps in the streets", "Lamps stand in the streets of Tamrin.", None),
        ("oppose", "no lamps in the streets", "There must be no lamps in the streets.", "oppose"),
        ("support", "light the streets", "Begin and light the streets with lamps.", "support"),
    ],
)
def test_a_phrase_that_only_names_the_topic_shows_no_side(side, phrase, text, stance):
    record = extract(lamp_codebook(**{side: (phrase,)}), "The lamps, street lamps. " + text)
    assert {s.stance for s in record.statements} - {"unclear"} == ({stance} if stance else set())


def test_what_a_bill_lays_down_is_not_what_the_author_asks_for():
    phrases = {"support": ("allow every town its lamps",)}
    told = extract(lamp_codebook(**phrases), "The bill would allow every town its lamps.")
    asked = extract(lamp_codebook(), "Parliament should pass a bill that allows more lamps.")

    assert {s.stance for s in told.statements} == {"unclear"}
    assert "support" in {s.stance for s in asked.statements}


def test_what_names_the_thing_at_issue_is_cited_before_what_only_counts_for_the_side():
    record = extract(
        TOLL,
        "It is worth every penny, and drivers should pay for the space they take. It clears the "
        "streets.",
        "Few ideas were fought over so long in the council of Marrow.",
        "The city should introduce the congestion charge without delay.",
    )
    cited = record.stances["congestion-charge"].statements
    named = statement_with(record, "introduce the congestion charge")

    assert len(cited) > 2
    assert cited[0] == named.id


def test_what_asks_outright_is_cited_before_what_claims_in_the_same_words():
    record = extract(
        TOLL,
        "To introduce the congestion charge is wise for the city, and the toll clears the streets.",
        "The city should introduce the congestion charge.",
    )
    cited = record.stances["congestion-charge"].statements

    assert cited[0] == statement_with(record, "should introduce").id
