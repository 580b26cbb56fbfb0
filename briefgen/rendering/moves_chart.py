"""Who moved since the last brief: for each changed stance an arrow from the one to the other.

The columns are the stances, the two sides at the ends of what can be ranked: opposes, in part,
supports; behind them those that take no side. The small mark is the stance before, the large one
that of now. A dashed arrow is a change of the coding alone: the article is the same.
"""

from math import ceil

from briefgen.languages import noted, tr
from briefgen.models import Brief, Stance, StanceChange
from briefgen.rendering.changes_view import choose_moves
from briefgen.rendering.charts import (
    DRAWING_WIDTH,
    LINE,
    MARK_RADIUS,
    KeyEntry,
    draw_mark,
    draw_svg,
    draw_text,
    meaning_of,
    write_figure,
)
from briefgen.rendering.drawn_rows import ROW_HEIGHT, DrawnRow, write_rows
from briefgen.rendering.lettering import wrap
from briefgen.rendering.stances import GREY_TEXT, HAIRLINE, INK, override_of
from briefgen.rendering.wording import counted, start_sentence

LABEL_WIDTH = 154.0
COLUMN, SPACE = 52.0, 18.0
"""Width of a column, and of the space between the sides and the others."""
HEAD_SIZE = 7.4
LINE_HEIGHT = 8.8
BEFORE_RADIUS = 2.6
CODING_DASHES = "2.4 1.8"
CODING_WORDS = noted("the article is the same, coded otherwise")
_COLUMNS: tuple[Stance | None, ...] = (
    "oppose",
    "conditional",
    "support",
    "neutral",
    "unclear",
    None,
)
_HEADS = {
    "oppose": noted("opposes"),
    "conditional": noted("in part, on a condition"),
    "support": noted("supports"),
    "neutral": noted("takes no side"),
    "unclear": noted("not determined"),
    None: noted("none found"),
}


def draw_moves(brief: Brief, limit: int) -> str:
    """Return the drawing, as HTML with SVG; empty where no stance changed, or *limit* is 0."""
    moves, left_out = choose_moves(brief, limit)
    if not moves:
        return ""
    sources = {source.id: source for source in brief.sources}
    titles = {issue.id: issue.title for issue in brief.issues}
    rows = [
        DrawnRow(
            label=sources[move.source].label,
            number=sources[move.source].number,
            drawing=_draw_move(move, sources[move.source].label, titles[move.issue]),
            group=titles[move.issue],
        )
        for move in moves
    ]
    label = tr(
        "Who moved: %(stances)s, before and now",
        stances=counted(len(moves), "stance", "stances"),
    )
    table = write_rows(_draw_head(), rows, LABEL_WIDTH)
    is_recoded = any(move.same_article for move in moves)
    more = counted(left_out, "more stance changed.", "more stances changed.")
    note = start_sentence(more) if left_out else ""
    return write_figure("moves", label, [table], _make_key(is_recoded=is_recoded), note)


def _place(stance: Stance | None) -> float:
    """Return the middle of a stance's column, from where the names end."""
    place = _COLUMNS.index(stance)
    return COLUMN * (place + 0.5) + (SPACE if place >= 3 else 0)


def _head(stance: Stance | None) -> str:
    """Return the name of a stance's column."""
    return override_of(stance) or tr(_HEADS[stance])


def _draw_head() -> str:
    """Return the names of the columns over their marks."""
    parts = []
    columns = {stance: wrap(_head(stance), COLUMN - 2, HEAD_SIZE) for stance in _COLUMNS}
    height = LINE * ceil((max(map(len, columns.values())) * LINE_HEIGHT + 4) / LINE)
    for stance, lines in columns.items():
        x = LABEL_WIDTH + _place(stance)
        for line, text in enumerate(lines):
            y = height - 5 - LINE_HEIGHT * (len(lines) - 1 - line)
            parts.append(draw_text(text, x, round(y, 2), HEAD_SIZE, GREY_TEXT, anchor="middle"))
    heads = ", ".join(_head(stance) for stance in _COLUMNS)
    title = tr("From left to right: %(heads)s.", heads=heads)
    return draw_svg((DRAWING_WIDTH, height), title, parts)


def _draw_move(move: StanceChange, label: str, title: str) -> str:
    """Return the arrow of one change, from the stance before to that of now."""
    start, end, y = _place(move.before), _place(move.after), ROW_HEIGHT / 2
    way = 1 if end > start else -1
    tail, head = start + way * (BEFORE_RADIUS + 1.5), end - way * (MARK_RADIUS + 2)
    dash = f' stroke-dasharray="{CODING_DASHES}"' if move.same_article else ""
    guide = "".join(
        f'<path d="M{_place(each):g} 0V{ROW_HEIGHT:g}" stroke="{HAIRLINE}" stroke-width="0.5"/>'
        for each in _COLUMNS
    )
    ground = f'<circle cx="{end:g}" cy="{y:g}" r="{MARK_RADIUS + 1:g}" fill="#FFFFFF"/>'
    line = f'<path d="M{tail:g} {y:g}H{head - way * 2:g}" stroke="{INK}" stroke-width="0.9"{dash}/>'
    tip = f'<path d="M{head:g} {y:g}l{-way * 4.4:g} -2.2v4.4z" fill="{INK}"/>'
    before = draw_mark(move.before, start, y, BEFORE_RADIUS if move.before else MARK_RADIUS)
    parts = [guide, ground, line, tip, before, draw_mark(move.after, end, y)]
    turn = tr(
        "%(before)s before, %(now)s now",
        before=meaning_of(move.before),
        now=meaning_of(move.after),
    )
    words = f"{title}, {label}: {turn}"
    words += f"; {tr(CODING_WORDS)}." if move.same_article else "."
    return draw_svg((DRAWING_WIDTH - LABEL_WIDTH, ROW_HEIGHT), words, parts)


def _make_key(*, is_recoded: bool) -> list[KeyEntry]:
    arrow = (
        f'<path d="M2 4h16" stroke="{INK}" stroke-width="0.9"{{}}/>'
        f'<path d="M23 4l-4.4 -2.2v4.4z" fill="{INK}"/>'
    )
    key = [KeyEntry(arrow.format(""), tr("arrow"), tr("from the last brief to this one"), width=24)]
    if is_recoded:
        dash = f' stroke-dasharray="{CODING_DASHES}"'
        key.append(KeyEntry(arrow.format(dash), tr("dashed arrow"), tr(CODING_WORDS), width=24))
    return key
