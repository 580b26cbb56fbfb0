"""A noun phrase on a thing at issue, in its sentence; and what a set expression says of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import AUXILIARIES, NEGATORS
from briefgen.extraction.lexical.language.polarity_words import ACT_NOUNS
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides import expression_words as words
from briefgen.extraction.lexical.sides.verdicts import LIGHT_HEADS, head_before

_NEGATION_REACH = 4
_ON = frozenset("on of in to".split())
_PHRASES = frozenset("on of in against for with".split())
_PHRASE_REACH = 5
_NOUNS_TOO = words.NEEDING | words.BEATING
_DENYING = NEGATORS | words.NOBODY


@dataclass(frozen=True, slots=True)
class Expression:
    """What a set expression says of the thing it names."""

    value: float
    """Positive for the thing, negative against it; 1 leaves no doubt."""
    words: tuple[int, ...]
    """Numbers of the tokens it rests on."""
    asks: bool = True
    """Whether it says that the thing should be; False where it tells what comes of the thing, which
    bears on a proposition of fact as well."""
    denies: bool = False
    """Whether it denies that the thing brings anything about, which a proposition of fact says."""
    since: int | None = None
    """Number of the token from which on words of more and of less bear on the thing; None where
    none do."""


@dataclass(frozen=True, slots=True)
class Place:
    """The noun phrase on a thing, in its sentence."""

    tokens: Sequence[Token]
    lowers: list[str]
    clause: Clause
    before: int
    """Number of the word before the noun phrase, -1 where it opens the sentence."""
    start: int
    end: int

    def lower(self, index: int) -> str:
        """Return a token in lower case; empty outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def negated(self, index: int) -> bool:
        """Tell whether a negation stands shortly before a token."""
        near = self.lowers[max(0, index - _NEGATION_REACH) : max(0, index)]
        return any(w in _DENYING or w.endswith("n't") for w in near)

    @property
    def verb(self) -> int:
        """Number of the token behind the noun phrase and a phrase on it: "tolls on cars | are"."""
        index = self.end + 1
        while self.lower(index) in LIGHT_HEADS:
            index += 1
        if self.lower(index) not in _PHRASES:
            return index
        ahead = range(index + 1, index + _PHRASE_REACH)
        return next((i for i in ahead if self.lower(i) in AUXILIARIES), index)

    @classmethod
    def of(cls, sentence: Sentence, clause: Clause, start: int, end: int) -> "Place":
        """Return the place of the thing at tokens *start* to *end*."""
        tokens, lowers = sentence.tokens, sentence.lowers
        before = _before_phrase(tokens, lowers, start)
        if before > 0 and lowers[before] in _ON and lowers[before - 1] in ACT_NOUNS:
            # "We need a ban on phones": the act is needed. That it is one of less, the words from
            # the noun on tell (`Expression.since`).
            before = _before_phrase(tokens, lowers, before - 1)
        return cls(tokens, lowers, clause, before, start, end)


def _before_phrase(tokens: Sequence[Token], lowers: Sequence[str], start: int) -> int:
    before = head_before(tokens, -1, start)
    # These are nouns as well, so they do not end the search for the noun phrase's first word.
    verbs = [i for i in range(before + 1, start) if lowers[i] in _NOUNS_TOO]
    return verbs[-1] if verbs else before


Rule = Callable[[Place], Expression | None]
"""Looks for one kind of set expression."""
