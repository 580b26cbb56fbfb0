"""lessons.yaml: what an analyst's coding of a few articles teaches the extractor of that corpus.

The file is written by ``briefgen teach`` and is the analyst's from then on: every line can be
changed or taken out, and what the file does not say the extractor does not know.
"""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model

LessonSide = Literal["support", "oppose", "neither"]
LESSON_SIDES: tuple[LessonSide, ...] = ("support", "oppose", "neither")


class Example(Model):
    """A passage in which an author takes a side on an issue, or discusses it without one."""

    quote: str = Field(min_length=1)
    """As it stands in the article, on one line."""
    articles: tuple[str, ...] = Field(min_length=1)
    """Source ids of the articles in which it was coded so."""
    weight: float = Field(default=1.0, gt=0, le=1)
    """How much likeness to it counts: 1 in full, 0.5 by half."""


class IssueLessons(Model):
    """What was learned about one issue."""

    issue: str
    """Issue id, as in the codebook."""
    addressed: float | None = Field(default=None, gt=0)
    """From which sum of the weights of its terms an article addresses the issue, and does not only
    name it; None: as without lessons."""
    support: tuple[Example, ...] = ()
    """Passages of authors who hold the proposition right."""
    oppose: tuple[Example, ...] = ()
    """Passages of authors who hold it wrong."""
    neither: tuple[Example, ...] = ()
    """Passages that discuss the issue without taking a side, or in part for and in part against."""


class TaughtArticle(Model):
    """An article whose coding was learned from."""

    id: str
    """Its source id."""
    sha256: str
    """SHA-256 of the file's bytes, hexadecimal, when it was learned from."""


class Lessons(Model):
    """Everything that was learned for one corpus."""

    articles: tuple[TaughtArticle, ...] = Field(min_length=1)
    """The articles that were learned from: they are no test of what was learned."""
    issues: tuple[IssueLessons, ...] = ()
    """In the codebook's order; an issue without lessons is read as without the file."""
