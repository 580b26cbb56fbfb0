"""What kind of statement a passage is, how strongly it says so, and whether it denies it."""

from itertools import pairwise

from briefgen.extraction.lexical.asked.asks import Ask
from briefgen.extraction.lexical.language.grammar_words import (
    MODALS,
    NEGATORS,
    REASON_OPENERS,
)
from briefgen.extraction.lexical.language.openers import Openers
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import Modality, StatementKind

_STRENGTH: tuple[Modality, ...] = ("must", "should", "will", "could", "may")
_REASONS = Openers(REASON_OPENERS)
_FORESEEING = frozenset("will won't likely unlikely expected bound poised".split())
_NEEDING = frozenset("need needs has have".split())
"""Before "to"."""
_MODAL = frozenset(MODALS)
_MAIN_CLAUSE_TOKENS = 25


def modality_of(passage: Passage, ask: Ask | None) -> Modality:
    """Return the strongest modal of the passage's main line; ``plain`` where it has none.

    Args:
        passage: what is said.
        ask: what it asks for, from ``find_ask``.
    """
    words = passage.sentence.vocabulary
    found: set[str] = set()
    if not _MODAL.isdisjoint(words):
        tokens = passage.sentence.tokens[passage.first : passage.last + 1]
        found = {MODALS[t.lower] for t in tokens if t.lower in MODALS and t.text != "May"}
    if not _NEEDING.isdisjoint(words):
        said = passage.sentence.lowers[passage.first : passage.last + 1]
        if any(lower in _NEEDING and after == "to" for lower, after in pairwise(said)):
            found.add("must")
    if ask is not None and ask.strength is not None and not passage.of_mind:
        found.add(ask.strength)
    return next((name for name in _STRENGTH if name in found), "plain")


def is_negated_passage(passage: Passage) -> bool:
    """Tell whether an odd number of negations stands in the passage's main clause."""
    if NEGATORS.isdisjoint(passage.sentence.vocabulary):
        return False
    said = passage.sentence.lowers[passage.first : passage.last + 1]
    return sum([lower in NEGATORS for lower in said[:_MAIN_CLAUSE_TOKENS]]) % 2 == 1


def kind_of(passage: Passage, ask: Ask | None) -> StatementKind:
    """Return what the passage does; whether it concedes shows only beside its author's stance.

    Args:
        passage: what is said.
        ask: what it asks for, from ``find_ask``.
    """
    lowers = passage.sentence.lowers
    is_question = "?" in lowers[max(passage.first, passage.last - 1) : passage.last + 3]
    if ask is not None and not passage.of_mind and (ask.rhetorical or not is_question):
        return "recommendation"
    if is_question:
        return "question"
    if not _REASONS.firsts.isdisjoint(passage.sentence.vocabulary) and _opens_with_reason(passage):
        return "reason"
    if _FORESEEING.isdisjoint(lowers[passage.first : passage.last + 1]):
        return "claim"
    return "prediction"


def _opens_with_reason(passage: Passage) -> bool:
    """Tell whether the passage begins with "because" or the like, behind marks or "but"."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    start = 0
    while start < len(tokens) and (
        not tokens[start].is_word or tokens[start].lower in {"but", "and"}
    ):
        start += 1
    return _REASONS.at(passage.sentence.lowers, passage.first + start) is not None
