"""The actor network: who is on the same side as whom, and who opposes whom.

An arc diagram (Wattenberg 2002): the names stand in one column, so that no two can overlap, and an
arc joins two actors. Arcs to the left join those on the same side, dashed arcs to the right those
on opposite sides: the place and the line tell them apart, not a colour. The more issues, the
thicker. Actors on the same sides stand together, so a camp is a bundle of short arcs.
"""

from collections.abc import Mapping, Sequence

from briefgen.languages import noted, tr
from briefgen.models import Brief
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    LINE,
    KeyEntry,
    draw_cell,
    draw_line_sample,
    draw_svg,
    draw_text,
    write_figure,
)
from briefgen.rendering.lettering import fit_text, text_width
from briefgen.rendering.network_view import Network, choose_network
from briefgen.rendering.stances import ACCENT, GREY_TEXT, HAIRLINE, INK
from briefgen.rendering.wording import counted, start_sentence
from briefgen.ties import ActorKey, Pair

LEFT_END, RIGHT_END = 156.0, 331.0
"""Where the arcs end; the names stand between."""
NAME_SIZE = 8.2
HEAD_SIZE = 7.6
ROW_HEIGHT = LINE
HEAD_HEIGHT = LINE
WIDEST_ARC = 138.0
MOST_WIDTH = 4.4
OPPOSITE_DASHES = "4 2.4"
SAME, OPPOSITE = noted("same side"), noted("opposite sides")
REPORTED = noted("(reported)")


def draw_network(brief: Brief, limit: int) -> str:
    """Return the figure, as HTML with SVG; empty where no two actors take a side of one issue."""
    network = choose_network(brief, limit)
    if network is None:
        return ""
    labels = _label(brief)
    titles = {issue.id: issue.title for issue in brief.issues}
    same = _tell(network.same, SAME, labels, titles)
    opposite = _tell(network.opposite, OPPOSITE, labels, titles)
    heights = {
        actor: HEAD_HEIGHT + ROW_HEIGHT * (place + 0.5)
        for place, actor in enumerate(network.actors)
    }
    height = HEAD_HEIGHT + ROW_HEIGHT * len(network.actors)
    parts = [
        _draw_head(SAME, LEFT_END, "end", found=bool(network.same)),
        _draw_head(OPPOSITE, RIGHT_END, "start", found=bool(network.opposite)),
        *_draw_names(network, labels, heights),
        *_draw_arcs(network.same, heights, same, to_left=True),
        *_draw_arcs(network.opposite, heights, opposite, to_left=False),
    ]
    title = tr(
        "Who stands with whom: %(actors)s",
        actors=counted(len(network.actors), "actor", "actors"),
    )
    words = ". ".join([title, *same.values(), *opposite.values()])
    svg = draw_svg((DRAWING_WIDTH, height), f"{words}.", parts)
    return write_figure("network", title, [svg], _make_key(network))


def _label(brief: Brief) -> dict[ActorKey, str]:
    """Return how the figure names the actors of the brief."""
    labels: dict[ActorKey, str] = {
        ("source", source.id): f"{source.label} [{source.number}]" for source in brief.sources
    }
    for actor in brief.actors:
        labels["reported", actor.name] = f"{actor.name} {tr(REPORTED)}"
    return labels


def _draw_head(text: str, x: float, anchor: str, *, found: bool) -> str:
    """Return the head over a side of the figure, which says where there is nothing."""
    head = start_sentence(tr(text))
    shown = head if found else tr("%(head)s: none", head=head)
    return draw_text(shown, x, 8, HEAD_SIZE, GREY_TEXT, anchor=anchor, weight=600)


def _draw_names(
    network: Network, labels: Mapping[ActorKey, str], heights: Mapping[ActorKey, float]
) -> list[str]:
    """Return the names in the middle of their rows, each on a line between its ends."""
    parts = []
    middle = (LEFT_END + RIGHT_END) / 2
    for actor in network.actors:
        y = heights[actor]
        name, tail = labels[actor].rsplit(" ", 1)
        room = RIGHT_END - LEFT_END - 16 - text_width(f" {tail}", NAME_SIZE)
        shown = f"{fit_text(name, room, NAME_SIZE)} {tail}"
        width = text_width(shown, NAME_SIZE)
        for start, end in (
            (LEFT_END + 3, middle - width / 2 - 2),
            (middle + width / 2 + 2, RIGHT_END - 3),
        ):
            if end > start:
                line = f"M{start:.4g} {y:g}H{end:.4g}"
                parts.append(f'<path d="{line}" stroke="{HAIRLINE}" stroke-width="0.5"/>')
        parts.append(draw_text(shown, middle, y + 2.8, NAME_SIZE, INK, anchor="middle"))
    return parts


def _draw_arcs(
    pairs: Mapping[Pair, Sequence[str]],
    heights: Mapping[ActorKey, float],
    words: Mapping[Pair, str],
    *,
    to_left: bool,
) -> list[str]:
    """Return the arcs of one side, the longest first, so that the short ones lie on top."""
    x, sweep = (LEFT_END, 0) if to_left else (RIGHT_END, 1)
    dash = "" if to_left else f' stroke-dasharray="{OPPOSITE_DASHES}"'
    farthest = max((abs(heights[a] - heights[b]) for a, b in pairs), default=0.0)
    parts, ends = [], {}
    for (one, other), issues in sorted(
        pairs.items(), key=lambda item: -abs(heights[item[0][0]] - heights[item[0][1]])
    ):
        top, bottom = sorted((heights[one], heights[other]))
        ends[top] = ends[bottom] = True
        across = min(WIDEST_ARC, WIDEST_ARC * (bottom - top) / max(farthest, 8 * ROW_HEIGHT))
        arc = f"M{x:g} {top:g}A{across:.4g} {(bottom - top) / 2:g} 0 0 {sweep} {x:g} {bottom:g}"
        line = (
            f'<path d="{arc}" fill="none" stroke="{ACCENT}"'
            f' stroke-width="{_line_width(len(issues)):g}"{dash}/>'
        )
        parts.append(draw_cell(words[one, other], line))
    parts += [f'<circle cx="{x:g}" cy="{y:g}" r="2" fill="{ACCENT}"/>' for y in sorted(ends)]
    return parts


def _line_width(issues: int) -> float:
    return min(MOST_WIDTH, round(0.8 + 0.7 * (issues - 1), 2))


def _make_key(network: Network) -> list[KeyEntry]:
    """Return the key: the kinds of lines there are, and what their width means."""
    key = []
    if network.same:
        sample = draw_line_sample("", ACCENT)
        key.append(KeyEntry(sample, tr("line"), tr("same side of an issue"), width=24))
    if network.opposite:
        sample = draw_line_sample(OPPOSITE_DASHES, ACCENT)
        key.append(KeyEntry(sample, tr("dashed line"), tr("opposite sides of an issue"), width=24))
    most = max(map(len, [*network.same.values(), *network.opposite.values()]))
    if most > 1:
        sample = draw_line_sample("", ACCENT, _line_width(most))
        key.append(
            KeyEntry(sample, tr("thick line"), tr("of %(count)s issues", count=str(most)), width=24)
        )
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
