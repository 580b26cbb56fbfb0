"""A question to a model, and what came back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Role = Literal["system", "user", "assistant"]
Ending = Literal["whole", "length", "cut", "flood", "refused", "too_long"]
"""``length``: the model had no room for more. ``cut``: the connection broke in mid-answer.
``flood``: the answer was longer than any that is of use, and was not kept. ``refused``: the model
or its provider would not answer. ``too_long``: the question has no room in the model's memory."""


@dataclass(frozen=True)
class Question:
    """What a model is asked."""

    about: str
    """Source id, to name it; no part of the question."""
    messages: tuple[tuple[Role, str], ...]
    schema: Mapping[str, Any] = field(hash=False)
    """JSON Schema by which a server may constrain what the model writes."""

    def key(self, model: str, options: str) -> str:
        """Return the SHA-256 of the question to a model: the same question has one answer."""
        data = json.dumps([model, options, self.messages], ensure_ascii=True)
        return hashlib.sha256(data.encode()).hexdigest()

    @property
    def characters(self) -> int:
        """How long it is."""
        return sum(len(text) for _, text in self.messages)


@dataclass(frozen=True)
class Usage:
    """Tokens that a call took."""

    input: int = 0
    output: int = 0
    measured: bool = True
    """Whether the server counted them; else they are estimated."""

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input + other.input, self.output + other.output, self.measured and other.measured
        )

    @property
    def total(self) -> int:
        """Tokens in and out."""
        return self.input + self.output


@dataclass(frozen=True)
class Answer:
    """What a model said."""

    text: str
    ending: Ending = "whole"
    usage: Usage = Usage()


CHARACTERS_PER_TOKEN = 3.5
"""A cautious figure for English and JSON: tokenizers need fewer tokens."""


def estimate_tokens(characters: int) -> int:
    """Return how many tokens a text of that length has, rather too many than too few."""
    return int(characters / CHARACTERS_PER_TOKEN) + 1
