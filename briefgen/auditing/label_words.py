"""Words by which a page says whose side follows. General English; the marks are the brief's own."""

from briefgen.models import Stance

LABELS: tuple[tuple[str, Stance], ...] = (
    ("side not determined", "unclear"),
    ("not determined", "unclear"),
    ("undetermined", "unclear"),
    ("no side taken", "neutral"),
    ("takes no side", "neutral"),
    ("discusses", "neutral"),
    ("neutral", "neutral"),
    ("conditional", "conditional"),
    ("in part", "conditional"),
    ("under a condition", "conditional"),
    ("it depends", "conditional"),
    ("not clear", "unclear"),
    ("support", "support"),
    ("in support", "support"),
    ("supports", "support"),
    ("supporters", "support"),
    ("in favour", "support"),
    ("in favor", "support"),
    ("for", "support"),
    ("pro", "support"),
    ("oppose", "oppose"),
    ("opposes", "oppose"),
    ("opponents", "oppose"),
    ("opposition", "oppose"),
    ("against", "oppose"),
    ("contra", "oppose"),
)
"""What a label may open with; the first that fits counts."""

MARKS: dict[str, Stance] = {
    "●": "support",
    "■": "oppose",
    "◐": "conditional",
    "○": "neutral",
    "?": "unclear",
}
SILENT_MARK = "·"
CHECKED_MARK = "✓"
"""Stands behind a mark that a person has checked."""

REPORTED_OPENERS = ("reported",)
"""Labels under which a page prints what sources report others to hold."""
GRANTED_OPENERS = ("granted", "conceded", "concession")
"""Labels under which a page prints what one side grants the other."""

DIGEST_NOTE = "(digest)"
"""Stands behind a passage of a digest within a line of text, in the place of quotation marks."""

REPORTED_SIDES: dict[str, Stance] = {
    "in support": "support",
    "against": "oppose",
    "in part or under a condition": "conditional",
}
"""What stands before those who are reported to take a side."""

UNEQUAL_WORDS = frozenset("fewer less shorter longer unequal unequally uneven twice".split())
"""A sentence in the brief's own words with one of them, and with an issue's title or on the issue,
says that its sides have unequal space."""
