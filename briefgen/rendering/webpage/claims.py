"""The statements of the records as the web page names, links and filters them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.models import Actor, Brief, PositionRecord, Stance, Statement
from briefgen.models.names import fold_name
from briefgen.rendering.review_view import CHECKED, find_checked

PASSAGE_DIGITS = 12
"""Hexadecimal digits of a passage's name, 48 bits: among 10,000 passages, two of one name happen in
one page of five million, and are told apart by their order."""


@dataclass(frozen=True)
class Claim:
    """A statement of the records, with what the page says of it."""

    id: str
    """Its permanent name: ``c-<hash of its source and words>-<issue>``, which no new numbering of
    statements and no change elsewhere in its article touches."""
    number: int
    """Its place among all statements of the page, from 0."""
    statement: Statement
    side: Stance
    """The stance that it is shown for: of the source, where it is named as evidence of that, which
    may be clear from the article as a whole and not from this passage; else its own."""
    holder: str | None
    """The actor's name as the brief has it; None for the author."""
    is_checked: bool
    """Whether a person confirmed or corrected it, or the stance of the author that it shows."""


def collect_claims(brief: Brief, records: Iterable[PositionRecord]) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of each source that the brief counts.

    Args:
        brief: what is shown.
        records: all records; those of sources that do not count are passed over.

    Returns:
        Source id to its claims in the order of the text, the sources in the order of their numbers.
    """
    by_source = {record.source.id: record for record in records}
    actors = _ActorNames(brief.actors)
    checked, sides = find_checked(brief), _find_sides(brief)
    taken: set[str] = set()
    found: dict[str, tuple[Claim, ...]] = {}
    number = 0
    for source in brief.sources:
        claims = []
        for said in _in_order(by_source.get(source.id)):
            is_checked = said.review in CHECKED or (
                said.holder is None and (source.id, said.issue) in checked
            )
            name = _free_name(name_claim(source.id, said), taken)
            side = sides.get(said.id, said.stance)
            claims.append(Claim(name, number, said, side, actors.of(said), is_checked))
            number += 1
        found[source.id] = tuple(claims)
    return found


def _find_sides(brief: Brief) -> dict[str, Stance]:
    """Return the stance for which the brief names each statement of an author."""
    return {
        statement: position.stance
        for issue in brief.issues
        for position in issue.positions
        for shown in (position.shown, *(held.statements for held in position.sources))
        for statement in shown
    }


def name_claim(source: str, statement: Statement) -> str:
    """Return a statement's permanent name, but for a number where two have the same.

    The first part names the passage by its words, so that a link still finds them where a later
    program codes another issue.
    """
    words = f"{source}\0{statement.quote}".encode(errors="replace")
    passage = hashlib.sha256(words).hexdigest()[:PASSAGE_DIGITS]
    return f"c-{passage}-{statement.issue}" if statement.issue else f"c-{passage}"


def _in_order(record: PositionRecord | None) -> list[Statement]:
    """Return a record's statements in the order of the text, the longer of two first."""
    statements = record.statements if record else ()
    return sorted(statements, key=lambda said: (said.start, -said.end))


def _free_name(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}.{count}"
    taken.add(free)
    return free


class _ActorNames:
    """Looks up by what name the brief has a holder."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_statement: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                self._by_name.setdefault(fold_name(name), set()).add(actor.name)
            for statement in _reports(actor):
                self._by_statement.setdefault(statement, set()).add(actor.name)

    def of(self, statement: Statement) -> str | None:
        """Return the holder's name: the actor's where it is one actor, else as it stands."""
        if statement.holder is None:
            return None
        name = statement.holder.name
        for found in (self._by_statement.get(statement.id), self._by_name.get(fold_name(name))):
            if found and len(found) == 1:
                return next(iter(found))
        return name


def _reports(actor: Actor) -> Iterator[str]:
    """Yield the ids of the statements that report an actor's views."""
    for position in actor.positions:
        for report in position.reports:
            yield from report.statements
