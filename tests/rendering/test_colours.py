"""The colours of the stances: legible, and told apart by readers who see fewer colours."""

import itertools
import math

import pytest

from briefgen.rendering.stances import (
    ACCENT,
    GREY_TEXT,
    INK,
    SILENT_COLOUR,
    STANCE_STYLES,
    contrast,
)

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15 (2009): linear RGB as a dichromat sees it (severity 1).
DICHROMATS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
ALL_CONES = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
# A difference that nobody misses between two colours side by side is about 2.3 (CIE 1976); marks
# stand apart and are small, so six times that is asked for.
LEAST_DIFFERENCE = 15.0
COLOURS = {stance: style.colour for stance, style in STANCE_STYLES.items() if stance != "unclear"}


def seen(colour: str, cones: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """Return a colour in CIELAB (D65) as somebody with these cones sees it."""
    linear = []
    for place in (1, 3, 5):
        part = int(colour[place : place + 2], 16) / 255
        linear.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in cones
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883

    def f(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


@pytest.mark.parametrize("colour", [*COLOURS.values(), INK, ACCENT, GREY_TEXT])
def test_what_is_read_has_the_contrast_of_text(colour: str) -> None:
    assert contrast(colour) >= 4.5


def test_what_is_only_seen_has_the_contrast_of_graphics() -> None:
    assert contrast(SILENT_COLOUR) >= 3


@pytest.mark.parametrize("cones", [None, *DICHROMATS])
def test_no_two_sides_have_colours_that_look_alike(cones: str | None) -> None:
    matrix = DICHROMATS[cones] if cones else ALL_CONES
    differences = {
        (one, other): math.dist(seen(COLOURS[one], matrix), seen(COLOURS[other], matrix))
        for one, other in itertools.combinations(COLOURS, 2)
    }

    assert min(differences.values()) >= LEAST_DIFFERENCE, differences


def test_the_simulation_finds_colours_that_look_alike() -> None:
    """Red and a dark yellow, which a protanope hardly tells apart, are far apart for others."""
    red, yellow = "#C03000", "#5A4A00"

    def far(cones: tuple[tuple[float, ...], ...]) -> float:
        return math.dist(seen(red, cones), seen(yellow, cones))

    assert far(DICHROMATS["protanopia"]) < LEAST_DIFFERENCE < far(ALL_CONES) / 2
