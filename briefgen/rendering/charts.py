"""Drawings made from the brief, as inline SVG: who stands where, and the sides of an issue.

All lengths are in points. The marks are drawn, not set: the fonts of the brief have no discs and
rings, and no system font should be needed. Every drawing says in words what it shows.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from briefgen.models import Brief, BriefIssue, Stance
from briefgen.rendering.review_view import REVIEWED_WORDS, find_checked
from briefgen.rendering.stances import (
    GREY_TEXT,
    HAIRLINE,
    INK,
    SILENT_COLOUR,
    STANCE_STYLES,
)
from briefgen.rendering.wording import counted, shorten

FONT = "Source Sans Pro, Helvetica, Arial, sans-serif"
DRAWING_WIDTH = 487.0
"""The width between the margins of the executive brief's page."""
LABEL_WIDTH = (118.0, 190.0)
"""Of the sources' names: at least, and at most where few issues leave room."""
WIDEST_COLUMN = 58.0
LABEL_SIZE = 8.2
ROW_HEIGHT = 17.0
TITLE_SIZE = 7.4
LINE_HEIGHT = 8.8
MARK_RADIUS = 3.9
WEAK_RADIUS = 2.5
"""Of a side coded with a confidence below ``WEAK_CONFIDENCE``. Smaller, not hollow: a ring already
is the mark of a source that takes no side."""
WEAK_CONFIDENCE = 0.82
WEAK_WORDS = "less certain"
UPRIGHT_ISSUES = 10
"""More issues than these, or words wider than a column, and the titles are set slanted."""

BAR_WIDTH = 187.0
BAR_HEIGHT = 11.0
COUNT_START = 12.5
"""Where the count begins within a part of the bar, behind the mark."""
DIGIT_WIDTH = 4.0

# Widths of Source Sans Pro Regular in thousandths of the size, by kind of letter; measured on the
# font, good to a few per cent, which is what breaking a title into lines needs.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'’()|!·- "), frozenset("mwMWOQ—…@%")


@dataclass(frozen=True)
class _Cell:
    source: str
    issue: str
    stance: Stance | None
    is_weak: bool
    is_checked: bool


def _label_width(issues: int) -> float:
    """Return the width of the sources' names beside so many columns."""
    least, most = LABEL_WIDTH
    return max(least, min(most, DRAWING_WIDTH - WIDEST_COLUMN * issues))


def text_width(text: str, size: float) -> float:
    """Return about how wide *text* is at *size* in Source Sans Pro, in points."""
    total = 0.0
    for letter in text:
        if letter in _NARROW:
            total += 0.29
        elif letter in _WIDE:
            total += 0.78
        else:
            total += 0.60 if letter.isupper() else 0.51
    return total * size


