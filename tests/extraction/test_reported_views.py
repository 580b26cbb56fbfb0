"""Reports without a plain "X said that": feelings, nouns, shared subjects, names by another word.

Each class of rule is shown both ways: what is somebody's view, and what is the author's sentence.
"""

import pytest

from briefgen.extraction.lexical.extractor import LexicalExtractor
from tests.extraction.invented import (
    TOLL,
    TRAINS,
    WATER,
    WOLVES,
    extract,
    holders_of,
    make_article,
    stance_on,
)

SIDES = {"support", "oppose"}

SHARED_SUBJECTS = [
    ("Mayor Holt toured the docks and said that the toll punishes the poor.", "Holt"),
    ("Mayor Holt walked out, saying that the toll punishes the poor.", "Holt"),
    ("The guild of drivers has sued, arguing that the toll punishes the poor.", "The guild"),
    ("Mayor Holt opened the fair by saying that the toll punishes the poor.", "Holt"),
    ("After declaring that the toll punishes the poor, Mayor Holt left the hall.", "Holt"),
    ("A leaflet warning that the toll punishes the poor went to every house.", "A leaflet"),
    ("Mayor Holt was forced to admit that the toll punishes the poor.", "Holt"),
    ("The outcry led Mayor Holt to declare that the toll punishes the poor.", "Holt"),
    ("Mayor Holt was quoted as saying that the toll punishes the poor.", "Holt"),
    ("Mayor Holt spends her days complaining that the toll punishes the poor.", "Holt"),
    ("Officials have begun to admit that the toll punishes the poor.", "Officials"),
    ("Mayor Holt has tried to argue that the toll punishes the poor.", "Holt"),
]
"""Verbs whose subject stands beside another verb."""
INTERLUDES = [
    ("Mayor Holt on Monday said that the toll punishes the poor.", "Holt"),
    ("Mayor Holt last week said that the toll punishes the poor.", "Holt"),
    ("Mayor Holt believes, for example, that the toll punishes the poor.", "Holt"),
    ("Mayor Holt told a crowded hall of bus drivers that the toll punishes the poor.", "Holt"),
    ("Mayor Holt complained to the drivers' guild that the toll punishes the poor.", "Holt"),
    ("Mayor Holt told Ms. Varga that the toll punishes the poor.", "Holt"),
    ("Peace groups in Marrow argue that the toll punishes the poor.", "Peace groups in Marrow"),
    (
        "Consultants for the port doubt that the toll clears the streets.",
        "Consultants for the port",
    ),
    ("Shopkeepers say the toll punishes the poor.", "Shopkeepers"),
    ("Glaziers said that the toll punishes the poor.", "Glaziers"),
    ("“The toll punishes the poor,” declared the two clerks in a letter.", "the two clerks"),
]
"""Stretches between a subject, its verb and the content, and subjects of several words."""


@pytest.mark.parametrize(("text", "holder"), [*SHARED_SUBJECTS, *INTERLUDES])
def test_a_view_reaches_its_holder_over_what_stands_between(text, holder):
    record = extract(TOLL, text)

    words = "clears the streets" if "clears" in text else "punishes the poor"
    found = holders_of(record, words)
    assert all(name is not None and name.startswith(holder) for name in found)
    assert stance_on(record, "congestion-charge") not in SIDES


@pytest.mark.parametrize(
    "text",
    [
        "We toured the docks and say that the toll punishes the poor.",
        "I close by saying that the toll punishes the poor.",
        "The rules regarding the toll are so odd that the toll punishes the poor.",
        "The council could win time by calling the toll worth every penny.",
        "The board has the task of challenging a toll that punishes the poor.",
    ],
)
def test_a_verb_without_somebody_elses_subject_reports_nothing(text):
    """The author's "we", a preposition in -ing, a task, what could be said: nobody's words."""
    assert not [s for s in extract(TOLL, text).statements if s.holder is not None]


FEELINGS = [
    ("Mayor Holt is confident that the toll clears the streets.", "Holt", "support"),
    ("Mayor Holt remains opposed to the congestion charge.", "Holt", "oppose"),
    ("Many drivers are unhappy with the congestion charge.", "Many drivers", "oppose"),
    ("The guild is wary of the congestion charge.", "The guild", "oppose"),
    ("The congestion charge angered the shopkeepers.", "the shopkeepers", "oppose"),
    ("The congestion charge pleased only the bus drivers.", "the bus drivers", "support"),
    ("Unhappy with the congestion charge, the guild called a strike.", "the guild", "oppose"),
]


