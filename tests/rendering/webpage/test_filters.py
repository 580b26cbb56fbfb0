"""The filter in Chromium: each kind of it, what is left of the evidence, and links to views."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest

from tests.rendering.webpage.conftest import Site, Visit

Open = Callable[..., Visit]
COUNT = "#filterCount"


def expected(site: Site, **wanted: str) -> int:
    """Count the statements that fit, from records.jsonl and brief.json."""
    shown_for = {
        id_: position.stance
        for issue in site.brief.issues
        for position in issue.positions
        for held in position.sources
        for id_ in (*held.statements, *position.shown)
    }
    actors = {
        id_: actor.name
        for actor in site.brief.actors
        for position in actor.positions
        for report in position.reports
        for id_ in report.statements
    }
    checked = {(cell.source, cell.issue) for cell in site.brief.review.cells}
    count = 0
    for record in site.records:
        for said in record.statements:
            is_checked = said.holder is None and (record.source.id, said.issue) in checked
            facts = {
                "source": {record.source.id},
                "side": {shown_for.get(said.id, said.stance)} if said.issue else set(),
                "issue": {said.issue or "-"},
                "holder": {"authors"}
                if said.holder is None
                else {"others", f"={actors.get(said.id, said.holder.name)}"},
                "checked": {"yes" if is_checked else "no"},
            }
            count += all(value in facts[name] for name, value in wanted.items())
    return count


def options(visited: Visit, name: str) -> list[str]:
    """Return the values that a field offers, but for the empty one."""
    values = visited.page.eval_on_selector_all(
        f"select[name={name}] option", "(all) => all.map((each) => each.value)"
    )
    return [value for value in values if value]


@pytest.mark.parametrize("name", ["source", "side", "issue", "holder", "checked"])
def test_each_kind_leaves_what_the_records_say(site: Site, visit: Open, name: str) -> None:
    visited = visit(site.file())
    page = visited.page
    page.locator("#filterToggle").click()
    values = options(visited, name)
    assert values
    for value in values:
        page.locator(f"select[name={name}]").select_option(value)
        left = expected(site, **{name: value})
        assert (
            page.locator(COUNT)
            .inner_text()
            .startswith(
                f"{left} of {len(site.claims)} statements"
                if left
                else f"No statement of {len(site.claims)} fits"
            )
        )
        if page.locator("#foundMore").is_visible():
            page.locator("#foundMore").click()
        assert page.locator("#foundList li").count() == left
        assert visited.fragment() == f"#{urlencode({name: value})}"


def test_the_kinds_work_together_and_are_undone_by_one_button(site: Site, visit: Open) -> None:
    visited = visit(site.file())
    page = visited.page
    quotations = page.locator("main blockquote:visible").count()
    page.locator("#filterToggle").click()
    wanted = {"side": "oppose", "issue": "metering", "holder": "authors"}
    for name, value in wanted.items():
        page.locator(f"select[name={name}]").select_option(value)

    assert page.locator(COUNT).inner_text().startswith(f"{expected(site, **wanted)} of ")
    assert page.locator("main .issue:visible h3").all_inner_texts() == ["Meters in every home"]
    shown = page.locator("main blockquote:visible").all()
    assert 0 < len(shown) < quotations
    names = {
        claim.id
        for claim in site.claims
        if claim.side == "oppose" and claim.statement.issue == "metering"
    }
    assert all(
        names & set(each.locator("[data-claims]").first.get_attribute("data-claims").split())
        for each in shown
    )
    page.locator("#filterReset").click()
    assert page.locator("main blockquote:visible").count() == quotations
    assert page.locator(COUNT).inner_text() == f"{len(site.claims)} statements in the records"
    assert visited.fragment() == ""


def test_a_filtered_view_can_be_linked(site: Site, visit: Open) -> None:
    claim = next(claim for claim in site.claims if claim.holder and claim.statement.issue)
    side, holder = claim.side, claim.holder
    visited = visit(site.file(), f"#side={side}&holder={quote(f'={holder}')}")
    left = expected(site, side=side, holder=f"={holder}")
    page = visited.page

    assert page.locator("select[name=side]").input_value() == side
    assert page.locator("select[name=holder]").input_value() == f"={holder}"
    assert page.locator(COUNT).inner_text().startswith(f"{left} of ")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#filterCopy").click()
    page.locator("#pageTold:not(:empty)").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        visit(site.file(), copied.partition("#")[1] + copied.partition("#")[2])
        .page.locator(COUNT)
        .inner_text()
        == page.locator(COUNT).inner_text()
    )


def test_the_number_that_is_left_is_announced(site: Site, visit: Open) -> None:
    page = visit(site.file()).page
    assert page.locator(COUNT).get_attribute("aria-live") == "polite"
    page.locator("#filterToggle").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "source"
    page.keyboard.press("ArrowDown")

    assert "of" in page.locator(COUNT).inner_text()


def test_next_and_previous_keep_to_the_filter(site: Site, visit: Open) -> None:
    source = "mill"
    wanted = {"source": source, "side": "support", "holder": "authors"}
    fitting = [
        claim.id
        for claim in site.claims
        if claim.statement.id.startswith(f"{source}:")
        and claim.holder is None
        and claim.statement.issue
        and claim.side == "support"
    ]
    assert len(fitting) > 1
    visited = visit(site.file(), f"#{urlencode(wanted)}&claim={fitting[0]}")
    page = visited.page
    seen = [page.locator("a.claim[aria-current]").get_attribute("id")]
    while page.locator("#panelNext").is_enabled():
        page.locator("#panelNext").click()
        seen.append(page.locator("a.claim[aria-current]").get_attribute("id"))

    assert seen == fitting
    assert page.evaluate("new URLSearchParams(location.hash.slice(1)).get('claim')") == fitting[-1]
    page.keyboard.press("Escape")
    assert visited.fragment() == f"#{urlencode(wanted)}"


def test_an_entry_of_the_list_opens_its_statement(site: Site, visit: Open) -> None:
    visited = visit(site.file(), "#holder=others")
    page = visited.page
    entry = page.locator("#foundList a").nth(1)
    name = entry.get_attribute("href")[1:]
    entry.click()

    words = next(claim.statement.quote for claim in site.claims if claim.id == name)
    assert " ".join(words.split()) in entry.inner_text()
    assert page.locator("a.claim[aria-current]").get_attribute("id") == name
    page.keyboard.press("Escape")
    assert entry.evaluate("(entry) => entry === document.activeElement")


def test_what_does_not_fit_is_said(site: Site, visit: Open) -> None:
    page = visit(site.file(), "#checked=yes&holder=others").page

    assert page.locator(COUNT).inner_text().startswith("No statement of")
    assert not page.locator("#pageFound").is_visible()
    assert page.locator("#filterReset").is_visible()
