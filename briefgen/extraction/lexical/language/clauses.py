"""Clauses of a sentence: where they begin, what is granted, supposed or asked in them.

Also the two things that turn a word's meaning round: negation, and verbs of less ("end the ban").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    CONCESSION_OPENERS,
    CONDITION_OPENERS,
    DOUBTING,
    GROUNDS,
    MODALS,
    NEGATORS,
    RELATIVES,
    UNTRUE,
    VERB_FORMS,
    WRONG_TO,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.openers import Openers
from briefgen.extraction.lexical.language.text import Sentence, Token

_CONTRAST = frozenset("but however yet nevertheless nonetheless".split())
_CONCESSIONS = Openers(CONCESSION_OPENERS)
_CONDITIONS = Openers(CONDITION_OPENERS)
_LONG_CONDITIONS = Openers(opener for opener in CONDITION_OPENERS if len(opener) > 1)
_CONCEDING = Openers((("to", "be", "sure"), ("admittedly",), ("granted",)))
_CONCEDING_WORDS = frozenset(("sure", "admittedly", "granted"))
"""One of them is in each of these."""
_EVEN_IF = Openers((("even", "if"),))
_CLAUSE_OPENERS = frozenset("although though while whereas unless if because".split())
_BREAKS = frozenset((";", "—", "–", "--", ":"))
_ANYTHING_BUT = frozenset((("far", "from"), ("anything", "but")))
_TURNING = (
    frozenset((word, "to") for word in WRONG_TO)
    | frozenset((word, "that") for word in UNTRUE)
    | frozenset((word, ground) for word in ("little", "scant") for ground in GROUNDS)
    | {("unlikely", "to")}
)
"""Pairs of words that turn what follows: "wrong to", "a myth that", "little evidence"."""
_OF = frozenset("on of in to".split())
_REACH = 6
"""How many words before a word can turn it: longer than most verb phrases, shorter than a
clause."""
_COPULAS = frozenset("is are was were".split())
_AUX_BEFORE = _COPULAS | {"has", "have", "had"}
_DENIAL_REACH = 4
CONCESSION_FORCE = 0.25
POSSIBILITY_FORCE = 0.6
CONDITION_FORCE = 0.0
QUESTION_FORCE = 0.2
OPTION_FORCE = 0.3
_OPTION_WORDS = frozenset(
    """
    idea ideas option options proposal proposals question questions debate debates discussion
    discussions talk talks scenario scenarios possibility possibilities whether alternatives
    """.split()
)
_OPTION_REACH = 5
DESCRIPTION_FORCE = 0.2
_ANYBODY = frozenset("whoever those anyone anybody everyone everybody people all".split())
_ANYBODY_REACH = 5
_WANTING = frozenset("would want wants wanted wish wishes hope hopes seek seeks".split())
_MEASURES = frozenset(
    """
    bill bills law laws act acts statute statutes ordinance ordinances legislation directive
    directives regulation regulations rule rules amendment amendments measure measures proposal
    proposals motion motions decree decrees
    """.split()
)
_LAW_VERBS = frozenset(
    forms_of(
        tuple(
            """
            require ban bar allow permit oblige mandate prohibit force forbid impose cap limit
            exempt extend order compel authorise authorize
            """.split()
        )
    )
)
_MEANT = frozenset("supposed meant designed intended purports".split())
"""Before "to": what a measure was to do."""
_ASKING = frozenset("must should ought need needs hope".split())
_MEASURE_REACH = 6
_LEADING = _CONTRAST | {"and", "so"}
_CUTTING = _BREAKS | _CONTRAST | _LONG_CONDITIONS.firsts | _CLAUSE_OPENERS | {","}
"""Words and marks beside which a clause may begin."""
_POSSIBLE = frozenset(word for word, modality in MODALS.items() if modality == "may")
_MEASURING = _MEASURES | _MEANT
_WEAKENING = _OPTION_WORDS | _MEASURING | _POSSIBLE | {"can"}
"""Without one of these a clause that is plainly said counts in full."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of a sentence's tokens."""

    first: int
    last: int
    concession: bool = False
    condition: bool = False
    contrast: bool = False
    question: bool = False


