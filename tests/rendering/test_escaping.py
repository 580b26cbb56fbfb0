"""Article text never becomes markup, and stays as it is where nothing would be interpreted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.rendering.escaping import Markdown, escape_markdown, squeeze
from briefgen.rendering.layout import make_parser

HOSTILE = [
    "*bold* _thin_ **both** __x__ ~~gone~~ `code`",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png) [^1] [a]: b",
    "<script>alert(1)</script> <!-- end --> <!-- side support --> <a id=\"source-1\"></a>",
    "# heading", "> quote", "- item", "+ item", "1. item", "17) item", "=====", "---", "| a | b |",
    "&lt;b&gt; &#42; &amp", "{{ 7*7 }} {% if %} {# x #}", "a \\* b \\", "$x$ and $5 for $6",
    "http://evil.example www.evil.example :smile: ● ■ ◐ ○", "line one\n\n    code\n***",
    "Title #", "###", "snake_case stays", "\u202eright to left\u202c",
]  # fmt: skip


def _visible(markdown: str, parser: MarkdownIt) -> list[str]:
    """Return the types and the text that a paragraph of Markdown comes to."""
    tokens = parser.parse(markdown)
    return [token.type for token in tokens] + [
        f"{child.type}:{child.content}" for token in tokens for child in token.children or []
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_the_same_characters(text: str) -> None:
    shown = _visible(escape_markdown(text), make_parser())

    assert shown[:3] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(part.removeprefix("text:") for part in shown[3:]) == squeeze(text)


@given(st.text(alphabet=st.sampled_from("a1 .#>+-=*_`[]()<>!&;:/\\|~$^\"'\n\t{}%@x●")))
def test_any_text_is_one_paragraph_of_its_own_characters(text: str) -> None:
    squeezed = squeeze(text)
    if not squeezed:
        return
    for parser in (make_parser(), MarkdownIt("gfm-like", {"linkify": False})):
        shown = _visible(escape_markdown(squeezed), parser)
        assert shown[:3] == ["paragraph_open", "inline", "paragraph_close"]
        assert "".join(part.removeprefix("text:") for part in shown[3:]) == squeezed


def test_plain_prose_is_not_touched() -> None:
    prose = "“A link, at $40 million (or more),” she said – it's a snake_case; 5 > 4 & so on."

    assert escape_markdown(prose) == prose


def test_joining_escapes_what_is_not_markdown() -> None:
    assert Markdown("**{}**").format("a*b") == "**a\\*b**"
    assert Markdown("x") + "*" == "x\\*"
