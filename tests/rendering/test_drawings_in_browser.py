"""The drawings as Chromium shows them: told apart without colour, and in place on a phone."""

import io
import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PIL import Image, ImageChops

from briefgen.models import Brief
from briefgen.rendering.actor_chart import draw_actors
from briefgen.rendering.audience import Audience
from briefgen.rendering.bar_chart import draw_bar
from briefgen.rendering.charts import draw_mark, draw_svg
from briefgen.rendering.html import render_html
from briefgen.rendering.stances import STANCE_STYLES
from tests.rendering.drawn import STANCES, many_issues
from tests.rendering.test_actor_chart import NUMBERS, TITLES, hold
from tests.rendering.test_bar_chart import bar_of

Draw = Callable[[str], Image.Image]
LEAST_PART = 0.05
"""Of the pixels, how many must be dark in one picture and light in the other."""


@pytest.fixture(scope="module")
def page(chromium: Any) -> Iterator[Any]:
    """Open an empty page, four pixels of the screen to one of the page."""
    opened = chromium.new_page(device_scale_factor=4)
    yield opened
    opened.close()


@pytest.fixture
def draw(page: Any) -> Draw:
    """Return what turns markup into a grey picture, with one ink for all stances."""

    def take(markup: str) -> Image.Image:
        for style in STANCE_STYLES.values():
            markup = markup.replace(style.colour, "#333333")
        page.set_content(f"<style>figure {{ margin: 0; }}</style>{markup}")
        shot = page.locator("svg").first.screenshot()
        return Image.open(io.BytesIO(shot)).convert("L")

    return take


def part_that_differs(one: Image.Image, other: Image.Image) -> float:
    """Return the part of the pixels that are dark in one and light in the other."""
    different = ImageChops.difference(one, other).histogram()
    return sum(different[120:]) / sum(different)


def assert_all_differ(pictures: dict[object, Image.Image]) -> None:
    for one, other in itertools.combinations(pictures, 2):
        part = part_that_differs(pictures[one], pictures[other])
        assert part >= LEAST_PART, f"{one} and {other} look alike ({part:.3f})"


@pytest.mark.parametrize("radius", [3.9, 2.5])
def test_marks_differ_in_shape(draw: Draw, radius: float) -> None:
    size = (2 * radius + 1, 2 * radius + 1)
    middle = radius + 0.5
    assert_all_differ(
        {
            stance: draw(draw_svg(size, "a mark", [draw_mark(stance, middle, middle, radius)]))
            for stance in STANCES
        }
    )


def test_the_parts_of_a_bar_differ_in_their_ground(brief: Brief, draw: Draw) -> None:
    drawn = partial(draw_bar, sources=40)
    assert_all_differ(
        {stance: draw(drawn(bar_of(brief.issues[0], {stance: 40}))) for stance in STANCE_STYLES}
    )


def test_the_parts_of_a_bar_differ_where_they_are_narrow(brief: Brief, draw: Draw) -> None:
    """One source against two hundred."""

    def plate(stance: str) -> Image.Image:
        counts = {stance: 1, "unclear" if stance == "neutral" else "neutral": 200}
        picture = draw(draw_bar(bar_of(brief.issues[0], counts), 201))
        return picture.crop((0, 0, picture.width // 8, picture.height))

    assert_all_differ({stance: plate(stance) for stance in STANCE_STYLES})


def test_the_lines_of_reported_sides_differ(draw: Draw) -> None:
    def line(stance: str) -> Image.Image:
        return draw(draw_actors([hold("the pilots", "toll", stance)], TITLES, NUMBERS, 12))

    pictures = {stance: line(stance) for stance in ("support", "oppose", "conditional")}
    for one, other in itertools.combinations(pictures, 2):
        left, right = (
            pictures[each].crop((pictures[each].width // 3, 0, pictures[each].width * 2 // 3,
                                 pictures[each].height))
            for each in (one, other)
        )  # fmt: skip
        assert part_that_differs(left, right) > 0.004, f"{one} and {other}: a thin line, but dashed"


OUTSIDE = """() => [...document.querySelectorAll("svg text")].filter((text) => {
  const inner = text.getBoundingClientRect();
  const outer = text.closest("svg").getBoundingClientRect();
  return inner.left < outer.left - 1 || inner.right > outer.right + 1
    || inner.bottom > outer.bottom + 2;
}).map((text) => text.textContent)"""


@pytest.mark.parametrize("width", [360, 1100])
@pytest.mark.parametrize("issues", [1, 8, 20])
def test_on_any_screen_words_stay_in_drawings_and_drawings_in_the_page(
    brief: Brief, audience: Audience, page: Any, width: int, issues: int
) -> None:
    """With the fonts of this machine, which need not be those of the PDF."""
    many = many_issues(brief, issues, "Wages, ferries and the harbour council")
    many = many.model_copy(update={"actors": ()})
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(render_html("<!-- matrix -->\n\n<!-- end -->\n", many, audience))

    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    name, marks = (page.locator(f"tbody tr:first-child {cell}").bounding_box() for cell in
                   ("th", "td svg"))  # fmt: skip
    assert name["width"] < 0.75 * width, "the names leave room for marks"
    assert abs(name["y"] + name["height"] / 2 - marks["y"] - marks["height"] / 2) < 2


def test_a_wide_drawing_is_moved_with_the_keyboard(
    brief: Brief, audience: Audience, page: Any
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(render_html("<!-- matrix -->\n\n<!-- end -->\n", brief, audience))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    moved = "document.querySelector('.drawn').scrollLeft"
    for _ in range(60):  # scrolling is animated, and the page's policy forbids waiting within it
        if page.evaluate(moved) > 0:
            break
        page.wait_for_timeout(50)

    assert page.evaluate(moved) > 0
    head = page.locator("tbody tr:first-child th").bounding_box()
    assert head["x"] >= 0, "the names stay"
