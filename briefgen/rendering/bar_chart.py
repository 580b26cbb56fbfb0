"""The sides of an issue as one thin bar, a part a stance, with its mark and count.

A part begins with a plate in the stance's colour, which holds the mark and the count; behind it the
ground has the stance's pattern: level lines, slanted lines, dots, nothing. So the sides differ in
print without colour, however short or long they are, and none has more ink than the other.
"""

from collections.abc import Iterator, Mapping
from math import sqrt

from briefgen.languages import noted, tr
from briefgen.models import BriefIssue, Stance
from briefgen.rendering.charts import draw_mark, draw_svg, draw_text
from briefgen.rendering.stances import GREY_TEXT, SILENT_COLOUR, STANCE_STYLES, silent_word

BAR_WIDTH = 187.0
SHORT_BAR_WIDTH = 127.5
"""In a narrow column: a bar that is made smaller has digits that nobody can read."""
BAR_HEIGHT = 11.0
COUNT_START = 12.5
"""Where the count begins within a part of the bar, behind the mark."""
DIGIT_WIDTH = 4.2
NUMBER_SIZE = 7.4
STRIPES = 4.0
"""Between two slanted lines, along the bar; level ones are as near, so that both are as dark."""
LINE_WIDTH = 1.4
GAP = 1.5
GROUND = 6.0
"""At least, behind a plate: a disc and a square of five points alone are soon mistaken."""
NOBODY = noted("no side found")
_SIDES: tuple[Stance, ...] = ("support", "oppose")
_FILLED = frozenset({"support", "oppose", "conditional"})


def draw_bar(issue: BriefIssue, sources: int, bar_width: float = BAR_WIDTH) -> str:
    """Return the bar, as a figure with SVG.

    The parts stand in the order of the positions, as the columns and the words below do. A side
    that nobody takes, where somebody takes another stance, is an empty plate with its nought; a
    line at the end stands for the sources without a stance. Where no source has one, the bar is an
    empty frame.

    Args:
        issue: whose sides.
        sources: how many sources the brief has.
        bar_width: in points; ``SHORT_BAR_WIDTH`` for a narrow column. It is more where the counts
            need it; the page then makes the drawing smaller.
    """
    counts: dict[Stance | None, int] = {
        position.stance: len(position.sources) for position in issue.positions if position.sources
    }
    taken = sum(counts.values())
    if taken:
        counts |= {side: 0 for side in _SIDES if side not in counts}
    if sources > taken:
        counts[None] = sources - taken
    bar_width = max(bar_width, sum(_least_width(*part) for part in counts.items()) - GAP)
    words = "; ".join(f"{_word(stance)}: {count}" for stance, count in counts.items())
    parts = list(_draw_parts(counts, bar_width)) if taken else [_draw_nobody(bar_width)]
    svg = draw_svg((bar_width, BAR_HEIGHT), f"{issue.title}: {words or tr(NOBODY)}", parts)
    return f'<figure class="sides-bar">{svg}</figure>'


def _word(stance: Stance | None) -> str:
    return STANCE_STYLES[stance].inside if stance else silent_word()


def _draw_parts(counts: Mapping[Stance | None, int], bar_width: float) -> Iterator[str]:
    x = 0.0
    for stance, width in _share_width(counts, bar_width).items():
        yield _draw_part(stance, counts[stance], round(x, 2), round(width - GAP, 2))
        x += width


def _share_width(
    counts: Mapping[Stance | None, int], bar_width: float
) -> dict[Stance | None, float]:
    """Share out the bar's width by the counts, but give every part room for its mark and count.

    Returns:
        The width of each part with the gap behind it, in the order of *counts*.
    """
    least = {stance: _least_width(stance, count) for stance, count in counts.items()}
    widths: dict[Stance | None, float] = {}
    left, room = dict(counts), bar_width + GAP
    while left:
        whole = max(1, sum(left.values()))
        shares = {stance: room * count / whole for stance, count in left.items()}
        narrow = [stance for stance, share in shares.items() if share < least[stance]]
        for stance in narrow or tuple(left):
            widths[stance] = least[stance] if narrow else shares[stance]
            room -= widths[stance]
            del left[stance]
    return {stance: widths[stance] for stance in counts}


