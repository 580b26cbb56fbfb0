"""Which actor of the brief stands behind a reported view."""

from collections.abc import Iterable, Sequence

from briefgen.models import Actor, ReportedPosition, Stance
from briefgen.models.names import fold_name


class ActorIndex:
    """Looks up actors by the statements that report them.

    Args:
        actors: of the brief.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = tuple(actors)
        self._by_statement: dict[str, list[int]] = {}
        for number, actor in enumerate(self._actors):
            for position in actor.positions:
                for report in position.reports:
                    for statement in report.statements:
                        self._by_statement.setdefault(statement, []).append(number)

    def of(self, view: ReportedPosition) -> Actor | None:
        """Return the one actor of a view; None where it is two actors' or nobody's."""
        number = self._number_of(view)
        return self._actors[number] if number is not None else None

    def group(self, views: Sequence[ReportedPosition]) -> list[list[ReportedPosition]]:
        """Put the views of one actor and stance together, in the order of their first."""
        groups: dict[tuple[int | str, Stance], list[ReportedPosition]] = {}
        for view in views:
            # Two may bear one name: "the minister" of two sources.
            number = self._number_of(view)
            key = number if number is not None else f"{view.source} {fold_name(view.holder)}"
            groups.setdefault((key, view.stance), []).append(view)
        return list(groups.values())

    def name(self, view: ReportedPosition) -> str:
        """Return the actor's name; the holder's, as it stands, where there is no one actor."""
        actor = self.of(view)
        return actor.name if actor is not None else view.holder

    def _number_of(self, view: ReportedPosition) -> int | None:
        found = self._by_statement.get(view.statements[0], [])
        return found[0] if len(found) == 1 else None
