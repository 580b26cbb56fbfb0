"""Whom the sources report as holding what: never the sources' own positions.

Names are merged only within one source and only where they differ by an article, a possessive or a
title ("the Harbour Board", "Harbour Board"; "President Ortiz", "Ortiz"). Different names stay
apart even where a reader knows that they mean one actor: a capital is not its government.
"""

from collections.abc import Mapping, Sequence

from briefgen.models import Holder, ReportedPosition, Stance, Statement
from briefgen.models.titles import NameKey, merge_names
from briefgen.synthesis.evidence import Evidence, IssueEvidence
from briefgen.synthesis.passages import interleave, rank_statements

Names = Mapping[str, Holder]
"""Name as a source writes it to the holder as the brief names it for that source."""


def name_holders(evidence: Evidence) -> dict[str, Names]:
    """Settle, for each source, one name and role for the trivial variants of a holder's name.

    The name is the one that stands first in the text, the role the first that the text gives.

    Returns:
        Source id to the names in it.
    """
    holders: dict[str, list[Holder]] = {}
    for statement_id, statement in evidence.statements.items():
        if statement.holder is not None:
            holders.setdefault(evidence.source_of[statement_id], []).append(statement.holder)
    return {source_id: _settle_names(found) for source_id, found in holders.items()}


def _settle_names(holders: Sequence[Holder]) -> Names:
    keys = merge_names(holder.name for holder in holders)
    names: dict[NameKey, str] = {}
    roles: dict[NameKey, str] = {}
    for holder in holders:
        key = keys[holder.name]
        names.setdefault(key, holder.name)
        if holder.role:
            roles.setdefault(key, holder.role)
    return {name: Holder(name=names[key], role=roles.get(key)) for name, key in keys.items()}


def collect_reported(
    issue_evidence: IssueEvidence,
    evidence: Evidence,
    names: Mapping[str, Names],
    order: Sequence[Stance],
) -> tuple[ReportedPosition, ...]:
    """Group the statements on one issue that somebody other than the author holds.

    Args:
        issue_evidence: the issue.
        evidence: all records.
        names: source id to names, of `name_holders`.
        order: the stances as the issue shows them; the two sides, first in it, take turns, the
            others follow; within a stance sources take turns.
    """
    by_stance: dict[Stance, list[list[ReportedPosition]]] = {stance: [] for stance in order}
    for source_id, held in issue_evidence.statements.items():
        groups = _group_holders(source_id, held, names.get(source_id, {}), evidence.statements)
        for stance, positions in groups.items():
            by_stance[stance].append(positions)
    ranked = {stance: interleave(queues) for stance, queues in by_stance.items()}
    sides = interleave(ranked[stance] for stance in order[:2])
    return (*sides, *(item for stance in order[2:] for item in ranked[stance]))


def _group_holders(
    source_id: str, held: Sequence[Statement], names: Names, statements: Mapping[str, Statement]
) -> dict[Stance, list[ReportedPosition]]:
    """Group one source's reported statements by stance and holder, the most reported first."""
    groups: dict[tuple[Stance, str, str | None], list[str]] = {}
    for statement in held:
        if statement.holder is not None:
            holder = names[statement.holder.name]
            key = (statement.stance, holder.name, holder.role)
            groups.setdefault(key, []).append(statement.id)
    by_stance: dict[Stance, list[ReportedPosition]] = {}
    for (stance, name, role), ids in sorted(groups.items(), key=lambda group: -len(group[1])):
        position = ReportedPosition(
            holder=name,
            role=role,
            stance=stance,
            source=source_id,
            statements=tuple(rank_statements(ids, statements)),
        )
        by_stance.setdefault(stance, []).append(position)
    return by_stance
