"""What kind of statement a passage is: kind, modality, addressee, conditions, reasons."""

from collections.abc import Sequence

from briefgen.extraction.lexical.asking import find_ask
from briefgen.extraction.lexical.grammar_words import (
    AUXILIARIES,
    CONDITION_EXCLUDED,
    CONDITION_OPENERS,
    MODALS,
    NEGATORS,
    REASON_OPENERS,
)
from briefgen.extraction.lexical.openers import Opener, Openers
from briefgen.extraction.lexical.passages import Passage
from briefgen.extraction.lexical.text import Token
from briefgen.models import Modality, StatementKind
from briefgen.models import Passage as Quoted

_STRENGTH: tuple[Modality, ...] = ("must", "should", "will", "could", "may")
_CONDITIONS = Openers(CONDITION_OPENERS)
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
    if opens_with(tokens, _REASONS):
        return "reason"
    if any(token.lower in {"will", "won't"} or token.lower in _LIKELY for token in tokens):
        return "prediction"
    return "claim"


def conditions_of(text: str, passage: Passage, kind: StatementKind) -> tuple[Quoted, ...]:
    """Return what the passage depends on, each from its connective to the end of its clause.

    A bare "if" makes a recommendation conditional; a claim or a forecast only imagines a case by
    it.
    """
    found = _connected(text, passage, _CONDITIONS, CONDITION_EXCLUDED)
    if kind == "recommendation":
        return found
    return tuple(part for part in found if not part.quote.lower().startswith(("if ", "assuming ")))


def reasons_of(text: str, passage: Passage) -> tuple[Quoted, ...]:
    """Return the reasons that the passage gives, each from its connective to the end of its
    clause.
    """
    return _connected(text, passage, _REASONS, frozenset())


def opens_with(tokens: Sequence[Token], openers: Openers) -> bool:
    """Tell whether the tokens begin with one of the openers, behind quotation marks or "but"."""
    start = 0
    while start < len(tokens) and (
        not tokens[start].is_word or tokens[start].lower in {"but", "and"}
    ):
        start += 1
    return openers.at(tokens, start) is not None


def _connected(
    text: str, passage: Passage, openers: Openers, excluded: frozenset[Opener]
) -> tuple[Quoted, ...]:
    tokens = passage.sentence.tokens
    found = []
    index = passage.first
    while index <= passage.last:
        opener = openers.at(tokens, index)
        if opener is None or opener in excluded or index + len(opener) > passage.last:
            index += 1 if opener is None else len(opener)
            continue
        end = _clause_end(tokens, index + len(opener), passage.last)
        words = sum(token.is_word for token in tokens[index : end + 1])
        if words > len(opener) + 1:
            start, stop = tokens[index].start, tokens[end].end
            found.append(Quoted(start=start, end=stop, quote=text[start:stop]))
        index = end + 1
    return tuple(found)


def _clause_end(tokens: Sequence[Token], first: int, last: int) -> int:
    depth = 0
    for index in range(first, last + 1):
        mark = tokens[index].text
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        if depth > 0:
            continue
        if mark in {";", "—", "–", "--", ".", "?", "!"} or (
            mark == "," and index > first + 1 and not _in_list(tokens, index, last)
        ):
            return index - 1
    return last


def _in_list(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Tell whether the comma parts the members of a list ("a, b and c"), not clauses."""
    following = [token.lower for token in tokens[comma + 1 : min(last + 1, comma + 6)]]
    return following[:1] in (["and"], ["or"]) or (
        "and" in following[1:4] and not set(following) & AUXILIARIES
    )


def _needs(tokens: Sequence[Token], index: int) -> bool:
    return (
        tokens[index].lower in {"need", "needs", "has", "have"}
        and index + 1 < len(tokens)
        and tokens[index + 1].lower == "to"
    )
