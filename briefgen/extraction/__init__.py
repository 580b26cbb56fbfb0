"""From an article to its position record: extractors, and the proof that each must pass."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from briefgen.models import Article, PositionRecord
from briefgen.models.refusal import Refusal


class Extractor(Protocol):
    """Whatever turns an article into a record; the codebook is given when it is made."""

    name: str
    """Name and version, for the record's provenance."""

    def extract(self, article: Article) -> PositionRecord:
        """Return the record of an article, not yet verified."""
        ...


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an extractor makes of an article, with what it had to leave out itself."""

    record: PositionRecord
    """Not yet verified."""
    refused: tuple[Refusal, ...] = ()
    """What has no place in the article and so could not even become a statement."""
    notes: tuple[str, ...] = ()
    """What else is to be said of the article, one line each."""
    problem: str | None = None
    """Why this is not what was asked for, where another run may do better; None where it is."""


@runtime_checkable
class Proposer(Protocol):
    """An extractor whose source makes things up, so that what it leaves out must be told."""

    name: str

    def propose(self, article: Article) -> Proposed:
        """Return the record of an article, not yet verified, and what was refused."""
        ...


def propose(extractor: Extractor, article: Article) -> Proposed:
    """Let an extractor code an article; one that refuses nothing itself gives its record alone."""
    if isinstance(extractor, Proposer):
        return extractor.propose(article)
    return Proposed(extractor.extract(article))
