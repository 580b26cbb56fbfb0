"""What a statement affirms, denies, holds possible, and puts under a condition: stems of its words.

Read off the words before each word of a clause; no grammar. A word that is denied in one place and
affirmed in another counts as affirmed, so that what is found to be denied is denied throughout.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import reduce

from briefgen.extraction.skeleton import read_skeleton
from briefgen.linking.clauses import Keys, split_statement
from briefgen.linking.words import Words

_ELISION = "n't"
_FEW = 2
"""Words before a condition that still opens the statement."""


@dataclass(frozen=True)
class Polarity:
    """Stems of the words of content of one statement, or of several."""

    affirmed: frozenset[str] = frozenset()
    """Under no negation, or under two."""
    negated: frozenset[str] = frozenset()
    """Under one negation somewhere."""
    plain: frozenset[str] = frozenset()
    """Under no word that holds it possible."""
    hedged: frozenset[str] = frozenset()
    """Under one somewhere."""
    bound: frozenset[str] = frozenset()
    """In a clause that a condition goes with."""
    free: frozenset[str] = frozenset()
    """In another clause, or in the condition."""

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        return self.affirmed | self.negated

    @property
    def denied(self) -> frozenset[str]:
        """Those that are denied and never affirmed."""
        return self.negated - self.affirmed

    @property
    def possible(self) -> frozenset[str]:
        """Those that are held possible and never said to be so."""
        return self.hedged - self.plain

    @property
    def conditional(self) -> frozenset[str]:
        """Those that are said under a condition alone."""
        return self.bound - self.free

    def __add__(self, other: "Polarity") -> "Polarity":
        pairs = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return Polarity(*(one | more for one, more in pairs))


def add_up(several: Iterable[Polarity]) -> Polarity:
    """Return what several statements say together."""
    found = list(several)
    return reduce(Polarity.__add__, found) if found else Polarity()


def read_polarity(text: str, words: Words) -> Polarity:
    """Return what a statement affirms, denies and holds possible."""
    affirmed, negated, plain, hedged, bound, free = (set[str]() for _ in fields(Polarity))
    clauses = list(split_statement(text, read_skeleton(text).tokens, words))
    ends = list(_find_bound(clauses, words))
    for clause, end in zip(clauses, ends, strict=True):
        depths, hedges = list(count_negations(clause, words)), list(_hedges(clause, words))
        for number, key in enumerate(clause):
            if key in words.function - words.logic.substantial or is_negation(
                clause, number, words
            ):
                continue
            stem = words.stem(key)
            (negated if depths[number] == 1 else affirmed).add(stem)
            (hedged if hedges[number] else plain).add(stem)
            (bound if number < end else free).add(stem)
    return Polarity(*map(frozenset, (affirmed, negated, plain, hedged, bound, free)))


def is_negation(clause: Keys, number: int, words: Words) -> bool:
    """Tell whether a word of a clause denies what stands behind it: "not", and no "not only".

    What stands behind "rather than" is not so either, or is not wanted.
    """
    key, logic = clause[number], words.logic
    behind = clause[number + 1] if number + 1 < len(clause) else ""
    if f"{key}-{behind}" in logic.setting_back | logic.denying_pairs:
        return True
    if key not in words.negations and key not in logic.denying and not key.endswith(_ELISION):
        return False
    return f"{key}-{behind}" not in logic.spared


def _find_bound(clauses: Sequence[Keys], words: Words) -> Iterator[int]:
    """Yield for each clause how many of its first words a condition goes with.

    One that opens the statement goes with all of it. In the midst of a clause it goes with the
    words before it; at the beginning of one, with the clause before.
    """
    opened = [_find_condition(clause, words) for clause in clauses]
    leads = _leads(clauses, opened)
    for number, (clause, place) in enumerate(zip(clauses, opened, strict=True)):
        if leads or 0 in opened[number + 1 : number + 2]:
            yield len(clause)
        else:
            yield place or 0


def _leads(clauses: Sequence[Keys], opened: Sequence[int | None]) -> bool:
    """Tell whether a condition opens a statement, behind a few words such as "In short, if"."""
    before = 0
    for clause, place in zip(clauses, opened, strict=True):
        if place is not None:
            return before + place <= _FEW
        before += len(clause)
    return False


def _find_condition(clause: Keys, words: Words) -> int | None:
    """Return the number of the word that opens a condition."""
    logic = words.logic
    for number, (key, following) in enumerate(zip(clause, (*clause[1:], ""), strict=True)):
        if f"{key}-{following}" in logic.condition_pairs:
            return number
        if key in logic.conditions and (
            number == 0 or clause[number - 1] not in logic.no_condition
        ):
            return number
    return None


def count_negations(clause: Keys, words: Words) -> Iterator[int]:
    """Yield for each word how many negations it stands under."""
    found = [is_negation(clause, number, words) for number in range(len(clause))]
    if words.logic.denies_whole_clause:
        yield from [sum(found)] * len(clause)
        return
    depth = 0
    for is_one in found:
        depth += is_one
        yield depth


def _hedges(clause: Keys, words: Words) -> Iterator[bool]:
    if words.logic.denies_whole_clause:
        yield from [not words.logic.hedging.isdisjoint(clause)] * len(clause)
        return
    hedged = False
    for key, following in zip(clause, (*clause[1:], ""), strict=True):
        pair = f"{key}-{following}"
        hedged = hedged or key in words.logic.hedging or pair in words.logic.hedging_pairs
        yield hedged