@pytest.mark.parametrize(("text", "holder", "stance"), FEELINGS)
def test_what_somebody_feels_about_a_thing_is_their_side(text, holder, stance):
    record = extract(TOLL, text)

    shown = {(s.holder.name, s.stance) for s in record.statements if s.holder is not None}
    assert (holder, stance) in shown
    assert stance_on(record, "congestion-charge") not in SIDES


@pytest.mark.parametrize(
    "text",
    [
        "If Mayor Holt were confident that the toll clears the streets, she would say so.",
        "The congestion charge would anger the shopkeepers.",
        "I am confident that the toll clears the streets.",
        "The toll that Mayor Holt is proud of may fail.",
    ],
)
def test_a_feeling_that_is_imagined_or_the_authors_is_nobody_elses(text):
    names = {s.holder.name for s in extract(TOLL, text).statements if s.holder is not None}

    assert not names


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Mayor Holt voiced her support for the congestion charge.", "Holt", "support"),
        ("Mayor Holt expressed deep concern about the congestion charge.", "Holt", "oppose"),
        ("Mayor Holt's criticism of the congestion charge fills the paper.", "Holt", "oppose"),
        ("Attacks by the guild on the congestion charge went on.", "the guild", "oppose"),
    ],
)
def test_a_noun_of_saying_has_a_holder_and_a_side(text, holder, stance):
    record = extract(TOLL, text)

    shown = {(s.holder.name, s.stance) for s in record.statements if s.holder is not None}
    assert (holder, stance) in shown


def test_what_a_noun_is_about_ends_before_the_authors_verb():
    """In "her comments about the toll were printed" she did not comment on the printing."""
    record = extract(TOLL, "Mayor Holt's comments about the price of the toll were printed twice.")

    reported = [s for s in record.statements if s.holder is not None]
    assert reported
    assert not [s for s in reported if "printed" in s.quote]


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (
            "Water Minister Tarek Amin came late. Then the minister said that meters find leaks.",
            "meters find",
            "Tarek Amin",
        ),
        (
            "The Board of Water Works met. BWW says that meters find leaks in every street.",
            "meters find",
            "Board of Water Works",
        ),
        (
            "On Monday he and Commissioner Lena Osk announced a truce over the flat rate. "
            "“Meters find leaks in every street,” declared the two leaders.",
            "Meters find",
            "he and Commissioner Lena Osk",
        ),
        (
            "Tarek Amin and his followers say that meters find leaks in every street.",
            "meters find",
            "Tarek Amin and his followers",
        ),
    ],
)
def test_another_word_for_a_name_leads_to_the_name(text, words, holder):
    assert holders_of(extract(WATER, text), words) == {holder}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "Minister Tarek Amin met Minister Brandt. The minister says that meters find leaks.",
            "The minister",
        ),
        ("It was a wet day. The minister says that meters find leaks.", "The minister"),
        ("It was a wet day. BWW says that meters find leaks in every street.", "BWW"),
    ],
)
def test_a_description_that_fits_nobody_or_two_stays_as_it_stands(text, holder):
    assert holders_of(extract(WATER, text), "meters find") == {holder}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Mayor Holt was right to say that the toll punishes the poor.", "oppose"),
        ("Mayor Holt is wrong to say that the toll punishes the poor.", "support"),
        ("Mayor Holt says that the toll punishes the poor, but that is wrong.", "support"),
        ("Mayor Holt says that the toll punishes the poor, and she is right.", "oppose"),
    ],
)
def test_a_verdict_in_the_same_sentence_counts_for_the_authors_side(text, verdict):
    record = extract(TOLL, text)

    assert holders_of(record, "punishes the poor") == {"Holt"}
    assert stance_on(record, "congestion-charge") in {verdict, "unclear"}


@pytest.mark.parametrize(
    ("codebook", "text", "words", "holder"),
    [
        (
            TRAINS,
            "Asked about sleepers, the railway minister laughed and said that nobody books them.",
            "nobody books",
            "the railway minister",
        ),
        (
            WOLVES,
            "Shepherds, calling the dogs useless, insist that fences work.",
            "fences work",
            "Shepherds",
        ),
    ],
)
def test_an_opening_participle_ends_where_the_speaker_comes(codebook, text, words, holder):
    record = extract(codebook, text)

    assert holders_of(record, words) == {holder}


