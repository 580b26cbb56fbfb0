"""What the clauses of a passage say whatever the issue: found once, used for each issue.

A passage names several issues more often than one, and most of them by the same words.
"""

from briefgen.extraction.lexical.language.clauses import Clause, force_of
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.demands import Demand, find_demand
from briefgen.extraction.lexical.sides.verdicts import JUDGING, Verdict, verdict_on

_IMAGINING_OPENERS = frozenset("if assuming given".split())
"""These only imagine a case: a stance does not depend on it."""


class Reading:
    """A passage, clause by clause.

    Args:
        sentence: in which it stands.
        clauses: the passage's.
        named: numbers of the tokens that name things of the codebook, whatever the issue: they
            carry no verdict.
        wish: 1 where somebody wants what the passage names, -1 where somebody does not, 0 where
            it is said.
    """

    def __init__(
        self, sentence: Sentence, clauses: list[Clause], named: set[int], wish: int
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.clauses = clauses
        self.named = named
        self.wish = wish
        self.has_strict_condition = any(
            clause.condition and sentence.lowers[clause.first] not in _IMAGINING_OPENERS
            for clause in clauses
        )
        """Whether a clause makes a stance depend on it."""
        self._forces: dict[int, float] = {}
        self._demands = {clause.first: find_demand(sentence, clause) for clause in clauses}
        self._verdicts: dict[tuple[int, int], Verdict | None] = {}
        self.telling = [clause for clause in clauses if self._tells(clause)]
        """Those that take a side on what they name: they want, ask or judge something."""

    def _tells(self, clause: Clause) -> bool:
        if self.wish or self._demands[clause.first] is not None:
            return True
        return not JUDGING.isdisjoint(self.sentence.lowers[clause.first : clause.last + 1])

    def clause_of(self, token: int) -> Clause | None:
        """Return the clause in which the token stands; None where that is none of the passage's."""
        return next((c for c in self.clauses if c.first <= token <= c.last), None)

    def force(self, clause: Clause) -> float:
        """Return how much of what the clause says counts as said, 0 to 1."""
        known = self._forces.get(clause.first)
        if known is None:
            known = self._forces[clause.first] = force_of(self.sentence, clause)
        return known

    def demand(self, clause: Clause) -> Demand | None:
        """Return what the clause asks for; None where that is nothing, or cannot be told."""
        return self._demands[clause.first]

    def verdict(self, clause: Clause, start: int, end: int) -> Verdict | None:
        """Return what the clause finds good or bad about the thing at tokens *start* to *end*."""
        if (start, end) not in self._verdicts:
            self._verdicts[start, end] = verdict_on(
                self.tokens, clause, start, end, self.named.__contains__
            )
        return self._verdicts[start, end]