def split_clauses(sentence: Sentence, first: int, last: int) -> list[Clause]:
    """Return the clauses of the tokens from *first* to *last*, in order."""
    tokens, lowers = sentence.tokens, sentence.lowers
    question = "?" in lowers[last : last + 3]
    concedes = not _CONCEDING_WORDS.isdisjoint(sentence.vocabulary)
    cuts = _cuts(sentence, first, last)
    clauses = []
    for start, following in zip(cuts, [*cuts[1:], last + 1], strict=True):
        if following > start:
            head = _head(tokens, start)
            conditional = _CONDITIONS.at(lowers, head) is not None
            clauses.append(
                Clause(
                    start,
                    following - 1,
                    concession=_CONCESSIONS.at(lowers, head) is not None
                    or (concedes and _concedes(lowers, start, following)),
                    condition=conditional and _EVEN_IF.at(lowers, head) is None,
                    contrast=lowers[start] in _CONTRAST,
                    question=question,
                )
            )
    return _concede_before_contrast(clauses)


def _cuts(sentence: Sentence, first: int, last: int) -> list[int]:
    """Return the numbers of the tokens with which clauses begin."""
    cuts = [first]
    if _CUTTING.isdisjoint(sentence.vocabulary):
        return cuts
    lowers = sentence.lowers
    for index, lower in enumerate(lowers[first + 1 : last + 1], first + 1):
        if lower not in _CUTTING:
            continue
        if lower in _BREAKS:
            cuts.append(index + 1)
        elif _opens_clause(lowers, index, last):
            cuts.append(index)
        elif lower in _CLAUSE_OPENERS:
            even = lowers[index - 1] in {"even", "only"} and index - 1 > first
            cuts.append(index - 1 if even else index)
        elif lower == "," and index - cuts[-1] > 2 and _opens_subordinate(sentence, cuts[-1]):
            cuts.append(index + 1)
    return cuts


def _opens_clause(lowers: Sequence[str], index: int, last: int) -> bool:
    contrast = lowers[index] in _CONTRAST and _has_verb(
        lowers[index + 1 : min(last, index + 11) + 1]
    )
    # "For as long as it takes" tells how long.
    return contrast or (
        lowers[index - 1] != "for" and _LONG_CONDITIONS.at(lowers, index) is not None
    )


def _concedes(lowers: Sequence[str], first: int, end: int) -> bool:
    """Tell whether "to be sure" stands within the clause."""
    return any(_CONCEDING.at(lowers, index) is not None for index in range(first, end))


def _has_verb(words: Sequence[str]) -> bool:
    """Tell whether a clause of its own follows, as in "but it works", not in "but politically"."""
    return any(
        lower in AUXILIARIES or (lower in VERB_FORMS and not lower.endswith(("ing", "ed")))
        for lower in words
    )


def direction_of(
    tokens: Sequence[Token], first: int, start: int, end: int, last: int, *, negation: bool = True
) -> int:
    """Return 1 where the clause is about more of the thing at *start* to *end*, -1 where about
    less.

    Args:
        tokens: of the sentence.
        first: number of the clause's first token.
        start: number of the thing's first token.
        end: number of its last token.
        last: number of the clause's last token.
        negation: whether "no" and "not" count; they must not where a verdict has counted them.
    """
    direction = 1
    for index in range(start - 1, max(first, start - _REACH) - 1, -1):
        lower = tokens[index].lower
        if tokens[index].text in {";", "—", ":"} or lower in RELATIVES:
            break
        against = lower in {"zero", "against", "oppose", "opposed", "opposing"}
        against |= lower == "free" and tokens[start].lower in polarity.CHARGES
        against |= lower == "of" and tokens[index - 1].lower == "out"  # "staying out of the pact"
        against |= negation and lower in {"no", "without"}
        if against and start - index <= 3:
            direction = -direction
            break
        if _stops_direction(tokens, index):
            break
        act = polarity.ACT_NOUNS.get(lower) if tokens[index + 1].lower in _OF else None
        if lower in polarity.LESS_FORMS or act == -1:
            direction = -1
            break
        if lower in polarity.MORE_FORMS:
            break
    passive = _passive_after(tokens, end, last)
    if passive:
        direction *= passive
    if (
        negation
        and is_negated(tokens, first, start)
        and tokens[start - 1].lower not in {"no", "without"}
    ):
        direction = -direction
    return direction


