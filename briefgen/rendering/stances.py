"""How each stance looks: a mark, a colour and a word, never a colour alone."""

from dataclasses import dataclass

from briefgen.models import Stance


@dataclass(frozen=True)
class StanceStyle:
    """The mark, the colour and the words of one stance."""

    mark: str
    """The character that stands for the drawn mark in Markdown."""
    colour: str
    """On white at least 4.5:1, and told apart by colour-blind readers."""
    word: str
    meaning: str
    """The words of the key."""


STANCE_STYLES: dict[Stance, StanceStyle] = {
    "support": StanceStyle("●", "#134080", "Support", "supports"),
    "oppose": StanceStyle("■", "#B5460F", "Oppose", "opposes"),
    "conditional": StanceStyle("◐", "#944FAF", "Conditional", "in part or under a condition"),
    "neutral": StanceStyle("○", "#5F6770", "No side taken", "discusses, takes no side"),
    "unclear": StanceStyle("?", "#5F6770", "Side not determined", "side not determined"),
}

SILENT_MARK = "·"
SILENT_COLOUR = "#8C9196"
INK = "#1A1A1A"
ACCENT = "#14304F"
GREY_TEXT = "#5F6770"
HAIRLINE = "#C9CDD2"


def contrast(colour: str, ground: str = "#FFFFFF") -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours, 1 to 21, after WCAG 2."""
    high, low = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour, 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
