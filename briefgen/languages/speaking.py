"""The language in which a page is being worded, and the functions that look words up in it.

Held in a context variable: a page is made by many small functions, and each of them would otherwise
take the language along. Whoever begins a page says its language with :func:`speaking`; where nobody
did, words are English.

The texts in ``tr``, ``trn``, ``trc`` and ``noted`` are literals, so that they can be collected
(``scripts/update_languages.py``); a test finds those that a catalogue lacks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from briefgen.languages.filling import fill
from briefgen.languages.language import ENGLISH, Language
from briefgen.languages.tags import find_language

_language: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def current() -> Language:
    """Return the language in which words are looked up here."""
    return _language.get()


@contextmanager
def speaking(tag: str) -> Iterator[Language]:
    """Look words up in the language of *tag* within the block."""
    language = find_language(tag)
    token = _language.set(language)
    try:
        yield language
    finally:
        _language.reset(token)


def noted(text: str) -> str:
    """Return *text* as it is: a message that ``tr`` looks up later."""
    return text


def tr(text: str, **values: object) -> str:
    """Return a message in the language of the page, with its values.

    Args:
        text: the English message, with ``%(name)s`` where a value goes.
        values: what goes there; whole numbers are written in words up to ten.
    """
    return fill(current().message(text), _as_texts(values))


def trc(context: str, text: str, **values: object) -> str:
    """Return a message whose English text has other meanings elsewhere."""
    return fill(current().message(text, context), _as_texts(values))


def trn(one: str, more: str, count: int, **values: object) -> str:
    """Return the form of a message for *count*, which stands at ``%(count)s`` in words."""
    return fill(current().plural(one, more, count), _as_texts({"count": count, **values}))


def _as_texts(values: dict[str, object]) -> dict[str, str]:
    return {
        name: current().number_word(value) if type(value) is int else str(value)
        for name, value in values.items()
    }
