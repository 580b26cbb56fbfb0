"""The sides of an issue as a bar: told apart without colour, no count clipped, emptiness shown."""

import itertools
import re

import lxml.html
import pytest

from briefgen.models import Brief, BriefIssue, Stance
from briefgen.rendering.bar_chart import BAR_WIDTH, NOBODY, SHORT_BAR_WIDTH, draw_bar
from briefgen.rendering.lettering import text_width
from briefgen.rendering.stances import STANCE_STYLES


def bar_of(issue: BriefIssue, counts: dict[Stance, int]) -> BriefIssue:
    """Return the issue with so many sources a stance."""
    position = issue.positions[0]
    one = position.sources[0]
    return issue.model_copy(
        update={
            "positions": tuple(
                position.model_copy(
                    update={
                        "stance": stance,
                        "sources": tuple(
                            one.model_copy(update={"source": f"s{n}"}) for n in range(count)
                        ),
                    }
                )
                for stance, count in counts.items()
            )
        }
    )


def frames(drawing: lxml.html.HtmlElement) -> list[tuple[float, float]]:
    """Return where the parts begin and end."""
    found = []
    for box in drawing.xpath("//rect[@height='10.2']"):
        start = float(box.get("x")) - 0.4
        found.append((start, start + float(box.get("width")) + 0.8))
    return found


@pytest.mark.parametrize(
    "counts",
    [
        {"support": 1},
        {"support": 2, "oppose": 2},
        {"oppose": 1, "support": 100},
        {"support": 1, "oppose": 1, "conditional": 1, "neutral": 1, "unclear": 195},
        {"unclear": 30},
        {"support": 9999, "oppose": 9999, "conditional": 9999, "neutral": 9999, "unclear": 9999},
    ],
)
@pytest.mark.parametrize("silent", [0, 3])
def test_every_part_has_room_for_its_count_and_none_leaves_the_bar(
    brief: Brief, counts: dict[Stance, int], silent: int
) -> None:
    drawn = draw_bar(bar_of(brief.issues[0], counts), sum(counts.values()) + silent)
    drawing = lxml.html.fromstring(drawn)

    parts = frames(drawing)
    texts = [(float(text.get("x")), text.text) for text in drawing.xpath("//text")]
    numbers = [(x, text) for x, text in texts if text != "?"]
    shown = counts | {side: 0 for side in ("support", "oppose") if side not in counts}
    assert [int(text) for _, text in numbers] == list(shown.values())
    for (start, end), (x, text) in zip(parts, numbers, strict=True):
        assert start < x
        assert x + text_width(text, 7.4) <= end
    assert parts[0][0] == pytest.approx(0)
    assert parts[-1][1] <= BAR_WIDTH + 0.01
    assert all(end < after for (_, end), (after, _) in itertools.pairwise(parts))


def test_the_parts_stand_in_the_order_of_the_columns(brief: Brief) -> None:
    drawn = draw_bar(bar_of(brief.issues[0], {"oppose": 2, "support": 3}), 5)

    assert drawn.index(STANCE_STYLES["oppose"].colour) < drawn.index(
        STANCE_STYLES["support"].colour
    )


def test_a_side_that_nobody_takes_is_an_empty_part(brief: Brief) -> None:
    drawing = lxml.html.fromstring(draw_bar(bar_of(brief.issues[0], {"support": 3}), 3))

    assert drawing.findtext(".//title").endswith("support: 3; oppose: 0")
    assert drawing.xpath("//rect[@stroke-dasharray]/@stroke") == [STANCE_STYLES["oppose"].colour]


def test_an_issue_without_a_stance_says_so(brief: Brief) -> None:
    drawing = lxml.html.fromstring(draw_bar(bar_of(brief.issues[0], {}), 5))

    assert drawing.findtext(".//text") == NOBODY
    assert drawing.findtext(".//title").endswith(": none found: 5")


def test_the_two_sides_have_as_much_ink(brief: Brief) -> None:
    """The grounds of support and opposition are lines of one width, as near to each other."""
    drawn = {
        side: draw_bar(bar_of(brief.issues[0], {side: 10}), 10) for side in ("support", "oppose")
    }
    lengths = {}
    for side, svg in drawn.items():
        path = re.search(r'<path d="([^"]+)" stroke="[^"]+" stroke-width="1.4"', svg)
        assert path
        lengths[side] = sum(map(_length, path[1].split("M")[1:]))

    assert lengths["support"] == pytest.approx(lengths["oppose"], rel=0.06)


def _length(line: str) -> float:
    start, _, end = line.replace("L", " L ").replace("H", " H ").partition(" L ")
    if end:
        (x, y), (to_x, to_y) = map(float, start.split()), map(float, end.split())
        return float(((x - to_x) ** 2 + (y - to_y) ** 2) ** 0.5)
    x, _y, _h, to_x = line.replace("H", " H ").split()
    return float(to_x) - float(x)


@pytest.mark.parametrize(
    ("count", "wide_enough"), [(1, True), (9, True), (10, False)], ids=["ones", "nines", "tens"]
)
def test_a_short_bar_has_whole_digits_or_is_drawn_longer(
    brief: Brief, count: int, wide_enough: bool
) -> None:
    counts: dict[Stance, int] = dict.fromkeys(
        ("support", "oppose", "conditional", "neutral", "unclear"), count
    )
    issue = bar_of(brief.issues[0], counts)

    drawing = lxml.html.fromstring(draw_bar(issue, 5 * count, SHORT_BAR_WIDTH))

    width = float(drawing.xpath("string(.//svg/@viewbox | .//svg/@viewBox)").split()[2])
    assert (width == SHORT_BAR_WIDTH) is wide_enough
    assert frames(drawing)[-1][1] <= width + 0.01
