"""Whether a proposal joins things as its statements do: by an if, a because, a than."""

from collections.abc import Iterator

from briefgen.extraction.skeleton import read_skeleton
from briefgen.linking.basis import Cited
from briefgen.linking.claims import Claim, read_claims
from briefgen.linking.clauses import Keys, split_statement
from briefgen.linking.sentence import Sentence

_LEAST_TAKEN = 2
"""Words that a part has from a clause, before it is held to say what the clause says."""


def find_lost_condition(sentence: Sentence) -> str | None:
    """Return that what its statements say under a condition, it says without one."""
    logic = sentence.words.logic
    for claim in read_claims(sentence):
        if claim.is_open or claim.has(logic.heard_as_condition):
            continue
        stems = frozenset(claim.content.values())
        takes = [claim.said_by(each) for each in sentence.cited]
        takes = [each for each in takes if len(stems & each.all) >= _LEAST_TAKEN]
        if takes and all(stems & each.conditional for each in takes):
            return "its statements say so under a condition"
    return None


def find_joined_cause(sentence: Sentence) -> str | None:
    """Return a "because" that joins what one statement says to what only another one says."""
    words = sentence.words
    place = next((n for n, key in enumerate(sentence.keys) if key in words.logic.causes), None)
    if place is None or not words.logic.open.isdisjoint(sentence.keys):
        return None
    before, behind = sentence.keys[:place], sentence.keys[place + 1 :]
    sources = [_who_says(part, sentence) for part in (before, behind)]
    if all(sources) and sources[0].isdisjoint(sources[1]):
        return f"{sentence.keys[place]!r} joins what different statements say"
    return None


def find_turned_comparison(sentence: Sentence) -> str | None:
    """Return a comparison that its statements lack, or that they have the other way round."""
    for claim in read_claims(sentence):
        if claim.is_open:
            continue
        for place, preferring in _pivots(claim.keys, sentence):
            if not preferring and not _compares(claim, place):
                return f"{claim.keys[place]!r}: none of its statements compares so"
            if _is_turned(claim, place):
                return f"{claim.keys[place]!r}: its statements have it the other way round"
    return None


def find_lost_alternative(sentence: Sentence) -> str | None:
    """Return that of two things, of which its statements say that one will be, it says one."""
    logic = sentence.words.logic
    for claim in read_claims(sentence):
        if claim.is_open or claim.has(logic.or_) or claim.has(logic.heard_as_hedge):
            continue
        stems = frozenset(claim.content.values())
        for cited in sentence.cited:
            for one, other in _alternatives(cited, claim):
                for part, left in ((one, other), (other, one)):
                    if len(stems & (part - left)) >= _LEAST_TAKEN and stems.isdisjoint(left - part):
                        return "its statements say so as one of two things"
    return None


def _alternatives(cited: Cited, claim: Claim) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the two things of each "either … or …"."""
    words = claim.sentence.words
    for clause in split_statement(cited.text, read_skeleton(cited.text).tokens, words):
        first = next((n for n, key in enumerate(clause) if key in words.logic.either), None)
        behind = clause[first + 1 :] if first is not None else ()
        middle = next((n for n, key in enumerate(behind) if key in words.logic.or_), None)
        if middle is not None:
            yield _stems(behind[:middle], claim), _stems(behind[middle + 1 :], claim)


def _who_says(keys: list[str], sentence: Sentence) -> frozenset[str]:
    """Return the ids of the statements that have most of a part's words, without the issue's."""
    of_the_issue = frozenset(map(sentence.words.stem, sentence.of_the_issue))
    claim = Claim(sentence, tuple(keys), frozenset(), both=False)
    stems = frozenset(claim.content.values()) - of_the_issue
    counts = {each.id: len(stems & claim.said_by(each).all) for each in sentence.cited}
    most = max(counts.values(), default=0)
    return frozenset(id_ for id_, count in counts.items() if count and count == most)


def _pivots(keys: Keys, sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """Yield the places of "than", and whether it only prefers ("rather than", "instead of")."""
    logic = sentence.words.logic
    for place, key in enumerate(keys):
        before = keys[place - 1] if place else ""
        behind = keys[place + 1] if place + 1 < len(keys) else ""
        if key in logic.contrasts and before in logic.no_comparison:
            yield place, True
        elif key in logic.contrasts and not logic.more.isdisjoint(keys[:place]):
            yield place, False
        elif f"{key}-{behind}" in logic.setting_back:
            yield place, True


def _compares(claim: Claim, place: int) -> bool:
    """Tell whether a statement has the word that compares, and compares."""
    sentence = claim.sentence
    more = set(claim.keys[:place])
    more &= sentence.words.logic.more
    return claim.keys[place] in sentence.said and not more.isdisjoint(sentence.said)


def _is_turned(claim: Claim, place: int) -> bool:
    """Tell whether what stands before the pivot stands behind it in a statement, and vice versa."""
    words = claim.sentence.words
    before, behind = (_stems(part, claim) for part in (claim.keys[:place], claim.keys[place + 1 :]))
    for cited in claim.sentence.cited:
        for clause in split_statement(cited.text, read_skeleton(cited.text).tokens, words):
            for pivot, _ in _pivots(clause, claim.sentence):
                first, last = _stems(clause[:pivot], claim), _stems(clause[pivot + 1 :], claim)
                moved = behind & (first - last)
                if before & (last - first) and len(moved) > len(behind & (last - first)):
                    return True
    return False


def _stems(keys: Keys, claim: Claim) -> frozenset[str]:
    words = claim.sentence.words
    return frozenset(words.stem(key) for key in keys if key not in words.without_content)
