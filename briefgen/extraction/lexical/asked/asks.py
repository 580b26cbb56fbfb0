"""Asks: what asks for something, where the one stands who should act, and how rules read on.

The rules themselves are in ``duties`` and ``asking``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.extraction.lexical.language.grammar_words import ADVERBS, AUXILIARIES
from briefgen.extraction.lexical.language.text import Token

_LIGHT = AUXILIARIES | ADVERBS | {"not", "never"}
CLEFT_REACH = 12
"""How far on "to", "that" or "who" may stand behind the phrase for who should act."""
STEP_REACH = 12
"""How far on the verb may stand behind its noun: "the first step to calm the market is to"."""

Place = Literal["before", "after", "nowhere"]
Strength = Literal["must", "should"]


@dataclass(frozen=True, slots=True)
class Ask:
    """A word that asks for something to be done."""

    at: int
    """Number of its token."""
    place: Place
    """Where the phrase stands that names who should act."""
    actor: int = -1
    """Number of that phrase's last token (place ``before``) or of its first (``after``)."""
    strength: Strength | None = None
    """How strongly it asks; None where a modal of the passage says it."""
    rhetorical: bool = False
    """Whether it asks in the form of a question: "why not start now?"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a passage, and nothing around it."""

    tokens: Sequence[Token]
    first: int
    last: int

    def at(self, index: int) -> str:
        """Return the lower-case word there; an empty one outside the passage."""
        return self.tokens[index].lower if self.first <= index <= self.last else ""

    def near(self, index: int, reach: int) -> list[str]:
        """Return up to *reach* words before *index*, the nearest first, up to a mark."""
        found: list[str] = []
        for position in range(index - 1, max(self.first - 1, index - 1 - reach), -1):
            if not self.tokens[position].is_word:
                break
            found.append(self.tokens[position].lower)
        return found

    def behind(self, index: int) -> int:
        """Return the number of the first token behind *index* that is no auxiliary or adverb."""
        index += 1
        while index <= self.last and (is_light(self.at(index)) or self.at(index) == "to"):
            index += 1
        return index

    def subject(self, index: int) -> int:
        """Return the number of the last token before *index* that is no auxiliary or adverb."""
        index -= 1
        while index >= self.first and is_light(self.at(index)):
            index -= 1
        return index

    def goes_on(self, index: int, *wanted: str) -> bool:
        """Tell whether one of the words *wanted* stands there."""
        return self.at(index) in wanted


def is_light(lower: str) -> bool:
    """Tell whether a word stands between a subject and its verb: an auxiliary or an adverb."""
    return lower in _LIGHT or lower.endswith("ly")


def of_subject(reading: Reading, at: int, strength: Strength | None = None) -> Ask:
    """Return an ask of the subject before the word at *at*."""
    return Ask(at, "before", reading.subject(at), strength)


def of_one_behind(reading: Reading, at: int, following: int, strength: Strength) -> Ask | None:
    """Return the ask of "time to act", "time for the council to act", "time the council acted"."""
    if reading.goes_on(following, "to"):
        is_verdict = reading.at(following + 1).endswith("ing")  # "essential to deterring"
        return None if is_verdict else Ask(at, "nowhere", strength=strength)
    if reading.goes_on(following, "for"):
        clause = range(following + 2, following + CLEFT_REACH)
        to = any(reading.at(index) == "to" for index in clause)
        return Ask(at, "after", following + 1, strength) if to else None
    return Ask(at, "after", following + 1, strength) if reading.at(following) == "that" else None
