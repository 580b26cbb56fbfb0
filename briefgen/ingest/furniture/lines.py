"""Rules that judge one paragraph by itself: what it says and how it is set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.credits import is_chart_caption, is_photo_credit
from briefgen.ingest.furniture.site_words import (
    APPEAL_OBJECTS,
    APPEAL_STARTS,
    APPEAL_STRONG,
    COOKIE_PHRASES,
    DISCLAIMER_STRONG,
    DISCLAIMER_SUBJECTS,
    SHARE_CORE,
    SHARE_WORDS,
    SOCIAL_NETWORKS,
    STARTS,
    WHOLE_LINES,
)

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

Label = tuple[str, str]
"""A rule's family, and the reason in words for a reader."""

REASONS = {
    "advertisement": "advertisement label",
    "author": "heading of notes on the author",
    "byline": "byline",
    "caption": "image caption",
    "chart": "chart caption with its source",
    "comment": "comment in the markup",
    "comments": "link to readers' comments",
    "continuation": "link to the rest of another story",
    "cookie": "cookie or browser notice",
    "copyright": "copyright line",
    "credit": "photo credit or caption",
    "cross-link": "link to another story or page",
    "date": "date line",
    "disclaimer": "disclaimer",
    "newsletter": "newsletter, subscription or donation appeal",
    "note": "editor's note",
    "player": "audio or video player",
    "reading time": "reading time",
    "related": "heading of related links",
    "section": "section label",
    "share": "share line",
    "tags": "list of tags",
    "wordless": "no words",
}

_MAX_LABEL_WORDS = 6
_MAX_SHARE_WORDS = 16
_MAX_APPEAL_WORDS, _MAX_WEAK_APPEAL_WORDS = 130, 60
_MAX_DISCLAIMER_WORDS = 110
_MAX_NOTE_WORDS = 70
_MAX_YEAR_DIGITS = 4
_CROSS_LINK_CAPS_WORDS = 5
"""All capitals of at least so many words link to another story; fewer are a heading."""
_CAPS_SHARE = 0.85

_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|"
    r"august|september|october|november|december)\.?"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|by |(?:19|20)\d\d))")
_COUNT = re.compile(
    r"\d[\d,.]*k? ?(?:comments?|shares?|views?|likes?|replies|followers|reactions|responses)"
)
_TIMES = re.compile(
    r"(?:(?:read|listen|reading time|audio|watch)[: -]*)?(?:about |approx\.? )?"
    r"(?:\d{1,3}[ -]?(?:min|mins|minutes?|m)\b[ -]*(?:read|listen|to read|watch)?"
    r"|\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d)?)"
)
_DATE_WORDS = frozenset(
    "first last originally published posted updated modified created issued at on of date uhr "
    "mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun "
    "sunday jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december am pm a.m p.m gmt bst utc cet cest est et edt "
    "pst pt pdt cst ct cdt z t st nd rd th hour hours minute minutes min day days week weeks month "
    "months year years ago".split()
)
_DATE_TOKENS = re.compile(r"(?P<word>[a-z](?:[a-z.]*[a-z])?)|(?P<number>\d+)|[\s,.:;+|/•·–—()-]")
_FULL_DAY = re.compile(rf"\b(?:{_MONTH} +\d{{1,2}},? +|\d{{1,2}} +{_MONTH} +)(?:19|20)\d\d\b")
_BYLINE_START = re.compile(
    r"(?:(?:an? )?(?:guest )?(?:words|text|story|written|posted|analysis|opinion|report|commentary|"
    r"comment|essay|column|op-ed) )?by "
)
_NAME_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|de|der|den|van|von|la|le|di|da|al|bin|ibn|el|du|dos|y)"
_BYLINE = re.compile(
    r"(?:(?:[\w-]+ ){0,3}[Bb][Yy]:?) +"
    rf"(?P<names>{_NAME_WORD}(?:,? +(?:and|AND|&|{_NAME_WORD})){{0,12}})"
    r"(?P<rest>(?:\s*[,|/•·–—(-]\s*.{0,120})?)"
)
_NOTE = re.compile(
    r"(?:this|the) (?:article|story|piece|column|essay|op-ed|commentary|post|editorial|report|"
    r"analysis|blog|interview|speech|transcript)(?: (?:is|was|has been|have been|had been|forms|"
    r"first|originally|also|and|initially))* (?:republished|published|updated|amended|corrected|"
    r"adapted|edited|translated|appeared|appears|part of|produced|syndicated|excerpted|commissioned"
    r"|supported by|made possible)\b"
)
_SEPARATED_LABEL = re.compile(
    r"[^|/>›»•]{2,30}(?: ?[|>›»•] ?| / )[^|/>›»•]{2,30}(?:[|>›»•].{2,30})?"
)


