"""What the sources report actors to hold, actor by actor; never the authors' own positions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefgen.models import STANCES, TELLING
from briefgen.models.actors import Actor, ActorPosition, ActorReport
from briefgen.models.names import fold_name
from briefgen.synthesis.actor_names import ActorNames
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.office_names import BODIES, OFFICES
from briefgen.synthesis.passages import rank_statements
from briefgen.synthesis.state_names import read_state

Place = tuple[int, int]
"""Number of the issue and of the stance, in their orders."""
Found = dict[Place, dict[str, list[tuple[str, str]]]]
"""Place to source id to statement ids, each with the actor's name in it."""


def collect_actors(evidence: Evidence, names: ActorNames) -> tuple[Actor, ...]:
    """Collect every actor whose view on an issue some source reports.

    Those with a reported side come first, the more sources report one the earlier; then by name.
    """
    found: dict[str, Found] = {}
    for number, issue in enumerate(evidence.issues):
        for source_id, statements in issue.statements.items():
            for statement in statements:
                if statement.holder is None:
                    continue
                place = (number, STANCES.index(statement.stance))
                for actor in names.resolve(source_id, statement.holder.name):
                    places = found.setdefault(actor.key, {})
                    held = places.setdefault(place, {}).setdefault(source_id, [])
                    held.append((statement.id, actor.form))
    authors = _index_authors(evidence)
    actors = [_make_actor(key, places, evidence, names, authors) for key, places in found.items()]
    return tuple(sorted(actors, key=_rank_actor))


def choose_name(forms: Iterable[tuple[str, str]]) -> str:
    """Choose a name before an office or a state's people, then the form that most sources use, then
    the longest.

    Args:
        forms: each with its source.
    """
    used = Counter(form for _, form in sorted(set(forms)))
    return min(used, key=lambda form: (_stands_for(form), -used[form], -len(form), form))


def _stands_for(form: str) -> bool:
    """Tell "the president", "the administration", "Polish officials" from what names somebody in
    any source.
    """
    return fold_name(form) in (*OFFICES, *BODIES) or read_state(form) is not None


def other_names(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms that are not *name*, each once, sorted."""
    return tuple(sorted({form for form in forms if form != name}))


def _make_actor(
    key: str,
    places: Found,
    evidence: Evidence,
    names: ActorNames,
    authors: Mapping[str, Sequence[str]],
) -> Actor:
    forms = {
        (source, form)
        for by_source in places.values()
        for source, held in by_source.items()
        for _, form in held
    }
    name = names.listed_name(key) or choose_name(forms)
    positions = tuple(_make_position(place, places[place], evidence) for place in sorted(places))
    written = {
        source
        for form in {name, *(form for _, form in forms)}
        for source in authors.get(fold_name(form), ())
    }
    return Actor(
        name=name,
        aliases=other_names(name, (form for _, form in forms)),
        positions=positions,
        contested=tuple(dict.fromkeys(_find_contested(positions))),
        author_of=tuple(sorted(written)),
    )


def _make_position(
    place: Place, by_source: Mapping[str, Sequence[tuple[str, str]]], evidence: Evidence
) -> ActorPosition:
    issue, stance = place
    return ActorPosition(
        issue=evidence.issues[issue].issue.id,
        stance=STANCES[stance],
        reports=tuple(
            ActorReport(
                source=source,
                names=tuple(dict.fromkeys(form for _, form in held)),
                statements=tuple(rank_statements((id_ for id_, _ in held), evidence.statements)),
            )
            for source, held in sorted(by_source.items())
        ),
    )


def _find_contested(positions: Sequence[ActorPosition]) -> Iterable[str]:
    """Yield the issues on which two different sources report opposite sides."""
    support = {p.issue: {r.source for r in p.reports} for p in positions if p.stance == "support"}
    for position in positions:
        for_it = support.get(position.issue)
        if position.stance == "oppose" and for_it:
            against = {report.source for report in position.reports}
            if len(for_it | against) > 1:
                yield position.issue


def _index_authors(evidence: Evidence) -> dict[str, list[str]]:
    authors: dict[str, list[str]] = {}
    for record in evidence.records:
        for author in record.source.authors:
            authors.setdefault(fold_name(author), []).append(record.source.id)
    return authors


def _rank_actor(actor: Actor) -> tuple[int, int, str, str]:
    def count(positions: Iterable[ActorPosition]) -> int:
        return len({report.source for position in positions for report in position.reports})

    sided = count(position for position in actor.positions if position.stance in TELLING)
    return (-sided, -count(actor.positions), fold_name(actor.name), actor.name)
