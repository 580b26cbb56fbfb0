"""The line by which a page in Markdown says its language: a comment that no reader is shown.

HTML, PDF and Word say it in their own ways; Markdown has none, and the audit of a finished page has
to know. A page without the line is in English.
"""

import re

from briefgen.languages.language import ENGLISH

_NOTE = re.compile(r"^\[//\]: #language-([A-Za-z0-9-]+)$", re.MULTILINE)


def note_language(tag: str) -> str:
    """Return the lines to put behind a page; none for English."""
    return "" if tag == ENGLISH.tag else f"\n[//]: #language-{tag}\n"


def language_of_page(markdown: str) -> str:
    """Return the language that a page says it is in."""
    found = _NOTE.findall(markdown)
    return found[-1] if found else ENGLISH.tag
