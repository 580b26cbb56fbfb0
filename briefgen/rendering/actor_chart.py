"""The figure of the actors: who is reported to take which side of which issue, as inline SVG.

Actors stand left, issues right, a line for each stance, with the numbers of the sources that
report it; the more sources, the thicker. Sides differ by mark and by dashes, not by colour alone;
each line has a place of its own at both ends, so that none hides another.
"""

from collections.abc import Mapping, Sequence
from math import ceil

from briefgen.holdings import Holding
from briefgen.languages import noted, tr, trn
from briefgen.models import Stance
from briefgen.rendering.actors_view import (
    DRAWN,
    GAP,
    PORT_HEIGHT,
    choose_holdings,
    order_actors,
)
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    LINE,
    KeyEntry,
    draw_cell,
    draw_line_sample,
    draw_mark,
    draw_svg,
    draw_text,
    write_figure,
)
from briefgen.rendering.lettering import fit_text, text_width
from briefgen.rendering.stances import GREY_TEXT, INK, STANCE_STYLES
from briefgen.rendering.wording import counted

LEFT_END, RIGHT_END = 150.0, 318.0
"""Where the lines end, left and right; the names stand outside."""
NAME_SIZE = 8.2
NUMBER_SIZE = 6.6
NUMBERS_SHOWN = 4
"""Sources named at a line; more are counted."""
MARGIN = 2.0
"""Above the first line and below the last, for letters that are higher than a line."""
MARK_RADIUS = 2.6
_DASHES: Mapping[Stance, str] = {"support": "", "oppose": "4 2.2", "conditional": "6 2 1 2"}
_LOOKS: Mapping[Stance, str] = {
    "support": noted("disc and line"),
    "oppose": noted("square and dashed line"),
    "conditional": noted("half disc and dotted and dashed line"),
}


def draw_actors(
    holdings: Sequence[Holding], titles: Mapping[str, str], numbers: Mapping[str, int], limit: int
) -> str:
    """Return the drawing; empty where nobody is reported to take a side.

    Args:
        holdings: who is reported to hold what.
        titles: issue id to title, in the order of the issues.
        numbers: source id to the number by which the brief cites it.
        limit: how many actors, those with most reports.
    """
    chosen, _left_out = choose_holdings(holdings, limit)
    if not chosen:
        return ""
    taken = {holding.issue for holding in chosen}
    issues = [issue for issue in titles if issue in taken]
    actors = order_actors(chosen, issues)
    by_actor = sorted(chosen, key=lambda h: (actors.index(h.holder), issues.index(h.issue)))
    by_issue = sorted(chosen, key=lambda h: (issues.index(h.issue), actors.index(h.holder)))
    left, left_height = _place([h.holder for h in by_actor])
    right, right_height = _place([h.issue for h in by_issue])
    height = LINE * ceil(max(left_height, right_height) / LINE)
    down = {True: (height - left_height) / 2, False: (height - right_height) / 2}
    starts = {id(h): y + down[True] for h, y in zip(by_actor, left, strict=True)}
    ends = {id(h): y + down[False] for h, y in zip(by_issue, right, strict=True)}
    cited = {id(h): _cite(h, numbers) for h in by_actor}
    # All lines begin behind the longest numbers, so that none crosses another's.
    begin = LEFT_END + 11 + max(text_width(each, NUMBER_SIZE) for each in cited.values())
    parts = [
        draw_cell(
            _tell(h, titles, cited[id(h)]),
            _line(h, cited[id(h)], round(begin, 1), starts[id(h)], ends[id(h)]),
        )
        for h in by_actor
    ]
    parts += _names(by_actor, starts, by_issue, ends, titles)
    title = tr(
        "Who is reported to take which side: %(actors)s %(issues)s",
        actors=counted(len(actors), "actor", "actors"),
        issues=trn("on %(count)s issue", "on %(count)s issues", len(issues)),
    )
    words = ". ".join([title, *(_tell(h, titles, cited[id(h)]) for h in by_actor)])
    svg = draw_svg((DRAWING_WIDTH, height), f"{words}.", parts)
    return write_figure("reported", title, [svg], _make_key(chosen))


