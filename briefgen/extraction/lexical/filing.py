"""Under which issues a reported view is filed: those of which it shows a side, or names a thing.

A word that several issues share, or that stands in the proposition alone, tells too little: what
somebody says of a war in passing is no view on each measure by which it may end. Such a passage
stays in the record, on no issue. It still counts among what the article says of the issue.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefgen.extraction.lexical.findings import Finding

MIN_NAMED = 0.9
"""Sum of the weights of listed terms from which a view without a side is on an issue: one telling
term."""
_SIDES = frozenset(("support", "oppose", "conditional"))


def file_reported(findings: Sequence[Finding], cited: Collection[str]) -> list[Finding]:
    """Return the findings, those of reported views that tell too little of an issue on none.

    Args:
        findings: of an article, in the order of its text.
        cited: ids of the statements that stand behind the author's stances: they stay.
    """
    filed = [finding for finding in findings if _is_filed(finding) or finding.statement.id in cited]
    kept = {finding.statement.id for finding in filed}
    places = {_place(finding) for finding in filed}
    return list(_in_order(findings, kept, places))


def _in_order(
    findings: Sequence[Finding], kept: Collection[str], places: set[tuple[int, int, str | None]]
) -> Iterator[Finding]:
    for finding in findings:
        if finding.statement.id in kept:
            yield finding
        elif _place(finding) not in places:
            places.add(_place(finding))
            yield replace(finding, statement=finding.statement.model_copy(update={"issue": None}))


def _is_filed(finding: Finding) -> bool:
    said = finding.statement
    told = said.holder is None or said.issue is None or said.stance in _SIDES
    return told or finding.judgement.named >= MIN_NAMED


def _place(finding: Finding) -> tuple[int, int, str | None]:
    said = finding.statement
    return said.start, said.end, said.holder.name if said.holder is not None else None
