"""The balance report: how much say each stance has in the evidence, and how much in the brief."""

from collections.abc import Mapping, Sequence

from briefgen.models import SIDES, BalanceReport, BriefIssue, Position, SideBalance, Statement
from briefgen.synthesis.passages import count_words

WORDS_RATIO = 2
"""From more than two to one upward a reader sees that one side has the longer say."""


def report_balance(
    issues: Sequence[BriefIssue], statements: Mapping[str, Statement]
) -> BalanceReport:
    """Count, for each stance that occurs on each issue, evidence and quotations.

    An issue is unequal where both sides occur and one is quoted with fewer statements than the
    other, which happens only for want of evidence, or with so much shorter ones that the other has
    more than ``WORDS_RATIO`` times its words. An issue on which one side alone occurs is a gap,
    not an inequality.
    """
    measured = {
        issue.id: [
            _measure_position(issue.id, position, statements) for position in issue.positions
        ]
        for issue in issues
    }
    sides = tuple(side for found in measured.values() for side in found)
    unequal = tuple(issue for issue, found in measured.items() if _is_unequal(found))
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


def _is_unequal(measured: Sequence[SideBalance]) -> bool:
    sides = [side for side in measured if side.stance in SIDES]
    if len({side.shown for side in sides}) > 1:
        return True
    words = [side.shown_words for side in sides]
    return len(words) > 1 and max(words) > WORDS_RATIO * min(words)
