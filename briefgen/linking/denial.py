"""Whether a proposal denies what its statements deny, and affirms what they affirm."""

from briefgen.linking.claims import Claim, read_claims
from briefgen.linking.polarity import count_negations
from briefgen.linking.sentence import Sentence


def find_lost_negation(sentence: Sentence) -> str | None:
    """Return a word that its statements have only under a negation, and it has without one.

    A part that leaves open what is so, or denies in other words, is let through.
    """
    for claim in read_claims(sentence):
        if claim.is_open or claim.denies():
            continue
        denied = claim.evidence.denied
        found = [key for key, stem in claim.known.items() if stem in denied]
        if len(found) < claim.sentence.words.logic.least_denied:
            # In words of the issue itself, and of every topic, too: but then in no others.
            every = [key for key, stem in claim.content.items() if stem in denied]
            found = every if claim.is_borrowed else []
        if found:
            return f"its statements deny {found[0]!r}"
    return None


def find_turned_negation(sentence: Sentence) -> str | None:
    """Return a word that it denies in its statements' own words, and they affirm."""
    for claim in read_claims(sentence):
        if claim.is_open or not claim.is_borrowed or sentence.words.logic.denies_whole_clause:
            continue
        scope = _denied_in(claim)
        if scope and scope.keys() <= claim.evidence.affirmed - claim.evidence.negated:
            return f"its statements affirm {next(iter(scope.values()))!r}"
    return None


def _denied_in(claim: Claim) -> dict[str, str]:
    """Return stems to words that stand under one negation."""
    depths = count_negations(claim.keys, claim.sentence.words)
    under = {key for key, depth in zip(claim.keys, depths, strict=True) if depth == 1}
    return {stem: key for key, stem in claim.content.items() if key in under}
