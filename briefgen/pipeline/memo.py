"""What a run of builds did, in Markdown for a pull request."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefgen.errors import Notice
from briefgen.pipeline.requests import BuildReport, BuildRequest

MOST_BYTES = 60_000
"""Of a memo. GitHub takes 65,536 characters in a pull request, git 65,516 bytes in an option of a
push, which is how GitLab gets them."""
MOST_REASONS = 20
"""Why a brief was built again: lines, before the rest is only counted."""


@dataclass(frozen=True)
class Outcome:
    """One brief of a run."""

    request: BuildRequest
    report: BuildReport | None
    """None where nothing could be built."""
    error: Notice | None = None
    """Why nothing could be built."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Stages to how long they took, as far as it came."""

    @property
    def language(self) -> str:
        """In which a person is told of it."""
        return self.report.language if self.report else self.request.language or "en"

    @property
    def failed(self) -> tuple[Notice, ...]:
        """What failed."""
        return (self.error,) if self.error else self.report.problems if self.report else ()


def make_memo(outcomes: Iterable[Outcome]) -> str:
    """Return what changed, what failed, and how the audits went, brief by brief, in Markdown."""
    from briefgen.languages import speaking

    blocks: list[str] = []
    for outcome in outcomes:
        with speaking(outcome.language):
            blocks += _blocks(outcome)
    return _shorten("\n".join(blocks))


def _shorten(memo: str) -> str:
    """Leave out the end of a memo that no pull request would take."""
    if len(memo.encode()) <= MOST_BYTES:
        return memo
    lines, left = memo.splitlines(), MOST_BYTES
    for number, line in enumerate(lines):
        left -= len(line.encode()) + 1
        if left < 0:
            rest = f"*{len(lines) - number} more lines are left out; no pull request takes them.*"
            return "\n".join([*lines[:number], "", rest, ""])
    return memo


def _blocks(outcome: Outcome) -> Iterator[str]:
    from briefgen.languages import tr, trn
    from briefgen.rendering.escaping import escape_markdown
    from briefgen.terminal import on_one_line

    def safe(text: object) -> str:
        return escape_markdown(on_one_line(str(text)))

    report = outcome.report
    if report is not None and report.changes:
        yield report.changes
    else:
        yield f"# {safe(outcome.request.out)}\n"
        yield (
            tr("Nothing could be built.") + "\n"
            if report is None
            else tr("Nothing changed in the brief.") + "\n"
        )
    if report is not None and report.differences:
        lines = "".join(f"- {safe(line)}\n" for line in report.differences[:MOST_REASONS])
        more = len(report.differences) - MOST_REASONS
        lines += "- " + tr("and %(more)s more", more=str(more)) + "\n" if more > 0 else ""
        printed = ", ".join(safe(name) for name, why in report.pages.items() if why is not None)
        lines += "- " + tr("printed anew: %(pages)s", pages=printed) + "\n" if printed else ""
        yield f"## {tr('Why it was built again')}\n\n{lines}"
    if outcome.failed:
        lines = "".join(f"- {safe(line)}\n" for line in outcome.failed)
        yield f"## {tr('What failed')}\n\n{lines}"
    if report is not None and report.warnings:
        lines = "".join(f"- {safe(line)}\n" for line in report.warnings)
        yield f"## {tr('What was not followed')}\n\n{lines}"
    if report is not None and report.audits:
        yield f"## {tr('Audit')}\n"
        for name, audit in report.audits.items():
            past = tr("past the threshold: %(checks)s", checks=", ".join(audit.past))
            checks = trn("%(n)s check", "%(n)s checks", audit.checks, n=str(audit.checks))
            yield f"- {safe(name)}: {checks}, {past if audit.past else tr('passed')}"
        yield ""
