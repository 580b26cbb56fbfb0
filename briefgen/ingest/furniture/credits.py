"""Photo credits, their captions, and the captions of charts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.site_words import AGENCIES, CREDIT_INSIDE

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

_MAX_CAPTION_WORDS = 80
_MAX_CHART_WORDS = 60
_MAX_CHART_SOURCE_WORDS = 16
_MAX_TAIL_WORDS = 14
_SMALL_WORDS = frozenset("via for by and the of from in on at photo image credit file pool".split())
_CHART_SOURCE = re.compile(r"(?:^|[\s.)])(?:Sources?|Data|SOURCES?): +")
_AGENCY = re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, AGENCIES)) + r")(?![\w])")


def is_photo_credit(paragraph: Paragraph) -> bool:
    """Tell a caption by the credit inside it or at its end.

    An agency's name alone is no sign (it may be what the sentence is about): the words around it
    up to the end of the paragraph must all be names.
    """
    low = paragraph.low
    if paragraph.words > _MAX_CAPTION_WORDS:
        return False
    if any(phrase in low for phrase in CREDIT_INSIDE):
        return True
    text = paragraph.text.strip("*_ ")
    if text.endswith(")"):
        return _is_credit_in_brackets(text)
    tail = re.split(r"[.!?|•]\s+|\s[–—-]\s", text)[-1]
    return _is_credit_tail(tail) and bool(re.search(r"[/|•©]|(?i:via|images|photo|credit)", tail))


def _is_credit_in_brackets(text: str) -> bool:
    opening = text.rfind("(")
    before, inside = text[:opening].rstrip(), text[opening + 1 : -1]
    if opening < 0 or not _only_names(inside):
        return False
    stands_alone = not before or before.endswith((".", "!", "?", "”", '"'))
    return stands_alone and ("/" in inside or _AGENCY.search(inside.lower()) is not None)


def _is_credit_tail(tail: str) -> bool:
    return (
        0 < len(tail.split()) <= _MAX_TAIL_WORDS
        and _only_names(tail)
        and _AGENCY.search(tail.lower()) is not None
    )


def _only_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    return bool(words) and all(not word[0].islower() or word in _SMALL_WORDS for word in words)


def is_chart_caption(paragraph: Paragraph) -> bool:
    """Tell a chart's title with its source: "… Source: Bureau of …", and no sentence after."""
    if paragraph.words > _MAX_CHART_WORDS or not paragraph.low:
        return False
    source = _CHART_SOURCE.split(paragraph.text)[-1]
    if source == paragraph.text:
        return False
    names = [word for word in re.findall(r"[^\W\d_]\w*", source) if word[0].isupper()]
    named = 2 * len(names) >= len(source.split())
    return named and 0 < len(source.split()) <= _MAX_CHART_SOURCE_WORDS
