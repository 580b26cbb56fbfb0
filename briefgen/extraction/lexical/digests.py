"""Digests: somebody's summary of a text, in which "the author" is whoever wrote the text."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extraction.lexical.voices.attribution import Attribution

_NOUNS = ("author", "authors", "writer", "article", "piece", "essay", "op-ed", "columnist")
_DIGESTED = frozenset(f"{article}{noun}" for article in ("the ", "") for noun in _NOUNS) | {
    "he",
    "she",
}
"""How a digest names whose text it sums up; pronouns that point to somebody are resolved before."""


def as_authors(attribution: Attribution, authors: Sequence[str]) -> Attribution:
    """Return what a digest reports of its text's author as the author's own.

    Args:
        attribution: of somebody.
        authors: of the text, as far as they are known; a digest names them in full, by the surname,
            or by a pronoun that points back to nobody else.
    """
    holder = attribution.holder
    if holder is None or not _is_author(holder.name.casefold(), authors):
        return attribution
    denied = attribution.negated and not attribution.wish
    return replace(attribution, holder=None, endorsement=-1 if denied else 1)


def _is_author(name: str, authors: Sequence[str]) -> bool:
    known = [author.casefold() for author in authors]
    surnames = (author.split()[-1] for author in known if author.split())
    return name in _DIGESTED or name in known or name in surnames
