"""Links within a page, both ways: from a citation to its source and back, and a contents list.

Works on the tokens of a page, after Markdown and before HTML, so that each page made from them has
the same names: ``source-3`` for a source, ``cite-3-1`` for the first place that cites it. Markdown
itself has the links to the sources; the ways back would make it hard to read there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from briefgen.languages import tr
from briefgen.rendering.layout import SECTION_CLOSE, SECTION_OPEN

CONTENTS = "contents"
ADDED_CONTENTS = "contents added"
"""Class of a list that no template asked for: shown on paper alone, where the pages are many."""
_SOURCE = re.compile(r"#source-(\d+)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = {"h2": 0, "h3": 1}


@dataclass(frozen=True)
class _Heading:
    level: int
    name: str
    words: str


def link_page(tokens: list[Token]) -> list[Token]:
    """Name the places of a page and lead back from each source to where it is cited.

    Returns:
        The tokens, some of them changed in place, with a contents list where there was none.
    """
    headings = _name_headings(tokens)
    cited = _name_citations(tokens)
    for item, inline in _list_items(tokens):
        number = _take_anchor(item, inline)
        if number in cited and not _leads_back(inline):
            inline.children = [*(inline.children or []), *_ways_back(cited[number])]
    return _with_contents(tokens, headings)


def _name_headings(tokens: list[Token]) -> list[_Heading]:
    found: list[_Heading] = []
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag in _LEVELS:
            if not token.attrGet("id"):
                token.attrSet("id", f"part-{len(found) + 1}")
            words = _words(inline)
            found.append(_Heading(_LEVELS[token.tag], str(token.attrGet("id")), words))
    return found


def _name_citations(tokens: list[Token]) -> dict[str, list[tuple[str, str]]]:
    """Name each citation, and say in words where it leads.

    Returns:
        The number of each source that is cited, with the name of the first citation in each part
        of the page and that part's heading.
    """
    counts: dict[str, int] = {}
    first: dict[str, dict[str, tuple[str, str]]] = {}
    part, words = "", tr("the top")
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag in _LEVELS:
            part, words = str(token.attrGet("id")), _words(tokens[place + 1])
        for child in token.children or []:
            match = _SOURCE.fullmatch(str(child.attrs.get("href", "")))
            if child.type != "link_open" or match is None:
                continue
            number = match[1]
            counts[number] = counts.get(number, 0) + 1
            name = f"cite-{number}-{counts[number]}"
            child.attrSet("id", name)
            child.attrSet("aria-label", tr("Source %(number)s", number=number))
            first.setdefault(number, {}).setdefault(part, (name, words))
    return {number: list(places.values()) for number, places in first.items()}


def _list_items(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Give each item of a list with the line of text that it begins with."""
    for place, token in enumerate(tokens):
        if token.type == "list_item_open" and tokens[place + 2].type == "inline":
            yield token, tokens[place + 2]


def _take_anchor(item: Token, inline: Token) -> str | None:
    """Let an item have the name of the anchor that it begins with; return its number.

    An anchor of its own would be a link without words in the PDF.
    """
    children = inline.children or []
    start = next((place for place, child in enumerate(children) if child.content.strip()), None)
    if start is None or children[start].type != "anchor":
        return None
    name = children.pop(start).content
    item.attrSet("id", name)
    return name.removeprefix("source-")


def _leads_back(inline: Token) -> bool:
    """Tell whether the template itself leads from the source to parts of the page."""
    targets = (str(child.attrs.get("href", "")) for child in inline.children or [])
    return any(target.startswith("#") and not _SOURCE.fullmatch(target) for target in targets)


def _ways_back(places: list[tuple[str, str]]) -> Iterator[Token]:
    """Give the links back, one for each part of the page: a letter each."""
    yield Token("text", "", 0, content=" ")
    yield Token("ways_back_open", "span", 1, attrs={"class": "back"})
    yield Token("text", "", 0, content="↑")
    for number, (name, words) in enumerate(places):
        yield Token("text", "", 0, content=" ")
        label = tr("Back to %(part)s", part=words)
        attrs: dict[str, str | int | float] = {"href": f"#{name}", "aria-label": label}
        yield Token("way_back_open", "a", 1, attrs=attrs)
        yield Token("text", "", 0, content=_letter(number))
        yield Token("way_back_close", "a", -1)
    yield Token("ways_back_close", "span", -1)


def _letter(number: int) -> str:
    """Return a for 0, z for 25, aa for 26."""
    more, last = divmod(number, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[last]


def _with_contents(tokens: list[Token], headings: list[_Heading]) -> list[Token]:
    """Put a contents list behind the summary, or before the second heading, if there is none."""
    sections = [token for token in tokens if token.type == SECTION_OPEN]
    if any(CONTENTS in token.meta["names"] for token in sections) or len(headings) < 3:
        return tokens
    place = _end_of_opening(tokens)
    return tokens if place is None else [*tokens[:place], *_contents(headings), *tokens[place:]]


def _end_of_opening(tokens: list[Token]) -> int | None:
    """Return the place behind the summary, or behind the masthead where there is none."""
    open_names: list[str] = []
    ends: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if token.type == SECTION_OPEN:
            open_names.append(token.meta["names"][0])
        elif token.type == SECTION_CLOSE and open_names:
            ends[open_names.pop()] = place + 1
    return ends.get("in-brief", ends.get("masthead"))


def _contents(headings: list[_Heading]) -> Iterator[Token]:
    """Give the list of the headings, those of a lower level within those above them."""
    yield Token("contents_open", "section", 1, attrs={"class": ADDED_CONTENTS}, block=True)
    yield Token("heading_open", "h2", 1, block=True)
    yield Token("inline", "", 0, children=[Token("text", "", 0, content=tr("Contents"))])
    yield Token("heading_close", "h2", -1, block=True)
    level = -1
    for heading in headings:
        if heading.level > level:
            yield Token("bullet_list_open", "ul", 1, block=True)
        else:
            yield Token("list_item_close", "li", -1, block=True)
            for _ in range(level - heading.level):
                yield Token("bullet_list_close", "ul", -1, block=True)
                yield Token("list_item_close", "li", -1, block=True)
        level = heading.level
        yield Token("list_item_open", "li", 1, block=True)
        yield Token(
            "inline",
            "",
            0,
            children=[
                Token("contents_link_open", "a", 1, attrs={"href": f"#{heading.name}"}),
                Token("text", "", 0, content=heading.words),
                Token("contents_link_close", "a", -1),
            ],
        )
    for _ in range(level + 1):
        yield Token("list_item_close", "li", -1, block=True)
        yield Token("bullet_list_close", "ul", -1, block=True)
    yield Token("contents_close", "section", -1, block=True)


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or []).strip()
