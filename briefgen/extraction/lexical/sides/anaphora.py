"""Nouns that stand for the proposal a paragraph is about: "the plan", "this bill", "her scheme".

They count only where one proposal is spoken of and the passage names it by no other word. Pronouns
do not count, for "it" was as often said of something else; nor do "law" and "rule", which may be
what the proposal would do away with.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.issues import IssueIndex, Term
from briefgen.extraction.lexical.sides.terms import Hit

STAND_IN_WEIGHT = 0.7
"""How much "the plan" names the proposal that is spoken of."""

_POINTING = frozenset("the this that such these those his her its their our".split())
STANDING_IN = frozenset(
    """
    plan scheme proposal bill measure idea policy approach move reform programme program project
    initiative
    """.split()
)
_POINTING_REACH = 3


def _anaphors(tokens: Sequence[Token], clause: Clause) -> Iterator[int]:
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


def proposal_of(carried: set[str], index: IssueIndex) -> str | None:
    """Return the one proposal that the paragraph speaks of."""
    if not carried:
        return None
    proposals = [issue for issue in index.order if issue in carried and index.changes.get(issue)]
    return proposals[0] if len(proposals) == 1 else None


def names_object(by_issue: Mapping[str, list[Hit]]) -> bool:
    """Tell whether a thing at issue is named: then "the plan" may be something else."""
    return any(hit.term.role == "object" for hits in by_issue.values() for hit in hits)


def stand_ins(
    sentence: Sentence, clauses: list[Clause], issue: str, index: IssueIndex
) -> list[Hit]:
    """Return hits for the words that stand for the proposal."""
    sign = float(index.changes[issue])
    return [
        Hit(
            Term(
                issue, (word,), STAND_IN_WEIGHT, sign, "object", word, listed=False, stands_in=True
            ),
            at,
            at,
        )
        for clause in clauses
        for at in _anaphors(sentence.tokens, clause)
        for word in (sentence.tokens[at].lower,)
    ]
