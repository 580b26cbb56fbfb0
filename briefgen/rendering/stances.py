"""How each stance looks: a mark, a colour and a word, never a colour alone.

The words are those of the page's language. Where the page has a key of its own ("for it", "against
it"), its drawings and its web page speak as the key does: :func:`words_of_key`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from briefgen.languages import noted, tr
from briefgen.models import Stance

_overrides: ContextVar[Mapping[Stance | None, str]] = ContextVar(
    "overrides",
    default={},  # noqa: B039 - nobody changes it: others are set in its place
)
_KEY_PART = re.compile(r"<!-- matrix -->\n(.*?)\n<!-- end -->", re.DOTALL)


@dataclass(frozen=True)
class StanceStyle:
    """The mark, the colour and the words of one stance."""

    stance: Stance
    mark: str
    """The character that stands for the drawn mark in Markdown."""
    colour: str
    """On white at least 4.5:1, and told apart by colour-blind readers."""
    english: tuple[str, str, str]
    """Its name, its name within a sentence, and what the key says, in English."""

    @property
    def word(self) -> str:
        """Return its name; with a key of the page's own, what that says."""
        said = override_of(self.stance)
        return said[:1].upper() + said[1:] if said else tr(self.english[0])

    @property
    def inside(self) -> str:
        """Return its name within a sentence."""
        return override_of(self.stance) or tr(self.english[1])

    @property
    def meaning(self) -> str:
        """Return the words of the key."""
        return override_of(self.stance) or tr(self.english[2])


STANCE_STYLES: dict[Stance, StanceStyle] = {
    style.stance: style
    for style in (
        StanceStyle(
            "support", "●", "#134080", (noted("Support"), noted("support"), noted("supports"))
        ),
        StanceStyle("oppose", "■", "#B5460F", (noted("Oppose"), noted("oppose"), noted("opposes"))),
        StanceStyle(
            "conditional",
            "◐",
            "#944FAF",
            (noted("Conditional"), noted("conditional"), noted("in part or under a condition")),
        ),
        StanceStyle(
            "neutral",
            "○",
            "#5F6770",
            (noted("No side taken"), noted("no side taken"), noted("discusses, takes no side")),
        ),
        StanceStyle(
            "unclear",
            "?",
            "#5F6770",
            (
                noted("Side not determined"),
                noted("side not determined"),
                noted("side not determined"),
            ),
        ),
    )
}

SILENT_MARK = "·"
SILENT_COLOUR = "#8C9196"
INK = "#1A1A1A"
ACCENT = "#14304F"
GREY_TEXT = "#5F6770"
HAIRLINE = "#C9CDD2"


def override_of(stance: Stance | None) -> str | None:
    """Return what the page's own key calls a stance (None: none); None where it has the usual."""
    return _overrides.get().get(stance)


def silent_word() -> str:
    """Return what stands for a source without a stance, within a sentence."""
    return override_of(None) or tr("none found")


@contextmanager
def words_of_key(markdown: str) -> Iterator[None]:
    """Let stances be called within the block as the page's key below who stands where calls them.

    Args:
        markdown: the page. Where it has no key, or one in the usual words, nothing changes.
    """
    token = _overrides.set(_read_key(markdown))
    try:
        yield
    finally:
        _overrides.reset(token)


def _read_key(markdown: str) -> dict[Stance | None, str]:
    part = _KEY_PART.search(markdown)
    lines = part[1].strip().splitlines() if part else []
    marks: dict[str, Stance | None] = {s.mark: s.stance for s in STANCE_STYLES.values()}
    usual: dict[str, str] = {s.mark: s.meaning for s in STANCE_STYLES.values()}
    usual[SILENT_MARK], marks[SILENT_MARK] = silent_word(), None
    found = {}
    for said in lines[-1].split(";") if lines and not lines[-1].startswith("|") else ():
        mark, _, words = said.strip().partition(" ")
        if mark in marks and words and words != usual[mark]:
            found[marks[mark]] = words
    return found


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