def _place(names: Sequence[str]) -> tuple[list[float], float]:
    """Return the height of each line's end, and of the column; lines of one name stand together."""
    places: list[float] = []
    y = MARGIN + PORT_HEIGHT / 2
    for number, name in enumerate(names):
        if number:
            y += PORT_HEIGHT + (GAP if name != names[number - 1] else 0)
        places.append(y)
    return places, y + PORT_HEIGHT / 2 + MARGIN


def _cite(holding: Holding, numbers: Mapping[str, int]) -> str:
    """Return the numbers of the sources that report it, as many as there is room for."""
    found = sorted(numbers[source] for source in holding.sources)
    rest = len(found) - NUMBERS_SHOWN
    shown = ", ".join(str(number) for number in found[:NUMBERS_SHOWN])
    return f"[{shown}{f' + {rest}' if rest > 0 else ''}]"


def _line(holding: Holding, cited: str, begin: float, start: float, end: float) -> str:
    """Return the line of one stance: its mark, its sources, and the way to its issue."""
    style = STANCE_STYLES[holding.stance]
    dashes = _DASHES[holding.stance]
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    numbers = draw_text(cited, LEFT_END + 8, start + 2.3, NUMBER_SIZE, GREY_TEXT)
    bend = (RIGHT_END - begin) * 0.45
    curve = (
        f"M{begin:g} {start:g}C{begin + bend:g} {start:g} "
        f"{RIGHT_END - bend:g} {end:g} {RIGHT_END:g} {end:g}"
    )
    width = 0.8 + 0.4 * min(4, len(holding.sources) - 1)
    path = f'<path d="{curve}" fill="none" stroke="{style.colour}" stroke-width="{width:g}"{dash}/>'
    return draw_mark(holding.stance, LEFT_END + 2, start, MARK_RADIUS) + numbers + path


def _names(
    by_actor: Sequence[Holding],
    starts: Mapping[int, float],
    by_issue: Sequence[Holding],
    ends: Mapping[int, float],
    titles: Mapping[str, str],
) -> list[str]:
    """Return the names of actors and issues, each in the middle of its lines' ends."""
    parts = []
    for name, middle in _middles([(h.holder, starts[id(h)]) for h in by_actor]).items():
        shown = fit_text(name, LEFT_END - 8, NAME_SIZE)
        y = middle + 2.8
        parts.append(draw_text(shown, LEFT_END - 5, y, NAME_SIZE, INK, anchor="end"))
    for issue, middle in _middles([(h.issue, ends[id(h)]) for h in by_issue]).items():
        shown = fit_text(titles[issue], DRAWING_WIDTH - RIGHT_END - 6, NAME_SIZE)
        parts.append(draw_text(shown, RIGHT_END + 5, middle + 2.8, NAME_SIZE, INK))
    return parts


def _middles(ends: Sequence[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for name, y in ends:
        found.setdefault(name, []).append(y)
    return {name: sum(ys) / len(ys) for name, ys in found.items()}


def _make_key(holdings: Sequence[Holding]) -> list[KeyEntry]:
    """Return the key: mark, a piece of the line, meaning."""
    present = {holding.stance for holding in holdings}
    return [
        KeyEntry(
            draw_mark(stance, 4, 4, 3.2) + f'<g transform="translate(10 0)">{_sample(stance)}</g>',
            tr(_LOOKS[stance]),
            tr("reported: %(side)s", side=STANCE_STYLES[stance].meaning),
            width=34,
        )
        for stance in DRAWN
        if stance in present
    ]


def _sample(stance: Stance) -> str:
    return draw_line_sample(_DASHES[stance], STANCE_STYLES[stance].colour, 0.9)


def _tell(holding: Holding, titles: Mapping[str, str], cited: str) -> str:
    """Return one line of the figure in words."""
    meaning = STANCE_STYLES[holding.stance].meaning
    return f"{holding.holder}: {titles[holding.issue]}: {meaning} {cited}"
