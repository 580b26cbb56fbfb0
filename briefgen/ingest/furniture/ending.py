"""The end of an article: the author's note, then other stories and what the site puts below.

A teaser of another story looks like an article: headline, first paragraphs. What tells it is what
stands around it (a link to its rest, a mark that the article was over before) and that its words
are not this article's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.front import ends_sentence, has_word, is_headline, is_prose
from briefgen.ingest.furniture.repetition import content_words
from briefgen.ingest.furniture.site_words import BIO_CONTACT, BIO_ROLES

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

END_MARKS = frozenset(
    ("disclaimer", "copyright", "bio", "related", "newsletter", "comments", "tags", "note", "share")
)
"""Families of furniture that sites put below an article; most also occur elsewhere in it."""
_MAX_BIO_WORDS, _SHORT_BIO = 110, 25
_BIO_LOOKS_AT = 3
_ROLE_WITHIN_WORDS = 30
_MAX_TEASER_PROSE = 6
_MIN_BODY_WORDS = 80
"""Before so many words of prose, nothing can be over."""
_OWN_SHARE, _OTHER_SHARE = 0.2, 0.12
"""Share of a passage's content words that the article uses in two other paragraphs as well. On the
17 articles at hand: passages of the article itself median 0.27, one in twenty below 0.12; six
teasers 0.02 to 0.17; openings of the articles on the other topic median 0.09."""
_SUMMARY_WORDS = 45
"""A list of other stories sums each up in a sentence."""
_TEASER_AT_MOST_WORDS = 400

_BIO_START = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sen|Rep|Gen|Col|Lt|Amb|Ambassador|Sir|Lord|Rev)\.? )*"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|der|den|van|von|la|le|bin|al|el"
    r"|di|da|and|\([^)]{1,40}\)))*)"
    r"(?:,[^.]{1,120},| \([^)]{1,60}\)|,)? "
    r"(?:is|was|are|were|has|have|teaches|writes|serves|served|covers|reports|worked|works|hosts|a|an)\b"
)
_BIO_SELF = re.compile(
    r"(?:\*|_)*(?:about the authors?\b|the (?:writers?|authors?) (?:is|are|was|were|has|have"
    r"|teaches|served|serves|works)\b|the (?:writer|author), )"
)
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])[\s\"”’)]*$")


def mark_bios(paragraphs: list[Paragraph], *, at_front: bool) -> None:
    """Mark notes on the author, which stand last, or first with the title."""
    candidates = [p for p in paragraphs if p.open and p.low]
    chosen = _front_of(candidates) if at_front else candidates[: -_BIO_LOOKS_AT - 1 : -1]
    if sum(p.words for p in candidates) < _MIN_BODY_WORDS:
        return
    for paragraph in chosen:
        text = " ".join(p.text for p in candidates if p is not paragraph and is_prose(p))
        if is_bio(paragraph, text, at_front=at_front):
            paragraph.mark("furniture", "bio", "note on the author")
        elif is_prose(paragraph):
            return


def _front_of(candidates: list[Paragraph]) -> list[Paragraph]:
    for number, paragraph in enumerate(candidates):
        if is_prose(paragraph):
            return candidates[: number + 1]
    return []


def is_bio(paragraph: Paragraph, article: str, *, at_front: bool) -> bool:
    """Tell a note on the author: a name that the article does not use, and an office.

    Where the article does use the name, contact or a byline's own words ("columnist", "latest
    book", "follow her on") are needed as well; at the front both, or one short plain sentence.
    """
    low = paragraph.low
    if not low or paragraph.words > _MAX_BIO_WORDS:
        return False
    if _BIO_SELF.match(low):
        return True
    match = _BIO_START.match(paragraph.text.lstrip("*_—–-• "))
    start = " ".join(low.split()[:_ROLE_WITHIN_WORDS])
    if match is None or not any(has_word(start, role) for role in BIO_ROLES):
        return False
    contact = any(phrase in low for phrase in BIO_CONTACT) or re.search(r"(?:^|[\s(])@\w", low)
    surname = re.sub(r"\([^)]*\)|['’]s\b", "", match["name"]).split()[-1].strip(".,")
    used = re.search(rf"\b{re.escape(surname)}\b", article) is not None
    whole_name = len(match["name"].split()) > 1
    if at_front:
        titled = low.startswith(("mr", "ms", "mrs", "dr", "prof")) and paragraph.words <= _SHORT_BIO
        return not used and bool(contact or titled)
    return bool(contact) or (whole_name and not used)


class OwnWords:
    """The words that an article keeps using, to tell its paragraphs from another story's."""

    def __init__(self, prose: list[Paragraph]) -> None:
        counts: dict[str, int] = {}
        for paragraph in prose:
            for word in set(content_words(paragraph.low or paragraph.text.lower())):
                counts[_stem(word)] = counts.get(_stem(word), 0) + 1
        self._counts = counts
        self._enough = 2 if len(prose) > _BIO_LOOKS_AT else 1

    def share(self, paragraphs: list[Paragraph]) -> float:
        """Return the share of the paragraphs' content words that the article uses."""
        words = [_stem(w) for p in paragraphs for w in content_words(p.low or p.text.lower())]
        own = sum(self._counts.get(word, 0) >= self._enough for word in words)
        return own / len(words) if words else 1.0


def _stem(word: str) -> str:
    return word.removesuffix("'s")[:7]


