"""What a check of a codebook finds: a place, what is the matter, what to do."""

from dataclasses import dataclass

from briefgen.ingest.codebook_places import Place


@dataclass(frozen=True)
class Finding:
    """One thing in a codebook that is worth a look."""

    line: int
    """Line of the file, from 1."""
    key: str
    """``issues[2].terms[1]``; empty for the file."""
    check: str
    """Which check found it: ``term-absent``, ``proposition-question``, …"""
    message: str
    """What is the matter."""
    advice: str
    """What to do next."""


def finding_at(place: Place, check: str, message: str, advice: str) -> Finding:
    """Return a finding at a place of the codebook."""
    return Finding(place.line, place.key, check, message, advice)
