"""The front of an article: labels, an image's description, the title, a standfirst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.site_words import OFFICES

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

_BODY_WORDS, _SENTENCE_WORDS = 30, 12
_MAX_TITLE_WORDS = 25
_MAX_CROSSHEAD_WORDS = 12
_MAX_NAMES_WORDS = 8
_STANDFIRST_WORDS = 5
_KICKER_FOLLOWED_BY_WORDS = 4
_CLOSING = "\"'”’)]*_"
_ABBREVIATIONS = ("u.s.", "u.k.", "e.u.", "u.n.", "d.c.", "inc.", "co.", "jr.", "sr.", "etc.")


def ends_sentence(text: str, marks: str = ".!?…") -> bool:
    """Tell whether the text ends as a sentence does, but for abbreviations."""
    bare = text.rstrip(_CLOSING)
    return bare.endswith(tuple(marks)) and not bare.lower().endswith(_ABBREVIATIONS)


def is_prose(paragraph: Paragraph) -> bool:
    """Tell a paragraph of an article from a line: long, or a sentence of some length."""
    if paragraph.markup == "heading":
        return False
    if paragraph.words >= _BODY_WORDS:
        return True
    return paragraph.words >= _SENTENCE_WORDS and ends_sentence(paragraph.text, ".!…")


def is_headline(paragraph: Paragraph) -> bool:
    """Tell a line that can stand above a text: short, no full stop, no list item."""
    if paragraph.markup in ("list", "quote"):
        return False
    text = paragraph.text.rstrip(_CLOSING)
    return (
        paragraph.words <= _MAX_TITLE_WORDS
        and bool(paragraph.low)
        and not ends_sentence(text, ".…")
        and not text.endswith((",", ";", ":"))
        and not paragraph.text.startswith(("- ", "• ", "* ", "– "))
    )


class Wording:
    """How the words of the whole text are written: a name is never written small."""

    def __init__(self, text: str) -> None:
        words = set(re.findall(r"[^\W\d_]+", text))
        self.small = {word for word in words if word.islower()}
        self._inside = re.compile(r"(?<=[a-z,] )[^\W\d_]\w*")
        self._text = text
        self._names: set[str] | None = None

    @property
    def names(self) -> set[str]:
        """Words written with a capital in mid-sentence."""
        if self._names is None:
            found = set(self._inside.findall(self._text))
            self._names = {word for word in found if word[0].isupper()}
        return self._names

    def only_names(self, paragraph: Paragraph) -> bool:
        """Tell a bare list of names, such as an image's description or an author's line."""
        if paragraph.words > _MAX_NAMES_WORDS or not re.fullmatch(
            r"[^\W\d_][\w'’.,&-]*(?: [^\W\d_][\w'’.,&-]*)*", paragraph.text
        ):
            return False
        words = re.findall(r"[^\W\d_]+", paragraph.text)
        return all(self._is_name(word) and word in self.names for word in words)

    def may_be_names(self, paragraph: Paragraph) -> bool:
        """Tell "Ana Brook and Tom Reed": capitals that the text never writes small."""
        words = re.findall(r"[^\W\d_]+", re.sub(r" (?:and|&) ", " ", paragraph.text))
        few = 1 < len(words) <= _MAX_NAMES_WORDS
        return few and not re.search(r"[?!\d]", paragraph.text) and all(map(self._is_name, words))

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and word.lower() not in self.small


def _is_office(paragraph: Paragraph) -> bool:
    """Tell a line such as "Senior Fellow, Institute for …": an office among capitals."""
    words = paragraph.text.split()
    named = sum(word[0].isupper() for word in words)
    return paragraph.words <= _MAX_CROSSHEAD_WORDS and (
        any(has_word(paragraph.low, role) for role in OFFICES)
        and (2 * named > len(words) or len(words) < _STANDFIRST_WORDS)
    )


def has_word(text: str, word: str) -> bool:
    """Tell whether *word* stands in *text* at a word's beginning."""
    return f" {word}" in f" {text}"


def mark_front(paragraphs: list[Paragraph], wording: Wording) -> Paragraph | None:
    """Mark what stands before the first prose; return the title where one is evident."""
    front = []
    for paragraph in paragraphs:
        if paragraph.open and is_prose(paragraph):
            break
        if paragraph.open:
            front.append(paragraph)
    else:
        # No prose at all: a text of short lines, or none. Only a marked heading is a title then.
        front = [paragraph for paragraph in front if paragraph.markup == "heading"][:1]
    lines = [paragraph for paragraph in front if is_headline(paragraph)]
    title = _find_title(lines, wording)
    if title is None:
        return None
    title.mark("heading", "title", "title")
    for paragraph in lines:
        if paragraph.end <= title.start:
            paragraph.mark("furniture", "label", "image description or label before the title")
        elif paragraph.start >= title.end:
            _mark_after_title(paragraph, wording)
    return title


def _find_title(lines: list[Paragraph], wording: Wording) -> Paragraph | None:
    marked = [paragraph for paragraph in lines if paragraph.markup == "heading"]
    if marked:
        return marked[0]
    while len(lines) > 1 and _is_before_title(lines[0], lines[1], wording):
        lines = lines[1:]
    return lines[0] if lines else None


def _is_before_title(line: Paragraph, following: Paragraph, wording: Wording) -> bool:
    if wording.only_names(line):
        return not wording.only_names(following)
    return line.words == 1 and following.words >= _KICKER_FOLLOWED_BY_WORDS


def _mark_after_title(paragraph: Paragraph, wording: Wording) -> None:
    if paragraph.markup == "heading":
        paragraph.mark("heading", "crosshead", "heading")
    elif wording.only_names(paragraph) or wording.may_be_names(paragraph):
        paragraph.mark("furniture", "label", "names alone: an author or an image's description")
    elif _is_office(paragraph):
        paragraph.mark("furniture", "bio", "the author's office")
    elif paragraph.words == 1:
        paragraph.mark("furniture", "label", "label")
    elif paragraph.words >= _STANDFIRST_WORDS:
        paragraph.reason = "standfirst"
    else:
        paragraph.mark("heading", "crosshead", "heading")


def mark_crossheads(paragraphs: list[Paragraph]) -> None:
    """Mark lines between two paragraphs of prose that are set like headings."""
    ahead: Paragraph | None = None
    seen_prose = False
    pending: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.markup == "heading" and paragraph.open:
            paragraph.mark("heading", "crosshead", "heading")
        if not paragraph.open:
            continue
        if seen_prose and _is_crosshead(paragraph):
            pending.append(paragraph)
            continue
        ahead = paragraph
        if is_prose(ahead) or ends_sentence(ahead.text, ".!?…:"):
            seen_prose = True
            for line in pending[:2] if not ahead.text[0].islower() else ():
                line.mark("heading", "crosshead", "heading between paragraphs")
        pending = []


def _is_crosshead(paragraph: Paragraph) -> bool:
    first = paragraph.text.strip("*_")[:1]
    return (
        paragraph.words <= _MAX_CROSSHEAD_WORDS
        and is_headline(paragraph)
        and not ends_sentence(paragraph.text)
        and (first.isupper() or first.isdigit())
        and not re.search(r"[a-z][.!?] ", paragraph.text)
    )