def label_line(paragraph: Paragraph) -> Label | None:
    """Return what kind of furniture the paragraph is by itself; None where it is none."""
    if paragraph.markup == "comment":
        return "comment", REASONS["comment"]
    if not any(character.isalpha() for character in paragraph.text):
        return "wordless", REASONS["wordless"]
    if paragraph.markup == "caption":
        return "caption", REASONS["caption"]
    low = paragraph.low
    if not low or paragraph.markup == "heading":
        category = _heading_label(low)
    else:
        category = (
            _by_beginning(paragraph, low)
            or _short_label(paragraph, low)
            or _credit(paragraph)
            or _longer_label(paragraph, low)
        )
    return (category, REASONS[category]) if category else None


def _heading_label(low: str) -> str | None:
    """Judge a marked heading: only labels that no article uses for a section of its own."""
    bare = low.strip(" .:!>›»")
    for category in ("related", "comments", "newsletter", "advertisement", "share", "continuation"):
        if bare in WHOLE_LINES[category]:
            return category
    words, beginnings = STARTS["related"]
    return "related" if bare.startswith(beginnings) and len(bare.split()) <= words else None


def _short_label(paragraph: Paragraph, low: str) -> str | None:
    if paragraph.words > _MAX_SHARE_WORDS:
        return None
    bare = low.strip(" .:!>›»→-–—[]()*")
    if paragraph.words <= _MAX_LABEL_WORDS:
        for category, lines in WHOLE_LINES.items():
            if bare in lines:
                return category
        if _COUNT.fullmatch(bare):
            return "comments"
        if _TIMES.fullmatch(bare):
            return "reading time"
        if _is_section(paragraph.text, low):
            return "date" if _FULL_DAY.search(low) else "section"
    words = re.findall(r"[\w'-]+", low)
    if SHARE_CORE.intersection(words) and SHARE_WORDS.issuperset(words):
        return "share"
    if any(character.isdigit() for character in low) and _is_date_line(low):
        return "date"
    if re.fullmatch(r"https?://\S+|www\.\S+", low):
        return "cross-link"
    return "byline" if _is_byline(paragraph.text, low) else None


def _is_section(text: str, low: str) -> bool:
    """Tell labels such as "Analysis | Europe": capitalised parts between separators."""
    if not _SEPARATED_LABEL.fullmatch(low):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    small = [word for word in words if word[0].islower() and word not in {"and", "of", "the"}]
    return bool(words) and not small


def _is_date_line(low: str) -> bool:
    """Tell a line of nothing but dates, times and what sites write beside them.

    Token by token: one expression for all of it would try each way to cut a run of digits.
    """
    position = 0
    for token in _DATE_TOKENS.finditer(low):
        word, number = token["word"], token["number"] or ""
        wrong = (word and word not in _DATE_WORDS) or len(number) > _MAX_YEAR_DIGITS
        if wrong or token.start() != position:
            return False
        position = token.end()
    return position == len(low) and bool(
        re.search(r"\b(?:19|20)\d\d\b|ago$|\d:\d\d|^(?:published|posted|updated|last)", low)
        or re.search(rf"\b{_MONTH} ", f"{low} ")
    )


def _is_byline(text: str, low: str) -> bool:
    if not _BYLINE_START.match(low) or text.rstrip().endswith((".", "?", "!", ":")):
        return False
    return _BYLINE.fullmatch(" ".join(text.strip("*_ ").split())) is not None


