"""What a language has to know for a brief; English is it, and other languages build on it."""

import re
from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Language:
    """English: each message is its own words."""

    tag = "en"
    """As HTML and PDF name the language."""

    def message(self, text: str, context: str = "") -> str:
        """Return a message in this language, its places for values still in it.

        Args:
            text: the English text.
            context: tells two uses of the same English text apart.
        """
        return text

    def plural(self, one: str, more: str, count: int, context: str = "") -> str:
        """Return the form of a message for a count."""
        return one if count == 1 else more

    def number_word(self, count: int) -> str:
        """Return a count as a word up to ten (``no`` for none), as a numeral beyond."""
        if 0 <= count < len(_NUMBERS):
            return self.message(_NUMBERS[count], "number")
        return self.grouped(count)

    def grouped(self, count: int) -> str:
        """Return a whole number with its thousands apart: ``1,234``."""
        return f"{count:,}"

    def figure(self, count: int) -> str:
        """Return a whole number in figures as a running text has it."""
        return str(count)

    def decimal(self, value: float, places: int) -> str:
        """Return a number with so many places behind the point."""
        return f"{value:.{places}f}"

    def list_pattern(self, last: str = "and") -> tuple[str, str, str, str]:
        """Return how a list is joined: two items, the first two, the middle, the last two.

        Each pattern has ``{0}`` and ``{1}``. *last* is ``and`` or ``or``; in English any word.
        """
        return (f"{{0}} {last} {{1}}", "{0}, {1}", "{0}, {1}", f"{{0}} {last} {{1}}")

    def date(self, published: str) -> str:
        """Return an ISO date, month or year in words; other text as it is."""
        parts = date_parts(published)
        return self._write_date(*parts) if parts else published

    def _write_date(self, year: int, month: int | None, day: int | None) -> str:
        written = f"{day} " if day else ""
        return f"{written}{_MONTHS[month - 1]} {year:04}" if month else f"{year:04}"

    def date_range(self, first: str, last: str) -> str:
        """Return ``3 May to 17 October 2025`` for two different dates."""
        start, end = self.date(first), self.date(last)
        year = f" {last[:4]}"
        if first[:4] == last[:4] and start.endswith(year) and start != year.strip():
            start = start.removesuffix(year)
        between = self.message("%(first)s to %(last)s", "dates")
        return between.replace("%(first)s", start).replace("%(last)s", end)

    def quotation_marks(self) -> tuple[str, str]:
        """Return what stands before and behind a quotation."""
        before, _, behind = self.message("“%(quote)s”", "quotation").partition("%(quote)s")
        return before, behind


ENGLISH = Language()
NUMBER_WORDS: Sequence[str] = _NUMBERS


def date_parts(published: str) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day of an ISO date; None where it is none."""
    match = _DATE.fullmatch(published.strip()[:10])
    if match is None or (match[2] and not 1 <= int(match[2]) <= len(_MONTHS)):
        return None
    return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None
