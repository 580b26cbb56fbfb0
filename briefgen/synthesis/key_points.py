"""Key points: within one issue and one side, the arguments that several statements make alike.

The word is that of key point analysis (Bar-Haim, R. et al., 2020, "From Arguments to Key Points").
Which statements are alike is measured by `likeness.points`; here is decided what is compared:
the authors' own statements behind one stance, save headlines, which announce an argument and make
none. Neutral and unclear positions argue for no side and have no key points.
"""

from collections.abc import Mapping, Sequence

from briefgen.likeness.points import find_points
from briefgen.likeness.stems import collect_stems
from briefgen.models import TELLING, Issue, KeyPoint, PositionSource, Stance
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.passages import rank_statements

Arguments = tuple[tuple[str, ...], ...]
"""Ids of the statements of one position, argument by argument; one that matches none is alone."""


def group_statements(
    evidence: Evidence, issue: Issue, stance: Stance, sources: Sequence[PositionSource]
) -> Arguments:
    """Group the authors' statements behind one stance by the argument that they make."""
    if stance not in TELLING:
        return ()
    topic = collect_stems((issue.title, issue.proposition))
    ids = sorted(
        {
            statement_id
            for source in sources
            for statement_id in source.statements
            if evidence.statements[statement_id].holder is None
        }
        - evidence.headlines,
        key=evidence.order.__getitem__,
    )
    groups = find_points([evidence.statements[s].quote for s in ids], topic, evidence.rarity)
    grouped = {place for group in groups for place in group}
    alone = [[place] for place in range(len(ids)) if place not in grouped]
    return tuple(tuple(ids[place] for place in group) for group in sorted(groups + alone))


def make_key_points(
    arguments: Arguments, shown: Sequence[str], stance: Stance, evidence: Evidence
) -> tuple[KeyPoint, ...]:
    """Make the key points of a position, those that most sources make first."""
    points = []
    for group in arguments:
        if len(group) > 1:
            ranked = rank_statements(group, evidence.statements, stance)
            speaking = next((s for s in shown if s in group), ranked[0])
            ids = (speaking, *(s for s in ranked if s != speaking))
            sources = dict.fromkeys(evidence.source_of[s] for s in ids)
            points.append(KeyPoint(statement=speaking, behind=ids[1:], sources=tuple(sources)))
    points.sort(key=lambda point: (-len(point.sources), -len(point.behind)))
    return tuple(points)


def list_unmatched(arguments: Arguments) -> tuple[str, ...]:
    """List the statements that make an argument alone."""
    return tuple(group[0] for group in arguments if len(group) == 1)


def name_arguments(arguments: Arguments) -> Mapping[str, str]:
    """Map each statement of a key point to the first of that point, which stands for it."""
    return {statement: group[0] for group in arguments if len(group) > 1 for statement in group}
