"""What a clause takes up with "it", where it asks for what the clause before speaks of."""

from itertools import pairwise

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.sides.readings import Reading
from briefgen.extraction.lexical.sides.terms import Hit, target

_SUBJECT_REACH = 3
_TAKING_UP = frozenset(("it", "them"))


def asked_again(reading: Reading) -> list[tuple[Clause, Clause, int]]:
    """Return where a clause asks for "it", with the clause before, of which it may speak."""
    if len(reading.clauses) == 1 or _TAKING_UP.isdisjoint(reading.sentence.vocabulary):
        return []
    found = []
    for before, clause in pairwise(reading.clauses):
        demand = reading.demand(clause)
        if demand is None or demand.passive or demand.verb >= clause.last:
            continue
        if reading.tokens[demand.verb + 1].lower in _TAKING_UP:
            found.append((before, clause, demand.verb + 1))
    return found


def taken_up(asked: list[tuple[Clause, Clause, int]], hits: list[Hit]) -> list[Hit]:
    """Return hits for "it", where a clause asks for what the clause before speaks of: "Although the
    toll is dear, the city should introduce it".
    """
    found = []
    for before, clause, at in asked:
        things = [h for h in hits if before.first <= h.start <= before.first + _SUBJECT_REACH]
        thing = target(things)
        inside = (h for h in hits if clause.first <= h.start <= clause.last)
        if thing is not None and not any(hit.term.role == "object" for hit in inside):
            found.append(Hit(thing.term, at, at))
    return found
