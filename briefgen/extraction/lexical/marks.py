"""What kind of statement a passage is: kind, modality, addressee, conditions, reasons."""

from collections.abc import Sequence

from briefgen.extraction.lexical.demands import is_past
from briefgen.extraction.lexical.grammar_words import (
    AUXILIARIES,
    CONDITION_EXCLUDED,
    CONDITION_OPENERS,
    DETERMINERS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    REASON_OPENERS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.noun_phrases import phrase_before
from briefgen.extraction.lexical.openers import Opener, Openers
from briefgen.extraction.lexical.passages import Passage
from briefgen.extraction.lexical.text import Token
from briefgen.models import Modality, StatementKind
from briefgen.models import Passage as Quoted

_STRENGTH: tuple[Modality, ...] = ("must", "should", "will", "could", "may")
_CONDITIONS = Openers(CONDITION_OPENERS)
_REASONS = Openers(REASON_OPENERS)
_LIKELY = frozenset("likely unlikely expected bound poised".split())
_ASKING_WORDS = frozenset("whether what which who why how".split())
_INDIRECT_REACH = 9
_IMPERATIVES = frozenset(
    """
        let let's stop end start give make scrap abolish keep hold take put bring pass build
        raise cut reject adopt
        """.split()
)


def modality_of(passage: Passage) -> Modality:
    """Return the strongest modal of the passage's main line; ``plain`` where it has none."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    found = {
        MODALS[token.lower] for token in tokens if token.lower in MODALS and token.text != "May"
    }
    if any(_needs(tokens, index) for index in range(len(tokens))):
        found.add("must")
    return next((name for name in _STRENGTH if name in found), "plain")


def is_negated_passage(passage: Passage) -> bool:
    """Tell whether an odd number of negations stands in the passage's main clause."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    return sum(token.lower in NEGATORS for token in tokens[:25]) % 2 == 1


def kind_of(passage: Passage) -> StatementKind:
    """Return what the passage does; whether it concedes shows only beside its author's stance."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    closing = passage.sentence.tokens[max(passage.first, passage.last - 1) : passage.last + 3]
    if any(token.text == "?" for token in closing):
        return "question"
    if not passage.of_mind and _is_recommendation(tokens):
        return "recommendation"
    if opens_with(tokens, _REASONS):
        return "reason"
    if any(token.lower in {"will", "won't"} or token.lower in _LIKELY for token in tokens):
        return "prediction"
    return "claim"


def addressee_of(text: str, passage: Passage) -> str | None:
    """Return who should act, as it stands in the text: the subject of the demand."""
    tokens = passage.sentence.tokens
    for index in range(passage.first, passage.last + 1):
        if _asks(tokens, index) or _needs(tokens, index):
            before = index - 1
            while before >= passage.first and (
                tokens[before].lower in AUXILIARIES
                or tokens[before].lower.endswith("ly")
                or tokens[before].lower in {"also", "therefore", "now", "thus", "then"}
            ):
                before -= 1
            mention = phrase_before(text, passage.sentence, before)
            if mention is not None and mention.is_actor and mention.kind != "pronoun":
                return mention.name
            return None
    return None


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


def _is_recommendation(tokens: Sequence[Token]) -> bool:
    if tokens and tokens[0].lower in _IMPERATIVES and len(tokens) > 3:
        return tokens[1].lower not in {"suppose", "imagine", "assume", "say", "face", "be"}
    return _is_order(tokens) or any(_asks(tokens, index) for index in range(len(tokens)))


def _is_order(tokens: Sequence[Token]) -> bool:
    """Tell whether a bare verb opens the sentence: "Change the threshold"."""
    if len(tokens) < 4 or VERB_FORMS.get(tokens[0].lower) != tokens[0].lower:
        return False
    words = {token.lower for token in tokens}
    return tokens[1].lower in DETERMINERS and not words & {"will", "would", "?"}


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the word at *index* asks for something to be done."""
    lower = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if lower in {"should", "must", "ought", "shouldn't", "mustn't"}:
        if index == 0 or tokens[index - 1].lower in {"but", "and"}:
            return False  # "should the talks fail" imagines a case
        return not is_past(tokens, index) and not _is_indirect(tokens, index)
    if lower in {"need", "needs"} and following == "to":
        # "The need to spread the risk is clear" asks; "freed from the need to compete" does not.
        return index < 2 or tokens[index - 2].lower not in PREPOSITIONS
    urgent = lower in {"time", "imperative", "essential", "vital"} and index > 1
    if lower in {"have", "has"} and following == "to":
        return index > 0 and tokens[index - 1].lower in {"will", "'ll"}
    if lower == "time" and index and tokens[index - 1].lower in {"it's", "is", "high"}:
        return True
    gerund = following == "to" and tokens[index + 2 : index + 3]
    if gerund and gerund[0].lower.endswith("ing"):
        return False  # "essential to deterring" is a verdict
    return urgent and following in {"to", "for", "that"}


def _is_indirect(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "whether it should" stands here, which asks and does not ask for anything."""
    for position in range(index - 1, max(-1, index - _INDIRECT_REACH), -1):
        if not tokens[position].is_word:
            return False
        if tokens[position].lower in _ASKING_WORDS:
            # "…, which should be seen as" goes on about a thing and asks for something.
            return position == 0 or tokens[position - 1].is_word
    return False
