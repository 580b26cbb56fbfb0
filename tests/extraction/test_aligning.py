"""A quotation typed in another way is found at the article's place; anything else is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extraction.aligning import (
    Found,
    Refused,
    describe_refusal,
    find_quotation,
)
from briefgen.extraction.skeleton import read_skeleton
from briefgen.models import Article, Span
from tests.extraction.invented import make_article

ARTICLE = make_article(
    "The harbour’s toll pays for the naïve, long-term repair of 1,200 “new” quays — all of them.",
    "Photo: The crane lifts a boat / Harbour Post",
    "“We will not lease the cranes,” said Mara Holt. The US dollar fell 2.5% in May 2023, and "
    "prices rose by 3 to 5 points. Should the town sell its boats?",
    "The town should sell the old ferry, unless the islanders object. If the board agrees, the "
    "sale can begin in June. Nobody believes that the bridge will ever pay for itself.",
    "Some traders support the toll increase on weekdays only. It may lower the noise by 10 million "
    "decibels, engineers joke. The crane is now here. The crane is now here.",
    "The [council](https://example.org/a?b=1) must pay[3] for U.S. steel. "
    "**No** discount was given.",
    kinds=["body", "furniture", "body", "body", "body", "body"],
)
SPANS = [block for block in ARTICLE.blocks if block.kind != "furniture"]


def look_up(
    quotation: str, near: Span | None = None, article: Article = ARTICLE
) -> Found | Refused:
    spans = [block for block in article.blocks if block.kind != "furniture"]
    return find_quotation(article.text, spans, quotation, near)


def words_at(found: Found | Refused) -> str:
    assert isinstance(found, Found), found
    return ARTICLE.text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("The harbour's toll pays for the naive, long term repair of 1200 \"new\" quays - all of "
         "them.", ARTICLE.text[: ARTICLE.blocks[0].end]),
        ("the harbour's toll pays for the naïve, long-\nterm repair of 1 200 new quays -- all of "
         "them", ARTICLE.text[: ARTICLE.blocks[0].end]),
        ("We will not lease the cranes", "“We will not lease the cranes,” said Mara Holt."),
        ("\"We will not lease the cranes,\" said Mara Holt.",
         "“We will not lease the cranes,” said Mara Holt."),
        ("… the US dollar fell 2.5 % in May 2023 …", None),
        ("Should the town sell its boats", "Should the town sell its boats?"),
        ("The council must pay for US steel.",
         "The [council](https://example.org/a?b=1) must pay[3] for U.S. steel."),
        ("No discount was given.", None),
        ("NOBODY BELIEVES THAT THE BRIDGE WILL EVER PAY FOR ITSELF",
         "Nobody believes that the bridge will ever pay for itself."),
    ],
)  # fmt: skip
def test_the_same_words_are_found_however_they_are_typed(typed, article):
    found = look_up(typed)

    assert isinstance(found, Found), found
    if article is not None:
        assert words_at(found).strip("“”") in article or words_at(found) == article


@pytest.mark.parametrize(
    ("quotation", "reason"),
    [
        ("We will lease the cranes", "negation"),
        ("The US dollar fell 25% in May 2023", "number"),
        ("The US dollar fell 2.5 points in May 2023", "number"),
        ("The US dollar fell 2.5% in June 2023", "number"),
        ("The us dollar fell 2.5% in May 2023", "name"),
        ("prices rose by 35 points", "number"),
        ("Should the city sell its boats?", "wording"),
        ("said Tom Holt. The US dollar fell 2.5%", "name"),
        ("Should the town sell its boats.", "question"),
        ("The town sells its boats?", "wording"),
        ("The town must sell the old ferry, unless the islanders object.", "modality"),
        ("the bridge will ever pay for itself", "negation"),
        ("lower the noise by 10 million decibels", "modality"),
        ("traders support the toll increase", "quantity"),
        ("It may lower the noise by 10", "number"),
        ("The crane is nowhere.", "wording"),
        ("The crane lifts a boat", "furniture"),
        ("The crane is now here.", "ambiguous"),
        ("quays — all of them. “We will not lease the cranes,”", "spliced"),
        ("The crane lifts a boat / Harbour Post “We will not lease the cranes,”", "furniture"),
        ("sell its boats? The town should sell the old ferry", "spliced"),
        ("Prices rose by 3 to 5 points … the sale can begin in June.", "spliced"),
        ("The moon is made of cheese and nobody minds.", "absent"),
        ("  ”— …  ", "empty"),
    ],
)
def test_what_says_something_else_is_refused_with_its_reason(quotation, reason):
    refused = look_up(quotation)

    assert isinstance(refused, Refused), words_at(refused)
    assert refused.reason == reason, refused
    assert refused.detail


@pytest.mark.parametrize(
    ("quotation", "sentence"),
    [
        (
            "The town should sell the old ferry",
            "The town should sell the old ferry, unless the islanders object.",
        ),
        ("the sale can begin in June", "If the board agrees, the sale can begin in June."),
        (
            "Some traders support the toll",
            "Some traders support the toll increase on weekdays only.",
        ),
    ],
)  # fmt: skip
def test_a_slice_that_its_sentence_bounds_is_found_with_its_sentence(quotation, sentence):
    found = look_up(quotation)

    assert words_at(found) == sentence
    assert isinstance(found, Found)
    assert found.widened


def test_the_sentence_that_was_named_tells_which_place_is_meant():
    said = "The crane is now here."
    second = ARTICLE.text.rindex(said)

    found = look_up(said, Span(start=second, end=second + len(said)))

    assert isinstance(found, Found)
    assert found.span.start == second


def test_a_refusal_shows_the_article_at_the_nearest_place():
    said = "We will lease the cranes"
    refused = look_up(said)
    assert isinstance(refused, Refused)

    told = describe_refusal(
        refused, ARTICLE.text, source="a", item="proposal 1", quotation=said, holder="Mara Holt"
    )

    assert told.nearest is not None
    assert "will not lease the cranes" in told.nearest.excerpt
    assert '"not"' in told.detail
    assert told.proposed == said


@given(st.data())
def test_what_is_found_has_the_words_that_were_proposed(data):
    block = data.draw(st.sampled_from(SPANS))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start, block.end))
    proposed = ARTICLE.text[start:end]

    found = look_up(proposed)

    if isinstance(found, Found):
        assert any(each.contains(found.span) for each in SPANS)
        here = read_skeleton(ARTICLE.text, found.span.start, found.span.end).letters
        assert read_skeleton(proposed).letters in here


@given(st.text(max_size=200))
def test_whatever_is_proposed_gets_an_answer(quotation):
    assert isinstance(look_up(quotation), Found | Refused)


@pytest.mark.parametrize(
    "quotation",
    ["x" * 100_000, "\u200b" * 19_000, "a " * 9_000, "1,000" * 3_000, "“" * 19_000,
     "the toll " * 2_000],
    ids=["long", "no width", "letters", "numbers", "marks", "words"],
)  # fmt: skip
def test_nonsense_takes_no_time(quotation):
    long = make_article(
        *[f"The toll number {n} pays for quay {n} and crane {n}." for n in range(800)]
    )
    look_up("The toll", article=long)
    begun = time.process_time()

    assert isinstance(look_up(quotation, article=long), Refused)
    assert time.process_time() - begun < 20


def test_a_sentence_behind_a_denial_in_the_same_quotation_denies_nothing():
    """Several sentences between two marks are cut as one; a full stop ends what "not" reaches."""
    article = make_article(
        "“I asked them. They did not want the pilots. Then we bought a tug,” said Mara Holt. "
        "Nobody thinks that prof. Holt will pay for it."
    )
    behind = look_up("Then we bought a tug", article=article)
    shortened = look_up("Holt will pay for it", article=article)

    assert isinstance(behind, Found), behind
    assert isinstance(shortened, Refused), shortened
