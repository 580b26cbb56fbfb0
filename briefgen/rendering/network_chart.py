"""The actor network: who is on the same side as whom, and who opposes whom.

A matrix, of which one half tells all: each name stands at the end of its row and over its column,
so two actors meet in one cell. A disc joins those on the same side, a cross those on opposite
sides; the more issues, the larger. Actors on the same sides stand together, so a camp is a triangle
of discs at the stairs, and what parts two camps is a block of crosses. In networks of more than
some twenty actors, and in dense ones, pairs are found faster and more surely in a matrix than among
lines that cross (Ghoniem, Fekete and Castagliola 2005).
"""

from collections.abc import Mapping, Sequence

from briefgen.languages import noted, tr
from briefgen.models import Brief
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    LINE,
    KeyEntry,
    draw_cell,
    draw_svg,
    draw_text,
    write_figure,
)
from briefgen.rendering.lettering import fit_text, text_width
from briefgen.rendering.network_view import Network, choose_network
from briefgen.rendering.stances import ACCENT, HAIRLINE, INK
from briefgen.rendering.wording import counted
from briefgen.ties import ActorKey, Pair

CELL = LINE
"""A cell is a square, one line of the page high."""
NAME_SIZE = 8.2
SMALLEST, STEP, LARGEST = 2.1, 0.75, 4.35
"""A mark's radius for one issue, what each further issue adds, and where that ends."""
SAME, OPPOSITE = noted("same side"), noted("opposite sides")
REPORTED = noted("(reported)")
NOTE = noted("Each name has its row on its left and its column below.")


def draw_network(brief: Brief, limit: int) -> str:
    """Return the figure, as HTML with SVG; empty where no two actors take a side of one issue."""
    network = choose_network(brief, limit)
    if network is None:
        return ""
    labels = _label(brief)
    titles = {issue.id: issue.title for issue in brief.issues}
    same = _tell(network.same, SAME, labels, titles)
    opposite = _tell(network.opposite, OPPOSITE, labels, titles)
    size = CELL * len(network.actors)
    parts = [
        *_draw_stairs(network, labels),
        *_draw_marks(network, same, opposite),
    ]
    title = tr(
        "Who stands with whom: %(actors)s",
        actors=counted(len(network.actors), "actor", "actors"),
    )
    words = ". ".join([title, *same.values(), *opposite.values()])
    svg = draw_svg((DRAWING_WIDTH, size), f"{words}.", parts)
    return write_figure("network", title, [svg], _make_key(network), tr(NOTE))


def _label(brief: Brief) -> dict[ActorKey, str]:
    """Return how the figure names the actors of the brief."""
    labels: dict[ActorKey, str] = {
        ("source", source.id): f"{source.label} [{source.number}]" for source in brief.sources
    }
    for actor in brief.actors:
        labels["reported", actor.name] = f"{actor.name} {tr(REPORTED)}"
    return labels


def _draw_stairs(network: Network, labels: Mapping[ActorKey, str]) -> list[str]:
    """Return the names, each on its step, with hairlines along its row and down its column."""
    parts = []
    count = len(network.actors)
    for place, actor in enumerate(network.actors):
        x, y = CELL * place, CELL * (place + 0.5)
        lines = [f"M0 {y:g}H{x:g}"] if place else []
        lines += (
            [f"M{x + CELL / 2:g} {y + CELL / 2:g}V{CELL * count:g}"] if place < count - 1 else []
        )
        drawn = "".join(lines)
        parts.append(f'<path d="{drawn}" stroke="{HAIRLINE}" stroke-width="0.5"/>')
        name, tail = labels[actor].rsplit(" ", 1)
        room = DRAWING_WIDTH - x - 3 - text_width(f" {tail}", NAME_SIZE)
        shown = f"{fit_text(name, room, NAME_SIZE)} {tail}"
        parts.append(draw_text(shown, x + 3, y + 2.8, NAME_SIZE, INK))
    return parts


def _draw_marks(
    network: Network, same: Mapping[Pair, str], opposite: Mapping[Pair, str]
) -> list[str]:
    """Return a mark for each pair that is joined; a pair that is both has the two side by side."""
    places = {actor: place for place, actor in enumerate(network.actors)}
    parts = []
    for pair in dict.fromkeys((*same, *opposite)):
        column, row = sorted(places[actor] for actor in pair)
        x, y = CELL * (column + 0.5), CELL * (row + 0.5)
        aside = CELL / 4 if pair in same and pair in opposite else 0.0
        most = CELL / 4 - 0.4 if aside else LARGEST
        if pair in same:
            radius = min(most, _radius(len(network.same[pair])))
            parts.append(draw_cell(same[pair], _draw_disc(x - aside, y, radius)))
        if pair in opposite:
            radius = min(most, _radius(len(network.opposite[pair])))
            parts.append(draw_cell(opposite[pair], _draw_cross(x + aside, y, radius)))
    return parts


def _draw_disc(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.4g}" fill="{ACCENT}"/>'


def _draw_cross(x: float, y: float, radius: float) -> str:
    reach = radius * 0.92
    lines = f"M{x - reach:.4g} {y - reach:.4g}l{2 * reach:.4g} {2 * reach:.4g}"
    lines += f"m0 {-2 * reach:.4g}l{-2 * reach:.4g} {2 * reach:.4g}"
    width = 0.9 + 0.2 * (radius - SMALLEST)
    return f'<path d="{lines}" fill="none" stroke="{ACCENT}" stroke-width="{width:.3g}"/>'


def _radius(issues: int) -> float:
    return min(LARGEST, SMALLEST + STEP * (issues - 1))


def _make_key(network: Network) -> list[KeyEntry]:
    """Return the key: the marks that there are, and what their size means."""
    key = []
    if network.same:
        disc = _draw_disc(4, 4, SMALLEST)
        key.append(KeyEntry(disc, tr("disc"), tr("same side of an issue")))
    if network.opposite:
        cross = _draw_cross(4, 4, SMALLEST)
        key.append(KeyEntry(cross, tr("cross"), tr("opposite sides of an issue")))
    most = max(map(len, [*network.same.values(), *network.opposite.values()]))
    if most > 1:
        large = _draw_disc(4, 4, min(4.0, _radius(most)))
        key.append(KeyEntry(large, tr("large mark"), tr("of %(count)s issues", count=str(most))))
    return key


def _tell(
    pairs: Mapping[Pair, Sequence[str]],
    relation: str,
    labels: Mapping[ActorKey, str],
    titles: Mapping[str, str],
) -> dict[Pair, str]:
    """Return each pair in words, those with most issues first."""
    return {
        (one, other): tr(
            "%(one)s and %(other)s, %(relation)s: %(issues)s",
            one=labels[one],
            other=labels[other],
            relation=tr(relation),
            issues=", ".join(titles[issue] for issue in issues),
        )
        for (one, other), issues in sorted(pairs.items(), key=lambda item: -len(item[1]))
    }
