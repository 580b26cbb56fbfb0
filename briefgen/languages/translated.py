"""A language that is not English: its catalogue, and what Babel knows of numbers, dates and lists.

The catalogue is text (``.po``), read and compiled in memory, so that a review sees every word and
nothing can go stale. Babel takes the time to import that an English brief does not need.
"""

import gettext
import io
from datetime import date
from functools import cache
from importlib import resources

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from briefgen.languages.language import Language

CATALOGUES = "briefgen.languages"


@cache
def read_catalogue(main: str) -> Catalog:
    """Return the catalogue of a language, such as ``de``."""
    file = resources.files(CATALOGUES).joinpath(f"{main}.po")
    return read_po(io.BytesIO(file.read_bytes()), locale=main)


@cache
def _compile(main: str) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(main))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Translated(Language):
    """A language of a catalogue.

    Args:
        tag: of the language, also with a region that has no catalogue of its own (``de-AT``).
        main: the language whose catalogue it is.
    """

    def __init__(self, tag: str, main: str) -> None:
        self.tag = tag
        self._words = _compile(main)
        try:
            self._locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            self._locale = Locale.parse(main)

    def message(self, text: str, context: str = "") -> str:
        """Return the catalogue's words; the English ones where it has none."""
        return self._words.pgettext(context, text) if context else self._words.gettext(text)

    def plural(self, one: str, more: str, count: int, context: str = "") -> str:
        """Return the form that the catalogue's rule gives for a count."""
        if context:
            return self._words.npgettext(context, one, more, count)
        return self._words.ngettext(one, more, count)

    def grouped(self, count: int) -> str:
        """Return a whole number as this language groups it: ``1.234``."""
        return str(format_decimal(count, locale=self._locale))

    def figure(self, count: int) -> str:
        """Return the same: grouping is no matter of place."""
        return self.grouped(count)

    def decimal(self, value: float, places: int) -> str:
        """Return a number with this language's point."""
        return str(format_decimal(value, format=f"0.{'0' * places}", locale=self._locale))

    def list_pattern(self, last: str = "and") -> tuple[str, str, str, str]:
        """Return the patterns of this language's lists (CLDR)."""
        found = self._locale.list_patterns["or" if last == "or" else "standard"]
        return (found["2"], found["start"], found["middle"], found["end"])

    def _write_date(self, year: int, month: int | None, day: int | None) -> str:
        if month is None:
            return f"{year:04}"
        if day is None:
            return str(format_skeleton("yMMMM", date(year, month, 1), locale=self._locale))
        try:
            return str(format_date(date(year, month, day), "long", locale=self._locale))
        except ValueError:  # the 31st of June
            return f"{year:04}-{month:02}-{day:02}"
