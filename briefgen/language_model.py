"""Which language model is asked, and how: what a person chose on the command line or in a file.

Nothing heavy is imported: an unchanged project is recognized by what stands here.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefgen.errors import UsageError

LEXICAL, LLM = "lexical", "llm"
EXTRACTORS = (LEXICAL, LLM)
VERSION = "1"
"""Of the question and of what is made of the answer: another one makes every record anew."""
PROVIDERS = (
    "anthropic",
    "llama.cpp",
    "lmstudio",
    "ollama",
    "openai",
    "openai-compatible",
    "vllm",
)
ANSWERS_NAME = "answers.jsonl"
"""Beside the outputs: what the model said, so that nothing is asked, and paid, twice."""
OnMissing = Literal["error", "lexical"]
LINKING_VERSION = "1"
"""Of the question for linking sentences, and of the lint."""
_HASH_DIGITS = 12


@dataclass(frozen=True, kw_only=True)
class LanguageModel:
    """What a person chose; key and base URL are not in it, `extraction.llm.access` finds them."""

    provider: str
    """Of ``PROVIDERS``."""
    name: str
    """As the provider knows it."""
    key_file: Path | None = None
    """A file with the key, and the base URL where that is no provider's own."""
    max_cost: float | None = None
    """Dollars that one run may cost; None for no limit."""
    max_tokens: int | None = None
    """Tokens, in and out, that one run may use; None for no limit."""
    price: tuple[float, float] | None = None
    """Dollars for a million tokens, in and out, where no list has the model."""
    concurrency: int = 4
    """Articles that are asked about at a time."""
    timeout: float = 600.0
    """Seconds that one call may take in all."""
    attempts: int = 4
    """How often a call that fails for no fault of its own is made."""
    pause: float = 1.0
    """Seconds before the second attempt; twice as many before each further one."""
    stream: bool = True
    """Whether the answer is read as it is made, so that a cut one is not lost."""
    context: int | None = None
    """Tokens that a local model is given room for; None for as many as the question needs. Only
    Ollama is told."""
    record: Path | None = None
    """A file that gets every answer, for others."""
    replay: Path | None = None
    """A file that has every answer: no connection is made."""
    on_missing: OnMissing = "error"
    """What becomes of an article whose answer the replayed file lacks."""
    max_output: int = 8192
    """Tokens that one answer may have."""
    piece_characters: int = 24_000
    """Longer articles are asked about in pieces."""
    linking_sentences: bool = False
    """Whether the model also writes what divides the sides of an issue, in sentences of its own."""

    @property
    def id(self) -> str:
        """Return ``provider:name``."""
        return f"{self.provider}:{self.name}"

    @property
    def extractor(self) -> str:
        """Return the name that records carry: another one means that they are made anew."""
        options = [self.max_output, self.piece_characters, self.context]
        digest = hashlib.sha256(json.dumps(options).encode()).hexdigest()[:_HASH_DIGITS]
        return f"{LLM}/{VERSION}+{self.id}+options:{digest}"

    @property
    def linking(self) -> str | None:
        """Return what decides the linking sentences beside the brief; None where there are none."""
        return f"{LINKING_VERSION}+{self.id}" if self.linking_sentences else None


def parse_model(text: str) -> tuple[str, str]:
    """Return provider and name of ``provider:name``.

    Raises:
        UsageError: the provider is not known, or there is no name.
    """
    provider, colon, name = text.partition(":")
    if not colon or not name.strip() or provider not in PROVIDERS:
        message = f"{text!r} names no model that can be asked"
        hint = f"PROVIDER:NAME, such as ollama:qwen3; providers: {', '.join(PROVIDERS)}"
        raise UsageError(message, where="--model", hint=hint)
    return provider, name.strip()


def choose_model(extractor: str, model: str | None, **options: object) -> LanguageModel | None:
    """Return the model that is to be asked; None where the lexical extractor is chosen.

    Args:
        extractor: of ``EXTRACTORS``.
        model: ``provider:name``.
        options: fields of `LanguageModel`; None where nothing was said.

    Raises:
        UsageError: no model is named for ``llm``, one is named for another, or something does not
            go together.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if extractor not in EXTRACTORS:
        hint = f"one of: {', '.join(EXTRACTORS)}"
        raise UsageError(f"no extractor {extractor!r}", where="--extractor", hint=hint)
    if extractor == LEXICAL:
        if model is not None:
            hint = "give --extractor llm as well, or leave --model out"
            raise UsageError("the lexical extractor asks no model", where="--model", hint=hint)
        if given.get("linking_sentences"):
            hint = "a language model writes them: give --extractor llm and --model as well"
            message = "the lexical extractor writes no sentences"
            raise UsageError(message, where="--linking-sentences", hint=hint)
        return None
    if model is None:
        hint = "such as --model ollama:qwen3 for one on this machine; docs/models.md has more"
        raise UsageError("no model is named", where="--extractor llm", hint=hint)
    if "record" in given and "replay" in given:
        hint = "--replay makes no call, so there is nothing to record"
        raise UsageError("--record and --replay exclude each other", hint=hint)
    provider, name = parse_model(model)
    return LanguageModel(provider=provider, name=name, **given)  # type: ignore[arg-type]
