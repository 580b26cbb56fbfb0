"""What ``briefgen diff`` does: read two briefs, find what changed, put it in words."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.built import read_brief
from briefgen.comparing.wording import changes_as_text
from briefgen.errors import UsageError
from briefgen.synthesis.changes import find_changes, tell_why_incomparable
from briefgen.terminal import json_text


@dataclass(frozen=True)
class Difference:
    """What came of comparing two briefs."""

    text: str
    """To print: Markdown that reads well in a terminal, or JSON."""
    is_empty: bool
    """Whether nothing changed."""


def compare_briefs(old: Path, new: Path, *, as_json: bool = False) -> Difference:
    """Compare two briefs, each a ``brief.json`` or a folder that holds one.

    Raises:
        UsageError: one of them cannot be read or is no brief of this version, or the two cannot be
            compared.
    """
    earlier, later = read_brief(old), read_brief(new)
    reason = tell_why_incomparable(earlier, later)
    if reason is not None:
        hint = "only briefs of one topic with common issues can be compared"
        raise UsageError(
            f"cannot be compared with {new}: it has {reason}", where=str(old), hint=hint
        )
    changes = find_changes(earlier, later)
    if as_json:
        return Difference(json_text(changes.model_dump(mode="json")) + "\n", changes.is_empty)
    return Difference(changes_as_text(changes, earlier, later), changes.is_empty)