def test_a_participle_between_commas_ends_at_the_second_one():
    record = extract(
        TOLL, "Mayor Holt, calling the toll a tax on commuters, left the hall at noon."
    )

    reported = [s for s in record.statements if s.holder is not None]
    assert [s.holder.name for s in reported if s.holder] == ["Holt"] * len(reported)
    assert reported
    assert not [s for s in reported if "left the hall" in s.quote]


def test_what_stands_between_a_far_subject_and_its_second_verb_is_the_authors():
    """The author tells what the mayor did; only what she said is hers."""
    record = extract(
        TOLL, "Mayor Holt cut the bus lanes and claimed that the toll punishes the poor."
    )

    assert holders_of(record, "punishes the poor") == {"Holt"}
    assert holders_of(record, "bus lanes") == {None}


def test_a_blame_that_nobody_is_named_for_is_not_the_authors():
    record = extract(TOLL, "The toll was widely criticized for being a tax on commuters.")

    assert stance_on(record, "congestion-charge") not in SIDES


@pytest.mark.parametrize(
    "title",
    ["“Every Driver Will Pay This Toll”", "“The Toll That Ate the Poor of Marrow”"],
)
def test_the_title_of_a_work_is_nobodys_speech(title):
    record = extract(TOLL, f"Mayor Holt read from her book {title} and wept.")

    assert not [s for s in record.statements if s.holder is not None and s.quote == title]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The professor who says that the toll punishes the poor is mistaken.", "support"),
        ("The guilds that say that the toll punishes the poor are right.", "oppose"),
    ],
)
def test_the_main_clause_around_a_relative_report_is_the_authors(text, side):
    record = extract(TOLL, text)

    assert not [
        s for s in record.statements if s.holder and s.quote.endswith(("mistaken", "right"))
    ]
    assert stance_on(record, "congestion-charge") in {side, "unclear"}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("As Mayor Holt told the paper, the toll punishes the poor.", "Holt"),
        ("The toll punishes the poor, as the guild said last week.", "the guild"),
        ("The toll, the clerk told them, punishes the poor.", "the clerk"),
        ("Mayor Holt has counted. She's said that the toll punishes the poor.", "Holt"),
        ("“The toll punishes the poor,” said a voice close to the mayor.", "a voice"),
        (
            "“The toll punishes the poor,” Mayor Holt said late on Monday, “and it always did.”",
            "Holt",
        ),
    ],
)
def test_asides_and_short_forms_name_the_speaker(text, holder):
    found = holders_of(extract(TOLL, text), "punishes the poor")

    assert all(name is not None and name.startswith(holder) for name in found)


def test_as_before_a_clause_of_its_own_is_no_aside():
    """In "as she called for help" nobody says what stands before."""
    record = extract(TOLL, "The toll punishes the poor, as Mayor Holt called for a new bridge.")

    assert None in holders_of(record, "punishes the poor")


def test_their_points_back_to_several_and_his_to_one():
    record = extract(
        TOLL,
        "Mayor Holt met the shopkeepers. Their opposition to the congestion charge is old.",
        "Mayor Holt met the shopkeepers. Her opposition to the congestion charge is old.",
    )

    names = [s.holder.name for s in record.statements if s.holder is not None]
    assert names == ["the shopkeepers", "Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "Two crossed signals may explain why the toll punishes the poor.",
        "Only time will tell if the toll punishes the poor.",
        "It is hard not to think that the toll punishes the poor.",
        "Let children ask why the toll punishes the poor.",
    ],
)
def test_a_thing_that_explains_is_no_holder(text):
    assert not [s for s in extract(TOLL, text).statements if s.holder is not None]


@pytest.mark.parametrize(
    "comment",
    [
        "a claim that they have made at every fair since the bridge was built",
        "which is hardly true of the market square on a wet morning",
        "as though the river had asked anybody for a ticket to the fair",
    ],
)
def test_the_authors_comment_behind_a_report_is_not_the_holders(comment):
    record = extract(TOLL, f"The guilds say that the toll punishes the poor, {comment}.")

    reported = [s for s in record.statements if s.holder and s.holder.name == "The guilds"]
    assert [s.quote for s in reported] == ["the toll punishes the poor"]


def test_more_about_a_thing_in_the_report_stays_in_it():
    record = extract(TOLL, "The guilds say that the toll, a gift to nobody, punishes the poor.")

    assert holders_of(record, "a gift to nobody, punishes the poor") == {"The guilds"}


