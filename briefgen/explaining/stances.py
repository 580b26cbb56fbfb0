"""Why an author's stance on an issue is as it is: each statement's share, and the sums."""

from collections.abc import Sequence

from briefgen.explaining.coding import Coded
from briefgen.explaining.lacks import MAX_TRIALS, find_lack
from briefgen.explaining.model import Lacking, Share, StanceExplanation, Trial
from briefgen.extraction.lexical.aggregation import (
    DOMINANCE,
    SIDE_THRESHOLD,
    Tally,
    tally,
)
from briefgen.extraction.lexical.findings import Finding
from briefgen.models import IssueStance


def explain_stance(coded: Coded, issue_id: str, stance: IssueStance | None) -> StanceExplanation:
    """Return why the author's stance on an issue is as it is.

    Args:
        coded: the article.
        issue_id: an issue of the codebook.
        stance: as the record has it; None where it has none.
    """
    issue = coded.codebook.issue(issue_id)
    findings = coded.findings_on(issue_id)
    sums = tally([(f.statement, f.judgement, f.passage) for f in findings], len(coded.sentences))
    return StanceExplanation(
        source=coded.article.source,
        issue=issue.id,
        title=issue.title,
        proposition=issue.proposition,
        stance=stance,
        shares=_shares(coded, findings, sums),
        favour=round(sums.favour, 3),
        against=round(sums.against, 3),
        side_needed=SIDE_THRESHOLD,
        dominance_needed=DOMINANCE,
        named=round(sums.named, 3),
        named_needed=coded.extractor.addressed_from(issue_id),
        lacking=_lacking(coded, findings, sums, stance),
    )


def _shares(coded: Coded, findings: Sequence[Finding], sums: Tally) -> tuple[Share, ...]:
    shares = [
        Share(
            statement=finding.statement,
            line=coded.line_of(finding.statement.start),
            score=round(finding.judgement.total, 3),
            factor=round(share / finding.judgement.total, 3) if finding.judgement.total else 1.0,
            share=round(share, 3),
        )
        for finding, share in zip(findings, sums.shares, strict=True)
    ]
    return tuple(sorted(shares, key=lambda each: (-abs(each.share), each.statement.start)))


def _lacking(
    coded: Coded, findings: Sequence[Finding], sums: Tally, stance: IssueStance | None
) -> Lacking | None:
    if stance is not None and stance.stance != "unclear":
        return None
    if not findings:
        return Lacking(lack="term")
    if max(sums.favour, sums.against) >= SIDE_THRESHOLD:
        return Lacking(lack="balance")
    own = [f for f in findings if f.statement.holder is None]
    own.sort(key=lambda f: (-abs(f.judgement.total), -f.judgement.named, f.statement.start))
    trials: list[Trial] = []
    for finding in own[:MAX_TRIALS]:
        lack = find_lack(coded, finding)
        trials += lack.trials[:1] if lack is not None else ()
    return Lacking(lack="phrase", tried=bool(own), trials=tuple(trials))
