"""What kind of statement a passage is, how strongly it says so, and whether it denies it."""

from collections.abc import Sequence

from briefgen.extraction.lexical.asked.asking import find_ask
from briefgen.extraction.lexical.language.grammar_words import (
    MODALS,
    NEGATORS,
    REASON_OPENERS,
)
from briefgen.extraction.lexical.language.openers import Openers
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import Modality, StatementKind

_STRENGTH: tuple[Modality, ...] = ("must", "should", "will", "could", "may")
_REASONS = Openers(REASON_OPENERS)
_LIKELY = frozenset("likely unlikely expected bound poised".split())


def modality_of(passage: Passage) -> Modality:
    """Return the strongest modal of the passage's main line; ``plain`` where it has none."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    found = {
        MODALS[token.lower] for token in tokens if token.lower in MODALS and token.text != "May"
    }
    if any(_needs(tokens, index) for index in range(len(tokens))):
        found.add("must")
    ask = find_ask(passage.sentence.tokens, passage.first, passage.last)
    if ask is not None and ask.strength is not None and not passage.of_mind:
        found.add(ask.strength)
    return next((name for name in _STRENGTH if name in found), "plain")


def is_negated_passage(passage: Passage) -> bool:
    """Tell whether an odd number of negations stands in the passage's main clause."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    return sum(token.lower in NEGATORS for token in tokens[:25]) % 2 == 1


def kind_of(passage: Passage) -> StatementKind:
    """Return what the passage does; whether it concedes shows only beside its author's stance."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    closing = passage.sentence.tokens[max(passage.first, passage.last - 1) : passage.last + 3]
    ask = find_ask(passage.sentence.tokens, passage.first, passage.last)
    is_question = any(token.text == "?" for token in closing)
    if ask is not None and not passage.of_mind and (ask.rhetorical or not is_question):
        return "recommendation"
    if is_question:
        return "question"
    if _opens_with_reason(tokens):
        return "reason"
    if any(token.lower in {"will", "won't"} or token.lower in _LIKELY for token in tokens):
        return "prediction"
    return "claim"


def _opens_with_reason(tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens begin with "because" or the like, behind marks or "but"."""
    start = 0
    while start < len(tokens) and (
        not tokens[start].is_word or tokens[start].lower in {"but", "and"}
    ):
        start += 1
    return _REASONS.at(tokens, start) is not None


def _needs(tokens: Sequence[Token], index: int) -> bool:
    return (
        tokens[index].lower in {"need", "needs", "has", "have"}
        and index + 1 < len(tokens)
        and tokens[index + 1].lower == "to"
    )
