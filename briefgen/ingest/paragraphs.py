"""A text's paragraphs as spans: the units on which furniture is told from the article.

A line is a paragraph, as in text copied from a web page. Where the lines of a text were wrapped
to a width, the lines between two empty ones are a paragraph; so they are in Markdown. White space
outside the spans is all that is left over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.models import BlockKind

Markup = Literal["plain", "heading", "list", "quote", "caption", "comment", "outside"]
LONG_CHARS = 1500
"""Site furniture is short; a longer paragraph is not looked at for it, except at its ends."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PLAIN_QUOTES = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"'), ("„", '"'))
_MARKDOWN_START = re.compile(r"(#{1,6}(?=\s))|([-*+](?=\s)|\d{1,3}[.)](?=\s))|(>)|(<!--)|(!\[)")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\s]{0,2000}\)")
_WRAP_MIN, _WRAP_MAX = 50, 120
"""Widths at which people and mail programs wrap."""
_WRAP_SLACK = 6
_WRAP_SHARE = 0.6


@dataclass(slots=True, eq=False)
class Paragraph:
    """A trimmed run of the text, and what it was found to be."""

    start: int
    end: int
    text: str
    markup: Markup = "plain"
    low: str = ""
    """Small letters, plain quotes, single spaces, nothing invisible; empty for a long paragraph."""
    words: int = 0
    kind: BlockKind | None = None
    """None until a rule has spoken; what no rule claims is body."""
    category: str = ""
    """The rule's family, for rules that look at their neighbours."""
    reason: str | None = None

    def mark(self, kind: BlockKind, category: str, reason: str | None) -> None:
        """Set what the paragraph is."""
        self.kind, self.category, self.reason = kind, category, reason

    @property
    def open(self) -> bool:
        """Whether no rule has claimed it yet."""
        return self.kind is None

    @property
    def furniture(self) -> bool:
        """Whether it was found to be furniture."""
        return self.kind == "furniture"


def make_paragraph(text: str, start: int, end: int, markup: Markup = "plain") -> Paragraph:
    """Return the paragraph of a span that begins and ends with visible characters."""
    content = text[start:end]
    paragraph = Paragraph(start, end, content, markup)
    paragraph.words = len(content.split())
    if len(content) <= LONG_CHARS:
        low = content
        if not content.isascii():
            low = _INVISIBLE.sub("", content)
            for quote, plain in _PLAIN_QUOTES:
                low = low.replace(quote, plain)
        if "](" in low:
            low = _MARKDOWN_LINK.sub(r"\1", low)
        paragraph.low = " ".join(low.lower().split()).strip("*_# ")
    return paragraph


def split_plain(text: str, start: int = 0) -> list[Paragraph]:
    """Split plain text into paragraphs."""
    lines = _lines(text, start)
    width = _wrap_width(lines)
    spans: list[tuple[int, int]] = []
    previous: tuple[int, int, bool] | None = None
    for line in lines:
        begin, end, after_gap = line
        if width and previous and not after_gap and _was_wrapped(text, previous, line, width):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
        previous = line
    return [make_paragraph(text, begin, end) for begin, end in spans]


def split_markdown(text: str, start: int = 0) -> list[Paragraph]:
    """Split Markdown into paragraphs; marks stay inside the spans."""
    paragraphs: list[tuple[int, int, Markup]] = []
    fence = ""
    joins = False
    for begin, end, after_gap in _lines(text, start):
        line = text[begin:end]
        if fence or line.startswith(("```", "~~~")):
            joins = bool(fence)
            fence = _next_fence(fence, line)
            markup: Markup = "plain"
        else:
            joins = joins and not after_gap
            markup = _markup_of(line)
            if joins and re.fullmatch(r"=+|-+", line) and paragraphs[-1][2] == "plain":
                paragraphs[-1] = (paragraphs[-1][0], end, "heading")
                joins = False
                continue
            joins = joins and (markup == "plain" or markup == paragraphs[-1][2] == "quote")
        if joins:
            paragraphs[-1] = (paragraphs[-1][0], end, paragraphs[-1][2])
        else:
            paragraphs.append((begin, end, markup))
        joins = markup not in ("heading", "caption", "comment")
    return [make_paragraph(text, begin, end, markup) for begin, end, markup in paragraphs]


def _next_fence(fence: str, line: str) -> str:
    if not fence:
        return line[:3]
    return "" if line.startswith(fence) else fence


def _markup_of(line: str) -> Markup:
    match = _MARKDOWN_START.match(line)
    if match is None:
        return "plain"
    found: tuple[Markup, ...] = ("heading", "list", "quote", "comment", "caption")
    markup = found[(match.lastindex or 1) - 1]
    if markup == "caption" and not _MARKDOWN_LINK.fullmatch(line):
        return "plain"
    return markup


def _lines(text: str, start: int) -> list[tuple[int, int, bool]]:
    """Return trimmed lines that hold something, and whether an empty line stands before each."""
    lines = []
    gap = True
    for line in text[start:].splitlines(keepends=True):
        content = line.strip()
        if content:
            begin = start + len(line) - len(line.lstrip())
            lines.append((begin, begin + len(content), gap))
        gap = not content
        start += len(line)
    return lines


def _wrap_width(lines: list[tuple[int, int, bool]]) -> int:
    """Return the width to which the text was wrapped, 0 where it was not.

    Wrapped lines are nearly as long as the longest one, but for the last of each paragraph.
    """
    lengths = sorted(end - begin for begin, end, _ in lines)
    breaks = sum(not gap for _, _, gap in lines)
    if breaks < 2:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return 0
    full = sum(width - length <= width // 5 for length in lengths)
    return width if full >= breaks * _WRAP_SHARE else 0


def _was_wrapped(
    text: str, line: tuple[int, int, bool], after: tuple[int, int, bool], width: int
) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    word = text[after[0] : after[0] + width].split(None, 1)[0]
    return line[1] - line[0] + 1 + len(word) > width - _WRAP_SLACK
