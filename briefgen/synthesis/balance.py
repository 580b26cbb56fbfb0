"""The balance report: how much say each stance has in the evidence, and how much in the brief."""

from collections.abc import Mapping, Sequence

from briefgen.models import BalanceReport, BriefIssue, Position, SideBalance, Statement
from briefgen.synthesis.allotment import count_words
from briefgen.synthesis.positions import SIDES


def report_balance(
    issues: Sequence[BriefIssue], statements: Mapping[str, Statement]
) -> BalanceReport:
    """Count, for each stance that occurs on each issue, evidence and quotations.

    An issue is unequal where both sides occur and one is quoted with fewer statements than the
    other, which happens only for want of evidence. An issue on which one side alone occurs is a
    gap, not an inequality.
    """
    sides = tuple(
        _measure_position(issue.id, position, statements)
        for issue in issues
        for position in issue.positions
    )
    unequal = tuple(issue.id for issue in issues if _is_unequal(issue))
    return BalanceReport(sides=sides, unequal=unequal)


def _measure_position(
    issue_id: str, position: Position, statements: Mapping[str, Statement]
) -> SideBalance:
    return SideBalance(
        issue=issue_id,
        stance=position.stance,
        sources=len(position.sources),
        statements=sum(len(source.statements) for source in position.sources),
        shown=len(position.shown),
        shown_words=sum(count_words(statements[shown].quote) for shown in position.shown),
    )


def _is_unequal(issue: BriefIssue) -> bool:
    return len({len(p.shown) for p in issue.positions if p.stance in SIDES}) > 1
