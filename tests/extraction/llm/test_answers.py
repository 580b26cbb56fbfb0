"""What is made of an answer: whole items, the article's own words, no doubles."""

import json

import pytest

from briefgen.extraction.llm.joining import Joiner
from briefgen.extraction.llm.numbering import number_sentences
from briefgen.extraction.llm.placing import Placer
from briefgen.extraction.llm.salvage import salvage
from tests.extraction.invented import TOLL, make_article

ISSUE = TOLL.issues[0].id
ITEM = {"sentences": [1], "quotation": "The toll is fair", "issue": ISSUE, "stance": "support"}
WHOLE = json.dumps({"statements": [ITEM, ITEM], "author": [{"issue": ISSUE, "stance": "support"}]})
PARAGRAPHS = (
    "The toll is fair. The city must keep it if the trams run.",
    "Mara Holt, who leads the drivers, disagrees. “It’s a tax on commuters,” Holt said.",
    "Holt’s union will not pay. The toll is fair, says nobody else.",
)


def join(*replies, paragraphs=PARAGRAPHS, **source):
    """Return the record that answers give of an article, and what was refused."""
    article = make_article(*paragraphs)
    if source:
        changed = article.source.model_copy(update=source)
        article = article.model_copy(update={"source": changed})
    placer = Placer(article, TOLL, number_sentences(article))
    joiner = Joiner(article, TOLL, placer)
    for reply in replies:
        joiner.add(salvage(json.dumps(reply)).reply)
    return joiner.record("llm/1", "0"), placer.refused


@pytest.mark.parametrize(
    ("text", "statements", "views", "complete"),
    [
        (WHOLE, 2, 1, True),
        (f"```json\n{WHOLE}\n```", 2, 1, True),
        (f"<think>{{ maybe }} [ so ]</think>Here you are: {WHOLE} Anything else?", 2, 1, True),
        (WHOLE.replace("}]", "},]"), 2, 1, True),
        (WHOLE[:-20], 2, 0, False),
        (WHOLE[: len(WHOLE) // 2], 1, 0, False),
        (WHOLE.replace('"stance": "support"}, {', '"stance": support}, {', 1), 1, 1, False),
        ('{"statements": "none"}', 0, 0, False),
        ("[]", 0, 0, False),
        ("", 0, 0, False),
        ("[" * 100_000, 0, 0, False),
        ('{"statements": [' + "9" * 10_000 + "]}", 0, 0, False),
        ('{"statements": [{"sentences": "one", "kind": 7}], "author": []}', 0, 0, True),
    ],
    ids=range(13),
)
def test_what_is_whole_is_kept(text, statements, views, complete):
    found = salvage(text)

    assert sum(each is not None for each in found.reply.statements) == statements
    assert len(found.reply.author) == views
    assert found.complete is complete


@pytest.mark.parametrize(
    ("given", "read"),
    [(3, [3]), ("3", [3]), ("3-5", [3, 4, 5]), ([3, "4"], [3, 4]), (None, []), ("s. 2, 3", [2, 3])],
)
def test_sentence_numbers_are_read_however_they_are_written(given, read):
    reply = salvage(json.dumps({"statements": [ITEM | {"sentences": given}]})).reply

    assert list(reply.statements[0].sentences) == read


@pytest.mark.parametrize("word", ["Supports", "pro", "FOR", "agree"])
def test_other_words_for_a_side_are_understood(word):
    reply = salvage(json.dumps({"statements": [ITEM | {"stance": word}]})).reply

    assert reply.statements[0].stance == "support"


def test_two_pieces_that_say_the_same_say_it_once():
    view = {"issue": ISSUE, "stance": "support", "statements": [1]}
    reply = {"statements": [ITEM], "author": [view], "thesis": 1}
    record, refused = join(reply, reply)

    assert [s.quote.rstrip(".") for s in record.statements] == ["The toll is fair"]
    assert record.stances[ISSUE].statements == ("a:s1",)
    assert record.thesis == "a:s1"
    assert refused == []


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("support", "neutral", "support"),
        ("oppose", "unclear", "oppose"),
        ("support", "oppose", "unclear"),
        ("support", "conditional", "conditional"),
    ],
)
def test_pieces_that_differ_are_joined_without_a_guess(first, second, joined):
    replies = [
        {"statements": [ITEM], "author": [{"issue": ISSUE, "stance": s, "statements": [1]}]}
        for s in (first, second)
    ]
    record, _ = join(*replies)

    assert record.stances[ISSUE].stance == joined


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mara Holt", "Mara Holt"),
        ("mara holt (drivers)", "Mara Holt"),
        ("Holt's union", "Holt’s union"),
        ("the author", None),
        ("Ines Author", None),
    ],
)
def test_a_holder_is_named_in_the_articles_words(said, name):
    item = {"sentences": [4], "quotation": "a tax on commuters", "holder": said, "issue": ISSUE}
    record, refused = join({"statements": [item]}, authors=("Ines Author",))

    assert refused == []
    holder = record.statements[0].holder
    assert (holder.name if holder else None) == name


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("NFG ministers", "Northern Fjord Group ministers"),
        ("Guild of Harbour Pilots", "Guild of HP"),
        ("the HP", "the Harbour of Pilots"),
    ],
)
def test_a_name_may_be_spelled_out_or_short(said, written):
    paragraphs = [f"{written} said that the toll is a tax on commuters. Mara Holt laughed."]
    item = {"quotation": "the toll is a tax on commuters", "holder": said, "issue": ISSUE}
    record, refused = join({"statements": [item]}, paragraphs=paragraphs)

    assert refused == []
    assert record.statements[0].holder.name == written


