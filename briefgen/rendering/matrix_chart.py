"""Who stands where: sources down, issues across, the marks, and the key below.

Sources go over page breaks (:mod:`briefgen.rendering.drawn_rows`); more issues than have room side
by side stand in several tables, each with all sources.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from briefgen.languages import noted, tr, trn
from briefgen.models import Brief, BriefIssue, BriefSource, CoverageRow, Stance
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    LINE,
    MARK_RADIUS,
    KeyEntry,
    draw_cell,
    draw_mark,
    draw_svg,
    draw_text,
    draw_tick,
    key_of_stances,
    meaning_of,
    write_figure,
)
from briefgen.rendering.drawn_rows import (
    NAME_WIDTHS,
    ROW_HEIGHT,
    DrawnRow,
    in_words,
    write_rows,
)
from briefgen.rendering.lettering import fit_text, text_width, wrap
from briefgen.rendering.review_view import REVIEWED_WORDS, find_checked
from briefgen.rendering.stances import INK
from briefgen.rendering.wording import counted

WIDEST_COLUMN = 43.0
"""Of an issue, while the names have not got their whole width."""
MOST_COLUMNS = 20
"""Issues side by side; slanted titles of 7.4 points need columns of 18 points."""
TITLE_SIZE = 7.4
TITLE_LINES = 4
LINE_HEIGHT = 8.8
SLANTED_WIDTH = 128.0
"""Of a slanted title: its lower end stands over its column, its upper end left of it."""
KEY_SIZE, KEY_GAP = 7.6, 15.0
"""Of the key's words, and what is left beside the drawing and the words of an entry."""
WEAK_RADIUS = 2.5
"""Of a side coded with a confidence below ``WEAK_CONFIDENCE``. Smaller, not hollow: a ring already
is the mark of a source that takes no side."""
WEAK_CONFIDENCE = 0.82
WEAK_WORDS = noted("less certain")
_SIDES: tuple[Stance, ...] = ("support", "oppose", "conditional")
_ALL: tuple[Stance | None, ...] = (*_SIDES, "neutral", "unclear", None)


@dataclass(frozen=True)
class _Marks:
    """What the marks of a brief are made from."""

    weak: frozenset[tuple[str, str]]
    """Source and issue of the sides that are coded with little confidence."""
    checked: frozenset[tuple[str, str]]
    """Source and issue of the stances that a person confirmed or corrected."""

    def describe(self, source: str, issue: str) -> str:
        """Return what the mark says beside its stance, in parentheses."""
        words = [tr(WEAK_WORDS)] if (source, issue) in self.weak else []
        words += [tr(REVIEWED_WORDS)] if (source, issue) in self.checked else []
        return f" ({', '.join(words)})" if words else ""


def draw_matrix(brief: Brief) -> str:
    """Return the drawing, as HTML with SVG."""
    marks = _Marks(_find_weak(brief), find_checked(brief))
    sources = {source.id: source for source in brief.sources}
    title = tr(
        "Who stands where: %(sources)s %(issues)s",
        sources=counted(len(brief.coverage), "source", "sources"),
        issues=trn("on %(count)s issue", "on %(count)s issues", len(brief.issues)),
    )
    tables = [_draw_table(part, brief.coverage, sources, marks) for part in _split(brief.issues)]
    return write_figure("who-stands", title, tables, _make_key(brief, marks))


def _split(issues: Sequence[BriefIssue]) -> list[Sequence[BriefIssue]]:
    """Split the issues into parts of nearly one size that have room side by side."""
    count = max(1, ceil(len(issues) / MOST_COLUMNS))
    size = ceil(len(issues) / count)
    return [issues[start : start + size] for start in range(0, max(1, len(issues)), max(1, size))]


def _draw_table(
    issues: Sequence[BriefIssue],
    coverage: Sequence[CoverageRow],
    sources: Mapping[str, BriefSource],
    marks: _Marks,
) -> str:
    left = _name_width(issues)
    rows = [
        DrawnRow(
            label=sources[row.source].label,
            number=sources[row.source].number,
            drawing=_draw_row(row, sources[row.source].label, issues, DRAWING_WIDTH - left, marks),
        )
        for row in coverage
    ]
    return write_rows(_draw_head(issues, left), rows, left)


def _name_width(issues: Sequence[BriefIssue]) -> float:
    """Return the width of the names: as wide as leaves room for the issues."""
    room = DRAWING_WIDTH - WIDEST_COLUMN * len(issues)
    return max((width for width in NAME_WIDTHS if width <= room), default=NAME_WIDTHS[0])


def measure_matrix(brief: Brief) -> float:
    """Return how high the drawing of :func:`draw_matrix` is on one long page, in points.

    The key counts with the lines that it takes, and one more is left below it.
    """
    rows = LINE * len(brief.coverage)
    parts = _split(brief.issues)
    height = sum(_lay_head(issues, _name_width(issues))[1] + rows for issues in parts)
    marks = _Marks(_find_weak(brief), find_checked(brief))
    return height + LINE * (len(parts) + _count_key_lines(_make_key(brief, marks)))


