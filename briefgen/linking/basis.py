"""What a sentence on an issue may rest on: the statements that the brief quotes for its sides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.models import SIDES, Brief, BriefIssue, BriefSource, Stance

MOST_STATEMENTS = 24
"""As many of an issue are put to the model; the brief quotes fewer, but on many conditions."""
MOST_CHARACTERS = 700
"""Of one statement."""


@dataclass(frozen=True)
class Cited:
    """A statement that may be named."""

    id: str
    stance: Stance
    """The side for which the brief quotes it."""
    source: str
    """How the brief names its source."""
    text: str
    """Its words, on one line."""
    names: str
    """The names of those who say it, on one line."""


@dataclass(frozen=True)
class Basis:
    """One issue with two sides, and what may be said of it."""

    issue: str
    title: str
    proposition: str
    cited: Mapping[str, Cited]
    """Statement ids to statements, in the order of the sides."""

    @property
    def sides(self) -> frozenset[Stance]:
        """The stances that are quoted."""
        return frozenset(each.stance for each in self.cited.values())


def find_bases(brief: Brief) -> Iterator[Basis]:
    """Yield the issues on which quoted statements stand against each other.

    Left out are the statements of sources that address a program: no model sees those.
    """
    sources = {source.id: source for source in brief.sources if not source.addressing}
    for issue in brief.issues:
        cited = dict(list(_cite(issue, brief, sources))[:MOST_STATEMENTS])
        basis = Basis(issue.id, issue.title, issue.proposition, cited)
        if is_divided(basis.sides):
            yield basis


def is_divided(sides: frozenset[Stance]) -> bool:
    """Tell whether there are two sides: for and against, or one of them and under a condition."""
    return len(sides & {*SIDES, "conditional"}) > 1


def _cite(
    issue: BriefIssue, brief: Brief, sources: Mapping[str, BriefSource]
) -> Iterator[tuple[str, Cited]]:
    found = {id_: position.stance for position in issue.positions for id_ in position.shown}
    for item in issue.conditions:
        found.setdefault(item.statement, item.stance)
    for id_, stance in found.items():
        source = sources.get(id_.rpartition(":")[0])
        if source is None:
            continue
        statement = brief.statements[id_]
        said = (statement.quote, *(condition.quote for condition in statement.conditions))
        text = " … ".join(dict.fromkeys(" ".join(each.split()) for each in said if each))
        names = " · ".join(filter(None, (source.label, source.outlet, *source.authors)))
        yield id_, Cited(id_, stance, source.label, text[:MOST_CHARACTERS], names)
