"""The audience's page for a browser: the tokens of its Markdown, joined to the evidence.

Citations and quotations lead to their passages in the articles behind the page, the table of who
stands where is a table whose marks lead there too, headings get names, and tables and drawings that
are wider than a telephone scroll by themselves. Nothing of the template's words is changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefgen.languages import tr
from briefgen.models import Brief, BriefSource
from briefgen.rendering.audience import Audience
from briefgen.rendering.drawings import DRAWN_TABLES
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.html import make_tokens
from briefgen.rendering.layout import DRAWING, SECTION_CLOSE, SECTION_OPEN, make_parser
from briefgen.rendering.webpage import labels
from briefgen.rendering.webpage.articles import count_statements
from briefgen.rendering.webpage.claims import Claim
from briefgen.rendering.webpage.escaping import escape_text
from briefgen.rendering.webpage.matrix import link_matrix

_CITATION = re.compile(r"#source-(\d+)\Z")
_ANCHOR = re.compile(r"source-(\d+)\Z")
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")
_STYLE = re.compile(r' style="([^"<>{}&]*)"')
_SLUG = re.compile(r"[^\w]+")
CONTENTS = "contents"
"""The section in which a template lists its parts."""
RAW = "html_block"


@dataclass(frozen=True)
class Body:
    """The page's own part of the document."""

    html: str
    styles: tuple[str, ...]
    """What the drawings say of their own looks, by place: ``[data-style="0"]`` has the first."""
    contents: tuple[tuple[str, str], ...]
    """Name and words of each heading of the second rank; none where the template lists them."""


@dataclass
class _Linker:
    """What the walk over the tokens knows."""

    brief: Brief
    by_number: Mapping[int, BriefSource]
    claims: Mapping[str, Mapping[str, Claim]]
    """Source id to statement id to claim."""
    quoting: int = 0
    """Block quotations that are open."""
    names: set[str] = field(default_factory=set)
    styles: dict[str, int] = field(default_factory=dict)
    contents: list[tuple[str, str]] = field(default_factory=list)


def render_body(
    markdown: str, brief: Brief, audience: Audience, claims: Mapping[str, Sequence[Claim]]
) -> Body:
    """Return the page that shows the Markdown, joined to the claims.

    Raises:
        TemplateError: as for :func:`briefgen.rendering.html.render_html`.
    """
    parser, drawn = make_tokens(markdown, brief, audience)
    parser.add_render_rule("link_open", _render_link)
    linker = _Linker(
        brief,
        {source.number: source for source in brief.sources},
        {
            source: {claim.statement.id: claim for claim in of_source}
            for source, of_source in claims.items()
        },
    )
    tables = _drawn_parts(make_parser().parse(markdown))
    tokens = list(_join(_with_tables(drawn, tables, linker), linker))
    has_contents = any(token.meta.get("names") == [CONTENTS] for token in tokens)
    html = parser.renderer.render(tokens, parser.options, {})
    return Body(html, tuple(linker.styles), () if has_contents else tuple(linker.contents))