def wrap(text: str, width: float, size: float) -> list[str]:
    """Break *text* into lines of at most *width* points where its words allow it."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def fit_text(text: str, width: float, size: float) -> str:
    """Return *text*, cut and marked with … where it is wider than *width*."""
    limit = len(text)
    while text_width(shorten(text, limit), size) > width and limit > 1:
        limit -= 1
    return shorten(text, limit)


def draw_mark(stance: Stance | None, x: float, y: float, radius: float = MARK_RADIUS) -> str:
    """Return the mark of a stance (None: none), its centre at *x*, *y*, as SVG."""
    if stance is None:
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius * 0.26:g}" fill="{SILENT_COLOUR}"/>'
    colour = STANCE_STYLES[stance].colour
    if stance == "oppose":
        side = radius * 1.8
        return (
            f'<rect x="{x - side / 2:g}" y="{y - side / 2:g}" width="{side:g}" height="{side:g}"'
            f' fill="{colour}"/>'
        )
    if stance == "support":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'
    inner = radius - 0.5
    ring = (
        f'<circle cx="{x:g}" cy="{y:g}" r="{inner:g}" fill="none" stroke="{colour}"'
        f' stroke-width="1"/>'
    )
    if stance == "conditional":
        half = f"M{x:g} {y - inner:g}A{inner:g} {inner:g} 0 0 0 {x:g} {y + inner:g}Z"
        return f'{ring}<path d="{half}" fill="{colour}"/>'
    if stance == "unclear":
        size = radius * 1.6
        return ring + draw_text("?", x, y + size * 0.33, size, colour, anchor="middle", weight=600)
    return ring


def draw_inline_mark(stance: Stance) -> str:
    """Return the mark of a stance as a drawing that stands in a line of text."""
    word = escape(STANCE_STYLES[stance].word)
    return (
        f'<svg class="mark" role="img" aria-label="{word}" viewBox="0 0 8 8" width="8" height="8">'
        f"<title>{word}</title>{draw_mark(stance, 4, 4)}</svg>"
    )


def draw_matrix(brief: Brief) -> str:
    """Return *who stands where*: sources down, issues across, the marks, and the key below."""
    issues, rows = brief.issues, brief.coverage
    labels = {source.id: (source.number, source.label) for source in brief.sources}
    weak, checked = _find_weak(brief), find_checked(brief)
    left = _label_width(len(issues))
    column = (DRAWING_WIDTH - left) / max(1, len(issues))
    slanted = _needs_slant(issues, column)
    top = _title_height(issues, column, slanted)
    parts = [_titles(issues, left, top, slanted)]
    for place, row in enumerate(rows):
        y = top + ROW_HEIGHT * (place + 0.5)
        number, label = labels[row.source]
        parts.append(_rule(y - ROW_HEIGHT / 2))
        name = fit_text(label, left - 20, LABEL_SIZE)
        parts.append(draw_text(name, 0, y + 2.9, LABEL_SIZE, INK))
        shown = f"[{number}]"
        parts.append(draw_text(shown, left - 4, y + 2.7, 7.2, GREY_TEXT, anchor="end"))
        cells = (
            _Cell(
                label,
                issue.title,
                row.stances.get(issue.id),
                is_weak=(row.source, issue.id) in weak,
                is_checked=(row.source, issue.id) in checked,
            )
            for issue in issues
        )
        parts.extend(_cells(cells, left, column, y))
    bottom = top + ROW_HEIGHT * len(rows)
    parts.append(_rule(bottom, INK))
    key, height = _key(
        bottom + 13, _stances_of(brief), has_weak=bool(weak), has_checked=bool(checked)
    )
    title = (
        f"Who stands where: {counted(len(rows), 'source', 'sources')} on "
        f"{counted(len(issues), 'issue', 'issues')}"
    )
    return draw_figure(
        "chart", (DRAWING_WIDTH, height), title, _matrix_in_words(brief), [*parts, key]
    )


def measure_matrix(brief: Brief) -> float:
    """Return the height of the drawing of :func:`draw_matrix`, in points at its full width."""
    match = re.search(r'viewBox="0 0 \S+ ([\d.]+)"', draw_matrix(brief))
    return float(match[1]) if match else 0.0


def draw_bar(issue: BriefIssue, sources: int) -> str:
    """Return the sides of an issue as one thin bar, a part a stance, with its mark and count.

    The parts stand in the order of the positions, as the columns and the words below do; a line
    at the end stands for the sources without a stance.
    """
    counts: dict[Stance | None, int] = {
        position.stance: len(position.sources) for position in issue.positions if position.sources
    }
    total = max(1, sources, sum(counts.values()))
    if total > sum(counts.values()):
        counts[None] = total - sum(counts.values())
    widths = _share_width(counts)
    parts, x, words = [], 0.0, []
    for stance, count in counts.items():
        parts.append(_segment(stance, count, x, widths[stance] - 1.5))
        x += widths[stance]
        meaning = STANCE_STYLES[stance].word.lower() if stance else "not taken up"
        words.append(f"{meaning}: {count}")
    title = f"{issue.title}: {'; '.join(words)}"
    return draw_figure("sides-bar", (BAR_WIDTH, BAR_HEIGHT), title, None, parts)


def _share_width(counts: Mapping[Stance | None, int]) -> dict[Stance | None, float]:
    """Share out the bar's width by the counts, but give every part room for its mark and count."""
    least = {
        stance: COUNT_START + DIGIT_WIDTH * len(str(count)) + 4 if stance else 0.0
        for stance, count in counts.items()
    }
    widths: dict[Stance | None, float] = {}
    left, room = dict(counts), BAR_WIDTH
    while True:
        shares = {stance: room * count / sum(left.values()) for stance, count in left.items()}
        narrow = [stance for stance, share in shares.items() if share < least[stance]]
        if not narrow:
            return widths | shares
        for stance in narrow:
            widths[stance] = least[stance]
            room -= least[stance]
            del left[stance]


