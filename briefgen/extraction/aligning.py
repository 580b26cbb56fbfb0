"""Finds the place of a quotation that is typed nearly as the article has it.

What is accepted is the article's own place: its words are used, never the proposed ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.models import Span
from briefgen.models.refusal import RefusalReason


@dataclass(frozen=True, slots=True)
class Found:
    """The place at which the article says what was proposed."""

    span: Span
    """Within one of the spans that may be quoted."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a quotation has no place in the article."""

    reason: RefusalReason
    detail: str
    """Why, in words."""
    nearest: Span | None = None
    """The place that is most like it; None where none is."""


def find_quotation(
    text: str, spans: Sequence[Span], quotation: str, near: Span | None = None
) -> Found | Refused:
    """Return the article's own place of a quotation, or why there is none.

    Args:
        text: the article's decoded text.
        spans: the blocks that may be quoted; sorted and disjoint. A quotation lies within one.
        quotation: what was proposed.
        near: the sentence or sentences in which it is said to stand; tells which place is meant
            where the same words stand in several.
    """
    wanted = quotation.strip()
    if not wanted:
        return Refused("empty", "the quotation has no words")
    typed = {"'": "['’‘`]", '"': '["“”„]', "-": "[-–—]"}
    typed |= dict.fromkeys("’‘`", typed["'"]) | dict.fromkeys("“”„", typed['"'])
    words = ("".join(typed.get(c, re.escape(c)) for c in word) for word in wanted.split())
    pattern = re.compile(r"\s+".join(words))
    places = [
        Span(start=found.start(), end=found.end())
        for span in spans
        for found in pattern.finditer(text, span.start, span.end)
    ]
    if near is not None and len(places) > 1:
        places = [p for p in places if p.start < near.end and near.start < p.end]
    if len(places) == 1:
        return Found(places[0])
    if places:
        return Refused("ambiguous", "its words stand in several places", places[0])
    return Refused("absent", "the article does not say it")