def _count_key_lines(key: Sequence[KeyEntry]) -> int:
    """Return the lines that a key takes, each of its entries whole."""
    lines, used = 1, 0.0
    for entry in key:
        width = entry.width + text_width(f" {entry.meaning}", KEY_SIZE) + KEY_GAP
        if used and used + width > DRAWING_WIDTH:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def _draw_row(
    row: CoverageRow, label: str, issues: Sequence[BriefIssue], width: float, marks: _Marks
) -> str:
    """Return the marks of one source, each with its meaning in words."""
    column, y = width / max(1, len(issues)), ROW_HEIGHT / 2
    parts = []
    words: dict[str, list[str]] = {entry.meaning: [] for entry in key_of_stances(_ALL)}
    for place, issue in enumerate(issues):
        stance = row.stances.get(issue.id)
        cell = (row.source, issue.id)
        more = marks.describe(*cell)
        words[meaning_of(stance)].append(f"{issue.title}{more}")
        x = round(column * (place + 0.5), 2)
        drawn = draw_mark(stance, x, y, WEAK_RADIUS if cell in marks.weak else MARK_RADIUS)
        if cell in marks.checked:
            drawn += draw_tick(x + MARK_RADIUS + 1, y)
        parts.append(draw_cell(f"{label}, {issue.title}: {meaning_of(stance)}{more}", drawn))
    return draw_svg((round(width, 2), ROW_HEIGHT), in_words(label, words), parts)


def _draw_head(issues: Sequence[BriefIssue], left: float) -> str:
    """Return the issues' titles, each over its column: in lines, or slanted where too wide."""
    drawn, height = _lay_head(issues, left)
    titles = "; ".join(issue.title for issue in issues)
    title = tr("The issues, from left to right: %(titles)s.", titles=titles)
    return draw_svg((DRAWING_WIDTH, height), title, drawn)


def _lay_head(issues: Sequence[BriefIssue], left: float) -> tuple[list[str], float]:
    """Return the titles as SVG, and the height that they take."""
    column = (DRAWING_WIDTH - left) / max(1, len(issues))
    columns = [wrap(issue.title, column - 4, TITLE_SIZE) for issue in issues]
    fits = all(
        len(lines) <= TITLE_LINES and all(text_width(x, TITLE_SIZE) <= column - 4 for x in lines)
        for lines in columns
    )
    return _stand(columns, left, column) if fits else _slant(issues, left, column)


def _stand(columns: Sequence[Sequence[str]], left: float, column: float) -> tuple[list[str], float]:
    """Return titles in lines, and the height that they take."""
    height = LINE * ceil((max(map(len, columns), default=0) * LINE_HEIGHT + 5) / LINE)
    drawn = []
    for place, lines in enumerate(columns):
        x = round(left + column * (place + 0.5), 2)
        for line, text in enumerate(lines):
            y = round(height - 5 - LINE_HEIGHT * (len(lines) - 1 - line), 2)
            drawn.append(draw_text(text, x, y, TITLE_SIZE, INK, anchor="middle"))
    return drawn, height


def _slant(issues: Sequence[BriefIssue], left: float, column: float) -> tuple[list[str], float]:
    """Return titles that come down to their columns from the left, and the height they take."""
    titles = [fit_text(issue.title, SLANTED_WIDTH, TITLE_SIZE) for issue in issues]
    widest = max((text_width(title, TITLE_SIZE) for title in titles), default=0)
    height = LINE * ceil(((widest + TITLE_SIZE) / sqrt(2) + 6) / LINE)
    drawn = []
    for place, title in enumerate(titles):
        x = round(left + column * (place + 0.5) + TITLE_SIZE * 0.2, 2)
        text = draw_text(title, 0, 0, TITLE_SIZE, INK, anchor="end")
        drawn.append(f'<g transform="translate({x:g} {height - 4:g}) rotate(45)">{text}</g>')
    return drawn, height


def _make_key(brief: Brief, marks: _Marks) -> list[KeyEntry]:
    """Return the key of what the drawing shows."""
    present = {row.stances.get(issue.id) for row in brief.coverage for issue in brief.issues}
    key = key_of_stances(present)
    if marks.weak:
        small = draw_mark("support", 4, 4, WEAK_RADIUS * 3.6 / MARK_RADIUS)
        key.append(
            KeyEntry(small, tr("small disc"), tr("small mark: %(meaning)s", meaning=tr(WEAK_WORDS)))
        )
    if marks.checked:
        key.append(KeyEntry(draw_tick(2, 4), tr("tick"), tr(REVIEWED_WORDS)))
    return key


def _find_weak(brief: Brief) -> frozenset[tuple[str, str]]:
    """Find the sources and issues whose side is coded with little confidence."""
    return frozenset(
        (item.source, issue.id)
        for issue in brief.issues
        for position in issue.positions
        if position.stance in _SIDES
        for item in position.sources
        if item.confidence < WEAK_CONFIDENCE
    )
