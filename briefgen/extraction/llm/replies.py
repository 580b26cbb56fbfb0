"""The form of an answer, and what of it is taken: forgiving in form, strict in what it may name."""

import json
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from briefgen.models import Stance, StatementKind

_NOBODY = frozenset({"", "null", "none", "n/a", "author", "the author", "the article's author"})
_SIDES = {
    "supports": "support",
    "supporting": "support",
    "for": "support",
    "pro": "support",
    "favor": "support",
    "favour": "support",
    "agree": "support",
    "opposes": "oppose",
    "opposed": "oppose",
    "opposing": "oppose",
    "against": "oppose",
    "con": "oppose",
    "disagree": "oppose",
    "mixed": "conditional",
    "partial": "conditional",
    "partly": "conditional",
}
_NUMBER = re.compile(r"\d{1,6}")
_RANGE = re.compile(r"\s*(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*")
_MOST_SENTENCES = 60
_LONGEST = 4000


def _word(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value


def _side(value: object) -> object:
    word = _word(value)
    return _SIDES.get(word, word) if isinstance(word, str) else word


def _text_or_none(value: object) -> object:
    if isinstance(value, str) and value.strip().casefold() in _NOBODY:
        return None
    return value.strip() if isinstance(value, str) else value


def _numbers(value: object) -> object:
    """Take 3, "3", "3-5" and [3, "4"] for lists of numbers."""
    if isinstance(value, str):
        between = _RANGE.fullmatch(value)
        if between is not None:
            first, last = int(between[1]), int(between[2])
            return list(range(first, min(last, first + _MOST_SENTENCES) + 1))
        return [int(found) for found in _NUMBER.findall(value)]
    if isinstance(value, int):
        return [value]
    if isinstance(value, list):
        found = [_numbers(each) for each in value[:_MOST_SENTENCES]]
        return [number for each in found if isinstance(each, list) for number in each]
    return [] if value is None else value


def _texts(value: object) -> object:
    if value is None:
        return []
    if isinstance(value, str):
        return [value] if value.strip() else []
    return value


_Text = Annotated[str, Field(max_length=_LONGEST)]
Name = Annotated[_Text | None, BeforeValidator(_text_or_none)]
Numbers = Annotated[list[int], BeforeValidator(_numbers)]
Texts = Annotated[list[_Text], BeforeValidator(_texts), Field(max_length=20)]
Side = Annotated[Stance, BeforeValidator(_side)]
Kind = Annotated[StatementKind, BeforeValidator(_word)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Said(_Part):
    """One statement, as a model proposes it."""

    sentences: Numbers = []
    quotation: Annotated[_Text, BeforeValidator(lambda value: value or "")] = ""
    """Empty: the sentences as a whole."""
    holder: Name = None
    """None: the author."""
    role: Name = None
    kind: Kind = "claim"
    issue: Name = None
    stance: Side = "unclear"
    addressee: Name = None
    conditions: Texts = []
    reasons: Texts = []
    rationale: Name = None


class View(_Part):
    """The author's stance on one issue, as a model proposes it."""

    issue: str
    stance: Side
    statements: Numbers = []
    """Places in the list of statements, from 1."""
    rationale: Name = None


class Reply(_Part):
    """What is whole of an answer."""

    statements: tuple[Said | None, ...] = ()
    """In the order of the answer; None where one could not be used, so that places stay."""
    author: tuple[View, ...] = ()
    thesis: int | None = None
    """Place in the list, from 1."""


def reply_schema() -> dict[str, Any]:
    """Return the JSON Schema by which a server may constrain what a model writes.

    Written out: constrained decoders know little of the standard, and every field is required.
    """
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    numbers = {"type": "array", "items": {"type": "integer"}}
    maybe = {"anyOf": [text, {"type": "null"}]}
    stance = {"type": "string", "enum": ["support", "oppose", "conditional", "neutral", "unclear"]}
    kinds = ["claim", "recommendation", "prediction", "reason", "concession", "question"]
    said = _object(
        sentences=numbers,
        quotation=text,
        holder=maybe,
        role=maybe,
        kind={"type": "string", "enum": kinds},
        issue=maybe,
        stance=stance,
        addressee=maybe,
        conditions=texts,
        reasons=texts,
        rationale=text,
    )
    view = _object(issue=text, stance=stance, statements=numbers, rationale=text)
    schema = _object(
        statements={"type": "array", "items": said},
        author={"type": "array", "items": view},
        thesis={"anyOf": [{"type": "integer"}, {"type": "null"}]},
    )
    # No part is shared: some clients take apart what they are given.
    copied: dict[str, Any] = json.loads(json.dumps(schema))
    return copied


def _object(**fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
