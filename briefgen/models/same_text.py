"""Texts that are the same: what is kept of a text to tell, and what is said of two that are."""

from typing import Literal

from pydantic import Field

from briefgen.models.article import Source
from briefgen.models.base import Model

Difference = Literal["title", "outlet", "authors", "published", "url", "text"]


class TextSketch(Model):
    """A small sample of a text's runs of words, by which it is compared with others."""

    runs: int = Field(ge=0)
    """Different runs of four words in the body."""
    smallest: str
    """The smallest of their hashes, 256 at most: 32 bits each, the highest byte first, in order,
    as Base64."""


class SameText(Model):
    """A source whose text is that of another source, which counts for both."""

    source: Source
    of: str
    """Id of the source that counts: the fullest, of those the oldest."""
    differs: tuple[Difference, ...]
    """In what the two differ; ``text`` where one holds passages that the other does not."""
    share: float = Field(ge=0, le=1)
    """Share of the counted source's text that stands here too, estimated from sketches."""
    own_share: float = Field(ge=0, le=1)
    """Share of this text that does not stand in the counted source's, estimated likewise."""
