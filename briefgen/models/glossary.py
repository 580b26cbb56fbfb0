"""The words that a codebook explains, for readers outside the field."""

from pydantic import Field

from briefgen.models.base import Model


class GlossaryTerm(Model):
    """A word, and what it means."""

    term: str = Field(min_length=1)
    """As the codebook writes it."""
    meaning: str = Field(min_length=1)
    """One plain sentence."""
