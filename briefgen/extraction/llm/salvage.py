"""From a model's text to what is whole of its answer.

Small models put a fence around JSON, talk before it, leave a comma too many, or stop in the middle.
Whatever item is whole is kept; what is broken is counted, never guessed.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from briefgen.extraction.llm.replies import Reply, Said, View

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_DECODER = json.JSONDecoder()
_LISTS = ("statements", "author")
_THESIS = re.compile(r'"thesis"\s*:\s*(\d{1,6})')
_BETWEEN = re.compile(r"[\s,]*")
_COMMA_TOO_MANY = re.compile(r",(\s*[\]}])")
MOST_STATEMENTS = 500
"""More than any article makes: a model that repeats itself for ever is cut off here."""
Item = TypeVar("Item", bound=BaseModel)


@dataclass(frozen=True)
class Salvaged:
    """What is whole of an answer."""

    reply: Reply
    complete: bool
    """Whether the answer is one JSON object in the form that was asked for."""
    broken: int = 0
    """Items that could not be used."""
    fault: str = ""
    """Why it is not complete, for the model."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be used."""
        return not any(self.reply.statements) and not self.reply.author

    @property
    def is_lame(self) -> bool:
        """Whether there are items and not one can be used."""
        return self.is_empty and self.broken > 0

    @property
    def worth(self) -> tuple[bool, int]:
        """How good it is beside another answer to the same question."""
        usable = sum(each is not None for each in self.reply.statements)
        return self.complete and not self.is_lame, usable + len(self.reply.author)


def salvage(text: str) -> Salvaged:
    """Return what is whole of an answer."""
    body = _THINKING.sub("", text)
    value, fault = _find_object(body, _LISTS)
    if value is not None:
        return _checked(value)
    items = {name: list(_whole_items(body, name, _LISTS)) for name in _LISTS}
    thesis = _THESIS.search(body)
    found = _checked({**items, "thesis": int(thesis[1]) if thesis else None})
    return Salvaged(found.reply, complete=False, broken=found.broken, fault=fault)


def salvage_list(text: str, name: str) -> tuple[list[object], str]:
    """Return the items of the one list that an answer is to hold, and what is wrong with it.

    Args:
        text: the answer.
        name: the list's.

    Returns:
        Those items that are whole JSON, and None for each that is not; and why the answer is not
        one object with that list, for the model, or nothing.
    """
    body = _THINKING.sub("", text)
    value, fault = _find_object(body, (name,))
    if value is not None and isinstance(value[name], list):
        return value[name], ""
    return list(_whole_items(body, name, (name,))), fault or f'its "{name}" is no list'


def _find_object(body: str, names: Sequence[str]) -> tuple[dict[str, Any] | None, str]:
    """Return the object that the text holds, also one with a comma too many; or what is wrong."""
    value, fault = _whole_object(body, names)
    if value is None and _COMMA_TOO_MANY.search(body):
        value, _ = _whole_object(_COMMA_TOO_MANY.sub(r"\1", body), names)
    return value, "" if value is not None else fault


def _whole_object(text: str, names: Sequence[str]) -> tuple[dict[str, Any] | None, str]:
    """Return the object that the text holds, whatever stands around it; else what is wrong.

    It has at least one of the lists that are named; the first is the one that matters.
    """
    fault = "it holds no JSON object"
    for start in (found.start() for found in re.finditer(r"\{", text)):
        try:
            value, _ = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            fault = f"its JSON is broken at character {error.pos - start}: {error.msg}"
        except (ValueError, RecursionError):  # a number of thousands of digits; a tower of [
            fault = "its JSON cannot be read"
        else:
            if isinstance(value, dict) and not value.keys().isdisjoint(names):
                return value, ""
            fault = f'its JSON has no "{names[0]}"'
        if f'"{names[0]}"' in text[start:]:
            # The object that was meant is broken; what stands inside it is no object of its own.
            break
    return None, fault


def _whole_items(text: str, name: str, names: Sequence[str]) -> Iterator[object]:
    """Yield the items of a list that are whole, and None for each that is not."""
    opened = _opening_of(name).search(text)
    if opened is None:
        return
    at, end = opened.end(), _end_of(text, opened.end(), names)
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at >= end or text[at] != "{":
            return
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield None
            at = text.find("{", at + 1)
            if at < 0:
                return
        else:
            yield value


@cache
def _opening_of(name: str) -> re.Pattern[str]:
    return re.compile(rf'"{name}"\s*:\s*\[')


def _end_of(text: str, start: int, names: Sequence[str]) -> int:
    """Return where the list that begins at *start* ends at the latest: where another begins."""
    others = (_opening_of(name).search(text, start) for name in names)
    return min((found.start() for found in others if found), default=len(text))


def _checked(value: dict[str, Any]) -> Salvaged:
    """Take each item that has the form, one by one."""
    said = _as_list(value.get("statements"))[:MOST_STATEMENTS]
    views = _as_list(value.get("author"))
    statements = tuple(_taken(each, Said) for each in said)
    author = tuple(view for each in views if (view := _taken(each, View)) is not None)
    thesis = value.get("thesis")
    broken = statements.count(None) + len(views) - len(author)
    whole = isinstance(value.get("statements"), list)
    reply = Reply.model_construct(
        statements=statements,
        author=author,
        thesis=thesis if isinstance(thesis, int) and not isinstance(thesis, bool) else None,
    )
    fault = "" if whole else 'it has no list "statements"'
    return Salvaged(reply, complete=whole, broken=broken, fault=fault)


def _as_list(value: object) -> list[object]:
    if isinstance(value, dict):  # one item that nobody put into a list; or views by their issues
        if all(isinstance(each, dict) for each in value.values()):
            return [{"issue": name, **each} for name, each in value.items()]
        return [value]
    return value if isinstance(value, list) else []


def _taken(value: object, model: type[Item]) -> Item | None:
    try:
        return model.model_validate(value)
    except ValidationError:
        return None
