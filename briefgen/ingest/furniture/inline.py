"""Furniture inside a paragraph: what a site's script put between two sentences.

Text copied from a page runs such links together with the prose around them. Each rule returns
spans within the paragraph; the rest of it stays what it is.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

InlineSpan = tuple[int, int, str]
"""Start and end in the text of the article, and the reason."""

_RUN_END = re.compile(r"(?<=\s)MORE(?= +[a-z(]| *[,.;:)]|$)")
_GLUE = re.compile(r"[a-z)][A-Z]")
_BRACKETED = re.compile(
    r"[(\[](?:READ|READ MORE|ALSO READ|WATCH|RELATED|SEE ALSO|MORE|LISTEN|VIDEO)(?: [A-Z]+)?:"
    r"[^()\[\]]{1,250}[)\]]"
)
_LAST_WORDS = (
    "More in this series",
    "View our current issue",
    "View Our Current Issue",
    "Ad Policy",
    "ADVERTISEMENT",
    "Advertisement",
    "Read more",
    "Read More",
    "READ MORE",
    "Related Article",
    "Related Articles",
    "Related Stories",
    "Related Story",
    "Continue reading",
    "Continue Reading",
    "Continue reading below",
    "Story continues below advertisement",
    "Story continues",
    "Keep reading",
)
_FIRST_WORDS = re.compile(r"(?:Advertisement|ADVERTISEMENT|Ad Policy)(?: -)? +(?=[A-Z“\"‘])")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?…][”\"’')\]]*\s+(?=[A-Z“‘\"'(])")
_FUNCTION_WORDS = frozenset(
    "a an and as at but by for from how if in into is it its la nor not of off on or over per so "
    "than that the this to up via vs was were what when who why will with your you are be "
    "has".split()
)
_RUN_CHARS = 1200
"""How far back from its last words a run of headlines may reach."""
_NAMES_CHARS = 120
_MAX_RUNS, _MAX_GLUES = 100, 40
"""Bounds on the work that a text made of such marks alone can cause."""


def find_inline(paragraph: Paragraph) -> list[InlineSpan]:
    """Return furniture inside the paragraph, sorted and disjoint."""
    text, offset = paragraph.text, paragraph.start
    spans = [*_leading(text), *_headline_runs(text), *_bracketed(text), *_trailing(text)]
    result: list[InlineSpan] = []
    for start, end, reason in sorted(spans):
        if not result or offset + start >= result[-1][1]:
            result.append((offset + start, offset + end, reason))
    return result


def _leading(text: str) -> list[InlineSpan]:
    match = _FIRST_WORDS.match(text)
    return [(0, len(match[0].rstrip()), "advertisement label")] if match else []


def _bracketed(text: str) -> list[InlineSpan]:
    if ":" not in text:
        return []
    return [
        (match.start(), match.end(), "link to another story") for match in _BRACKETED.finditer(text)
    ]


def _headline_runs(text: str) -> list[InlineSpan]:
    """Find headlines glued to a name and closed by MORE, with the sentence going on after it."""
    spans = []
    floor = 0
    for match in islice(_RUN_END.finditer(text), _MAX_RUNS):
        begin = max(floor, match.start() - _RUN_CHARS)
        for glue in islice(_GLUE.finditer(text, begin, match.start()), _MAX_GLUES):
            start = _after_first_name(text, begin, glue.start() + 1)
            if start is not None:
                spans.append((start, match.end(), "run of other stories' headlines"))
                floor = match.end()
                break
    return spans


def _after_first_name(text: str, begin: int, glue: int) -> int | None:
    """Return where the names before the glue start to repeat themselves; None where they do not.

    A site that links names prints the name of the prose, then the full name of its own page.
    """
    names: list[tuple[str, int]] = []
    for match in re.finditer(r"\S+", text[max(begin, glue - _NAMES_CHARS) : glue]):
        word = match[0].strip("().,")
        if not word[:1].isupper():
            names.clear()
            continue
        names.append((word, max(begin, glue - _NAMES_CHARS) + match.end()))
    for word, end in names[:-1]:
        if word == names[-1][0]:
            return end + 1
    return None


def _trailing(text: str) -> list[InlineSpan]:
    """Find a run of titles that ends the paragraph with a link's words."""
    for words in _LAST_WORDS:
        if text.endswith(words) and len(text) > len(words):
            cue = len(text) - len(words)
            start = _run_start(text, cue)
            if start is not None:
                return [(start, len(text), "links run into the paragraph")]
    return []


def _run_start(text: str, cue: int) -> int | None:
    """Return where the titles before *cue* begin: at a sentence, after the last prose word."""
    floor = max(0, cue - _RUN_CHARS)
    prose_end = floor
    for match in re.finditer(r"\S+", text[floor:cue]):
        word = match[0].strip("“”\"'‘’().,:;!?—–-")
        if word[:1].islower() and word.lower() not in _FUNCTION_WORDS:
            prose_end = floor + match.start()
    # The prose's own last sentence may end in capitalised words: the run begins after a full stop.
    ends = [m.end() for m in _SENTENCE_END.finditer(text, prose_end, cue + 1)]
    if ends:
        return ends[0]
    return None
