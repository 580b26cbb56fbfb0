"""What the clauses of a passage say whatever the issue: found once, used for each issue.

A passage names several issues more often than one, and most of them by the same words.
"""

from briefgen.extraction.lexical.language.clauses import Clause, force_of
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.demands import Demand, find_demand
from briefgen.extraction.lexical.sides.expression_places import Expression
from briefgen.extraction.lexical.sides.expressions import expression_on, rules_for
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
        self._rules = rules_for(sentence)
        self.has_expressions = bool(self._rules)
        """Whether words stand in the sentence of which set expressions are made."""
        self._expressions: dict[tuple[int, int], Expression | None] = {}
        self._judging = {clause.first for clause in clauses if self._judges(clause)}
        self.telling = [clause for clause in clauses if self._tells(clause)]
        """Those that may take a side on what they name: they want, ask or judge something, or
        a set expression may stand there."""

    def _tells(self, clause: Clause) -> bool:
        if self.wish or self.has_expressions or self._demands[clause.first] is not None:
            return True
        return clause.first in self._judging

    def _judges(self, clause: Clause) -> bool:
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
        if clause.first not in self._judging:
            return None
        if (start, end) not in self._verdicts:
            self._verdicts[start, end] = verdict_on(
                self.tokens, clause, start, end, self.named.__contains__
            )
        return self._verdicts[start, end]

    def expression(self, clause: Clause, start: int, end: int) -> Expression | None:
        """Return the set expression on the thing at tokens *start* to *end*, if there is one."""
        if (start, end) not in self._expressions:
            self._expressions[start, end] = expression_on(
                self.sentence, clause, start, end, self._rules
            )
        return self._expressions[start, end]
