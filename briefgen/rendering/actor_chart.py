"""The figure of the actors: who is reported to take which side of which issue, as inline SVG.

Actors stand left, issues right, a line for each stance, with the numbers of the sources that
report it; the more sources, the thicker. Sides differ by mark and by dashes, not by colour alone;
each line has a place of its own at both ends, so that none hides another.
"""

from collections.abc import Mapping, Sequence

from briefgen.holdings import Holding
from briefgen.models import Stance
from briefgen.rendering.actors_view import DRAWN, choose_holdings, order_actors
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    draw_figure,
    draw_mark,
    draw_text,
    fit_text,
    text_width,
)
from briefgen.rendering.stances import GREY_TEXT, INK, STANCE_STYLES
from briefgen.rendering.wording import counted

LEFT_END, RIGHT_END = 150.0, 318.0
"""Where the lines end, left and right; the names stand outside."""
NAME_SIZE = 8.2
NUMBER_SIZE = 6.6
NUMBERS_SHOWN = 4
"""Sources named at a line; more are counted."""
PORT_HEIGHT = 8.5
"""Between two lines at their ends."""
GAP = 6.0
"""Between two names."""
MARK_RADIUS = 2.6
_DASHES: Mapping[Stance, str] = {"support": "", "oppose": "4 2.2", "conditional": "6 2 1 2"}


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
    height = max(left_height, right_height)
    down = {True: (height - left_height) / 2, False: (height - right_height) / 2}
    starts = {id(h): y + down[True] for h, y in zip(by_actor, left, strict=True)}
    ends = {id(h): y + down[False] for h, y in zip(by_issue, right, strict=True)}
    parts = [
        _line(holding, _cite(holding, numbers), starts[id(holding)], ends[id(holding)])
        for holding in by_actor
    ]
    parts += _names(by_actor, starts, by_issue, ends, titles)
    key = _key(height + 12, [stance for stance in DRAWN if any(h.stance == stance for h in chosen)])
    title = (
        f"Who is reported to take which side: {counted(len(actors), 'actor', 'actors')} on "
        f"{counted(len(issues), 'issue', 'issues')}"
    )
    words = _in_words(by_actor, titles, numbers)
    return draw_figure("chart", (DRAWING_WIDTH, height + 18), title, words, [*parts, key])


def _place(names: Sequence[str]) -> tuple[list[float], float]:
    """Return the height of each line's end, and of the column; lines of one name stand together."""
    places: list[float] = []
    y = PORT_HEIGHT / 2
    for number, name in enumerate(names):
        if number:
            y += PORT_HEIGHT + (GAP if name != names[number - 1] else 0)
        places.append(y)
    return places, y + PORT_HEIGHT / 2


def _cite(holding: Holding, numbers: Mapping[str, int]) -> str:
    """Return the numbers of the sources that report it, as many as there is room for."""
    found = sorted(numbers[source] for source in holding.sources)
    rest = len(found) - NUMBERS_SHOWN
    shown = ", ".join(str(number) for number in found[:NUMBERS_SHOWN])
    return f"[{shown}{f' + {rest}' if rest > 0 else ''}]"


def _line(holding: Holding, cited: str, start: float, end: float) -> str:
    """Return the line of one stance: its mark, its sources, and the way to its issue."""
    style = STANCE_STYLES[holding.stance]
    dashes = _DASHES[holding.stance]
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    numbers = draw_text(cited, LEFT_END + 8, start + 2.3, NUMBER_SIZE, GREY_TEXT)
    x = round(LEFT_END + 11 + text_width(cited, NUMBER_SIZE), 1)
    bend = (RIGHT_END - x) * 0.45
    curve = (
        f"M{x:g} {start:g}C{x + bend:g} {start:g} "
        f"{RIGHT_END - bend:g} {end:g} {RIGHT_END:g} {end:g}"
    )
    width = 0.8 + 0.4 * min(4, len(holding.sources) - 1)
    path = f'<path d="{curve}" fill="none" stroke="{style.colour}" stroke-width="{width:g}"{dash}/>'
    mark = draw_mark(holding.stance, LEFT_END + 2, start, MARK_RADIUS)
    return f"<g>{mark}{numbers}{path}</g>"


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


def _key(y: float, stances: Sequence[Stance]) -> str:
    """Return the key: mark, a piece of the line, meaning."""
    parts, x = [], 4.0
    for stance in stances:
        style = STANCE_STYLES[stance]
        dash = f' stroke-dasharray="{_DASHES[stance]}"' if _DASHES[stance] else ""
        line = f'<path d="M{x + 4:g} {y:g}h20" stroke="{style.colour}" stroke-width="0.8"{dash}/>'
        words = f"reported: {style.meaning}"
        parts.append(draw_mark(stance, x, y, MARK_RADIUS) + line)
        parts.append(draw_text(words, x + 28, y + 2.6, 7.6, GREY_TEXT))
        x += text_width(words, 7.6) + 44
    return "".join(parts)


def _in_words(
    holdings: Sequence[Holding], titles: Mapping[str, str], numbers: Mapping[str, int]
) -> str:
    """Return the figure as sentences, for readers who do not see it."""
    lines: dict[str, list[str]] = {}
    for holding in holdings:
        meaning = STANCE_STYLES[holding.stance].meaning
        line = f"{titles[holding.issue]}: {meaning} {_cite(holding, numbers)}"
        lines.setdefault(holding.holder, []).append(line)
    return " ".join(f"{name}: {'; '.join(parts)}." for name, parts in lines.items())
