"""Who is reported to hold what, over all sources: the actors of a topic, apart from its authors.

The brief lists reported views issue by issue and its actors under one name each (`Brief.actors`).
Networks and figures need ties: what one actor is reported to hold on one issue with one stance is
one holding, with the sources that report it. What names nobody ("he", "his team") is no actor.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.models import ActorPosition, Brief, Stance
from briefgen.models.names import fold_name, is_name, is_role


@dataclass(frozen=True, slots=True)
class Holding:
    """One actor's stance on one issue, as sources report it."""

    holder: str
    """The actor's name (`Actor.name`)."""
    role: str | None
    """The first role that a report gives."""
    issue: str
    """Issue id."""
    stance: Stance
    sources: tuple[str, ...]
    """Ids of the sources that report it, sorted."""
    statements: tuple[str, ...]
    """Ids of the statements that report it, in the order of the brief."""


def collect_holdings(brief: Brief) -> tuple[Holding, ...]:
    """Return the reported views of *brief* by actor.

    Returns:
        Sorted by name, then in the order of the issues, then of the brief.
    """
    return tuple(
        Holding(
            holder=actor.name,
            role=_role(brief, position),
            issue=position.issue,
            stance=position.stance,
            sources=tuple(sorted(report.source for report in position.reports)),
            statements=tuple(i for report in position.reports for i in report.statements),
        )
        for actor in sorted(brief.actors, key=lambda actor: fold_name(actor.name))
        if is_name(actor.name)
        for position in actor.positions
    )


def _role(brief: Brief, position: ActorPosition) -> str | None:
    """Return the first role that a report gives."""
    ids = (statement_id for report in position.reports for statement_id in report.statements)
    holders = (brief.statements[i].holder for i in ids if i in brief.statements)
    return next((h.role for h in holders if h is not None and h.role and is_role(h.role)), None)


def rank_holders(holdings: Iterable[Holding]) -> list[str]:
    """Return the actors' names, those with the most reports first, then by name.

    A report is one source's on one issue.
    """
    reports: Counter[str] = Counter()
    for holding in holdings:
        reports[holding.holder] += len(holding.sources)
    return sorted(reports, key=lambda name: (-reports[name], fold_name(name)))
