"""The drawings without colour: each stance is told by shape and pattern, in a real rendering."""

import io
import itertools
import shutil
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PIL import Image, ImageChops

from briefgen.models import Brief
from briefgen.rendering.actor_chart import draw_actors
from briefgen.rendering.bar_chart import draw_bar
from briefgen.rendering.charts import draw_mark, draw_svg
from briefgen.rendering.stances import STANCE_STYLES
from tests.rendering.drawn import STANCES
from tests.rendering.test_actor_chart import NUMBERS, TITLES, hold
from tests.rendering.test_bar_chart import bar_of

Draw = Callable[[str], Image.Image]
LEAST_PART = 0.05
"""Of the pixels, how many must be dark in one picture and light in the other."""


@pytest.fixture(scope="module")
def draw() -> Iterator[Draw]:
    """Return what turns markup into a grey picture, with one ink for all stances."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(device_scale_factor=4)

        def take(markup: str) -> Image.Image:
            for style in STANCE_STYLES.values():
                markup = markup.replace(style.colour, "#333333")
            page.set_content(f"<style>figure {{ margin: 0; }}</style>{markup}")
            shot = page.locator("svg").first.screenshot()
            return Image.open(io.BytesIO(shot)).convert("L")

        yield take
        browser.close()


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
