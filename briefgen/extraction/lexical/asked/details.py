"""What a statement is whatever its issue: its place and kind, whom it asks, conditions, reasons."""

from collections.abc import Iterable
from typing import Any

from briefgen.extraction.lexical.asked.addressees import Addressees
from briefgen.extraction.lexical.asked.asks import Ask
from briefgen.extraction.lexical.asked.connectives import conditions_of, reasons_of
from briefgen.extraction.lexical.asked.marks import is_negated_passage, modality_of
from briefgen.extraction.lexical.voices.passages import Passage as Voiced
from briefgen.models import Holder, Passage, StatementKind

_TRAILING = frozenset(",;:—– ")
"""What a quotation does not end with: "an early truce,"."""


def details_of(
    text: str, passage: Voiced, kind: StatementKind, ask: Ask | None, addressees: Addressees
) -> dict[str, Any]:
    """Return the fields of a statement that are the same for each of its issues, by their names.

    Args:
        text: the article's text.
        passage: what is said.
        kind: what it does, from ``kind_of``.
        ask: what it asks for, from ``find_ask``.
        addressees: of the article.
    """
    start, end = passage.start, _end_of(text, passage.start, passage.end)
    holder = passage.attribution.holder if passage.attribution is not None else None
    return {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "holder": Holder(name=holder.name, role=holder.role) if holder is not None else None,
        "kind": kind,
        "modality": modality_of(passage, ask),
        "negated": is_negated_passage(passage),
        "addressee": addressees.of(passage, ask) if kind == "recommendation" else None,
        "conditions": _within(text, conditions_of(text, passage, kind)),
        "reasons": _within(text, reasons_of(text, passage)),
    }


def _end_of(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _within(text: str, parts: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return parts that end as their statement does: without a comma or a colon behind."""
    ends = ((part, _end_of(text, part.start, part.end)) for part in parts)
    return tuple(
        part.model_copy(update={"end": end, "quote": text[part.start : end]}) for part, end in ends
    )
