"""The position record: one article's statements, and its author's stance on each issue.

The field names are an interface (``records.jsonl``): others read them.
"""

from typing import Literal

from pydantic import Field

from briefgen.models.article import Source, Span
from briefgen.models.base import Model
from briefgen.models.review import CodedStance, ReviewState
from briefgen.models.same_text import TextSketch

Stance = Literal["support", "oppose", "conditional", "neutral", "unclear"]
STANCES: tuple[Stance, ...] = ("support", "oppose", "conditional", "neutral", "unclear")
SIDES: tuple[Stance, Stance] = ("support", "oppose")
"""For the proposition, and against it."""
TELLING: frozenset[Stance] = frozenset(("support", "oppose", "conditional"))
"""Stances that tell where somebody stands."""
StatementKind = Literal["claim", "recommendation", "prediction", "reason", "concession", "question"]
Modality = Literal["plain", "must", "should", "could", "may", "will"]


class Passage(Span):
    """A slice of the article: ``article.text[start:end] == quote``."""

    quote: str = Field(min_length=1)


class Holder(Model):
    """A named actor whose words or view an article reports."""

    name: str = Field(min_length=1)
    """As it stands in the article near the statement."""
    role: str | None = None
    """Office or description as it stands in the article; None where it gives none."""


class Statement(Passage):
    """A span in which one holder says something about the topic."""

    id: str
    """``<source id>:s<number>``, numbered from 1 in the order of the text."""
    kind: StatementKind
    holder: Holder | None
    """Who holds the view; None is the article's author."""
    issue: str | None
    """Issue id; None where the statement belongs to no issue of the codebook."""
    stance: Stance
    """The holder's, toward the issue's proposition."""
    modality: Modality
    negated: bool = False
    """Whether the statement's main clause is negated."""
    addressee: str | None = None
    """For a recommendation: who should act, as it stands in the text; None where it does not
    say."""
    conditions: tuple[Passage, ...] = ()
    """What the statement depends on ("if …", "provided that …")."""
    reasons: tuple[Passage, ...] = ()
    """Why, as the holder gives it ("because …", "since …")."""
    review: ReviewState = "machine"
    """Whether a person has checked issue, stance and holder; never ``recomputed``."""


class IssueStance(Model):
    """The author's own stance on one issue."""

    stance: Stance
    confidence: float = Field(ge=0, le=1)
    """How likely readers agree, by the share that was right on coded corpora; of ``unclear``: that
    readers too see no side. 1 where a person said it; of a recomputed stance the share of the
    author's statements that bear it out, by Laplace's rule of succession."""
    statements: tuple[str, ...]
    """Ids of the statements that show it, the clearest first."""
    review: ReviewState = "machine"
    """Who says so: the extractor, a person, or the rule that follows from corrected statements."""
    machine: CodedStance | None = None
    """What the extractor said, where this is something else; None where it said the same."""


class Unaddressed(Model):
    """An issue on which a person's corrections leave no stance of the author."""

    machine: CodedStance
    """What the extractor said."""
    review: ReviewState
    """``confirmed`` or ``corrected``: a person said that the article does not address the issue;
    ``recomputed``: no passage is left that shows a stance."""


class Provenance(Model):
    """What a record was made from and by."""

    input_sha256: str
    codebook_sha256: str
    """SHA-256 of the codebook's canonical JSON."""
    extractor: str
    """Name and version, for example ``lexical/1``."""
    text: TextSketch | None = None
    """What tells whether another article has the same text; None where the record was made by a
    program that kept none: then it counts as a text of its own."""
    named: tuple[str, ...] | None = None
    """Ids of the issues of which a term stands in the article's title, a heading or the body, in
    the codebook's order; None where the record was made by a program that did not look."""


class PositionRecord(Model):
    """One article's statements and its author's stances."""

    source: Source
    provenance: Provenance
    thesis: str | None
    """Id of the statement that carries the article's main point; None where none is clear."""
    stances: dict[str, IssueStance]
    """Issue id to the author's own stance; an issue that the article does not address is absent."""
    statements: tuple[Statement, ...]
    """In the order of the text."""
    unaddressed: dict[str, Unaddressed] = Field(default_factory=dict)
    """Issue id to what became of the stance, where corrections leave none; such an issue is absent
    from ``stances``."""
