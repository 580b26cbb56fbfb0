"""The language of what a page quotes, where it is another one than the page's own.

A screen reader has to know it to pronounce the words, and a program to hyphenate and spell them. It
is known of a source that the lexical extractor coded: that one reads English alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from briefgen.languages import current, main_tag, tr
from briefgen.models import Brief
from briefgen.rendering.layout import SECTION_CLOSE, SECTION_OPEN

LANGUAGE_OPEN, LANGUAGE_CLOSE = "language_open", "language_close"
CONTEXT_PART = "context"
_LEXICAL, _LEXICAL_LANGUAGE = "lexical/", "en"
_CITATION = re.compile(r"#source-(\d+)\Z")
_DIGEST = re.compile(
    r"(?P<before>[\]\s;:,.]*)(?P<words>\S.*) (?P<note>\([^()]+\))(?P<behind>\s*\[)"
)
"""A passage of a digest within a line, which has no quotation marks."""
_TAIL = re.compile(r"\s*[—–]?\s*\[?\Z")


def source_languages(brief: Brief, page: str) -> dict[int, str]:
    """Return the language of each source that is known to have another one than the page.

    Args:
        brief: whose sources.
        page: language of the page.

    Returns:
        Numbers of sources to tags.
    """
    if main_tag(page) == _LEXICAL_LANGUAGE:
        return {}
    coded = (source for source in brief.sources if source.extractor.startswith(_LEXICAL))
    return {source.number: _LEXICAL_LANGUAGE for source in coded}


def mark_languages(tokens: list[Token], languages: Mapping[int, str]) -> list[Token]:
    """Return the tokens of a page with the language of what is quoted.

    Marked are block quotations, what stands around a passage in its article, and what stands in the
    page's quotation marks, or is called a digest, before a citation.

    Args:
        tokens: of the page; changed in place.
        languages: of sources, by their numbers; where it is empty nothing is marked.
    """
    if not languages:
        return tokens
    quoting, parts, last = 0, [""], 0
    for token in tokens:
        quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == SECTION_OPEN:
            parts.append(token.meta["names"][0])
        elif token.type == SECTION_CLOSE and len(parts) > 1:
            parts.pop()
        elif token.type == "inline" and token.children:
            cited = _cited(token.children)
            last = cited[0][1] if quoting and cited else last
            if parts[-1] == CONTEXT_PART and last in languages:
                token.children = _mark_behind_label(token.children, languages[last])
                continue
            if quoting and cited and cited[0][1] in languages:
                token.children = _mark_quotation(token.children, languages[cited[0][1]])
            token.children = list(_mark_in_marks(token.children, languages))
    return tokens


def _cited(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places of citations among inline tokens, and the numbers of their sources."""
    found = []
    for place, token in enumerate(tokens):
        match = _CITATION.match(str(token.attrs.get("href", "")))
        if token.type == "link_open" and match:
            found.append((place, int(match[1])))
    return found


def _mark_quotation(tokens: list[Token], tag: str) -> list[Token]:
    """Mark a quotation's own words: those before its source's name, or behind the lead.

    Of which form it is, see :func:`briefgen.rendering.markdown.quotations`.
    """
    opened = next((place for place, t in enumerate(tokens) if t.type == "em_open"), None)
    if opened is None:
        return tokens
    closed = next(place for place, t in enumerate(tokens) if t.type == "em_close")
    first = _cited(tokens)[0][0]
    is_behind = not any(t.content.strip() for t in tokens[:opened])
    start, end = (closed + 1, first) if is_behind else (0, opened)
    return [*tokens[:start], *_wrap(tokens[start:end], tag), *tokens[end:]]


def _mark_behind_label(tokens: list[Token], tag: str) -> list[Token]:
    closed = next((place for place, t in enumerate(tokens) if t.type == "em_close"), None)
    if closed is None:
        return tokens
    return [*tokens[: closed + 1], *_wrap(tokens[closed + 1 :], tag)]


def _wrap(tokens: Sequence[Token], tag: str) -> list[Token]:
    """Return tokens in a span, the dash or bracket behind them outside of it."""
    if not any(token.content.strip() for token in tokens):
        return list(tokens)
    inside, tail = list(tokens), ""
    if inside[-1].type == "text":
        match = _TAIL.search(inside[-1].content)
        tail = match[0] if match else ""
        inside[-1] = _text(inside[-1].content.removesuffix(tail), inside[-1].level)
    behind = [_text(tail, inside[-1].level)] if tail else []
    return [_open(tag), *inside, _close(), *behind]


def _mark_in_marks(tokens: Sequence[Token], languages: Mapping[int, str]) -> Iterator[Token]:
    """Yield tokens, what stands in quotation marks before a source's citation in its language."""
    before, behind = map(re.escape, current().quotation_marks())
    quoted = re.compile(rf"({before}[^„“”]+{behind})")
    cited = _cited(tokens)
    inside = 0
    for place, token in enumerate(tokens):
        inside += {LANGUAGE_OPEN: 1, LANGUAGE_CLOSE: -1}.get(token.type, 0)
        number = next((number for at, number in cited if at > place), 0)
        if token.type != "text" or inside or number not in languages:
            yield token
            continue
        digest = _DIGEST.fullmatch(token.content)
        if digest and digest["note"] == tr("(digest)"):
            yield _text(digest["before"], token.level)
            yield from (
                _open(languages[number]),
                _text(digest["words"], token.level),
                _close(),
                _text(f" {digest['note']}{digest['behind']}", token.level),
            )
            continue
        for part in quoted.split(token.content):
            if quoted.fullmatch(part):
                yield from (_open(languages[number]), _text(part, token.level), _close())
            elif part:
                yield _text(part, token.level)


def _open(tag: str) -> Token:
    return Token(LANGUAGE_OPEN, "span", 1, attrs={"lang": tag})


def _close() -> Token:
    return Token(LANGUAGE_CLOSE, "span", -1)


def _text(content: str, level: int) -> Token:
    return Token("text", "", 0, content=content, level=level)
