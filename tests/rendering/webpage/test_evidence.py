"""The web page in Chromium: evidence opens beside the brief, by mouse, by keys, by its address."""

import re
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.rendering.webpage.conftest import Site, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PANEL = "#pageEvidence"
MARKED = """[...document.querySelectorAll('article.open mark.now')]
    .map((mark) => mark.textContent).join('')"""
Open = Callable[..., Visit]


def quoted(site: Site, name: str) -> str:
    """Return a statement's words by its permanent name."""
    return next(claim.statement.quote for claim in site.claims if claim.id == name)


def is_in_view(page: "Page", name: str) -> bool:
    """Tell whether a label stands within the part of its article that is seen."""
    return page.evaluate(
        """(name) => {
          const place = document.getElementById(name).getBoundingClientRect();
          const pane = document.getElementById('pageArticles').getBoundingClientRect();
          return place.top >= pane.top && place.bottom <= pane.bottom;
        }""",
        name,
    )


def test_a_click_on_a_quotation_opens_its_article_at_the_passage(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    page = visited.page
    for link in page.locator("blockquote a.quoted").all():
        name = link.get_attribute("data-claims").split()[0]
        link.click()

        assert page.evaluate(MARKED) == quoted(site, name)
        assert visited.fragment() == f"#{name}"
        assert is_in_view(page, name)
        assert page.locator(f"{PANEL} article:visible").count() == 1
        assert quoted(site, name)[:20].strip('“”" ') in link.inner_text()


def test_a_click_beside_the_words_of_a_quotation_opens_it_too(site: Site, visit: Open) -> None:
    page = visit(site.file()).page
    page.locator("blockquote em").first.click()

    assert page.locator(f"{PANEL} article").locator("visible=true").count() == 1


def test_enter_on_a_citation_opens_it_and_escape_leads_back(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    page = visited.page
    link = page.locator(".issue a.cite[data-claims]").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    name = link.get_attribute("data-claims").split()[0]

    assert visited.focus() == name
    assert page.evaluate(MARKED) == quoted(site, name)
    page.keyboard.press("Escape")
    assert not page.locator(PANEL).is_visible()
    assert link.evaluate("(link) => link === document.activeElement")
    assert visited.fragment() == ""


def test_keys_and_buttons_go_through_the_statements_of_a_source(site: Site, visit: Open) -> None:
    names = [claim.id for claim in site.claims if claim.statement.id.startswith("courier:")]
    visited = visit(site.file(), f"#{names[0]}")
    page = visited.page
    previous, following = page.locator("#panelPrevious"), page.locator("#panelNext")

    assert previous.is_disabled()
    seen = [visited.focus()]
    for key in ("n", "ArrowRight", "n"):
        page.keyboard.press(key)
        seen.append(visited.focus())
    assert seen == names[:4]
    page.keyboard.press("p")
    page.keyboard.press("ArrowLeft")
    assert visited.focus() == names[1]
    while following.is_enabled():
        following.click()
    assert visited.fragment() == f"#{names[-1]}"
    assert page.locator("#panelPlace").inner_text() == f"{len(names)} of {len(names)}"
    page.keyboard.press("n")  # the last one stays
    assert visited.fragment() == f"#{names[-1]}"


def test_keys_of_the_panel_do_nothing_in_the_brief(site: Site, visit: Open) -> None:
    """A single letter must not act where somebody dictates or types."""
    visited = visit(site.file(), f"#{site.claims[0].id}")
    visited.page.locator("main").focus()
    visited.page.keyboard.press("n")

    assert visited.fragment() == f"#{site.claims[0].id}"


def test_every_statement_says_its_side_issue_and_holder(site: Site, visit: Open) -> None:
    page = visit(site.file()).page
    titles = {issue.id: issue.title for issue in site.brief.issues}
    labels = dict(
        page.evaluate(
            "[...document.querySelectorAll('a.claim')]"
            ".map((label) => [label.id, `${label.className}|${label.textContent}`])"
        )
    )

    assert labels.keys() == {claim.id for claim in site.claims}
    for claim in site.claims:
        look, _, text = labels[claim.id].partition("|")
        assert claim.holder in text if claim.holder else text.endswith(", author")
        if claim.statement.issue:
            assert titles[claim.statement.issue] in text
            assert claim.side in look.split()


def test_every_permanent_link_opens_its_statement(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    page = visited.page
    for claim in site.claims:
        page.evaluate(f"location.hash = '#{claim.id}'")
        page.wait_for_function(f"document.getElementById('{claim.id}').ariaCurrent === 'true'")
        assert page.evaluate(MARKED) == claim.statement.quote
    page.go_back()
    page.wait_for_function(
        f"document.getElementById('{site.claims[-2].id}').ariaCurrent === 'true'"
    )


def test_a_link_whose_statement_is_read_otherwise_still_finds_its_words(
    site: Site, visit: Open
) -> None:
    claim = next(each for each in site.claims if each.statement.issue)
    passage = re.match("c-[0-9a-f]{12}", claim.id)[0]
    page = visit(site.file(), f"#{passage}-another-issue").page

    assert page.evaluate(MARKED) == claim.statement.quote
    assert "read otherwise" in page.locator("#pageTold").inner_text()


@pytest.mark.parametrize(
    "fragment", ["#c-000000000000-tolls", "#claim=c-1", "#side=sideways", "#%"]
)
def test_a_link_to_nothing_harms_nothing(site: Site, visit: Open, fragment: str) -> None:
    page = visit(site.file(), fragment).page

    assert not page.locator(PANEL).is_visible()
    assert page.locator("main h1").is_visible()
    told = page.locator("#pageTold").inner_text()
    assert ("does not have" in told) == ("c-" in fragment)


def test_old_links_to_sources_go_to_the_list(site: Site, visit: Open) -> None:
    page = visit(site.file(), "#source-3").page

    assert not page.locator(PANEL).is_visible()
    place = page.evaluate("document.getElementById('source-3').getBoundingClientRect().top")
    assert 0 <= place < 900


def test_the_list_of_sources_opens_whole_articles(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    visited.page.locator(".sources a.whole").nth(1).click()

    assert visited.fragment() == "#Article-2"
    assert visited.page.locator("#Article-2").is_visible()
    assert visited.page.locator("mark.now").count() == 0


def test_a_mark_of_the_table_opens_what_shows_the_stance(site: Site, visit: Open) -> None:
    page = visit(site.file()).page
    held = {
        (source.source, issue.id): source.statements
        for issue in site.brief.issues
        for position in issue.positions
        for source in position.sources
        if source.statements
    }
    cells = page.locator("a.cell")

    assert cells.count() == len(held)
    cells.first.click()
    ids = {claim.id: claim.statement.id for claim in site.claims}
    shown = page.locator("a.claim[aria-current]").get_attribute("id")
    assert ids[shown] in {statements[0] for statements in held.values()}


def test_the_link_is_copied(site: Site, visit: Open) -> None:
    claim = site.claims[2]
    visited = visit(site.file(), f"#{claim.id}")
    visited.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visited.page.locator("#panelCopy").click()
    visited.page.locator("#pageTold:not(:empty)").wait_for()

    copied = visited.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site.file().as_uri()}#{claim.id}"


def test_on_a_telephone_the_panel_covers_the_page(site: Site, visit: Open) -> None:
    visited = visit(site.file(), **PHONE)
    page = visited.page
    page.locator("blockquote a.quoted").first.tap()
    box = page.locator(PANEL).bounding_box()

    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    for _ in range(40):  # more than the panel has; the browser's own bar may be between
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main, #pageFilters')")
    page.keyboard.press("Escape")
    assert not page.locator(PANEL).is_visible()
    assert page.locator("main").evaluate("(main) => !main.inert")


def test_on_a_wide_screen_the_page_stays_in_reach(site: Site, visit: Open) -> None:
    """No trap: from the panel the focus goes on, and back to the brief."""
    visited = visit(site.file(), f"#{site.claims[0].id}")
    page = visited.page
    page.locator("main :is(a[href], summary, [tabindex='0'])").last.focus()
    page.keyboard.press("Tab")

    assert page.evaluate("Boolean(document.activeElement.closest('#pageEvidence'))")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_the_article_that_attacks_does_nothing(site: Site, visit: Open) -> None:
    (number,) = (source.number for source in site.brief.sources if source.id == "mill")
    visited = visit(site.file(), f"#Article-{number}", **PHONE)
    page = visited.page
    page.locator(f"#Article-{number} p").last.hover()

    assert page.title() == site.brief.topic
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("script:not([type]), style").count() == 2
    assert page.locator("img, iframe, object, embed, base").count() == 0
    assert not page.evaluate(
        "[...document.querySelectorAll('*')].some((each) => "
        "[...each.attributes].some((attribute) => attribute.name.startsWith('on')))"
    )


def test_markup_that_got_in_would_not_act(site: Site, visit: Open, tmp_path) -> None:
    """The policy is a second lock: here the escaping is undone on purpose."""
    html = site.html()
    attack = "<script>document.title = 'taken'</script><img src=x onerror='document.title = 1'>"
    hurt = tmp_path / "hurt.html"
    hurt.write_bytes(html.replace("<h1", f"{attack}<h1", 1).encode())
    visited = visit(hurt)

    assert visited.page.title() == site.brief.topic
    assert visited.told  # the browser says that it refused
    assert all("Content Security Policy" in words for words in visited.told)
    visited.told.clear()
    visited.requests.clear()


def test_the_way_back_closes_what_was_opened(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    page = visited.page
    links = page.locator(".issue a.quoted")
    links.nth(0).click()
    first = visited.fragment()
    links.nth(1).click()
    page.go_back()
    assert visited.fragment() == first
    assert page.locator("a.claim[aria-current]").get_attribute("id") == first[1:]
    page.go_back()
    page.locator(PANEL).wait_for(state="hidden")
    assert visited.fragment() == ""


def test_a_link_that_cannot_be_copied_is_shown_to_be_copied(site: Site, visit: Open) -> None:
    claim = next(claim for claim in site.claims if claim.statement.id.startswith("mill:"))
    page = visit(site.file(), f"#{claim.id}").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("#panelCopy").click()

    shown = page.locator("#panelLink")
    assert shown.input_value() == f"{site.file().as_uri()}#{claim.id}"
    page.locator("#panelNext").click()
    assert not shown.is_visible()  # it was the other statement's


def test_from_a_server_it_is_one_request(site: Site, chromium: "Browser") -> None:
    """Not even a picture for the tab is asked for."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, _format: str, *arguments: object) -> None:
            asked.append(str(arguments[0]))

    handler = partial(Handler, directory=str(site.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        context = chromium.new_context()
        try:
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/executive.html")
            page.locator("blockquote a.quoted").first.click()
            page.locator(PANEL).wait_for()
            page.wait_for_timeout(200)
        finally:
            context.close()
            server.shutdown()

    assert asked == ["GET /executive.html HTTP/1.1"]
