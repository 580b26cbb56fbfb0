"""Text in an article's file that addresses a program which reads it: shown, never obeyed."""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model

AddressingKind = Literal["instruction", "role", "answer", "end mark", "template", "invisible"]
"""``instruction``: to set aside what the program was told, or to code the article so or so.
``role``: it says who the reader is, or who speaks, as the messages to a model do. ``answer``: what
looks like a model's answer. ``end mark``: it says that the article ends, and goes on. ``template``:
template syntax. ``invisible``: characters that carry text which nobody sees, or that turn its
direction."""
AddressingPlace = Literal["text", "metadata", "hidden element", "comment", "attribute"]
EXCERPT_CHARS = 160


class Addressing(Model):
    """One place that addresses a program."""

    kind: AddressingKind
    place: AddressingPlace
    """``text``: in the decoded text, as article or furniture. The others are no part of the text:
    what the file says of the article, and what a page holds and does not show."""
    start: int | None = Field(default=None, ge=0)
    """Offset in the decoded text; None where it is no part of it."""
    end: int | None = Field(default=None, ge=0)
    excerpt: str = Field(max_length=EXCERPT_CHARS)
    """The words, on one line; of what is invisible, what it carries."""
