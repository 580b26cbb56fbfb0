"""The manifest of a build: what it was made from and by, what it wrote, what is kept for the next.

It lies beside the outputs. It holds no clock and no path of a machine, so that the same inputs give
the same bytes.
"""

from pydantic import Field

from briefgen.models.base import Model
from briefgen.models.record import PositionRecord


class Options(Model):
    """What was asked for."""

    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    extractor: str
    """Name and version of what codes the articles, with its options."""
    changes: bool
    """Whether the brief says what is different from the one before."""


class KeptRecord(Model):
    """What the next build needs in order to keep an article's record."""

    path: str
    """The article, relative to the corpus."""
    key: str
    """SHA-256 of all that its coding depends on."""
    line: str
    """SHA-256 of its line in records.jsonl."""
    notes: tuple[str, ...] = ()
    """What was to be said of the article, one line each."""
    machine: PositionRecord | None = None
    """As the extractor made it, where a person's corrections changed it; else None."""


class PageAudit(Model):
    """How the audit of one page went."""

    checks: int
    past: tuple[str, ...] = ()
    """Names of the checks that were past their threshold."""


class Counts(Model):
    """How much there is."""

    articles: int
    """Files that were to be read."""
    sources: int
    """Articles that were coded."""
    failures: int
    """Articles that could not be."""
    statements: int
    issues: int


class Manifest(Model):
    """One build."""

    schema_version: int = 1
    program: str
    """``briefgen`` and its version."""
    packages: dict[str, str]
    """Packages that shape the outputs, to their versions."""
    options: Options
    inputs: dict[str, str]
    """Files of the corpus, relative to it, to their SHA-256."""
    codebook: dict[str, str]
    """Issue ids to the SHA-256 of what the codebook says of them; ``topic`` and the like under
    ``*``."""
    templates: dict[str, str]
    """Files of the audiences and what they share, to their SHA-256."""
    outputs: dict[str, str]
    """Names of the files beside this one, to their SHA-256."""
    records: dict[str, KeptRecord] = Field(default_factory=dict)
    """Source ids to what is kept."""
    audits: dict[str, PageAudit] = Field(default_factory=dict)
    """Audiences to the audits of their pages."""
    counts: Counts
    problems: int = 0
    """How many things failed; a build with problems is tried again."""
