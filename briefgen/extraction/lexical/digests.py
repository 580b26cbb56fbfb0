"""Digests: somebody's summary of a text, in which "the author" is whoever wrote the text."""

from dataclasses import replace

from briefgen.extraction.lexical.voices.attribution import Attribution

_NOUNS = ("author", "authors", "writer", "article", "piece", "essay", "op-ed", "columnist")
_DIGESTED = frozenset(f"{article}{noun}" for article in ("the ", "") for noun in _NOUNS)
"""How a digest names whose text it sums up."""


def as_authors(attribution: Attribution) -> Attribution:
    """Return what a digest reports of "the author" as the author's own: whose text it sums up."""
    holder = attribution.holder
    if holder is None or holder.name.casefold() not in _DIGESTED:
        return attribution
    denied = attribution.negated and not attribution.wish
    return replace(attribution, holder=None, endorsement=-1 if denied else 1)
