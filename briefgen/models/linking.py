"""Sentences that a language model wrote between the quotations of a brief, and what became of them.

None of them is anybody's words: they are marked on the page, and each names the statements that it
rests on.
"""

from typing import Literal, get_args

from pydantic import Field

from briefgen.models.base import Model

DropReason = Literal[
    "form",
    "markup",
    "unsourced",
    "unknown",
    "quotation",
    "language",
    "address",
    "date",
    "number",
    "quantity",
    "name",
    "loaded",
    "saying",
    "negation",
    "voice",
    "side",
    "strength",
    "condition",
    "relation",
    "unlike",
    "surplus",
    "one-sided",
]
"""``form``: it is no single plain sentence. ``markup``: it holds marks, links or characters that no
sentence needs. ``unsourced``, ``unknown``: it names no statement, or one that was not put to the
model. ``quotation``: it quotes; quotations are the sources' alone. ``language``: it is in another
language than the page. ``address``: it speaks to a reader or a program. ``date``, ``number``,
``quantity`` (all, most, many …), ``name``: one stands in none of the statements that it names.
``loaded``: a word that praises or blames. ``saying``: a verb of saying that doubts or endorses.
``negation``: one that the statements lack, or one of theirs
that it lacks. ``voice``: it says neither whose view it tells nor that
something is disputed, so that the brief itself would say it. ``side``: it speaks of a side of which
it names no statement, or in words of the others' statements alone. ``strength``: it is surer than
they are (will, must, only, agree). ``condition``: they say so under a condition, and it does not.
``relation``: a because that joins two of them, a comparison that they lack or have the other way
round. ``unlike``: most of its words are neither the statements' nor the issue's.
``surplus``: one more than there may be, or the same again. ``one-sided``: it speaks for one side,
and no sentence that was kept speaks for the other."""
DROP_REASONS: tuple[DropReason, ...] = get_args(DropReason)
KEPT_CHARACTERS = 300
"""As much of a dropped sentence is kept as tells which it was."""


class LinkingSentence(Model):
    """One sentence that a model wrote and the lint let through."""

    text: str
    """In the language of `LinkingWords.language`; no words of a source."""
    statements: tuple[str, ...] = Field(min_length=1)
    """Ids of the statements that it rests on."""


class IssueLinking(Model):
    """What a model wrote on one issue."""

    issue: str
    sentences: tuple[LinkingSentence, ...] = Field(min_length=1)
    """At most three, in the model's order."""


class LinkingWords(Model):
    """What a model wrote between the quotations of a brief."""

    model: str
    """``provider:name``."""
    language: str
    """Its tag: the sentences stand on pages in this language alone."""
    issues: tuple[IssueLinking, ...] = ()
    """Those with a sentence that was kept, in the codebook's order."""
    dropped: dict[DropReason, int] = Field(default_factory=dict)
    """How many sentences were dropped, by reason; what they said is in the manifest alone."""
    unanswered: tuple[str, ...] = ()
    """Ids of the issues about which the model was asked and gave nothing that can be read."""

    @property
    def kept(self) -> int:
        """How many sentences stand in the brief."""
        return sum(len(issue.sentences) for issue in self.issues)


class DroppedSentence(Model):
    """A sentence that a model wrote and that is not in the brief."""

    issue: str
    reason: DropReason
    detail: str
    """Why, in words."""
    text: str = Field(max_length=KEPT_CHARACTERS)
    """What the model wrote, cut; nobody's words."""
    statements: tuple[str, ...] = ()
    """What it named, cut to a few."""
