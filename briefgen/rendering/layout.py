"""Markdown to tokens, with what a brief's page needs and Markdown has no words for.

Three additions, each of a form that an article cannot produce because ``<`` and the marks are
escaped when text is printed:

* ``<!-- name more -->`` alone on a line opens a section with these classes, ``<!-- end -->`` closes
  it. Forges show nothing of it.
* ``<a id="source-1"></a>`` is an anchor that citations lead to.
* ``●``, ``■``, ``◐`` and ``○`` are the marks of the stances and are drawn.

Headings get the names under which GitHub lets links find them.

Raw HTML, images and links to anything but the web and places in the brief stay text.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from briefgen.models import Stance
from briefgen.rendering.charts import draw_inline_mark
from briefgen.rendering.slugs import slug
from briefgen.rendering.stances import STANCE_STYLES

SECTION_OPEN, SECTION_CLOSE, DRAWING = "section_open", "section_close", "drawing"

_MARKER = re.compile(r"<!-- ([a-z][a-z0-9-]*(?: [a-z0-9][a-z0-9_-]*)*) -->")
_ANCHOR = re.compile(r'<a id="([a-z]+-\d+)"></a>')
_SAFE_LINK = re.compile(r"#[^\s#?/:]+\Z|https?://", re.IGNORECASE)
_STANCE_OF: dict[str, Stance] = {
    style.mark: stance for stance, style in STANCE_STYLES.items() if not style.mark.isascii()
}
_MARK = re.compile(f"([{''.join(_STANCE_OF)}])")
_CODE_INDENT = 4
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list", "table"]


def make_parser() -> MarkdownIt:
    """Return the parser for a rendered brief."""
    parser = MarkdownIt("js-default")
    parser.disable(["image", "autolink", "html_block", "html_inline", "linkify"])
    parser.block.ruler.before("fence", "section", _section_rule, {"alt": _INTERRUPTS})
    parser.inline.ruler.before("backticks", "anchor", _anchor_rule)
    # Before entities join the text around them: a mark from an article is written as an entity.
    parser.core.ruler.before("text_join", "marks", _marks_rule)
    parser.core.ruler.push("heading_names", _heading_names_rule)
    # A place on the page is named as its heading is: percent signs would name another one.
    whole = parser.normalizeLink
    parser.normalizeLink = (  # type: ignore[method-assign]
        lambda url: url if url.startswith("#") else whole(url)
    )
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    parser.add_render_rule("anchor", _render_anchor)
    parser.add_render_rule("mark", _render_mark)
    parser.add_render_rule("link_open", _render_link)
    parser.add_render_rule(DRAWING, _render_drawing)
    return parser


def _section_rule(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """Read a marker line."""
    if state.sCount[line] - state.blkIndent >= _CODE_INDENT:
        return False
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    match = _MARKER.fullmatch(text.rstrip())
    if match is None:
        return False
    if silent:
        return True
    state.line = line + 1
    names = match[1].split()
    if names == ["end"]:
        token = state.push(SECTION_CLOSE, "section", -1)
    else:
        token = state.push(SECTION_OPEN, "section", 1)
        token.attrSet("class", " ".join(names))
    token.meta = {"names": names, "line": line + 1}
    token.map = [line, line + 1]
    token.block = True
    return True


def _anchor_rule(state: StateInline, silent: bool) -> bool:
    """Read an anchor."""
    match = _ANCHOR.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("anchor", "a", 0).content = match[1]
    state.pos = match.end()
    return True


def _marks_rule(state: StateCore) -> None:
    """Split text at the marks of stances."""
    for token in state.tokens:
        if token.children and _MARK.search(token.content):
            token.children = [part for child in token.children for part in _split_at_marks(child)]


def _heading_names_rule(state: StateCore) -> None:
    """Name each heading; of two with the same words the later one has a number behind its name."""
    seen: dict[str, int] = {}
    for token, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type != "heading_open":
            continue
        words = "".join(child.content for child in inline.children or [])
        name = slug(words)
        if not name:
            continue
        count = seen.get(name, 0)
        seen[name] = count + 1
        token.attrSet("id", f"{name}-{count}" if count else name)


def _split_at_marks(token: Token) -> list[Token]:
    if token.type != "text" or not _MARK.search(token.content):
        return [token]
    parts = (part for part in _MARK.split(token.content) if part)
    return [
        Token("mark" if part in _STANCE_OF else "text", "", 0, content=part, level=token.level)
        for part in parts
    ]


def _render_anchor(
    _self: RendererHTML, tokens: Sequence[Token], place: int, _options: object, _env: object
) -> str:
    # No "a": in a PDF that would be a link without words.
    return f'<span id="{tokens[place].content}"></span>'


def _render_mark(
    _self: RendererHTML, tokens: Sequence[Token], place: int, _options: object, _env: object
) -> str:
    return draw_inline_mark(_STANCE_OF[tokens[place].content])


def _render_link(
    self: RendererHTML,
    tokens: Sequence[Token],
    place: int,
    options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    token = tokens[place]
    if str(token.attrs.get("href", "")).startswith("#source-"):
        token.attrSet("class", "cite")
    elif not str(token.attrs.get("href", "")).startswith("#"):
        token.attrSet("rel", "noopener noreferrer")
    return self.renderToken(tokens, place, options, env)


def _render_drawing(
    _self: RendererHTML, tokens: Sequence[Token], place: int, _options: object, _env: object
) -> str:
    return f"{tokens[place].content}\n"
