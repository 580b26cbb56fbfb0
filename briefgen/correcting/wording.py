"""What was done with corrections, in lines for standard error."""

from collections.abc import Iterator

from briefgen.correcting.records import Corrected
from briefgen.models import FlaggedCorrection
from briefgen.terminal import excerpt

_FILE = "corrections.yaml"


def describe_corrections(corrected: Corrected) -> Iterator[str]:
    """Yield how many were applied, and those that were at another place, one line each."""
    total = corrected.statements + corrected.stances
    lost = sum(not flag.applied for flag in corrected.flagged)
    yield (
        f"{_FILE}: {total} of {total + lost} corrections applied "
        f"({corrected.statements} to passages, {corrected.stances} to stances)"
    )
    yield from (f"{_FILE}: {describe_flag(flag)}" for flag in corrected.flagged if flag.applied)


def describe_lost(corrected: Corrected) -> Iterator[str]:
    """Yield each correction that was not applied, one line each."""
    yield from (f"{_FILE}: {describe_flag(flag)}" for flag in corrected.flagged if not flag.applied)


def describe_flag(flag: FlaggedCorrection) -> str:
    """Return one line that names a correction and says what is the matter with it."""
    what = "applied at another place" if flag.applied and flag.quote else "applied"
    said = f"{what}: {flag.reason}" if flag.applied else f"not applied: {flag.reason}"
    quote = f", “{excerpt(flag.quote)}”" if flag.quote else ""
    return f"{flag.entry} ({flag.who}, {flag.when.partition('T')[0]}{quote}): {said}"
