"""An article as read: decoded text that nobody edits, and blocks that mark what is what in it."""

from typing import Literal, Self

from pydantic import Field, model_validator

from briefgen.models.addressing import Addressing, AddressingKind
from briefgen.models.base import Model

BlockKind = Literal["heading", "body", "furniture"]
SourceKind = Literal["verbatim", "digest"]


class Span(Model):
    """Character offsets into an article's decoded text, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _end_is_not_before_start(self) -> Self:
        if self.end < self.start:
            msg = f"span ends at {self.end}, before its start at {self.start}"
            raise ValueError(msg)
        return self

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Block(Span):
    """A run of the article's text of one kind.

    The blocks of an article are sorted and disjoint; every character outside all of them is white
    space, so that blocks account for the whole text.
    """

    kind: BlockKind
    reason: str | None = None
    """Why the block counts as what it is, in words for a reader of ``briefgen inspect``; for
    furniture never None."""


class Source(Model):
    """What is known about an article. What nobody gave and the text does not show is None."""

    id: str
    """The file's stem; unique in a corpus."""
    path: str
    """Relative to the corpus, with forward slashes."""
    title: str | None = None
    opening: str | None = None
    """Its first words, for naming it; only where it has no title."""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date (``2025-10-17``), or a year or year and month where no more is known."""
    url: str | None = None
    kind: SourceKind = "verbatim"
    """``verbatim``: the source's own words, quoted. ``digest``: somebody's summary, paraphrased."""
    words: int = Field(default=0, ge=0)
    """Words in body blocks (runs of letters and digits)."""
    addressing: tuple[AddressingKind, ...] = ()
    """What in its file addresses a program that reads it, by kind. It was not obeyed, and nothing
    was left out because of it."""


class Article(Model):
    """One document as read."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    input_sha256: str
    """SHA-256 of the file's bytes, hexadecimal."""
    addressing: tuple[Addressing, ...] = ()
    """Where its file addresses a program that reads it."""
