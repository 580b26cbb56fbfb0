"""HTML: the page's visible text as one text, and which of its paragraphs are the article.

The text is the whole page in document order, so that spans account for all of it. trafilatura
decides which paragraphs are the article; its own text is used for nothing but that. Nothing is
ever fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.errors import ArticleError
from briefgen.ingest.decoding import decode_bytes
from briefgen.ingest.html_unseen import Hiding, list_unseen
from briefgen.ingest.paragraphs import Paragraph, make_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.ingest.addressing import Unseen
    from briefgen.ingest.paragraphs import Markup

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul video "
    "audio".split()
)
_MARKUP: dict[str, Markup] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list",
    "blockquote": "quote",
    "figcaption": "caption",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_DECLARED_XML = re.compile(rb"<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,40})")
_DECLARATION_BYTES = 4096
_WHOLE_SHARE = 40
"""A paragraph of so many characters may be part of a longer one of trafilatura's."""
_MAX_PART_SEARCHES = 500
_PIECES = ("lb", "item", "p", "head", "quote", "cell", "row", "list", "code")
OUTSIDE = "outside the article (trafilatura)"


@dataclass
class Page:
    """A page's text, its paragraphs with those outside the article marked, and its tree."""

    text: str
    paragraphs: list[Paragraph]
    tree: Any
    unseen: list[Unseen]
    """What it holds and does not show."""


def decode_html(data: bytes, where: str) -> str:
    """Decode a page: byte order mark or UTF-8 where that fits, then what the page declares."""
    head = data[:_DECLARATION_BYTES]
    match = _DECLARED.search(head) or _DECLARED_XML.search(head)
    if (
        match
        and b"\0" not in head
        and not head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        name = match[1].decode("ascii").lower()
        # The WHATWG rule: a page that says Latin-1 means Windows-1252.
        name = (
            "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
        )
        for encoding in ("utf-8", name):
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode_bytes(data, where)


def read_page(source: str, where: str) -> Page:
    """Return a page's text and paragraphs.

    Raises:
        ArticleError: no page, or no article in it.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = source.encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as exc:
        raise _no_article(where) from exc
    hiding = Hiding(tree)
    text, paragraphs = _visible_text(tree, hiding)
    kept = _extract(data)
    if not kept:
        raise _no_article(where)
    inside = _align(paragraphs, kept)
    for number, paragraph in enumerate(paragraphs):
        if number not in inside:
            paragraph.mark("furniture", "outside", OUTSIDE)
    return Page(text, paragraphs, tree, list_unseen(tree, source, hiding))


def _no_article(where: str) -> ArticleError:
    return ArticleError(
        "no article found in this HTML page",
        where=where,
        hint="save the article's text as .txt or .md instead",
    )


def _extract(data: bytes) -> list[str]:
    """Return the paragraphs that trafilatura holds for the article, without white space."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            data, favor_precision=True, include_comments=False, include_tables=True
        )
    except (ValueError, RecursionError, AttributeError, TypeError):
        # Its parsers give up on some malformed pages in their own ways; there is no article then.
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    for element in body.iter(*_PIECES):
        # Line breaks and items inside a paragraph or list end a line in the page's text too.
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (_squeeze(line) for line in "".join(body.itertext()).splitlines())
    return [line for line in lines if line]


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _align(paragraphs: list[Paragraph], kept: list[str]) -> set[int]:
    """Return the numbers of the paragraphs that are in *kept*, in the same order.

    Longest common sequence by Hunt and Szymanski: each paragraph's possible places, last first,
    go through a longest increasing sequence.
    """
    places = _places(paragraphs, kept)
    tails: list[int] = []
    links: list[tuple[int, int]] = []
    best: list[int] = []
    for number, options in places:
        for place in sorted(options, reverse=True):
            rank = bisect_left(tails, place)
            links.append((number, best[rank - 1] if rank else -1))
            if rank == len(tails):
                tails.append(place)
                best.append(len(links) - 1)
            else:
                tails[rank], best[rank] = place, len(links) - 1
    chosen = set()
    link = best[-1] if best else -1
    while link >= 0:
        number, link = links[link]
        chosen.add(number)
    return chosen


def _places(paragraphs: list[Paragraph], kept: list[str]) -> list[tuple[int, list[int]]]:
    whole = "\n".join(kept)
    starts: dict[str, list[int]] = {}
    position = 0
    for piece in kept:
        starts.setdefault(piece, []).append(position)
        position += len(piece) + 1
    searches = 0
    places = []
    for number, paragraph in enumerate(paragraphs):
        squeezed = _squeeze(paragraph.text)
        options = starts.get(squeezed, [])
        if not options and len(squeezed) >= _WHOLE_SHARE and searches < _MAX_PART_SEARCHES:
            searches += 1
            found = whole.find(squeezed)
            options = [found] if found >= 0 else []
        if options:
            places.append((number, options))
    return places


class _Writer:
    """Collects visible text and notes where paragraphs begin and end."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.paragraphs: list[tuple[int, int, Markup]] = []
        self._line: list[str] = []
        self.markup: list[Markup] = ["plain"]

    def add(self, text: str, *, keep: bool) -> None:
        """Add characters to the line; runs of white space count as one outside ``pre``."""
        if keep:
            first, *others = re.split(r"\r\n|\r|\n", text)
            self._line.append(first)
            for line in others:
                self.end_line("\n")
                self._line.append(line)
        else:
            self._line.append(text)

    def end_line(self, gap: str) -> None:
        """End the paragraph that is being written."""
        line = " ".join("".join(self._line).split())
        self._line = []
        if line:
            self.paragraphs.append((self.length, self.length + len(line), self.markup[-1]))
            self._write(line + gap)
        elif gap == "\n\n" and self.parts and self.parts[-1].endswith("\n"):
            missing = 2 - len(self.parts[-1]) + len(self.parts[-1].rstrip("\n"))
            self._write("\n" * max(0, missing))

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)


def _visible_text(tree: Any, hiding: Hiding) -> tuple[str, list[Paragraph]]:  # noqa: ANN401
    writer = _Writer()
    pre = 0
    for event, element, markup in _walk(tree, hiding):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                writer.end_line("\n\n")
                writer.markup.append(markup or writer.markup[-1])
            elif tag == "br":
                writer.end_line("\n")
            pre += tag == "pre"
            writer.add(element.text or "", keep=pre > 0)
            continue
        if tag in _BLOCKS and event == "end":
            writer.end_line("\n\n")
            writer.markup.pop()
        pre -= tag == "pre" and event == "end"
        writer.add(element.tail or "", keep=pre > 0)
    writer.end_line("")
    text = "".join(writer.parts)
    return text, [make_paragraph(text, *span) for span in writer.paragraphs]


def _walk(root: Any, hiding: Hiding) -> Iterator[tuple[str, Any, Markup | None]]:  # noqa: ANN401
    """Yield start and end of each visible element, ``skip`` for an unseen one; no recursion."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        if done:
            yield "end", element, None
        elif not isinstance(element.tag, str) or hiding.is_unseen(element):
            yield "skip", element, None
        else:
            yield "start", element, _MARKUP.get(element.tag)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