def _drawn_parts(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    """Return what stands in each part that has a drawing for its table, by its line."""
    parts: dict[int, list[Token]] = {}
    opened: list[Token] = []
    for token in tokens:
        if token.type == SECTION_CLOSE and opened:
            opened.pop()
        for outer in opened:
            if outer.meta["names"][0] in DRAWN_TABLES:
                parts.setdefault(outer.meta["line"], []).append(token)
        if token.type == SECTION_OPEN:
            opened.append(token)
    return parts


def _with_tables(
    tokens: Sequence[Token], parts: Mapping[int, list[Token]], linker: _Linker
) -> Iterator[Token]:
    """Yield the tokens; who stands where as its table, other drawings with theirs folded below."""
    part: list[Token] | None = None
    for token in tokens:
        names = token.meta.get("names", [""])
        if token.type == SECTION_OPEN and names[0] in DRAWN_TABLES:
            part = parts.get(token.meta["line"], [])
            yield token
            if names[0] == "matrix":
                yield from link_matrix(part, linker.brief, linker.claims)
                part = []
        elif token.type == DRAWING and part is not None:
            if part:
                yield from [token] if _SCROLLS in token.content else _scroll([token])
                summary = escape_text(tr(labels.AS_TABLE))
                yield _raw(f"<details><summary>{summary}</summary>")
                yield from part
                yield _raw("</details>")
        else:
            part = None if token.type in {SECTION_OPEN, SECTION_CLOSE} else part
            yield token


def _join(tokens: Iterator[Token], linker: _Linker) -> Iterator[Token]:
    """Yield the tokens, joined to the evidence and fit for any width."""
    held = list(tokens)
    for place, token in enumerate(held):
        linker.quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        _align(token)
        if token.type == DRAWING:
            token.content = _take_styles(token.content, linker.styles)
        elif token.type == SECTION_OPEN and token.meta["names"][0] == "issue":
            _name_issue(token, held[place:])
        elif token.type == "heading_open":
            _name_heading(token, held[place + 1].content, linker)
        elif token.type == "inline":
            token.children = _join_inline(token.children or [], linker)
        if token.type == "table_open":
            yield _open_scroll()
        yield token
        if token.type == "table_close":
            yield _raw("</div>")


_SCROLLS = 'tabindex="0"'
"""What is in a drawing that scrolls sideways by itself."""


def _scroll(tokens: Sequence[Token]) -> list[Token]:
    return [_open_scroll(), *tokens, _raw("</div>")]


def _open_scroll() -> Token:
    label = escape_text(tr(labels.SCROLLS))
    return _raw(f'<div class="scroll" role="group" aria-label="{label}" tabindex="0">')


def _raw(html: str) -> Token:
    """Return a token of finished HTML of our own."""
    return Token(RAW, "", 0, content=f"{html}\n", block=True)


def _take_styles(drawing: str, styles: dict[str, int]) -> str:
    """Let a drawing name its styles by number: the policy allows no style attribute.

    Only the drawings' own code writes a ``"`` there; in what they print of a brief it is escaped.
    """
    return _STYLE.sub(
        lambda match: f' data-style="{styles.setdefault(match[1], len(styles))}"', drawing
    )


def _align(token: Token) -> None:
    """Say by a class how a cell is aligned: the page's policy allows no style attribute."""
    match = _ALIGN.search(str(token.attrs.pop("style", "")))
    if match:
        token.attrJoin("class", f"a-{match[1]}")


def _name_issue(token: Token, following: Sequence[Token]) -> None:
    """Say which issue a section is about, by the bar in it."""
    depth = 0
    for later in following:
        depth += {SECTION_OPEN: 1, SECTION_CLOSE: -1}.get(later.type, 0)
        names = later.meta.get("names", [])
        if names[:1] == ["bar"] and len(names) > 1:
            token.attrSet("data-issue", names[1])
            return
        if depth == 0:
            return


def _name_heading(token: Token, words: str, linker: _Linker) -> None:
    """Give a heading a name that a link can lead to, where it has none."""
    slug = "h-" + (_SLUG.sub("-", squeeze(words).casefold()).strip("-") or "part")
    name, count = str(token.attrs.get("id", slug)), 1
    while name in linker.names:
        count += 1
        name = f"{slug}.{count}"
    linker.names.add(name)
    token.attrSet("id", name)
    if token.tag == "h2":
        linker.contents.append((name, words))


def _join_inline(tokens: list[Token], linker: _Linker) -> list[Token]:
    """Return a line's tokens with its citations and its quotation linked."""
    first: Token | None = None
    source: BriefSource | None = None
    for token in tokens:
        if token.type == "link_open":
            cited = _link_citation(token, linker)
            first = first or (token if cited else None)
        elif token.type == "anchor":
            match = _ANCHOR.match(token.content)
            source = linker.by_number.get(int(match[1])) if match else source
    if linker.quoting and first is not None:
        tokens = _link_quotation(tokens, first)
    if source is not None:
        tokens = [*tokens, *_link_article(source, len(linker.claims.get(source.id, ())))]
    return tokens


def _link_citation(link: Token, linker: _Linker) -> bool:
    """Let a citation lead to its statements; tell whether it names any."""
    match = _CITATION.match(str(link.attrs.get("href", "")))
    source = linker.by_number.get(int(match[1])) if match else None
    if source is None:
        return False
    link.attrSet("class", "cite")
    of_source = linker.claims.get(source.id, {})
    # An id may hold a comma: it is looked for, not split at.
    ids = re.findall(
        re.escape(squeeze(source.id)) + r":s\d+(?!\d)", str(link.attrs.get("title", ""))
    )
    by_id = {squeeze(id_): claim for id_, claim in of_source.items()}
    cited = list(dict.fromkeys(by_id[id_].id for id_ in ids if id_ in by_id))
    link.attrSet("title", squeeze(source.label))
    link.attrSet("data-source", str(source.number))
    if cited:
        link.attrSet("href", f"#{cited[0]}")
        link.attrSet("data-claims", " ".join(cited))
    return bool(cited)


def _link_quotation(tokens: list[Token], citation: Token) -> list[Token]:
    """Make a quotation's own words a link: those before its source's name, or behind the lead.

    Of which form it is, see :func:`briefgen.rendering.markdown.quotations`.
    """
    opened = next((place for place, t in enumerate(tokens) if t.type == "em_open"), None)
    if opened is None:
        return tokens
    closed = next(place for place, t in enumerate(tokens) if t.type == "em_close")
    cited = next(place for place, t in enumerate(tokens) if t is citation)
    start, end = (0, opened) if _has_words(tokens[:opened]) else (closed + 1, cited)
    words = tokens[start:end]
    if not _has_words(words) or any(t.type == "link_open" for t in words):
        return tokens
    lead, core, tail = _trim(words)
    href = str(citation.attrs["href"])
    attributes: dict[str, str | int | float] = {"href": href, "class": "quoted"}
    attributes["data-claims"] = citation.attrs["data-claims"]
    linked = [Token("link_open", "a", 1, attrs=attributes), *core, Token("link_close", "a", -1)]
    return [*tokens[:start], *lead, *linked, *tail, *tokens[end:]]


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(token.content.strip() for token in tokens)


def _trim(tokens: list[Token]) -> tuple[list[Token], list[Token], list[Token]]:
    """Take white space at the start, and space, dash and bracket at the end, out of the link."""
    first, last = tokens[0], tokens[-1]
    lead: list[Token] = []
    tail: list[Token] = []
    core = list(tokens)
    if first.type == "text" and first.content != first.content.lstrip():
        core[0] = _text(first.content.lstrip(), first.level)
        lead = [_text(" ", first.level)]
    if last.type == "text":
        match = re.search(r"\s*(?:—\s*|\[)?\Z", core[-1].content)
        end = match.start() if match else len(core[-1].content)
        tail = [_text(core[-1].content[end:], last.level)]
        core[-1] = _text(core[-1].content[:end], last.level)
    return lead, core, tail


def _text(content: str, level: int) -> Token:
    return Token("text", "", 0, content=content, level=level)


def _link_article(source: BriefSource, claims: int) -> list[Token]:
    """Return a link from the list of sources to the article."""
    words = (
        tr(labels.WHOLE).format(count=count_statements(claims))
        if claims
        else tr(labels.NO_STATEMENTS)
    )
    link = Token("link_open", "a", 1, attrs={"href": f"#Article-{source.number}", "class": "whole"})
    return [_text(" ", 0), link, _text(words, 0), Token("link_close", "a", -1)]


def _render_link(self: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """Write a link; one that leaves the page tells nobody from where."""
    token = tokens[place]
    if not str(token.attrs.get("href", "")).startswith("#"):
        token.attrSet("rel", "noopener noreferrer")
    attributes = "".join(f' {key}="{escape_text(str(v))}"' for key, v in token.attrs.items())
    return f"<a{attributes}>"
