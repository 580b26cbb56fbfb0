"""A holder stands where the article's own words give them the view, and falls where they do not."""

import pytest

from briefgen.extraction.holding import find_holder_fault
from briefgen.models import Article, Holder, Statement
from tests.extraction.invented import make_article

ARTICLE = make_article(
    "“The ferry loses money on every crossing,” said Ines Calder, the mayor of Upper Marrow. Tom "
    "Varga argues that a bridge would cost more. The islanders were not asked.",
    "Lena Brandt had a sharper answer: “The state pays half, and the town pays the other half.” "
    "The pumps are old. According to the Harbour Board, the piers will last until 2060.",
    "Varga is wrong about the bridge. It would end the last quiet street of the old town.",
)
CROSSING = "The ferry loses money on every crossing"
BRIDGE = "a bridge would cost more"
HALVES = "The state pays half, and the town pays the other half."
PIERS = "the piers will last until 2060"
OWN = "It would end the last quiet street of the old town."


def statement(quote: str, holder: str | None, article: Article = ARTICLE) -> Statement:
    start = article.text.index(quote)
    return Statement(
        id="a:s1",
        start=start,
        end=start + len(quote),
        quote=quote,
        kind="claim",
        holder=Holder(name=holder) if holder else None,
        issue=None,
        stance="unclear",
        modality="plain",
    )


@pytest.mark.parametrize(
    ("quote", "holder"),
    [
        (CROSSING, "Ines Calder"),
        (CROSSING, "Calder"),
        (CROSSING, "Mayor Ines Calder"),
        (BRIDGE, "Tom Varga"),
        (HALVES, "Lena Brandt"),
        (PIERS, "the Harbour Board"),
        (OWN, None),
        ("The pumps are old.", None),
        ("Varga is wrong about the bridge.", None),
    ],
)
def test_who_holds_it_by_the_articles_words_stands(quote, holder):
    assert find_holder_fault(statement(quote, holder), ARTICLE) is None


@pytest.mark.parametrize(
    ("quote", "holder", "reason"),
    [
        (CROSSING, "Tom Varga", "Ines Calder"),
        (CROSSING, None, "Ines Calder"),
        (BRIDGE, "Ines Calder", "Varga"),
        (BRIDGE, None, "Varga"),
        (HALVES, "Tom Varga", "Tom Varga"),
        (PIERS, "Lena Brandt", "Harbour Board"),
        (OWN, "Tom Varga", "nothing there says"),
        ("The pumps are old.", "Lena Brandt", "nothing there says"),
        ("The islanders were not asked.", "Ines Calder", "nothing there says"),
        ("Varga is wrong about the bridge.", "Varga", "nothing there says"),
    ],
)
def test_who_does_not_falls_with_the_reason(quote, holder, reason):
    fault = find_holder_fault(statement(quote, holder), ARTICLE)

    assert fault is not None
    assert reason in fault


def test_what_the_author_says_in_a_quotation_is_the_authors():
    source = ARTICLE.source.model_copy(update={"authors": ("Ines Calder",)})

    assert (
        find_holder_fault(statement(CROSSING, None), ARTICLE.model_copy(update={"source": source}))
        is None
    )


def test_in_a_digest_the_author_is_whoever_wrote_what_it_sums_up():
    article = make_article("The author argues that the toll clears the streets and pays for trams.")
    said = "the toll clears the streets and pays for trams."
    digest = article.source.model_copy(update={"kind": "digest"})

    assert (
        find_holder_fault(
            statement(said, None, article), article.model_copy(update={"source": digest})
        )
        is None
    )


DEEDS = make_article(
    "Desperate bakers appealed to the mayor for a night ferry. The millers of Marrow vowed to keep "
    "the tram. Three studies by harbour pilots put the loss at nine boats a year.",
    "If the brewers decide to move the market, the square dies. The tanners never agreed to pay "
    "for the pumps. The mayor and the tailors met when the cooks threatened to leave the pier. A "
    "study of coal smoke by the chemists lies on the desk of the judges.",
)


@pytest.mark.parametrize(
    ("quote", "holder"),
    [
        ("Desperate bakers appealed to the mayor for a night ferry.", "bakers"),
        ("The millers of Marrow vowed to keep the tram.", "millers of Marrow"),
        ("Three studies by harbour pilots put the loss at nine boats a year.", "harbour pilots"),
        ("the cooks threatened to leave the pier", "the cooks"),
    ],
)
def test_a_deed_that_takes_a_stand_is_its_doers(quote, holder):
    assert find_holder_fault(statement(quote, holder, DEEDS), DEEDS) is None


@pytest.mark.parametrize(
    ("quote", "holder"),
    [
        ("Desperate bakers appealed to the mayor for a night ferry.", "the mayor"),
        ("The millers of Marrow vowed to keep the tram.", "Lena Brandt"),
        ("Three studies by harbour pilots put the loss at nine boats a year.", "the boats"),
        ("If the brewers decide to move the market, the square dies.", "the brewers"),
        ("The tanners never agreed to pay for the pumps.", "the tanners"),
        ("The mayor and the tailors met when the cooks threatened to leave the pier.", "tailors"),
        ("A study of coal smoke by the chemists lies on the desk of the judges.", "the judges"),
    ],
)
def test_a_deed_is_nobody_elses_and_none_that_may_be_or_is_denied(quote, holder):
    assert find_holder_fault(statement(quote, holder, DEEDS), DEEDS) is not None