def mark_ending(paragraphs: list[Paragraph]) -> None:
    """Mark other stories after the article's end, and what little stands between them."""
    start = _end_by_links(paragraphs)
    if start is None:
        start = _end_by_marks(paragraphs)
    if start is not None:
        for paragraph in paragraphs[start:]:
            if paragraph.open:
                paragraph.mark("furniture", "teaser", "another story, after the article's end")
    _mark_tail(paragraphs)


def _end_by_links(paragraphs: list[Paragraph]) -> int | None:
    """Return where the first teaser closed by a link to its rest begins."""
    links = [n for n, p in enumerate(paragraphs) if p.category == "continuation"]
    units = [unit for unit in (_unit_before(paragraphs, link) for link in links) if unit]
    for number, (start, end) in enumerate(units):
        before = [p for p in paragraphs[:start] if p.open and is_prose(p)]
        if sum(p.words for p in before) < _MIN_BODY_WORDS:
            continue
        own = OwnWords(before)
        after = _open_prose_outside(paragraphs, end, units)
        if any(own.share([p]) >= _OWN_SHARE for p in after):
            continue
        if _are_other_stories(paragraphs, units[number:], own):
            return start
    return None


def _are_other_stories(
    paragraphs: list[Paragraph], units: list[tuple[int, int]], own: OwnWords
) -> bool:
    """Weigh structure against wording: the surer the end, the less the words must differ."""
    over = len(units) > 1 or _has_end_mark(paragraphs, units[0][0])
    pictured = all(any(p.category == "credit" for p in paragraphs[a:b]) for a, b in units)
    if over and pictured:
        return True
    inside = [p for a, b in units for p in paragraphs[a:b] if p.open and is_prose(p)]
    return own.share(inside) < (_OWN_SHARE if over else _OTHER_SHARE)


def _has_end_mark(paragraphs: list[Paragraph], start: int) -> bool:
    """Tell whether a mark of the end stands between the last prose and *start*, or just after."""
    for paragraph in reversed(paragraphs[:start]):
        if paragraph.category in END_MARKS:
            return True
        if paragraph.open and is_prose(paragraph):
            return False
    return False


def _open_prose_outside(
    paragraphs: list[Paragraph], end: int, units: list[tuple[int, int]]
) -> list[Paragraph]:
    return [
        paragraph
        for number, paragraph in enumerate(paragraphs[end:], end)
        if paragraph.open and is_prose(paragraph) and not any(a <= number < b for a, b in units)
    ]


def _unit_before(paragraphs: list[Paragraph], link: int) -> tuple[int, int] | None:
    """Return the span, in paragraphs, of the teaser that a link closes: prose below a headline."""
    number = link - 1
    prose = 0
    while number >= 0 and _is_teaser_prose(paragraphs[number]):
        prose += 1
        number -= 1
    if not 0 < prose <= _MAX_TEASER_PROSE:
        return None
    headed = number
    while number >= 0 and not _is_teaser_prose(paragraphs[number]):
        if paragraphs[number].category == "continuation":
            break
        number -= 1
    return (number + 1, link + 1) if number < headed else None


def _is_teaser_prose(paragraph: Paragraph) -> bool:
    if not paragraph.open:
        return False
    return is_prose(paragraph) or (ends_sentence(paragraph.text) and not is_headline(paragraph))


def _end_by_marks(paragraphs: list[Paragraph]) -> int | None:
    """Return where other stories begin: at a mark after which nothing is this article's."""
    prose = [p.words if p.open and is_prose(p) else 0 for p in paragraphs]
    listed = [
        p.words if p.category == "listed" and not p.open and is_prose(p) else 0 for p in paragraphs
    ]
    before, behind = 0, sum(prose) + sum(listed)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.category in END_MARKS and _may_end(before, behind):
            after = [p for p in paragraphs[number:] if p.open or p.category == "listed"]
            if is_headline(after[0]):
                own = OwnWords([p for p in paragraphs[:number] if p.open and is_prose(p)])
                if _are_teasers(after, own):
                    return number
        before += prose[number]
        behind -= prose[number] + listed[number]
    return None


def _may_end(before: int, behind: int) -> bool:
    """Tell whether so many words of prose can be an article, and so many behind it teasers."""
    return before >= _MIN_BODY_WORDS and 0 < behind <= max(_TEASER_AT_MOST_WORDS, before // 2)


def _are_teasers(after: list[Paragraph], own: OwnWords) -> bool:
    """Tell whether all that follows its first headline is headlines, each with other words.

    Prose that breaks off will do too. Two headlines or more with one sentence each are a list of
    other stories whatever their words.
    """
    groups: list[list[Paragraph]] = []
    for paragraph in after:
        if is_headline(paragraph) and not is_prose(paragraph):
            groups.append([])
        else:
            groups[-1].append(paragraph)
    groups = [group for group in groups if group]
    summaries = [len(group) == 1 and group[0].words <= _SUMMARY_WORDS for group in groups]
    if len(groups) > 1 and all(summaries):
        return True
    return all(
        len(group) <= _MAX_TEASER_PROSE
        and (_CUT_OFF.search(group[-1].text) or own.share(group) < _OTHER_SHARE)
        for group in groups
    )


def _mark_tail(paragraphs: list[Paragraph]) -> None:
    """Mark lines without a sentence that stand last, below furniture."""
    tail: list[Paragraph] = []
    below = False
    for paragraph in reversed(paragraphs):
        if paragraph.furniture:
            below = True
            continue
        if not paragraph.open or not is_headline(paragraph) or ends_sentence(paragraph.text):
            break
        tail.append(paragraph)
    if below or len(tail) > 1:
        for paragraph in tail:
            paragraph.mark("furniture", "tail", "line after the article's end")