def _least_width(stance: Stance | None, count: int) -> float:
    """Return what a part needs: its plate, a piece of its ground if it has one, and the gap."""
    if stance is None:
        return 0.0
    return _plate_width(count) + (GROUND if stance in _FILLED and count else 0.0) + GAP


def _plate_width(count: int) -> float:
    return COUNT_START + DIGIT_WIDTH * len(str(count)) + 2.5


def _draw_part(stance: Stance | None, count: int, x: float, width: float) -> str:
    """Return one part of the bar, *width* points wide."""
    middle = BAR_HEIGHT / 2
    if stance is None:
        line = f"M{x + 1:g} {middle:g}H{x + width:g}"
        return f'<path d="{line}" stroke="{SILENT_COLOUR}" stroke-width="0.8"/>'
    colour = STANCE_STYLES[stance].colour
    is_plate = stance in _FILLED and count > 0
    ink = "#FFFFFF" if is_plate else colour
    drawn = _draw_frame(x, width, colour, is_dashed=stance == "unclear" or not count)
    if is_plate:
        plate = min(width, _plate_width(count))
        drawn += _draw_box(x, plate, colour) + _draw_pattern(stance, x + plate, x + width, colour)
    mark = draw_mark(stance, x + 7, middle, 2.9, ink)
    number = draw_text(str(count), x + COUNT_START, middle + 2.6, NUMBER_SIZE, ink, weight=600)
    return f"{drawn}{mark}{number}"


def _draw_box(x: float, width: float, colour: str) -> str:
    return f'<rect x="{x:g}" y="0" width="{width:g}" height="{BAR_HEIGHT:g}" fill="{colour}"/>'


def _draw_frame(x: float, width: float, colour: str, *, is_dashed: bool) -> str:
    dash = ' stroke-dasharray="2 1.4"' if is_dashed else ""
    return (
        f'<rect x="{x + 0.4:g}" y="0.4" width="{width - 0.8:g}" height="{BAR_HEIGHT - 0.8:g}"'
        f' fill="#FFFFFF" stroke="{colour}" stroke-width="0.8"{dash}/>'
    )


def _draw_pattern(stance: Stance | None, start: float, end: float, colour: str) -> str:
    """Return the ground of a part behind its plate."""
    if end - start < 1.5:
        return ""
    if stance == "conditional":
        return "".join(_dots(start, end, colour))
    lines = _levels(start, end) if stance == "support" else _stripes(start, end)
    return f'<path d="{"".join(lines)}" stroke="{colour}" stroke-width="{LINE_WIDTH:g}"/>'


def _levels(start: float, end: float) -> Iterator[str]:
    """Yield level lines, as far from each other as the slanted ones."""
    distance = STRIPES / sqrt(2)
    count = int(BAR_HEIGHT / distance) + 1
    first = (BAR_HEIGHT - distance * (count - 1)) / 2
    for line in range(count):
        yield f"M{start:.2f} {first + line * distance:.2f}H{end:.2f}"


def _stripes(start: float, end: float) -> Iterator[str]:
    """Yield slanted lines cut to the box: no clip path, which PDF writers draw in several ways."""
    foot = start - BAR_HEIGHT + STRIPES / 2
    while foot < end:
        low, high = max(foot, start), min(foot + BAR_HEIGHT, end)
        if high - low > 0.3:
            down, up = BAR_HEIGHT - (low - foot), BAR_HEIGHT - (high - foot)
            yield f"M{low:.2f} {down:.2f}L{high:.2f} {up:.2f}"
        foot += STRIPES


def _dots(start: float, end: float, colour: str) -> Iterator[str]:
    for row, y in enumerate((2.4, 5.5, 8.6)):
        x = start + 2 + (STRIPES / 2 if row % 2 else 0)
        while x < end - 1:
            yield f'<circle cx="{x:.2f}" cy="{y:g}" r="1.1" fill="{colour}"/>'
            x += STRIPES


def _draw_nobody(bar_width: float) -> str:
    frame = _draw_frame(0, bar_width, SILENT_COLOUR, is_dashed=True)
    return frame + draw_text(tr(NOBODY), 7, BAR_HEIGHT / 2 + 2.6, NUMBER_SIZE, GREY_TEXT)
