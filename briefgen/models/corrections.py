"""corrections.yaml: the analyst's last word on what the articles of a corpus say.

The file is a log: entries are added at the end, and of two entries about the same thing the later
one counts. An entry names its article by id *and* by the hash of its bytes: an entry about another
version of the article is not used, because its span may show something else there.
"""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model
from briefgen.models.record import Passage, Stance
from briefgen.models.review import CodedStance

Verdict = Literal["confirmed", "changed", "dropped", "skipped"]


class StatementCorrection(Passage):
    """What a person says about one passage of one article."""

    who: str = Field(min_length=1)
    """Who says so."""
    when: str
    """ISO 8601 date, or date and time (``2026-03-02T14:05:00Z``)."""
    article: str
    """Source id."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the article file's bytes, as in the record's provenance."""
    what: Verdict
    """``dropped``: the passage is no statement on the issue. ``skipped``: seen and left open."""
    holder: str | None = None
    """Who holds the view, as it stands in the article; None is the article's author. Where the key
    is left out, a statement that the extractor found keeps its holder."""
    issue: str | None = None
    """Issue id; None where the passage belongs to no issue of the codebook."""
    was_issue: str | None = None
    """Where the correction moves the passage to another issue: the issue under which the record
    holds it. One passage may be a statement on several issues."""
    stance: Stance = "unclear"
    """The holder's, toward the issue's proposition. Where the key is left out, a statement that the
    extractor found keeps its stance."""
    was: Stance | None = None
    """What the extractor said when the entry was made; for readers of the log."""
    note: str | None = None
    """Why, for other people."""

    @property
    def booked_under(self) -> str | None:
        """The issue under which the record holds the statement that this is about."""
        return self.was_issue or self.issue


class StanceCorrection(Model):
    """What a person says about where one article's author stands on one issue."""

    who: str = Field(min_length=1)
    """Who says so."""
    when: str
    """ISO 8601 date, or date and time."""
    article: str
    """Source id."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the article file's bytes."""
    what: Literal["confirmed", "changed", "skipped"]
    """``skipped``: seen and left open."""
    issue: str
    """Issue id."""
    stance: CodedStance
    """``absent``: the article does not address the issue, or only names it."""
    was: CodedStance | None = None
    """What the extractor said when the entry was made; for readers of the log."""
    evidence: tuple[str, ...] = ()
    """The passages that the person saw, word for word: while each of them stands once in the
    article, the entry outlives a change of it."""
    note: str | None = None
    """Why, for other people."""


class Corrections(Model):
    """All corrections of one corpus, in the order in which they were made."""

    statements: tuple[StatementCorrection, ...] = ()
    """About single passages."""
    stances: tuple[StanceCorrection, ...] = ()
    """About an article's stance on an issue as a whole."""