def test_a_quotation_ends_before_its_speaker():
    record = extract(TOLL, "“The toll punishes the poor,” said Mayor Holt on Monday.")

    assert [s.quote for s in record.statements] == ["“The toll punishes the poor,”"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll that the traders feared never came to Marrow.", "never came"),
        ("The clerks described the toll that punishes the poor.", "punishes the poor"),
    ],
)
def test_what_somebody_only_mentions_the_author_says_too(text, words):
    assert None in holders_of(extract(TOLL, text), words)


@pytest.mark.parametrize(
    "text", ["Mayor Holt voiced concern about", "Holt's opposition to", "Wary of"]
)
def test_a_noun_at_the_end_of_a_cut_sentence_reports_nothing(text):
    assert not [s for s in extract(TOLL, text).statements if s.holder is not None]


def test_praise_in_the_form_of_an_order_asks_nothing_and_names_nobody_give():
    record = extract(
        TOLL,
        "MARROW -- Give Mayor Holm credit. Last spring Holm said that the toll clears the streets.",
    )

    assert "recommendation" not in {s.kind for s in record.statements}
    assert {s.holder.role for s in record.statements if s.holder} <= {"Mayor", None}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor scolded the drivers for the toll.",
        "The guild voted against changes in the toll.",
        "The guild is committed to new trams and the toll.",
        "The guild pleaded for more patience with the toll.",
        "Pressure to win the guild's acceptance of the toll failed.",
        "The mayor's best hope for the toll is the spring.",
        "The plan rests on the guild's confidence in the income of the toll.",
        "The mayor proposes to spend ten thousand on a hall for the bakers whom the toll, a tax on "
        "commuters, has hurt.",
    ],
)
def test_what_only_stands_in_a_wish_is_not_wished(text):
    said = extract(TOLL, "The congestion charge is a toll. " + text).statements
    assert {s.stance for s in said} == {"unclear"}


def test_the_authors_part_does_not_end_with_a_verb_of_saying_cut_from_its_report():
    record = extract(
        TOLL,
        "Holm gave way, dropping the demand for a toll on the old bridge and indicating that the "
        "guild wants a tram.",
    )

    assert not [s.quote for s in record.statements if s.quote.endswith("indicating")]
    assert [s for s in record.statements if s.quote.endswith("on the old bridge")]


def test_what_is_bad_about_the_holders_own_thing_is_the_authors_word():
    record = extract(
        TOLL,
        "The mayor now proposes to pay the shops that were ruined by his reckless toll.",
        "She says that the toll clears the streets.",
    )
    reported = [s for s in record.statements if s.holder is not None]

    assert all(s.stance != "oppose" for s in reported)
    assert any(s.holder is None and "reckless toll" in s.quote for s in record.statements)


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("The guild asked the council not to introduce the toll.", "The guild", "oppose"),
        ("The guild begged the mayor to drop the toll.", "The guild", "oppose"),
        ("The guild pressed the council to introduce the toll.", "The guild", "support"),
        ("The guild urged voters to say no to the toll.", "The guild", "oppose"),
        ("The guild told its members to vote against the toll.", "The guild", "oppose"),
        ("The guild told its members to vote for the toll.", "The guild", "support"),
        ("The guild has sued to stop the toll.", "The guild", "oppose"),
        ("The guild wants the council to scrap the toll.", "The guild", "oppose"),
        ("The guild would like to see the toll scrapped.", "The guild", "oppose"),
        ("The guild would prefer a toll.", "The guild", "support"),
        ("Drivers answer that the toll punishes the poor.", "Drivers", "oppose"),
    ],
)
def test_what_is_asked_of_others_is_the_view_of_whoever_asks(text, holder, stance):
    record = extract(TOLL, text)
    reported = {s.holder.name: s.stance for s in record.statements if s.holder is not None}

    assert reported == {holder: stance}
    assert stance_on(record, "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ('"The toll is a gift to the rich," said a banker when I asked.', {"a banker"}),
        ("For the guild, the toll is a disgrace.", {"the guild"}),
        ("For commuters, the toll is a disgrace.", set()),
        ("For years, the toll was a disgrace.", set()),
    ],
)
def test_whose_view_it_is_where_no_verb_stands_before_it(text, holders):
    record = extract(TOLL, text)

    assert {s.holder.name for s in record.statements if s.holder is not None} == holders


