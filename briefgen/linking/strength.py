"""Whether a proposal says more than its statements: more surely, of more, or for more people."""

from briefgen.linking.claims import read_claims
from briefgen.linking.polarity import is_negation
from briefgen.linking.sentence import Sentence


def find_lost_doubt(sentence: Sentence) -> str | None:
    """Return what its statements only hold possible, or only advise, and it says without that."""
    logic = sentence.words.logic
    for claim in read_claims(sentence):
        if claim.is_open:
            continue
        possible = claim.evidence.possible
        said = claim.content if claim.is_borrowed else claim.known
        found = [key for key, stem in said.items() if stem in possible]
        if found and not claim.has(logic.heard_as_hedge):
            return f"its statements hold {found[0]!r} possible, and no more"
        demand = next((key for key in claim.keys if key in logic.requiring), None)
        advised = not logic.advising.isdisjoint(sentence.said)
        if demand is not None and advised and logic.required.isdisjoint(sentence.said):
            return f"{demand!r}: its statements advise, and no more"
    return None


def find_added_bound(sentence: Sentence) -> str | None:
    """Return a word such as "only" or "certainly" that none of its statements has."""
    logic = sentence.words.logic
    for claim in read_claims(sentence):
        for key in () if claim.is_open else claim.keys:
            bounds = key in logic.bounding and logic.bounding.isdisjoint(sentence.said)
            if bounds or (key in logic.stressing and key not in sentence.said):
                return f"{key!r} stands in none of its statements"
    return None


def find_agreement(sentence: Sentence) -> str | None:
    """Return that it says that sides agree: statements of two sources cannot show that."""
    logic = sentence.words.logic
    for claim in read_claims(sentence):
        if claim.is_open or not logic.agreeing.isdisjoint(sentence.said):
            continue
        for place, key in enumerate(claim.keys):
            if is_negation(claim.keys, place, sentence.words):
                break  # what is denied is that they agree
            consents = not logic.consenting.isdisjoint(claim.keys[place + 1 : place + 2])
            if key in logic.agreeing and not consents:
                return f"{key!r} stands in none of its statements"
    return None
