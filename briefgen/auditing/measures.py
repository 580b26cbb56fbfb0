"""What a check gives: a figure, and the places that make it up."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.auditing.printed import Printed


@dataclass(frozen=True)
class Spot:
    """One place that counts against a brief."""

    message: str
    issue: str | None = None
    line: int | None = None
    figure: float | None = None
    """Of this place, where it has one of its own; else the check's."""
    file: str | None = None
    """Where it is not the page."""


@dataclass(frozen=True)
class Measure:
    """A check's name, its figure and its places; the threshold says whether it is passed."""

    name: str
    figure: float
    spots: tuple[Spot, ...] = ()


def count_spots(name: str, spots: Sequence[Spot]) -> Measure:
    """Return the measure of a check that counts places."""
    return Measure(name, len(spots), tuple(spots))


def spot_of(passage: Printed, message: str) -> Spot:
    """Return the place of a passage."""
    return Spot(message, passage.place.issue, passage.place.block.line)


def excerpt(text: str, words: int = 12) -> str:
    """Return the first words of *text*, in quotation marks."""
    found = text.split()
    return f"“{' '.join(found[:words])}{' …' if len(found) > words else ''}”"