def byline_names(text: str) -> tuple[str, ...]:
    """Return the names of a byline, as they stand; ``()`` where they cannot be told apart."""
    match = _BYLINE.fullmatch(" ".join(text.strip("*_ ").split()))
    if match is None:
        return ()
    names = [name.strip(" ,") for name in re.split(r",|\band\b|\bAND\b|&", match["names"])]
    two = 2
    if all(two <= len(name.split()) <= 2 * two for name in names):
        return tuple(names)
    first = names[0]
    return (first,) if two <= len(first.split()) <= 2 * two and len(names) == 1 else ()


def _by_beginning(paragraph: Paragraph, low: str) -> str | None:
    start = low.lstrip(" >›»→-–—•*_[")
    for category, (most_words, beginnings) in STARTS.items():
        if paragraph.words <= most_words and start.startswith(beginnings):
            return category
    if paragraph.words <= 2 * _MAX_LABEL_WORDS and start.startswith(("all rights", "copyright ©")):
        return "copyright"
    return None


def _credit(paragraph: Paragraph) -> str | None:
    if is_chart_caption(paragraph):
        return "chart"
    return "credit" if is_photo_credit(paragraph) else None


def _longer_label(paragraph: Paragraph, low: str) -> str | None:
    words = paragraph.words
    if words <= _MAX_NOTE_WORDS and (_COPYRIGHT.match(low) or "all rights reserved" in low):
        return "copyright"
    if words <= _MAX_NOTE_WORDS and _NOTE.match(low):
        return "note"
    if words <= _MAX_NOTE_WORDS and any(phrase in low for phrase in COOKIE_PHRASES):
        return "cookie"
    if words <= _MAX_DISCLAIMER_WORDS and _is_disclaimer(low):
        return "disclaimer"
    if low.startswith("follow ") and words <= _MAX_NOTE_WORDS:
        networks = SOCIAL_NETWORKS.intersection(re.findall(r"\w+", low))
        return "share" if len(networks) > 1 else None
    if words <= _MAX_APPEAL_WORDS and appeal_score(paragraph) > 1:
        return "newsletter"
    return None


def _is_disclaimer(low: str) -> bool:
    return any(phrase in low for phrase in DISCLAIMER_STRONG) and any(
        subject in low for subject in DISCLAIMER_SUBJECTS
    )


def appeal_score(paragraph: Paragraph) -> int:
    """Weigh the signs of an appeal to the reader; from 2 on it is one.

    A phrase that only appeals use weighs 2; an imperative at the start, what it offers, and a
    sentence that stands twice in the paragraph (a box with its pop-up) weigh 1 each.
    """
    low = paragraph.low
    score = 2 * any(phrase in low for phrase in APPEAL_STRONG)
    if paragraph.words <= _MAX_WEAK_APPEAL_WORDS:
        score += low.startswith(APPEAL_STARTS) + low.startswith("subscribe ")
        score += any(thing in low for thing in APPEAL_OBJECTS) and not score > 1
        score += _repeats_itself(low)
    return score


def _repeats_itself(low: str) -> bool:
    """Tell whether the last sentence, of at least five words, stands twice."""
    last = re.split(r"(?<=[.!?]) ", low)[-1]
    return len(last.split()) >= _MAX_LABEL_WORDS - 1 and low.count(last.rstrip(".!?")) > 1


def is_capitals(text: str, share: float = _CAPS_SHARE) -> bool:
    """Tell whether the letters of *text* are capitals, but for a few."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals > 0 and capitals >= share * (capitals + small)


def is_capitals_link(paragraph: Paragraph) -> bool:
    """Tell a headline of another story, set in capitals between two paragraphs."""
    return (
        paragraph.words >= _CROSS_LINK_CAPS_WORDS
        and bool(paragraph.low)
        and not paragraph.text.rstrip("\"'”’)").endswith((".", "!"))
        and is_capitals(paragraph.text)
    )
