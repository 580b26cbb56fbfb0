"""What a passage says on an issue, with the cues that it rests on."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason to see a side."""

    kind: str
    """``phrase``, ``demand``, ``wish``, ``expression``, ``verdict``, ``deed``, ``frame``,
    ``answer`` or ``lesson``."""
    score: float
    """Positive for the proposition, negative against it."""
    what: str
    """The phrase or the term, as the codebook has it (terms by their stems)."""
    tokens: tuple[int, ...]
    """Indexes of the words in the sentence that it rests on."""


class Judgement(NamedTuple):
    """What a passage says on one issue."""

    issue: str
    relevance: float
    """Sum of the weights of the issue's terms in it; 0 where none stands in it."""
    named: float
    """The same for the terms and phrases that the codebook lists, without the proposition's
    words."""
    score: float
    """Sum of the cues' scores: the sign is the side, the size how much speaks for it."""
    cues: tuple[Cue, ...]
    conditional: bool
    """Whether a cue stands under a condition."""
    limited: bool = False
    """Whether the author agrees only in part or under a condition, whatever the side."""
    granted: float = 0.0
    """Sum of what is granted in it ("although …"), by side, as if it had been said outright."""
    takes_up: bool = False
    """Whether it rests on what the sentence before says: "that would be a mistake"."""
    lesson: Cue | None = None
    """What the corpus's lessons add, counted apart; None where they add nothing."""

    @property
    def total(self) -> float:
        """The score with what lessons add."""
        return self.score + (self.lesson.score if self.lesson is not None else 0.0)
