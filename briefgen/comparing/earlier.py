"""The brief that stood in the output folder before, and what has changed since.

The rule that keeps "same inputs, same bytes" while a brief tells of its predecessor: where the
earlier brief rests on the same evidence and was made by the same program, nothing has happened,
and its own section on changes is carried over as it is. Otherwise the two are compared. So a brief
that is built again and again tells what changed when its evidence last did, and its files stay the
same byte for byte.
"""

from dataclasses import dataclass
from pathlib import Path

from briefgen.built import read_brief
from briefgen.errors import UsageError
from briefgen.models import Brief, Changes
from briefgen.synthesis.changes import find_changes, tell_why_incomparable


@dataclass(frozen=True)
class Compared:
    """What came of comparing a brief with the one that is there."""

    brief: Brief
    """With its changes, where there is something to compare with."""
    notes: tuple[str, ...] = ()
    """Why the earlier brief was not used, in one line; none where it was, or there is no brief."""


def compare_with_earlier(brief: Brief, place: Path) -> Compared:
    """Say in *brief* what is different from the brief in the file *place*, where there is one.

    A file that cannot be used (torn, foreign, of another version, about another topic) costs the
    section on changes, never the brief; the reason is noted.
    """
    if not place.exists():
        return Compared(brief)
    try:
        earlier = read_brief(place)
    except UsageError as error:
        note = f"{error.where}: {error.message}; it is replaced, and no changes are told"
        return Compared(brief, (note,))
    reason = tell_why_incomparable(earlier, brief)
    if reason is not None:
        note = f"{place}: the earlier brief has {reason}; no changes are told"
        return Compared(brief, (note,))
    return Compared(brief.model_copy(update={"changes": _changes_since(earlier, brief)}))


def tell_changes(brief: Brief, place: Path) -> str:
    """Return what is different from the brief in the file *place*, in Markdown; empty: nothing."""
    from briefgen.comparing.wording import changes_as_text, new_brief_as_text

    try:
        earlier = read_brief(place)
    except UsageError:
        return new_brief_as_text(brief)
    if tell_why_incomparable(earlier, brief) is not None:
        return new_brief_as_text(brief)
    changes = find_changes(earlier, brief)
    return "" if changes.is_empty else changes_as_text(changes, earlier, brief)


def _changes_since(earlier: Brief, brief: Brief) -> Changes | None:
    if (earlier.evidence_sha256, earlier.generator) == (brief.evidence_sha256, brief.generator):
        return earlier.changes
    return find_changes(earlier, brief)
