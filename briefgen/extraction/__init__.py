"""From an article to its position record: extractors, and the proof that each must pass."""

from typing import Protocol

from briefgen.models import Article, PositionRecord


class Extractor(Protocol):
    """Whatever turns an article into a record; the codebook is given when it is made."""

    name: str
    """Name and version, for the record's provenance."""

    def extract(self, article: Article) -> PositionRecord:
        """Return the record of an article, not yet verified."""
        ...