def _segment(stance: Stance | None, count: int, x: float, width: float) -> str:
    """Return one part of the bar."""
    middle = BAR_HEIGHT / 2
    if stance is None:
        line = f"M{x + 1:g} {middle:g}H{x + width:g}"
        return f'<path d="{line}" stroke="{SILENT_COLOUR}" stroke-width="0.8"/>'
    style = STANCE_STYLES[stance]
    filled = stance in {"support", "oppose", "conditional"}
    ground, ink = (style.colour, "#FFFFFF") if filled else ("#FFFFFF", style.colour)
    box = (
        f'<rect x="{x + 0.4:g}" y="0.4" width="{width - 0.8:g}" height="{BAR_HEIGHT - 0.8:g}"'
        f' fill="{ground}" stroke="{style.colour}" stroke-width="0.8"/>'
    )
    mark = draw_mark(stance, x + 7, middle, 2.9).replace(style.colour, ink)
    number = draw_text(str(count), x + COUNT_START, middle + 2.6, 7.4, ink, weight=600)
    return f"{box}{mark}{number}"


def _needs_slant(issues: Sequence[BriefIssue], column: float) -> bool:
    """Tell whether the titles do not fit above their columns."""
    if len(issues) > UPRIGHT_ISSUES:
        return True
    words = (word for issue in issues for word in issue.title.split())
    return any(text_width(word, TITLE_SIZE) > column - 3 for word in words)


def _title_height(issues: Sequence[BriefIssue], column: float, slanted: bool) -> float:
    """Return the height that the titles take."""
    if slanted:
        widest = max((text_width(_slant_title(issue), TITLE_SIZE) for issue in issues), default=0)
        return ceil(widest * 0.71) + 8
    lines = (len(wrap(issue.title, column - 3, TITLE_SIZE)) for issue in issues)
    return max(lines, default=0) * LINE_HEIGHT + 5


def _slant_title(issue: BriefIssue) -> str:
    return shorten(issue.title, 34)


def _titles(issues: Sequence[BriefIssue], left: float, top: float, slanted: bool) -> str:
    """Return the issues' titles above their columns, standing on the first rule."""
    parts, column = [], (DRAWING_WIDTH - left) / max(1, len(issues))
    for place, issue in enumerate(issues):
        x = left + column * (place + 0.5)
        if slanted:
            turn = f'transform="translate({x - 2:g} {top - 4:g}) rotate(-45)"'
            parts.append(f"<g {turn}>{draw_text(_slant_title(issue), 0, 0, TITLE_SIZE, INK)}</g>")
            continue
        lines = wrap(issue.title, column - 3, TITLE_SIZE)
        for line, text in enumerate(lines):
            y = top - 5 - LINE_HEIGHT * (len(lines) - 1 - line)
            parts.append(draw_text(text, x, y, TITLE_SIZE, INK, anchor="middle"))
    return "".join(parts)


def _cells(cells: Iterable[_Cell], left: float, column: float, y: float) -> Iterable[str]:
    """Yield the marks of one source, each with its meaning in words."""
    for place, cell in enumerate(cells):
        meaning = STANCE_STYLES[cell.stance].meaning if cell.stance else "not taken up"
        meaning += f" ({WEAK_WORDS})" if cell.is_weak else ""
        meaning += f" ({REVIEWED_WORDS})" if cell.is_checked else ""
        title = escape(f"{cell.source}, {cell.issue}: {meaning}")
        x = left + column * (place + 0.5)
        radius = WEAK_RADIUS if cell.is_weak else MARK_RADIUS
        tick = _tick(x + MARK_RADIUS + 1.8, y) if cell.is_checked else ""
        yield f"<g><title>{title}</title>{draw_mark(cell.stance, x, y, radius)}{tick}</g>"


