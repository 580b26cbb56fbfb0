"""The text of an HTML page as it is seen, and whether a page in Markdown stands in it whole."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from briefgen.auditing.evidence import squeeze
from briefgen.auditing.label_words import MARKS
from briefgen.auditing.page import CITATION, Page

_UNSEEN = frozenset(("head", "style", "script", "svg", "aside"))  # aside: the articles
_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote section td th tr table ol ul div".split())
_DRAWN = re.compile(rf"[{CITATION}{''.join(mark for mark in MARKS if not mark.isascii())}]")
_ANCHOR = re.compile(r"<a id=\"[a-z]+-\d+\"></a>")


class _Reader(HTMLParser):
    """Collects what is seen; a block's end is a line end, a citation its own sign."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.quotations = 0
        self._unseen = 0
        self._in_citation = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.seen.append("\n")
            self.quotations += tag == "blockquote"
        elif tag == "br":
            self.seen.append(" ")
        elif tag == "a" and str(dict(attrs).get("href", "")).startswith("#source-"):
            self.seen.append(CITATION)
            self._in_citation = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self.seen.append("\n")
        elif tag == "a":
            self._in_citation = False

    def handle_data(self, data: str) -> None:
        if not self._unseen and not self._in_citation:
            self.seen.append(data)


def compare_with_html(page: Page, html: str) -> Iterator[tuple[str, int | None]]:
    """Yield what an HTML page does not have of a page in Markdown, with the line of that.

    The marks and the parts with tables are drawings there, and are not compared.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = squeeze(_DRAWN.sub(" ", "".join(reader.seen)))
    drawn = {block.parts for block in page.blocks if block.kind == "cell"}
    quotations = 0
    for block in page.blocks:
        quotations += block.kind == "quotation"
        if block.kind == "cell" or (block.parts and block.parts in drawn):
            continue
        for piece in _DRAWN.split(_ANCHOR.sub("", block.text)):
            words = squeeze(piece)
            if words and words not in text:
                yield f"does not have the words of the page: “{words[:80]}”", block.line
                break
    if reader.quotations > quotations:
        yield f"has {reader.quotations} quotations, the page {quotations}", None
