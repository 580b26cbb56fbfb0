"""How statements are marked in an article, whatever its text and however they overlap."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from briefgen.models import Article, Block, BriefSource, Holder, Source, Statement
from briefgen.rendering.webpage.articles import render_articles
from briefgen.rendering.webpage.claims import Claim
from tests.rendering.sample_brief import sample_brief

PIECES = st.sampled_from(
    ["a", "be ", "<b>", "</mark>", "&amp;", '"', "'", "\r\n", "\r", "\u2028", "\u202e", "é", "]]>"]
)
PARAGRAPHS = st.lists(
    st.lists(PIECES, max_size=12).map(lambda pieces: f"x{''.join(pieces)}"),
    min_size=1,
    max_size=4,
)


def make_article(paragraphs: list[str]) -> Article:
    """Return an article of these blocks with white space between them."""
    blocks, text = [], ""
    for paragraph in paragraphs:
        words = paragraph.strip()
        blocks.append(Block(start=len(text), end=len(text) + len(words), kind="body"))
        text += f"{words}\r\n\n"
    return Article(
        source=Source(id="a1", path="a1.txt"), text=text, blocks=tuple(blocks), input_sha256="0"
    )


def make_claim(article: Article, start: int, end: int, number: int) -> Claim:
    """Return a claim of that slice."""
    statement = Statement(
        id=f"a1:s{number}", start=start, end=end, quote=article.text[start:end], kind="claim",
        holder=Holder(name="<i>Lea</i>"), issue=None, stance="unclear", modality="plain",
    )  # fmt: skip
    return Claim(f"c-{number}", number, statement, "unclear", "<i>Lea</i>", is_checked=False)


def show(article: Article, claims: list[Claim]) -> lxml.html.HtmlElement:
    """Return the article as the page has it."""
    brief = sample_brief()
    source = BriefSource(id="a1", path="a1.txt", number=1, label="A", extractor="x")
    brief = brief.model_copy(update={"sources": (source,)})
    html = render_articles(brief, {"a1": claims}, {"a1": article})
    return lxml.html.fragment_fromstring(html)


@given(paragraphs=PARAGRAPHS, data=st.data())
def test_every_statement_is_marked_as_it_stands_and_labelled_once(
    paragraphs: list[str], data: st.DataObject
) -> None:
    article = make_article(paragraphs)
    places = st.integers(0, len(article.text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=6))
    claims = [
        make_claim(article, *sorted(span), number)
        for number, span in enumerate(spans)
        if article.text[min(span) : max(span)].strip()
    ]
    claims.sort(key=lambda claim: (claim.statement.start, -claim.statement.end))
    shown = show(article, claims)

    gaps = set(range(len(article.text)))
    for block in article.blocks:
        gaps -= set(range(block.start, block.end))
    for claim in claims:
        said = claim.statement
        pieces = shown.xpath(f"//mark[contains(concat(' ', @data-c, ' '), ' {claim.number} ')]")
        marked = "".join(piece.text_content() for piece in pieces)
        assert marked == "".join(
            article.text[place] for place in range(said.start, said.end) if place not in gaps
        )
        assert len(shown.xpath(f"//a[@id='{claim.id}']")) == 1
    for label in shown.xpath("//a[contains(@class, 'claim')]"):
        assert label.findtext("bdi") == "claim · <i>Lea</i>"
        label.drop_tree()
    assert shown.find_class("text")[0].text_content() == article.text


def test_the_closest_statement_gives_the_colour() -> None:
    """A view that is reported within an author's sentence stands out from it."""
    article = make_article(["The mayor says that tolls must go, and so she argues."])
    outer = make_claim(article, 0, 53, 0)
    inner = make_claim(article, 20, 33, 1)
    on_issue = inner.statement.model_copy(update={"issue": "tolls", "stance": "oppose"})
    inner = Claim("c-1", 1, on_issue, "oppose", None, is_checked=False)
    looks = [
        (mark.text, mark.get("class"), mark.get("data-c"))
        for mark in show(article, [outer, inner]).iter("mark")
    ]

    assert looks == [
        ("The mayor says that ", "off-issue", "0"),
        ("tolls must go", "oppose", "0 1"),
        (", and so she argues.", "off-issue", "0"),
    ]
