"""A brief that says what changed since the last one: its figures are of two briefs."""

import json
import shutil

import pytest

from .conftest import RESERVOIR, audit, build

TURNED = (
    ("farmers", "reservoir", "support"),
    ("courier", "metering", "conditional"),
    ("gazette", "moving", "oppose"),
    ("digest", "moving", "absent"),
)
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """Return a brief that was built, corrected and built again, and its corpus."""
    base = tmp_path_factory.mktemp("twice")
    corpus = shutil.copytree(RESERVOIR, base / "corpus")
    build(corpus, base / "out")
    lines = (base / "out" / "records.jsonl").read_text("utf-8").splitlines()
    records = {record["source"]["id"]: record for record in map(json.loads, lines)}
    entries = [
        f"  - {{who: A. Holm, when: 2026-03-02, article: {source}, what: changed, issue: {issue},"
        f" stance: {stance}, sha256: {records[source]['provenance']['input_sha256']}}}"
        for source, issue, stance in TURNED
    ]
    (corpus / "corrections.yaml").write_text("\n".join(["stances:", *entries, ""]))
    (corpus / "articles" / "later.txt").write_text(
        "A late word\n\nThe water board should build the reservoir. Keep the meters out.\n"
    )
    return build(corpus, base / "out"), corpus


@pytest.fixture
def edit(twice, tmp_path):
    """Return a function that replaces words of the page and audits it."""

    def replace(old: str, new: str):
        folder = shutil.copytree(twice[0], tmp_path / "out")
        page = folder / "committee.md"
        text = page.read_text("utf-8").replace(NO_BREAK, " ")
        assert text.count(old) == 1, text
        page.write_text(text.replace(old, new), "utf-8")
        return audit(folder, corpus=twice[1])

    return replace


def test_an_untouched_page_with_changes_passes(twice):
    folder, corpus = twice

    assert "<!-- changes -->" in (folder / "committee.md").read_text("utf-8")
    found = audit(folder, corpus=corpus)
    assert (found.code, found.page["findings"], found.page["not_audited"]) == (0, [], [])


@pytest.mark.parametrize(
    ("old", "new", "held"),
    [
        ("support 2 → 4", "support 2 → 5", "2 → 4"),
        ("conditional 0 → 1", "conditional 1 → 1", "0 → 1"),
        ("*Sources:* One is new", "*Sources:* Two are new", "1"),
        ("opposition before, support now", "support before, opposition now", "oppose before"),
        ("One more change is", "Six more changes are", "1"),
    ],
)
def test_a_figure_that_is_not_that_of_the_changes_is_found(edit, old, new, held):
    found = edit(old, new)

    (finding,) = found.of("wrong-counts")
    assert found.code == 3
    assert held in finding["message"]


def test_a_figure_in_another_form_is_named_as_not_audited(edit):
    found = edit("*Sources:* One is new", "Seven sources changed sides. *Sources:* One is new")

    assert found.code == 0
    (line,) = found.page["not_audited"]
    assert "Seven" in line


def test_figures_of_changes_that_brief_json_does_not_have_are_found(twice, tmp_path):
    folder = shutil.copytree(twice[0], tmp_path / "out")
    path = folder / "brief.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "changes": None}), "utf-8")

    messages = [finding["message"] for finding in audit(folder).of("wrong-counts")]
    assert any(
        f"“support 2{NO_BREAK}→{NO_BREAK}4”; changes in brief.json has no such change" in m
        for m in messages
    )
