"""The words of templates in the language of the page: ``{% trans %}``, ``_("…")`` and ``counted``.

Jinja2's own i18n extension reads the tags. Its functions, which fill a message with Python's ``%``,
are replaced: these take only ``%(name)s``, escape what goes there for Markdown, and write whole
numbers in words, as the rest of a brief does.
"""

# ruff: noqa: ANN401 - what a template hands over may be anything

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from briefgen.languages import current
from briefgen.languages.filling import fill
from briefgen.rendering.escaping import Markdown

if TYPE_CHECKING:
    from briefgen.rendering.sandbox import Sandbox

EXTENSION = "jinja2.ext.i18n"
GETTEXT_NAMES = frozenset({"_", "gettext", "ngettext", "npgettext", "pgettext"})
"""What the tags call, and what a template can call itself."""


def install_words(environment: "Sandbox") -> None:
    """Let an environment's templates look up their words; it has the i18n extension."""

    def put_in(message: str, values: Mapping[str, Any]) -> Markdown:
        texts = {name: _write(value, environment) for name, value in values.items()}
        filled = fill(message, texts)
        environment.budget.take_letters(len(filled))
        return Markdown(filled)

    def gettext(message: str, /, **values: Any) -> Markdown:
        """Return words in the language of the page; ``%(name)s`` is where a value goes."""
        return put_in(current().message(_text(message)), values)

    def pgettext(context: str, message: str, /, **values: Any) -> Markdown:
        """Return words that have another meaning elsewhere; the context tells which."""
        return put_in(current().message(_text(message), _text(context)), values)

    def ngettext(one: str, more: str, count: int, /, **values: Any) -> Markdown:
        """Return the words for one or for more; ``%(count)s`` is the number."""
        form = current().plural(_text(one), _text(more), _whole(count))
        return put_in(form, {"count": count, "num": count, **values})

    def npgettext(context: str, one: str, more: str, count: int, /, **values: Any) -> Markdown:
        """Return the same for words that have another meaning elsewhere."""
        form = current().plural(_text(one), _text(more), _whole(count), _text(context))
        return put_in(form, {"count": count, "num": count, **values})

    functions = (gettext, pgettext, ngettext, npgettext)
    environment.globals.update({function.__name__: function for function in functions})
    environment.globals["_"] = gettext
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's own
    environment.policies["ext.i18n.trimmed"] = True


def _write(value: Any, environment: "Sandbox") -> str:
    """Return a value as it stands in a sentence, escaped for Markdown."""
    if type(value) is int:
        return current().number_word(value)
    return str(Markdown.escape(environment.printable(value)))


def _text(message: Any) -> str:
    """Return a message as plain text; a template may have put one together."""
    if not isinstance(message, str):
        raise TypeError("a message is a text in quotation marks")
    return str(message)


def _whole(count: Any) -> int:
    if type(count) is not int:
        message = "counts with what is no whole number: put the number first, as n=sources|length"
        raise TypeError(message)
    return count
