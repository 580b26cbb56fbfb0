"""Which part of a page has which drawing. A part is named by its marker in the template.

In Markdown the part holds a table; HTML and PDF show the drawing in its place.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import resources

from briefgen.holdings import collect_holdings
from briefgen.models import Brief
from briefgen.rendering.actor_chart import draw_actors
from briefgen.rendering.audience import Limits
from briefgen.rendering.bar_chart import BAR_WIDTH, SHORT_BAR_WIDTH, draw_bar
from briefgen.rendering.matrix_chart import draw_matrix
from briefgen.rendering.moves_chart import draw_moves
from briefgen.rendering.network_chart import draw_network

SHORT = "short"
"""Behind a bar's issue in its marker: the bar of a narrow column."""


def _matrix(brief: Brief, _limits: Limits) -> str:
    return draw_matrix(brief)


def _actors(brief: Brief, limits: Limits) -> str:
    titles = {issue.id: issue.title for issue in brief.issues}
    numbers = {source.id: source.number for source in brief.sources}
    return draw_actors(collect_holdings(brief), titles, numbers, limits.actors)


def _network(brief: Brief, limits: Limits) -> str:
    return draw_network(brief, limits.actors)


def _moves(brief: Brief, limits: Limits) -> str:
    return draw_moves(brief, limits.moves)


_DRAWINGS: Mapping[str, Callable[[Brief, Limits], str]] = {
    "matrix": _matrix,
    "actors": _actors,
    "network": _network,
    "moves": _moves,
}

DRAWN_TABLES = frozenset(_DRAWINGS)
"""Parts of the page whose table is a drawing in HTML."""


def draw_part(names: Sequence[str], brief: Brief, limits: Limits) -> str:
    """Return the drawing that a part of the page begins with; empty where it has none.

    Args:
        names: what the part's marker says: ``matrix``, or ``bar`` and an issue's id, with ``short``
            behind it for a bar in a narrow column.
        brief: what to draw.
        limits: the audience's.

    Raises:
        KeyError: a bar's marker names no issue of the brief.
    """
    if names[0] == "bar":
        issues = {issue.id: issue for issue in brief.issues}
        is_short = names[-1] == SHORT and names[-1] not in issues
        issue = issues[" ".join(names[1:-1] if is_short else names[1:])]
        return draw_bar(issue, len(brief.sources), SHORT_BAR_WIDTH if is_short else BAR_WIDTH)
    draw = _DRAWINGS.get(names[0])
    return draw(brief, limits) if draw else ""


def drawing_style() -> str:
    """Return the style that drawings need; a page's own style goes behind it.

    They have no ``style`` attributes, which a page's policy may forbid.
    """
    return resources.files("briefgen.rendering").joinpath("drawings.css").read_text("utf-8")