@pytest.mark.parametrize("said", ["NFG ministers", "Guild of Harbour Porters", "Northern Foes"])
def test_other_initials_are_another_name(said):
    paragraphs = ["Northern Ferry ministers and NP said that the toll is a tax on commuters."]
    item = {"quotation": "the toll is a tax on commuters", "holder": said, "issue": ISSUE}
    record, refused = join({"statements": [item]}, paragraphs=paragraphs)

    assert record.statements == ()
    assert [each.reason for each in refused] == ["holder"]


@pytest.mark.parametrize("said", ["Senator Nobody", "she", "Holt and Nobody"])
def test_a_holder_whom_the_article_does_not_name_is_refused(said):
    item = {"sentences": [4], "quotation": "a tax on commuters", "holder": said, "issue": ISSUE}
    record, refused = join({"statements": [item]})

    assert record.statements == ()
    assert [each.reason for each in refused] == ["holder"]


def test_a_surname_will_do_where_the_whole_name_stands_elsewhere():
    far = ["Mara Holt leads the drivers.", *["Nothing happens here at all."] * 90, "Holt objects."]
    item = {"quotation": "Holt objects", "holder": "Mara Holt", "issue": ISSUE, "stance": "oppose"}
    record, _ = join({"statements": [item]}, paragraphs=far)

    assert record.statements[0].holder.name == "Holt"


def test_a_stance_without_a_statement_of_the_author_is_none():
    reported = {"quotation": "a tax on commuters", "holder": "Mara Holt", "issue": ISSUE}
    view = {"issue": ISSUE, "stance": "oppose", "statements": [1]}
    record, _ = join({"statements": [reported], "author": [view]})

    assert record.stances == {}


def test_what_is_refused_is_told_with_its_reason():
    made_up = ITEM | {"quotation": "The toll was never fair at all"}
    strange = ITEM | {"issue": "moon-landing"}
    nothing = {"sentences": [], "issue": ISSUE}
    record, refused = join({"statements": [made_up, strange, nothing, "no item"]})

    assert record.statements == ()
    assert [each.item for each in refused] == [f"proposal {n}" for n in (1, 2, 3, 4)]
    assert [each.reason for each in refused][1:] == ["issue", "empty", "record"]


def test_sentences_without_a_quotation_are_taken_as_a_whole():
    record, _ = join({"statements": [ITEM | {"sentences": "1-2", "quotation": ""}]})

    assert record.statements[0].quote == PARAGRAPHS[0]
