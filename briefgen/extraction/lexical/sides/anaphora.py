"""Nouns that stand for the proposal a paragraph is about: "the plan", "this bill", "her scheme".

They count only where one proposal is spoken of and the passage names it by no other word. Pronouns
do not count, for "it" was as often said of something else; nor do "law" and "rule", which may be
what the proposal would do away with.
"""

from collections.abc import Iterator, Sequence

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.text import Token

_POINTING = frozenset("the this that such these those his her its their our".split())
STANDING_IN = frozenset(
    """
    plan scheme proposal bill measure idea policy approach move reform programme program project
    initiative
    """.split()
)
_POINTING_REACH = 3


def find_anaphors(tokens: Sequence[Token], clause: Clause) -> Iterator[int]:
    """Yield the numbers of the words of a clause that may stand for the proposal."""
    for index in range(clause.first + 1, clause.last + 1):
        if tokens[index].lower in STANDING_IN and _is_pointed_at(tokens, clause.first, index):
            yield index


def _is_pointed_at(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Tell whether "the plan" or "her bold plan" stands here, not "a plan"."""
    for position in range(index - 1, max(first - 1, index - 1 - _POINTING_REACH), -1):
        token = tokens[position]
        if token.possessive or token.lower in _POINTING:
            return True
        if not token.is_word:
            return False
    return False
