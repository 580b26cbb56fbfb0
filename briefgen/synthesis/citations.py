"""The one statement that stands for each source on an issue, wherever the brief counts sources."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefgen.models import STANCES, BriefIssue, Stance, Statement
from briefgen.synthesis.passages import interleave, rank_statements
from briefgen.synthesis.strength import is_weak

QUORUM = 2
"""One source agrees with nobody."""


@dataclass(frozen=True, slots=True)
class IssueCitations:
    """Who takes which stance on one issue, and by which statement to cite it."""

    issue: str
    leads: Stance
    """The side that the issue shows first; support where neither occurs."""
    sources: Mapping[Stance, tuple[str, ...]]
    """Stance to source ids, the most confident first; a stance that nobody takes is absent."""
    best: Mapping[Stance, Mapping[str, str]]
    """Stance to source id to statement id: sources whose statement is shown come first, in the
    order of showing; a source without a statement is absent."""
    in_passing: tuple[str, ...]
    silent: tuple[str, ...]
    weak: frozenset[str] = frozenset()
    """Ids of the sources whose stance is weak (`strength`)."""

    def holding(self, *stances: Stance) -> tuple[str, ...]:
        """Return the sources that take one of *stances*."""
        return tuple(source for stance in stances for source in self.sources.get(stance, ()))

    def cite(self, *stances: Stance, among: Collection[str] | None = None) -> tuple[str, ...]:
        """Return one statement a source, the best first; *stances* take turns.

        Args:
            stances: whose sources to cite.
            among: the sources to cite; None for all.
        """
        queues: list[Sequence[str]] = []
        for stance in stances:
            best = self.best.get(stance, {})
            queues.append([s for source, s in best.items() if among is None or source in among])
        return tuple(interleave(queues))

    def has_quorum(self, *stances: Stance) -> bool:
        """Tell whether enough sources hold one of *stances* to speak of the sources as a whole.

        At least ``QUORUM`` sources do, and at least half of those that address the issue (that
        have any stance on it, a side not determined among them).
        """
        holding = len(self.holding(*stances))
        return holding >= QUORUM and 2 * holding >= len(self.holding(*STANCES))

    def has_firm(self, sources: Collection[str]) -> bool:
        """Tell whether two at least of *sources* have more than a weak stance."""
        return sum(source not in self.weak for source in sources) >= QUORUM

    def list_weak(self, *stances: Stance, among: Collection[str] | None = None) -> tuple[str, ...]:
        """Return the sources that take one of *stances* on weak grounds.

        Args:
            stances: whose sources to list.
            among: the sources to list; None for all.
        """
        held = self.holding(*stances)
        return tuple(s for s in held if s in self.weak and (among is None or s in among))

    @property
    def sides(self) -> tuple[Stance, Stance]:
        """Return the two sides, the leading one first."""
        return ("support", "oppose") if self.leads == "support" else ("oppose", "support")


def cite_issue(
    issue: BriefIssue, statements: Mapping[str, Statement], source_of: Mapping[str, str]
) -> IssueCitations:
    """Choose for each source what is shown for it and takes the stance, else its best."""
    sources: dict[Stance, tuple[str, ...]] = {}
    best: dict[Stance, dict[str, str]] = {}
    for position in issue.positions:
        sources[position.stance] = tuple(source.source for source in position.sources)
        chosen: dict[str, str] = {}
        for statement_id in position.shown:
            # What only goes with the stance is no evidence of it where something else takes it.
            if statements[statement_id].stance == position.stance:
                chosen.setdefault(source_of[statement_id], statement_id)
        for source in position.sources:
            if source.source not in chosen and source.statements:
                chosen[source.source] = rank_statements(
                    source.statements, statements, position.stance
                )[0]
        best[position.stance] = chosen
    weak = frozenset(
        source.source
        for position in issue.positions
        for source in position.sources
        if is_weak(source, position.stance, statements)
    )
    first = issue.positions[0].stance if issue.positions else "support"
    return IssueCitations(
        issue=issue.id,
        leads="oppose" if first == "oppose" else "support",
        sources=sources,
        best=best,
        in_passing=issue.in_passing,
        silent=issue.silent,
        weak=weak,
    )
