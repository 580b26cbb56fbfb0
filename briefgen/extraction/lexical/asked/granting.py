"""What an author grants the other side, where no cue says which side a passage is on.

Three forms, all of which need the author to take a side of a demand on the whole:

- "Although it would strain the budget, the line would …": a clause that concedes, about the thing
  at issue or a pronoun for it, and speaks well of it where the author is against it, or ill of it
  where the author is for it;
- "To be sure, the line would strain the budget. But …": the same of a sentence, with the turn in
  the next one;
- "The line may relieve the road. Yet …": a sentence that leans to the other side, and the turn.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.clauses import Clause, split_clauses
from briefgen.extraction.lexical.language.openers import Openers
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.valuation import (
    overall_verdict,
    value_in_clause,
    word_value,
)
from briefgen.extraction.lexical.voices.passages import Passage

MIN_VERDICT = 0.6
"""One bad thing ("risks") or one good word: less is said in passing."""
MIN_LEANING = 0.4
"""As for a passage that leans to its article's side (`contexts.LEANING_SCORE`)."""

_CLAUSE_OPENERS = Openers((("although",), ("though",), ("even", "though"), ("while",), ("whilst",)))
_SENTENCE_OPENERS = Openers(
    (
        ("to", "be", "sure"),
        ("granted",),
        ("admittedly",),
        ("of", "course"),
        ("it", "is", "true", "that"),
        ("true", ","),
        ("certainly", ","),
        ("yes", ","),
        ("no", "doubt"),
    )
)
_POINTING = frozenset("it they this that these those such doing".split())
_TURNS = frozenset("but yet however still nevertheless nonetheless".split())


def grants(passage: Passage, side: int, following: Sentence | None, leaning: float) -> bool:
    """Tell whether an author who takes a side grants something to the other one.

    Args:
        passage: the author's own.
        side: 1 where its author is for the proposition on the whole, -1 where against it.
        following: the sentence behind the passage's; None where there is none.
        leaning: the passage's own score on the issue, positive for the proposition.
    """
    sentence, tokens = passage.sentence, passage.sentence.tokens
    clauses = split_clauses(sentence, passage.first, passage.last)
    if any(
        _concedes(sentence, clause) and _speaks_against(tokens, clause, side) for clause in clauses
    ):
        return True
    if following is None or not _turns(passage, following):
        return False
    if side * leaning <= -MIN_LEANING:
        return True
    whole = Clause(passage.first, passage.last)
    opener = _SENTENCE_OPENERS.at(sentence.lowers, _first_word(tokens, passage.first))
    return opener is not None and _speaks_against(tokens, whole, side)


def _concedes(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the clause opens with "although it" or the like."""
    first = _first_word(sentence.tokens, clause.first)
    opener = _CLAUSE_OPENERS.at(sentence.lowers, first)
    return (
        opener is not None
        and first + len(opener) <= clause.last
        and sentence.lowers[first + len(opener)] in _POINTING
    )


def _speaks_against(tokens: Sequence[Token], clause: Clause, side: int) -> bool:
    """Tell whether the clause has a word against the side, as it stands and on the whole: that a
    thing "would not be safe" says less than that it "would be a risk".
    """
    outright = any(
        side * value_in_clause(tokens, clause, index) <= -MIN_VERDICT
        and side * word_value(tokens, index, clause.last) < 0
        for index in range(clause.first, clause.last + 1)
        if tokens[index].is_word
    )
    return outright and side * overall_verdict(tokens, clause) <= -MIN_VERDICT


def _turns(passage: Passage, following: Sentence) -> bool:
    """Tell whether the passage ends its sentence and the next one in its paragraph turns."""
    rest = passage.sentence.tokens[passage.last + 1 :]
    if any(token.is_word for token in rest) or following.paragraph != passage.sentence.paragraph:
        return False
    tokens = following.tokens
    return tokens[_first_word(tokens, 0)].lower in _TURNS


def _first_word(tokens: Sequence[Token], first: int) -> int:
    while first < len(tokens) - 1 and not tokens[first].is_word:
        first += 1
    return first
