"""What builds refused: read back from the manifest, counted, and worded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from briefgen.errors import UsageError
from briefgen.ledger.past import MANIFEST_NAME, read_past
from briefgen.models.linking import DroppedSentence
from briefgen.models.refusal import REFUSAL_REASONS, Refusal, RefusalReason
from briefgen.terminal import counted, excerpt, json_text, on_one_line

_SHOWN = 160
"""Characters of a proposal, and of the article's words, that a line shows."""


@dataclass(frozen=True)
class RefusalReport:
    """What was proposed and refused in the build of one brief."""

    articles: Mapping[str, tuple[Refusal, ...]]
    """The articles' paths, in the order of their ids; those without a refusal have none."""
    linking: tuple[DroppedSentence, ...] = ()
    """Sentences that a model wrote between quotations and that are not in the brief."""

    @property
    def refused(self) -> Sequence[Refusal]:
        """All refusals, article by article."""
        return [each for refused in self.articles.values() for each in refused]

    @property
    def counts(self) -> dict[RefusalReason, int]:
        """How many there are for each reason that occurs, the most frequent first."""
        counted = Counter(each.reason for each in self.refused)
        order = {reason: number for number, reason in enumerate(REFUSAL_REASONS)}
        reasons = sorted(counted, key=lambda reason: (-counted[reason], order[reason]))
        return {reason: counted[reason] for reason in reasons}


def read_refusals(out: Path) -> RefusalReport:
    """Read what the build in the folder *out* refused.

    Args:
        out: the output folder of a build, or a file in it.

    Raises:
        UsageError: no build of this program is known there.
    """
    folder = out if out.is_dir() else out.parent
    past = read_past(folder)
    if past is None:
        there = (folder / MANIFEST_NAME).exists()
        what = "its manifest.json is not as a build wrote it" if there else "no build is known here"
        hint = "name the output folder of `briefgen build`, or build it again"
        raise UsageError(what, where=str(folder), hint=hint)
    try:
        articles = {
            str(kept["path"]): tuple(Refusal.model_validate(r) for r in kept.get("refused", ()))
            for _, kept in sorted(past.records.items())
        }
        linking = tuple(DroppedSentence.model_validate(each) for each in past.linking)
    except (KeyError, ValidationError) as error:
        hint = "build it again with this version"
        message = "its manifest.json is of another version"
        raise UsageError(message, where=str(folder), hint=hint) from error
    return RefusalReport(articles, linking)


def refusals_as_text(report: RefusalReport) -> str:
    """Word the report for a terminal; what others wrote stands on one line each."""
    return "\n".join([*_article_lines(report), *_linking_lines(report.linking)])


def _article_lines(report: RefusalReport) -> list[str]:
    refused = report.refused
    if not refused:
        return [f"nothing was refused in {counted(len(report.articles), 'article')}"]
    concerned = sum(bool(each) for each in report.articles.values())
    lines = [f"{len(refused)} refused in {concerned} of {counted(len(report.articles), 'article')}"]
    lines += [f"  {reason:<10} {count:>5}" for reason, count in report.counts.items()]
    for path, each in report.articles.items():
        if each:
            lines += ["", f"{on_one_line(path)}: {len(each)}"]
            lines += [line for refusal in each for line in _lines(refusal)]
    return lines


def _linking_lines(dropped: Sequence[DroppedSentence]) -> list[str]:
    """Word what became of a model's own sentences; nothing where all were kept."""
    if not dropped:
        return []
    counts = Counter(each.reason for each in dropped)
    lines = ["", f"{counted(len(dropped), 'linking sentence')} dropped"]
    lines += [f"  {reason:<10} {count:>5}" for reason, count in counts.most_common()]
    for each in dropped:
        names = on_one_line(", ".join(each.statements))
        named = f" (names {names})" if names else ""
        lines += [
            f"  {each.reason:<10} {on_one_line(each.issue)}: {on_one_line(each.detail)}",
            f"    proposed  {_show(each.text)}{named}",
        ]
    return lines


def refusals_as_json(report: RefusalReport) -> str:
    """Return the report as JSON: counts by reason, and every refusal with its article's path."""
    return json_text(
        {
            "counts": report.counts,
            "refused": [
                {"path": path, **refusal.model_dump()}
                for path, refused in report.articles.items()
                for refusal in refused
            ],
            "linking": [each.model_dump() for each in report.linking],
        }
    )


def _lines(refusal: Refusal) -> list[str]:
    lines = [f"  {refusal.reason:<10} {on_one_line(refusal.item)}: {on_one_line(refusal.detail)}"]
    if refusal.proposed:
        holder = f" (held by {on_one_line(refusal.holder)})" if refusal.holder else ""
        lines.append(f"    proposed  {_show(refusal.proposed)}{holder}")
    near = refusal.nearest
    if near is not None:
        lines.append(f"    article   {_show(near.excerpt)} ({near.start}-{near.end})")
    return lines


def _show(text: str) -> str:
    return on_one_line(excerpt(text, _SHOWN))