def is_negated(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Tell whether a negation within reach before the word turns it."""
    count, passed = 0, False
    for position in range(index - 1, max(first, index - _REACH) - 1, -1):
        token = tokens[position]
        if not token.is_word:
            if token.text in {",", ";", "—"}:
                break
            continue
        if passed and token.lower in {"not", "never"} and tokens[position - 1].lower in _AUX_BEFORE:
            continue  # "what was never voted on is unfair": another verb's
        passed = passed or token.lower in _COPULAS
        if token.lower == "neither" and count:
            continue  # "neither safe nor cheap" denies both once
        if token.lower in NEGATORS and not (
            token.lower == "not"
            and position + 1 < len(tokens)
            and tokens[position + 1].lower in {"only", "just", "merely"}
        ):
            count += 1
        following = tokens[position + 1].lower
        if (token.lower, following) in _ANYTHING_BUT:
            count += 1
        if (token.lower, following) in _TURNING:
            count += 1
        if (token.lower, following) == ("used", "to"):
            count += tokens[position - 1].lower not in _COPULAS  # "used to be safe"
        if token.lower in DOUBTING and following == "that":
            # "Nobody can deny that": what denies the doubt is counted with it.
            count += not _is_undeniable(tokens, first, position)
            break
        if token.lower in {"and", "or"} and count == 0 and index - position > 2:
            break
    return count % 2 == 1


def _is_undeniable(tokens: Sequence[Token], first: int, doubt: int) -> bool:
    """Tell whether the doubt at *doubt* is denied: "nobody can deny", "hard to dispute"."""
    before = [token.lower for token in tokens[max(first, doubt - _DENIAL_REACH) : doubt]]
    hard = before[-1:] == ["to"] and bool({"hard", "difficult", "impossible"} & set(before))
    few = {"few", "little", "nobody", "none", "cannot"}
    return hard or any(w in NEGATORS | few or w.endswith("n't") for w in before)


def _stops_direction(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].lower in {"exchange", "return", "instead"} or tokens[index].text in {
        "(",
        ")",
    }


def _passive_after(tokens: Sequence[Token], end: int, last: int) -> int:
    seen_be = False
    for index in range(end + 1, min(last, end + 5) + 1):
        lower = tokens[index].lower
        if not tokens[index].is_word:
            return 0
        if lower == "to" and not seen_be:
            continue
        if lower in {"be", "been", "being", "is", "are", "was", "were"}:
            seen_be = True
        elif seen_be and lower in polarity.LESS_FORMS and not lower.endswith("ing"):
            return -1
        elif lower in AUXILIARIES or lower in ADVERBS or lower in NEGATORS:
            continue
        elif not seen_be or lower not in VERB_FORMS:
            return 0
    return 0


def force_of(sentence: Sentence, clause: Clause) -> float:
    """Return how much of what the clause says counts as said, 0 to 1."""
    if clause.condition:
        return CONDITION_FORCE
    if clause.concession:
        return CONCESSION_FORCE
    words = sentence.vocabulary
    if clause.question or ("whether" in words and _asks_whether(sentence, clause)):
        return QUESTION_FORCE
    if not _ANYBODY.isdisjoint(words) and _tells_of_anybody(sentence, clause):
        return 0.0
    if _WEAKENING.isdisjoint(words):
        return 1.0
    said = sentence.lowers[clause.first : clause.last + 1]
    if not _OPTION_WORDS.isdisjoint(words) and _lists_options(sentence.tokens, clause):
        return OPTION_FORCE
    if not _MEASURING.isdisjoint(words) and _describes_measure(sentence.tokens, said, clause):
        return DESCRIPTION_FORCE
    possible = not _POSSIBLE.isdisjoint(said) or any(
        pair == ("can", "be") for pair in pairwise(said)
    )
    return POSSIBILITY_FORCE if possible else 1.0  # "tolls can be needed" says that some are


def _asks_whether(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the clause begins with a question that it does not answer: "Whether …"."""
    return sentence.lowers[_head(sentence.tokens, clause.first)] == "whether"


def _tells_of_anybody(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the clause is about all who want something, who are not the author: "Whoever
    wants to close the pier has never …", "Those who would close it …".
    """
    head = _head(sentence.tokens, clause.first)
    said = sentence.lowers[head : head + _ANYBODY_REACH]
    wants = not _WANTING.isdisjoint(said) and "right" not in sentence.vocabulary
    return wants and (said[:1] == ["whoever"] or (said[0] in _ANYBODY and said[1:2] == ["who"]))


def _describes_measure(tokens: Sequence[Token], said: Sequence[str], clause: Clause) -> bool:
    """Tell whether the clause says what a measure lays down, or what it was meant to do: "the bill
    would require …", "a law that was supposed to protect …". Who describes it does not ask for it.
    """
    for index, (lower, following) in enumerate(pairwise(said), clause.first):
        if lower in _ASKING:
            return False
        if lower in _MEANT and following == "to":
            # "It harms the very people that it is meant to help" says more than what it is for.
            before = said[: index - clause.first]
            return not any(polarity.VERB_VALUES.get(word, 0) < 0 for word in before)
        if lower in _MEASURES and _lays_down(tokens, index, clause.last):
            return True
    return False


def _lays_down(tokens: Sequence[Token], measure: int, last: int) -> bool:
    """Tell whether a verb of law follows the measure's name: "would require", "that bans"."""
    for index in range(measure + 1, min(last, measure + _MEASURE_REACH) + 1):
        lower = tokens[index].lower
        if lower in _LAW_VERBS:
            return True
        if not tokens[index].is_word and tokens[index].text != ",":
            return False
    return False


def _lists_options(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell whether the clause says what is being talked about: "ideas on the table range from
    …".
    """
    words = [tokens[i].lower for i in range(clause.first, clause.last + 1) if tokens[i].is_word]
    if _OPTION_WORDS.isdisjoint(words[:_OPTION_REACH]):
        return False
    return _ASKING.isdisjoint(words)  # "the proposal ought to be dropped" asks


def _concede_before_contrast(clauses: list[Clause]) -> list[Clause]:
    """Mark what stands before "but" as granted: it is not argued."""
    result = list(clauses)
    for index, clause in enumerate(clauses[1:], 1):
        if clause.contrast and not clauses[index - 1].concession:
            before = clauses[index - 1]
            result[index - 1] = Clause(
                before.first, before.last, True, before.condition, before.contrast, before.question
            )
    return result


def _opens_subordinate(sentence: Sentence, first: int) -> bool:
    head = _head(sentence.tokens, first)
    return (
        _CONCESSIONS.at(sentence.lowers, head) is not None
        or _CONDITIONS.at(sentence.lowers, head) is not None
        or sentence.lowers[first] in {"because", "since", "given", "when", "as"}
    )


def _head(tokens: Sequence[Token], first: int) -> int:
    """Return the number of the clause's first word, behind marks and "but" or "so"."""
    start = first
    while start < len(tokens) and not tokens[start].is_word:
        start += 1
    return start + (start < len(tokens) and tokens[start].lower in _LEADING)