def test_to_have_no_time_for_a_thing_is_not_the_authors_side():
    record = extract(TOLL, "The mayor has no time for the congestion charge.")

    assert stance_on(record, "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("Beebe says that Holt thinks that the toll clears the streets.", {"Holt": "support"}),
        (
            "Beebe argues that Ortiz wants the toll and that Holt opposes the toll.",
            {"Ortiz": "support", "Holt": "oppose"},
        ),
        ("According to Beebe, Holt wants the toll.", {"Holt": "support"}),
        ('"Holt wants the toll," Beebe said.', {}),
    ],
)
def test_a_view_told_by_somebody_belongs_to_whoever_is_said_to_hold_it(text, views):
    record = extract(TOLL, text)
    sided = {
        s.holder.name: s.stance
        for s in record.statements
        if s.holder is not None and s.stance in {"support", "oppose"}
    }

    assert sided == views
    assert stance_on(record, "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Holt is against the toll.", "Holt", "oppose"),
        ("Holt is not against the toll.", "Holt", "support"),
        ("Holt has never been against the toll.", "Holt", "support"),
        ("Holt is in favour of the toll.", "Holt", "support"),
        ("Holt is a supporter of the toll.", "Holt", "support"),
        ("Holt is a fierce critic of the toll.", "Holt", "oppose"),
        ("Holt, a fierce critic of the toll, stayed away.", "Holt", "oppose"),
        ("The council voted to introduce the toll.", "The council", "support"),
        ("The council voted down the toll.", "The council", "oppose"),
        ("The ministry balks at the toll.", "The ministry", "oppose"),
    ],
)
def test_where_somebody_stands_is_their_view(text, holder, stance):
    record = extract(TOLL, text)
    reported = {s.holder.name: s.stance for s in record.statements if s.holder is not None}

    assert reported == {holder: stance}
    assert stance_on(record, "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I doubt that the toll clears the streets.", "oppose"),
        ("I deny that the toll punishes the poor.", "support"),
        ("I disagree with Holt that the toll punishes the poor.", "support"),
        ("I reject the claim that the toll punishes the poor.", "support"),
        ("Do not believe the claim that the toll punishes the poor.", "support"),
        ("The claim that the toll punishes the poor is false.", "support"),
        ("The idea that the toll clears the streets is a fairy tale.", "oppose"),
        ("The idea that the toll clears the streets does not hold water.", "oppose"),
        ("It is said that the toll punishes the poor, but that is not true.", "support"),
    ],
)
def test_who_holds_a_view_for_false_says_the_contrary(text, stance):
    record = extract(TOLL, text)

    assert stance_on(record, "congestion-charge") == stance
    assert holders_of(record, "toll") == {None}


def test_a_view_that_nobody_holds_and_nobody_judges_takes_no_side():
    record = extract(TOLL, "The claim that the toll punishes the poor has gained ground.")

    assert stance_on(record, "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The author argues that the toll clears the streets.", "support"),
        ("The author wants the council to scrap the toll.", "oppose"),
        ("The writer denies that the toll clears the streets.", "oppose"),
    ],
)
def test_in_a_digest_the_author_is_whose_text_it_sums_up(text, stance):
    article = make_article(text)
    source = article.source.model_copy(update={"kind": "digest"})
    extractor = LexicalExtractor(TOLL, "0" * 64)
    record = extractor.extract(article.model_copy(update={"source": source}))

    assert stance_on(record, "congestion-charge") == stance
    assert holders_of(record, "toll") == {None}
    assert stance_on(extractor.extract(article), "congestion-charge") in {None, "unclear"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt argues that the toll clears the streets.",
        "Brandt wants the council to introduce the toll.",
        "The article is short. She argues that the toll clears the streets.",
    ],
)
def test_a_digest_may_name_its_author(text):
    article = make_article(text)
    update = {"kind": "digest", "authors": ("Ada Brandt",)}
    source = article.source.model_copy(update=update)
    record = LexicalExtractor(TOLL, "0" * 64).extract(article.model_copy(update={"source": source}))

    assert stance_on(record, "congestion-charge") == "support"
    assert all(s.holder is None for s in record.statements)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council keeps telling us that the toll clears the streets.", None),
        ("The council says that the toll clears the streets. I do not believe it.", "oppose"),
        ("Whoever says that the toll clears the streets has never been there.", None),
    ],
)
def test_what_is_said_by_others_is_not_the_authors_whatever_the_words(text, stance):
    own = stance_on(extract(TOLL, text), "congestion-charge")

    assert (own if own != "unclear" else None) == stance
