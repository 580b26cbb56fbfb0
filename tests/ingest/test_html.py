"""HTML pages: the whole visible page is the text, trafilatura says what of it is the article."""

import pytest

from briefgen.errors import ArticleError
from briefgen.ingest import describe_blocks, read_article_file
from tests.ingest.conftest import PROSE, text_of

HEAD = """<title>The harbour fee must rise | The Daily River</title>
<meta property="og:site_name" content="The Daily River">
<link rel="canonical" href="https://river.example/fee">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"headline": "The harbour fee must rise", "datePublished": "2024-05-03T08:00:00Z",
"author": [{"@type": "Person", "name": "Ana Brook"}]}]}</script>"""
PARAGRAPHS = [f"<p>{text}</p>" for text in PROSE]
PAGE = f"""<!doctype html><html><head>{HEAD}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/o">Opinion</a></li></ul></nav>
<article><h1>The harbour fee must rise</h1>
<figure><img src="x.jpg"><figcaption>A ferry (Lena Park/Reuters)</figcaption></figure>
{PARAGRAPHS[0]}{PARAGRAPHS[1]}<h2>What the towns pay</h2>
<p hidden>never seen</p><p style="display: none">nor this</p><script>var nor = "this"</script>
<p>CLICK HERE TO GET THE RIVER APP</p>
{PARAGRAPHS[2]}{PARAGRAPHS[3]}<p>The pilots &amp; owners<br>know it.</p></article>
<footer>© 2031 The Daily River</footer></body></html>"""


def read_page(tmp_path, page):
    path = tmp_path / "page.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_article_file(path)


def test_the_page_is_accounted_for_and_only_the_article_is_body(tmp_path):
    article = read_page(tmp_path, PAGE)

    assert text_of(article, "heading") == ["The harbour fee must rise", "What the towns pay"]
    assert text_of(article, "body")[:4] == list(PROSE)
    assert "never seen" not in article.text
    assert "nor" not in article.text.replace("nor this", "").split()
    reasons = {article.text[b.start : b.end]: b.reason for b in article.blocks}
    assert reasons["Home"] == "outside the article (trafilatura)"
    assert reasons["CLICK HERE TO GET THE RIVER APP"] == "link to another story or page"
    assert describe_blocks(article).total == len(article.text)


def test_only_what_the_page_states_is_known_about_it(tmp_path):
    source = read_page(tmp_path, PAGE).source

    assert (source.title, source.outlet) == ("The harbour fee must rise", "The Daily River")
    assert (source.authors, source.published) == (("Ana Brook",), "2024-05-03")
    assert source.url == "https://river.example/fee"

    bare = read_page(tmp_path, PAGE.replace(HEAD, "")).source
    assert (bare.outlet, bare.authors, bare.published, bare.url) == (None, (), None, None)


def test_a_declared_encoding_is_heeded(tmp_path):
    page = (
        "<html><head><meta charset=iso-8859-1></head><body><article><h1>Gebühr – “ja”</h1>"
        + "".join(PARAGRAPHS)
        + "</article></body></html>"
    )

    assert read_page(tmp_path, page.encode("cp1252")).source.title == "Gebühr – “ja”"


def test_malformed_markup_is_read(tmp_path):
    page = (
        f"<p><b><i>{PROSE[0]}</p></b><div><p>{PROSE[1]}<p>{PROSE[2]}<table><tr><td>{PROSE[3]}</i>"
    )

    assert text_of(read_page(tmp_path, page), "body") == list(PROSE)


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "just some words",
        "<html><body><nav><a href=/>Home</a></nav><form>Log in <input></form></body></html>",
        "<html><body><script>app()</script><noscript>Enable JavaScript</noscript></body></html>",
        "<div>" * 10_000 + "deep" + "</div>" * 10_000,
    ],
)
def test_a_page_without_an_article_is_an_article_error(tmp_path, page):
    with pytest.raises(ArticleError, match="page"):
        read_page(tmp_path, page)
