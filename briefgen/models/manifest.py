"""The manifest of a build: what it was made from and by, what it wrote, what is kept for the next.

It lies beside the outputs. It holds no clock and no path of a machine, so that the same inputs give
the same bytes.
"""

from briefgen.models.base import Model
from briefgen.models.linking import DroppedSentence
from briefgen.models.record import PositionRecord
from briefgen.models.refusal import Refusal


class Options(Model):
    """What was asked for."""

    pages: dict[str, tuple[str, ...]]
    """Audiences to the formats in which each is written."""
    extractor: str
    """What codes the articles."""
    language: str | None = None
    """Of the brief's own words, where the build named one."""
    changes: bool
    """Whether the brief says what is different from the one before."""
    date: str | None = None
    """The date of the files, where it is not the newest source's."""
    audit: dict[str, float]
    """Checks of the audit to their thresholds, where they are not the program's own."""
    linking: str | None = None
    """The model that writes linking sentences, with the version of that; None where none does."""


class KeptRecord(Model):
    """What the next build needs in order to keep an article's record."""

    path: str
    """The article, relative to the corpus."""
    article: str
    """SHA-256 of its bytes."""
    entry: str
    """SHA-256 of its path, its id and what sources.yaml says of it."""
    line: str
    """SHA-256 of its line in records.jsonl."""
    notes: tuple[str, ...] = ()
    """What was to be said of the article, one line each."""
    refused: tuple[Refusal, ...] = ()
    """What was proposed for the article and has no place in it."""
    machine: PositionRecord | None = None
    """As the extractor made it, where a person's corrections changed it; else None."""


class KeptPage(Model):
    """What the next build needs in order to keep a page, one audience in one format."""

    made_from: dict[str, str]
    """All that decides the page, to SHA-256 or to versions; a template that is looked for and not
    there has an empty one."""
    document: str = ""
    """Of a PDF, SHA-256 of the document that was laid out and of the files in it; else empty."""


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
    """One build: what it was made from and by, what it wrote, what is kept for the next."""

    schema_version: int = 2
    program: str
    """``briefgen`` and its version."""
    packages: dict[str, str]
    """Packages that shape the outputs, to their versions."""
    options: Options
    language: str
    """Of the brief's own words, where an audience has none of its own."""
    inputs: dict[str, str]
    """Files of the corpus, relative to it, to their SHA-256."""
    codebook: dict[str, str]
    """Issue ids to the SHA-256 of what the codebook says of them; all else of it under ``*``."""
    templates: dict[str, str]
    """Files of the audiences and what they share, to their SHA-256; of a template that is looked
    for and not there it is empty."""
    coding: dict[str, str]
    """What the coding of every article depends on, to names or SHA-256."""
    outputs: dict[str, str]
    """Names of the files beside this one, to their SHA-256."""
    records: dict[str, KeptRecord]
    """Source ids to what is kept."""
    pages: dict[str, KeptPage]
    """Names of the pages among the outputs to what they were made from."""
    audits: dict[str, PageAudit]
    """Audiences to the audits of their pages."""
    counts: Counts
    warnings: tuple[str, ...] = ()
    """What a person said and the brief does not follow, and which articles address a program that
    reads them; one line each."""
    problems: int = 0
    """How many things failed; a build with problems is tried again."""
    linking: tuple[DroppedSentence, ...] = ()
    """Sentences that a model wrote and that are not in the brief."""
    seal: str = ""
    """SHA-256 of this file with an empty seal: by it a change is noticed."""
