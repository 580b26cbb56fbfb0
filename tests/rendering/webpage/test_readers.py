"""The web page of every audience for every reader: in the dark, on paper, by ear, on a phone."""

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.rendering.webpage.conftest import AUDIENCES, Site, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
Open = Callable[..., Visit]
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


def find_faults(page: "Page", part: str | None = None) -> list[str]:
    """Return what axe-core calls serious or critical, and where: in the page or a part of it."""
    from axe_playwright_python.sync_playwright import Axe

    # What is in order need not be listed, which takes longer than finding what is not.
    violations = Axe().run(page, part, {"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in violations
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


@every_audience
def test_axe_finds_no_serious_fault(seeds: Site, visit: Open, audience: str) -> None:
    """In the light as it opens, in the dark beside an article."""
    page = visit(seeds.file(audience), reduced_motion="reduce").page
    assert find_faults(page) == []
    page.locator("main [data-claims]").first.click()
    page.emulate_media(color_scheme="dark")
    assert find_faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_filter_and_article(
    site: Site, visit: Open, scheme: str
) -> None:
    page = visit(site.file(), "#side=oppose", color_scheme=scheme, reduced_motion="reduce").page
    page.locator("#foundList a").first.click()
    assert page.locator("a.claim.faint:visible").count()
    assert find_faults(page, "#pageFilters, #pageEvidence") == []


@every_audience
def test_nothing_is_wider_than_a_telephone(seeds: Site, visit: Open, audience: str) -> None:
    page = visit(seeds.file(audience), **PHONE).page
    wide = "document.documentElement.scrollWidth"

    assert page.evaluate(wide) <= 360
    page.locator("#filterToggle").click()
    page.locator("select[name=holder]").select_option("others")
    assert page.evaluate(wide) <= 360
    page.locator("#foundList a").first.tap()
    assert page.evaluate(wide) <= 360
    assert page.evaluate("document.getElementById('pageArticles').scrollWidth") <= 360


@every_audience
def test_printed_it_is_the_brief_alone(seeds: Site, visit: Open, audience: str) -> None:
    visited = visit(seeds.file(audience), color_scheme="dark")
    page = visited.page
    page.locator("main [data-claims]").first.click()
    page.emulate_media(media="print")

    assert (
        not page.locator("#pageEvidence, #pageFilters, .skip, a.whole").filter(visible=True).count()
    )
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(26, 26, 26)"
    assert page.locator("main a.cite").first.inner_text().isdigit()
    assert page.locator("main").bounding_box()["x"] < 50
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_filtered_view_says_so_on_paper(seeds: Site, visit: Open) -> None:
    page = visit(seeds.file(), "#side=oppose").page
    page.emulate_media(media="print")

    assert page.locator("#filterCount").is_visible()
    assert not page.locator("#pageFilters button:visible, #foundList:visible").count()


@every_audience
def test_without_javascript_all_evidence_is_in_reach(
    seeds: Site, visit: Open, audience: str
) -> None:
    page = visit(seeds.file(audience), java_script_enabled=False).page

    assert not page.locator("#pageFilters, #evidencePanel").filter(visible=True).count()
    articles = page.locator("article.source").filter(visible=True)
    assert articles.count() == len(seeds.brief.sources)
    link = page.locator("main a.cite[data-claims]").first
    link.click()
    name = link.get_attribute("data-claims").split()[0]
    label = page.locator(f"article a.claim[id='{name}']")
    assert page.url.endswith(f"#{name}")
    assert 0 <= label.bounding_box()["y"] < 900
    words = next(claim.statement.quote for claim in seeds.claims if claim.id == name)
    assert words.startswith(label.locator("xpath=following-sibling::mark[1]").inner_text()[:20])


@every_audience
def test_headings_nest_and_landmarks_are_named(seeds: Site, visit: Open, audience: str) -> None:
    page = visit(seeds.file(audience)).page
    levels = page.eval_on_selector_all(
        "main :is(h1, h2, h3, h4)", "(all) => all.map((each) => Number(each.tagName[1]))"
    )

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pageBrief"


def test_the_focus_is_seen_on_everything_that_takes_it(site: Site, visit: Open) -> None:
    page = visit(site.file(), "#side=support").page
    page.locator("main [data-claims]:visible").first.click()
    page.evaluate("document.body.focus()")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        outline, kind = page.evaluate(
            "((on) => [getComputedStyle(on).outlineWidth, on.tagName])(document.activeElement)"
        )
        if kind != "BODY":
            assert outline != "0px", kind
            seen.add(kind)
    assert {"A", "BUTTON"} <= seen


def test_who_asks_for_calm_sees_no_scrolling(site: Site, visit: Open) -> None:
    names = [claim.id for claim in site.claims if claim.statement.id.startswith("mill:")]
    page = visit(site.file(), f"#{names[0]}", reduced_motion="reduce").page
    scrolled = "document.getElementById('pageArticles').scrollTop"
    before = page.evaluate(scrolled)
    after = page.evaluate(f"(document.getElementById({names[-1]!r}).click(), {scrolled})")

    assert after > before
    page.keyboard.press("p")
    at_once = page.evaluate(scrolled)
    page.wait_for_timeout(200)
    assert page.evaluate(scrolled) == at_once
