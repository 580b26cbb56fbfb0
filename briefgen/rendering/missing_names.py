"""A name that a template uses and that does not exist: what it is, and which names would fit."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import fields

from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import StrictUndefined, Undefined
from jinja2.utils import missing

from briefgen.rendering.sandbox import names_of
from briefgen.rendering.view import BriefView

FUNCTIONS = frozenset("cite counted date_range mark namespace range words".split())
"""Beside the brief's own names, what a template can call."""
_MOST_NAMED = 3
_FEW = 16
"""So many names are all told where none is like the one that was written."""


def top_names() -> tuple[str, ...]:
    """Return the names that a template can use at once."""
    return (*(field.name for field in fields(BriefView)), *sorted(FUNCTIONS))


def find_like(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are most like *name*; at most three, none where none is."""
    by_small = {each.lower().replace("-", "_"): each for each in known}
    small = name.lower().replace("-", "_")
    found = difflib.get_close_matches(small, list(by_small), n=_MOST_NAMED, cutoff=0.6)
    return [by_small[each] for each in found]


def suggest(name: str, known: Collection[str]) -> str:
    """Return what to say of the names that would fit, to stand behind a message."""
    like = find_like(name, known)
    if like:
        return f"; did you mean {' or '.join(map(repr, like))}?"
    return f"; there are: {', '.join(known)}" if 0 < len(known) <= _FEW else ""


def describe_missing(obj: object, name: object) -> str:
    """Say that a thing has no such part.

    Args:
        obj: the thing; Jinja2's ``missing`` for a name that stands alone.
        name: as the template wrote it; a number where it asked for an item of a list.
    """
    if obj is missing:
        return f"there is no {name!r}{suggest(str(name), top_names())}"
    if isinstance(name, int):
        return f"the list has no item {name}"
    if isinstance(obj, TemplateModule):
        file = obj.__name__ or "the imported file"
        return f"{file} has no macro {name!r}{suggest(str(name), sorted(names_of(obj)))}"
    known = [str(key) for key in obj] if isinstance(obj, dict) else list(names_of(obj))
    kind = {"str": "a text", "tuple": "a list", "list": "a list", "dict": "the table"}
    what = kind.get(type(obj).__name__, type(obj).__name__)
    return f"{what} has no {name!r}{suggest(str(name), known)}"


class MissingName(StrictUndefined):
    """Raises where it is used, with the names that would fit."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return explain_missing(self)


def explain_missing(name: Undefined) -> str:
    """Return the message for a name that does not exist, or may not be touched."""
    if name._undefined_exception is SecurityError and name._undefined_hint:
        fits = list(names_of(name._undefined_obj))
        return f"{name._undefined_hint}{suggest(str(name._undefined_name), fits)}"
    return name._undefined_hint or describe_missing(name._undefined_obj, name._undefined_name)
