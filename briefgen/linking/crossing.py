"""Whether each side is given its own view and not the other's."""

from collections.abc import Iterable

from briefgen.linking.basis import Cited
from briefgen.linking.claims import Claim, read_claims
from briefgen.linking.sentence import Sentence
from briefgen.models import SIDES, Stance


def find_crossed_side(sentence: Sentence) -> str | None:
    """Return a side whose view is told in words that only others' statements have.

    What a side doubts or answers is the other's view; nothing is asked of that.
    """
    for claim in read_claims(sentence):
        if claim.is_open or claim.has(sentence.words.logic.doubting) or not claim.known:
            continue
        sides = SIDES if claim.both else sorted(claim.sides) if len(claim.sides) == 1 else ()
        for side in sides:
            other = _words_of_others(claim, side)
            most = len(claim.known) - 1 if claim.both else len(claim.known) // 2
            if len(other) > most:
                return f"no statement of those who {side} has {other[0]!r}"
    return None


def _words_of_others(claim: Claim, side: Stance) -> list[str]:
    own: Iterable[Cited] = (each for each in claim.sentence.cited if each.stance == side)
    stems = frozenset[str]().union(*(claim.said_by(each).all for each in own))
    return [key for key, stem in claim.known.items() if stem not in stems]
