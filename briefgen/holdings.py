"""Who is reported to hold what, over all sources: the actors of a topic, apart from its authors.

The brief lists reported views source by source. Networks and figures need them by actor: views of
one name, on one issue and with one stance are one holding, with the sources that report it. Names
are one where they differ by case, an article or a possessive alone; what names nobody ("he", "his
team") is no actor.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.models import Brief, Stance
from briefgen.names import fold_name, is_name


@dataclass(frozen=True, slots=True)
class Holding:
    """One actor's stance on one issue, as sources report it."""

    holder: str
    """The name in the form that most reports have, of those the first in the brief."""
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
    sources: dict[tuple[str, str, Stance], set[str]] = {}
    statements: dict[tuple[str, str, Stance], dict[str, None]] = {}
    spellings: dict[str, Counter[str]] = {}
    roles: dict[str, str] = {}
    for issue in brief.issues:
        for view in issue.reported:
            if not is_name(view.holder):
                continue
            name = fold_name(view.holder)
            spellings.setdefault(name, Counter())[" ".join(view.holder.split())] += 1
            if view.role:
                roles.setdefault(name, view.role)
            key = (name, issue.id, view.stance)
            sources.setdefault(key, set()).add(view.source)
            statements.setdefault(key, {}).update(dict.fromkeys(view.statements))
    # The sort is stable: within a name the order of the issues stays.
    return tuple(
        Holding(
            holder=spellings[name].most_common(1)[0][0],
            role=roles.get(name),
            issue=issue_id,
            stance=stance,
            sources=tuple(sorted(found)),
            statements=tuple(statements[name, issue_id, stance]),
        )
        for (name, issue_id, stance), found in sorted(sources.items(), key=lambda item: item[0][0])
    )


def rank_holders(holdings: Iterable[Holding]) -> list[str]:
    """Return the actors' names, those with the most reports first, then by name.

    A report is one source's on one issue.
    """
    reports: Counter[str] = Counter()
    for holding in holdings:
        reports[holding.holder] += len(holding.sources)
    return sorted(reports, key=lambda name: (-reports[name], fold_name(name)))
