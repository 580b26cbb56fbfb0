"""What a template sees of the audit of its own page."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.models import Stance
from briefgen.models.audit import Audit
from briefgen.rendering.wording import decimal


@dataclass(frozen=True)
class AuditSideView:
    """How much say one of the two sides has, over the issues on which sources take both."""

    stance: Stance
    """``support`` or ``oppose``."""
    quotations: int
    """Passages quoted."""
    words: int
    """Of its quotations."""


@dataclass(frozen=True)
class AuditView:
    """What the audit of the page found; the page is printed again with it."""

    passed: bool
    """Whether every figure is within its threshold."""
    findings: int
    """Places at which the page is past a threshold."""
    checks: int
    """What was measured, from space to the brief's own words."""
    passages: int
    """Printed passages that were compared with the records."""
    contested: int
    """Issues on which sources take both sides."""
    sides: tuple[AuditSideView, ...]
    """Support and oppose."""
    widest: str | None
    """Title of the issue on which the sides' words differ most; None where no issue has both."""
    widest_ratio: str
    """Words of its longer side for each word of the shorter one: ``1.8``."""
    not_audited: int
    """What could not be told from the page; it counts neither as passed nor as failed."""


def view_audit(audit: Audit, titles: Mapping[str, str]) -> AuditView:
    """Return the audit as a template sees it.

    Args:
        audit: of the page without the audit's result.
        titles: issue id to title.
    """
    return AuditView(
        passed=audit.passed,
        findings=len(audit.findings),
        checks=len(audit.checks),
        passages=audit.quotations,
        contested=sum(issue.first is not None for issue in audit.issues),
        sides=tuple(AuditSideView(s.stance, s.quotations, s.words) for s in audit.total),
        widest=titles[audit.widest_issue] if audit.widest_issue is not None else None,
        widest_ratio=decimal(audit.widest_ratio, 1),
        not_audited=len(audit.not_audited),
    )
