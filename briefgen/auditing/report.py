"""The audit in words for a terminal, and as JSON for scripts."""

from collections.abc import Iterator, Sequence

from briefgen.models import Brief
from briefgen.models.audit import Audit, Finding, IssueFigures, SideFigures
from briefgen.terminal import counted, json_text, on_one_line


def audits_as_json(audits: Sequence[Audit]) -> str:
    """Return the audits for scripts: ``passed``, and each page's figures, checks and findings."""
    pages = []
    for audit in audits:
        checks = [{**check.model_dump(), "passed": check.passed} for check in audit.checks]
        pages.append({"passed": audit.passed, **audit.model_dump(mode="json"), "checks": checks})
    content = {"passed": all(audit.passed for audit in audits), "pages": pages}
    return f"{json_text(content)}\n"


def audits_as_text(audits: Sequence[Audit], brief: Brief) -> str:
    """Return the audits for a person, page by page: verdict, figures, findings, what is open."""
    titles = {issue.id: issue.title for issue in brief.issues}
    lines = [line for audit in audits for line in (*_page_lines(audit, titles), "")]
    return "\n".join(on_one_line(line) if line.strip() else "" for line in lines[:-1]) + "\n"


def _page_lines(audit: Audit, titles: dict[str, str]) -> Iterator[str]:
    failed = [check for check in audit.checks if not check.passed]
    verdict = "passed" if audit.passed else "REFUSED"
    what = f"{counted(len(audit.checks), 'check')}, {len(failed)} past the threshold"
    yield f"{audit.page}: {verdict}; {what}; {counted(audit.quotations, 'passage')} compared"
    yield ""
    yield from _space_lines(audit, titles)
    yield from _verb_lines(audit)
    yield ""
    for check in audit.checks:
        mark = "ok  " if check.passed else "PAST"
        yield f"{mark} {check.name} {check.figure:g} (at most {check.threshold:g}): {check.what}"
    if audit.findings:
        yield ""
    for finding in audit.findings:
        yield _finding_line(finding, titles)
    if audit.not_audited:
        yield ""
    for open_point in audit.not_audited:
        yield f"not audited: {open_point}"


def _space_lines(audit: Audit, titles: dict[str, str]) -> Iterator[str]:
    for issue in audit.issues:
        yield f"{titles[issue.issue]}: {_sides(issue)}"
    sides = "; ".join(_side(side) for side in audit.total)
    yield f"All contested issues: {sides}"
    first = [issue.first for issue in audit.issues if issue.first]
    if first:
        yield f"First on the contested issues: {', '.join(first)}"
        last = [issue.last for issue in audit.issues if issue.last]
        yield f"Last on the contested issues: {', '.join(last)}"


def _sides(issue: IssueFigures) -> str:
    return "; ".join(_side(side) for side in issue.sides) or "no side is quoted"


def _side(side: SideFigures) -> str:
    return f"{side.stance} {counted(side.quotations, 'quotation')}, {counted(side.words, 'word')}"


def _verb_lines(audit: Audit) -> Iterator[str]:
    counts = [
        f"{figures.stance or 'of no side'} {figures.plain} plain, {figures.doubting} doubting, "
        f"{figures.endorsing} endorsing"
        for figures in audit.verbs
    ]
    yield f"Verbs of saying: {'; '.join(counts) or 'none'}"


def _finding_line(finding: Finding, titles: dict[str, str]) -> str:
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    about = f" [{titles.get(finding.issue, finding.issue)}]" if finding.issue else ""
    figures = f"{finding.figure:g}, at most {finding.threshold:g}"
    return f"{place}:{about} {finding.check} ({figures}): {finding.message}. {finding.advice}"
