"""Who stands where: one `BriefIssue` for each issue of the codebook, in the codebook's order.

Which side leads: over the issues on which both sides occur, in the codebook's order, support leads
on the first, oppose on the second, and so on in turn. Where one side occurs there is nothing to
lead. Conditional, neutral and unclear follow, in this order.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefgen.likeness.stems import collect_stems
from briefgen.models import (
    SIDES,
    STANCES,
    TELLING,
    BriefIssue,
    Issue,
    Position,
    PositionSource,
    Stance,
)
from briefgen.synthesis.allotment import allot_quotations, queue_statements
from briefgen.synthesis.conditions import collect_concessions, collect_conditions
from briefgen.synthesis.evidence import Evidence, IssueEvidence
from briefgen.synthesis.key_points import (
    group_statements,
    list_unmatched,
    make_key_points,
    name_arguments,
)
from briefgen.synthesis.passages import fold_text
from briefgen.synthesis.reported import Names, collect_reported, name_holders

OTHERS = STANCES[2:]
_FEW_ISSUES = 2


def build_issues(evidence: Evidence) -> tuple[BriefIssue, ...]:
    """Lay out every issue: positions with the statements to show, conditions, reported views."""
    shown_before: dict[str, int] = {}
    quoted: Counter[str] = Counter()
    names = name_holders(evidence)
    topics = _collect_topics(each.issue for each in evidence.issues)
    contested = 0
    issues: list[BriefIssue] = []
    for issue_evidence in evidence.issues:
        grouped = _group_by_stance(issue_evidence)
        leads = SIDES[contested % 2]
        contested += all(side in grouped for side in SIDES)
        order = _show_order(leads)
        arguments = {
            stance: group_statements(evidence, issue_evidence.issue, stance, sources)
            for stance, sources in grouped.items()
        }
        shown = allot_quotations(
            {
                stance: queue_statements(
                    stance,
                    sources,
                    evidence.statements,
                    evidence.headlines,
                    shown_before=shown_before,
                    quoted=quoted,
                    arguments=name_arguments(arguments[stance]),
                    topic=topics[issue_evidence.issue.id],
                )
                for stance, sources in grouped.items()
            }
        )
        positions = tuple(
            Position(
                stance=stance,
                sources=tuple(grouped[stance]),
                shown=shown[stance],
                key_points=make_key_points(arguments[stance], shown[stance], stance, evidence),
                unmatched=list_unmatched(arguments[stance]),
            )
            for stance in order
            if stance in grouped
        )
        issues.append(_build_issue(evidence, issue_evidence, names, positions, order))
        for ids in shown.values():
            for place, statement_id in enumerate(ids):
                words = fold_text(evidence.statements[statement_id].quote)
                shown_before[words] = min(place, shown_before.get(words, place))
            quoted.update(evidence.source_of[statement_id] for statement_id in ids)
    return tuple(issues)


def _collect_topics(issues: Iterable[Issue]) -> dict[str, frozenset[str]]:
    """Return, by issue id, the stems of the words that tell what the issue is about.

    A word that two more issues have tells nothing of one.
    """
    topics = {i.id: collect_stems((i.title, i.proposition, *i.terms)) for i in issues}
    count = Counter(stem for stems in topics.values() for stem in stems)
    return {
        issue: frozenset(stem for stem in stems if count[stem] <= _FEW_ISSUES)
        for issue, stems in topics.items()
    }


def _show_order(leads: Stance) -> tuple[Stance, ...]:
    return (*sorted(SIDES, key=lambda side: side != leads), *OTHERS)


def _group_by_stance(issue_evidence: IssueEvidence) -> dict[Stance, list[PositionSource]]:
    """Group the sources by stance, the most confident first."""
    grouped: dict[Stance, list[PositionSource]] = {}
    for source_id, stance in issue_evidence.stances.items():
        grouped.setdefault(stance.stance, []).append(
            PositionSource(
                source=source_id,
                confidence=stance.confidence,
                statements=tuple(dict.fromkeys(stance.statements)),
            )
        )
    for sources in grouped.values():
        sources.sort(key=lambda source: (-source.confidence, source.source))
    return grouped


def _build_issue(
    evidence: Evidence,
    issue_evidence: IssueEvidence,
    names: Mapping[str, Names],
    positions: tuple[Position, ...],
    order: Sequence[Stance],
) -> BriefIssue:
    issue = issue_evidence.issue
    apart = [s for s in evidence.source_ids if s not in issue_evidence.stances]
    # What the records hold on the issue can be shown on a page, which then cannot say that there is
    # nothing.
    naming = {s for s in apart if issue.id in evidence.named[s] or issue_evidence.statements.get(s)}
    return BriefIssue(
        id=issue.id,
        title=issue.title,
        proposition=issue.proposition,
        positions=positions,
        conditions=collect_conditions(positions, issue_evidence, evidence.statements),
        concessions=collect_concessions(positions, issue_evidence),
        reported=collect_reported(issue_evidence, evidence, names, order),
        in_passing=tuple(s for s in apart if s in naming),
        reported_only=tuple(s for s in apart if s in naming and _only_reports(issue_evidence, s)),
        silent=tuple(s for s in apart if s not in naming),
    )


def _only_reports(issue_evidence: IssueEvidence, source_id: str) -> bool:
    """Tell whether a source tells of others' sides, and all on the issue is somebody else's."""
    held = issue_evidence.statements.get(source_id, ())
    return all(statement.holder is not None for statement in held) and any(
        statement.stance in TELLING for statement in held
    )