def _find_weak(brief: Brief) -> frozenset[tuple[str, str]]:
    """Find the sources and issues whose side is coded with little confidence."""
    return frozenset(
        (item.source, issue.id)
        for issue in brief.issues
        for position in issue.positions
        if position.stance in {"support", "oppose", "conditional"}
        for item in position.sources
        if item.confidence < WEAK_CONFIDENCE
    )


def _stances_of(brief: Brief) -> list[Stance | None]:
    """Return the stances that the matrix shows, in the order of the key; None: no stance."""
    present = {row.stances.get(issue.id) for row in brief.coverage for issue in brief.issues}
    order: list[Stance | None] = [*STANCE_STYLES, None]
    return [stance for stance in order if stance in present]


def _tick(x: float, y: float) -> str:
    """Return what stands beside the mark of a stance that a person checked."""
    line = f"M{x:g} {y + 0.3:g}l1.4 1.7l2.6 -4"
    return f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="0.9"/>'


def _key(
    y: float, stances: Iterable[Stance | None], *, has_weak: bool, has_checked: bool
) -> tuple[str, float]:
    """Return the key and the height of the drawing that ends with it."""
    entries: list[tuple[Stance | None, float, str]] = [
        (stance, 3.3, STANCE_STYLES[stance].meaning if stance else "not taken up")
        for stance in stances
    ]
    if has_weak:
        entries.insert(
            -1, ("support", WEAK_RADIUS * 3.3 / MARK_RADIUS, f"small mark: {WEAK_WORDS}")
        )
    parts, x = [], 4.0
    if has_checked:
        parts += [_tick(x - 2, y), draw_text(REVIEWED_WORDS, x + 7, y + 2.6, 7.6, GREY_TEXT)]
        x += text_width(REVIEWED_WORDS, 7.6) + 26
    for stance, radius, words in entries:
        width = text_width(words, 7.6) + 26
        if x + width - 18 > DRAWING_WIDTH:
            x, y = 4.0, y + 11
        parts.append(draw_mark(stance, x, y, radius))
        parts.append(draw_text(words, x + 7, y + 2.6, 7.6, GREY_TEXT))
        x += width
    return "".join(parts), y + 6


def _matrix_in_words(brief: Brief) -> str:
    """Return the matrix as sentences, for readers who do not see it."""
    titles = {issue.id: issue.title for issue in brief.issues}
    labels = {source.id: source.label for source in brief.sources}
    weak, checked = _find_weak(brief), find_checked(brief)
    lines = []
    for row in brief.coverage:
        stances = (
            f"{titles[issue]}: {STANCE_STYLES[stance].meaning if stance else 'not taken up'}"
            f"{f' ({WEAK_WORDS})' if (row.source, issue) in weak else ''}"
            f"{f' ({REVIEWED_WORDS})' if (row.source, issue) in checked else ''}"
            for issue, stance in row.stances.items()
            if issue in titles
        )
        lines.append(f"{labels[row.source]}: {'; '.join(stances)}.")
    return " ".join(lines)


def _rule(y: float, colour: str = HAIRLINE) -> str:
    return f'<path d="M0 {y:g}H{DRAWING_WIDTH:g}" stroke="{colour}" stroke-width="0.5"/>'


def draw_text(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    anchor: str = "start",
    weight: int = 400,
) -> str:
    """Return a line of text that begins, ends or has its middle at *x*, its base line at *y*."""
    # WeasyPrint sets SVG text letter by letter: words stay words in the extracted text because
    # the spaces are set, too.
    attributes = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" font-family="{FONT}"'
    extra = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return f"<text {attributes}{extra}{bold}>{escape(text)}</text>"


def draw_figure(
    name: str, size: tuple[float, float], title: str, words: str | None, parts: Sequence[str]
) -> str:
    """Return a whole drawing of that width and height, named by what it shows."""
    width, height = size
    more = f"<desc>{escape(words)}</desc>" if words else ""
    return (
        f'<figure class="{name}"><svg role="img" xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {width:g} {height:g}" width="{width:g}pt" height="{height:g}pt">'
        f"<title>{escape(title)}</title>{more}{''.join(parts)}</svg></figure>"
    )
