"""What a run of builds did, in Markdown for a pull request."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefgen.errors import Notice
from briefgen.pipeline.requests import BuildReport, BuildRequest


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
    def failed(self) -> tuple[Notice, ...]:
        """What failed."""
        return (self.error,) if self.error else self.report.problems if self.report else ()


def make_memo(outcomes: Iterable[Outcome]) -> str:
    """Return what changed, what failed, and how the audits went, brief by brief, in Markdown."""
    from briefgen.languages import speaking

    blocks: list[str] = []
    for outcome in outcomes:
        with speaking(outcome.report.language if outcome.report is not None else "en"):
            blocks += _blocks(outcome)
    return "\n".join(blocks)


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
