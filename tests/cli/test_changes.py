"""A build says what is different from the brief that stood there before; ``briefgen diff`` too."""

import json
import os
import shutil
from pathlib import Path

import pytest

CONDITION = " only if the state pays half of the cost"

EARLY = {
    "harbour-post.txt": """Rails for the old town

The city should build the tram because the buses are full every morning.
""",
    "market-gazette.md": """---
title: Keep the cobbles
outlet: Market Gazette
published: 2026-03-02
---

There must be no rails in the old town. The shops would lose two summers to the works.
""",
    "quay-letter.md": f"""---
title: A letter from the quay
outlet: Quay Letter
published: 2026-03-05
---

The city should build the tram{CONDITION}.
""",
}

LATE = {
    "market-gazette.md": """---
title: Keep the cobbles
outlet: Market Gazette
published: 2026-05-02
---

After this winter the choice is plain. The city should build the tram.
""",
    "quay-letter.md": EARLY["quay-letter.md"].replace(CONDITION, ""),
    "bridge.md": """---
title: Steel in the lanes
outlet: Bridge Courier
published: 2026-05-20
---

There must be no rails in the old town.
""",
}


def write_articles(corpus: Path, articles: dict[str, str]) -> None:
    shutil.rmtree(corpus / "articles")
    (corpus / "articles").mkdir()
    for name, text in articles.items():
        (corpus / "articles" / name).write_text(text, encoding="utf-8")


def read_brief(folder: str = "out") -> dict:
    return json.loads(Path(folder, "brief.json").read_text(encoding="utf-8"))


def all_bytes(folder: str = "out") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.fixture
def build(run, corpus):
    """Return a function that builds the corpus into out, and fails where it does."""
    write_articles(corpus, EARLY)

    def build_here(*more: str, out: str = "out"):
        result = run("build", corpus, "--out", out, "--format", "md", *more)
        assert result.code == 0, result.err
        return result

    return build_here


def test_a_first_brief_has_no_changes(build):
    result = build()

    assert read_brief()["changes"] is None
    assert "What changed" not in Path("out/executive.md").read_text()
    assert result.err == ""


def test_what_came_went_turned_and_lost_its_condition(build, corpus):
    build()
    old = read_brief()
    write_articles(corpus, LATE)

    build()

    changes = read_brief()["changes"]
    assert changes["since"]["evidence_sha256"] == old["evidence_sha256"]
    assert [(s["kind"], s["source"]) for s in changes["sources"]] == [
        ("new", "bridge"),
        ("gone", "harbour-post"),
    ]
    turned, unconditional = changes["stances"]
    assert (turned["kind"], turned["source"]) == ("reversed", "market-gazette")
    assert turned["then"]["quote"] == "There must be no rails in the old town."
    assert turned["now"]["quote"] == "The city should build the tram."
    assert turned["same_article"] is False
    assert (unconditional["kind"], unconditional["source"]) == ("unqualified", "quay-letter")
    assert unconditional["then"]["quote"].endswith(f"{CONDITION}.")
    counts = {c["stance"]: (c["before"], c["after"]) for c in changes["support"]}
    assert counts == {"support": (1, 2), "conditional": (1, 0)}


def test_the_page_tells_the_most_telling_with_both_quotations(build, corpus):
    build()
    write_articles(corpus, LATE)
    build()

    page = Path("out/executive.md").read_text()

    part = page.partition("## What changed since 5 March 2026")[2].partition("\n## ")[0]
    assert part.index("On the other side") < part.index("No condition now")
    assert "“There must be no rails in the old town.”" in part
    assert "“The city should build the tram.”" in part
    assert "one is gone (Rails for the old town)" in part
    assert "support 1\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}2" in part


def test_what_is_beyond_the_limit_is_counted(build, corpus):
    settings = Path("templates/executive/audience.toml")
    packaged = Path(__file__).parents[2] / "templates" / "executive"
    shutil.copytree(packaged, settings.parent)
    settings.write_text(settings.read_text().replace("changes = 3", "changes = 1"))
    build()
    write_articles(corpus, LATE)

    build()

    page = Path("out/executive.md").read_text()
    assert "On the other side" in page
    assert "No condition now" not in page
    assert "One more change is in brief.json." in page


def test_an_audience_may_leave_it_out(build, corpus):
    settings = Path("templates/executive/audience.toml")
    packaged = Path(__file__).parents[2] / "templates" / "executive"
    shutil.copytree(packaged, settings.parent)
    settings.write_text(settings.read_text().replace("changes = true", "changes = false"))
    build()
    write_articles(corpus, LATE)
    build()

    assert "What changed" not in Path("out/executive.md").read_text()
    assert read_brief()["changes"]["stances"]


def test_building_again_keeps_every_byte_and_what_changed_last(build, corpus):
    build()
    write_articles(corpus, LATE)
    build()
    before = all_bytes()

    build()
    build()

    assert all_bytes() == before
    assert read_brief()["changes"]["stances"]


def test_building_a_first_brief_again_keeps_every_byte(build):
    build()
    before = all_bytes()

    build()

    assert all_bytes() == before


def test_no_changes_gives_the_brief_of_an_empty_folder(build, corpus):
    build()
    write_articles(corpus, LATE)
    build(out="fresh")

    build("--no-changes")

    here, there = all_bytes(), all_bytes("fresh")
    assert here.pop("manifest.json") != there.pop("manifest.json"), "what was asked for is in it"
    assert here == there


def test_an_article_that_is_coded_otherwise_has_not_turned(build, corpus):
    """The same bytes under another codebook: the page says so."""
    build()
    codebook = corpus / "codebook.yaml"
    text = codebook.read_text().replace("[tram, tram line, rails]", "[tram]")
    codebook.write_text(text.replace("[no rails in the old town]", "[keep the cobbles]"))

    build()

    changes = read_brief()["changes"]
    change = next(c for c in changes["stances"] if c["source"] == "market-gazette")
    assert change["same_article"] is True
    assert "the article is the same, coded otherwise" in Path("out/executive.md").read_text()


def test_an_article_that_broke_is_not_gone(build, run, corpus):
    build(out="whole")
    build()
    (corpus / "articles" / "quay-letter.md").write_bytes(b"")

    run("build", corpus, "--out", "out", "--format", "md")

    page = Path("out/executive.md").read_text()
    assert "*Could not be used this time:* Quay Letter." in page
    assert "is gone" not in page
    assert "its article could not be used this time" in run("diff", "whole", "out").out


def test_a_file_with_another_name_changes_no_word(build, corpus):
    build()
    (corpus / "articles" / "quay-letter.md").rename(corpus / "articles" / "letter.md")

    build()

    (renamed,) = read_brief()["changes"]["sources"]
    assert (renamed["before"], renamed["source"]) == ("quay-letter", "letter")
    assert "What changed" not in Path("out/executive.md").read_text()


BROKEN = {
    "torn": lambda text: text[: len(text) // 2],
    "empty": lambda text: "",
    "foreign": lambda text: '{"version": 3, "items": []}',
    "no object": lambda text: "null",
    "of a later version": lambda text: text.replace(
        '"schema_version": "1"', '"schema_version": "9"'
    ),
    "of an earlier version": lambda text: text.replace('"coverage": [', '"matrix": ['),
    "too deep": lambda text: "[" * 100_000,
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN)
def test_an_earlier_brief_that_cannot_be_used_is_named_and_replaced(build, breaking):
    build()
    good = all_bytes()
    place = Path("out/brief.json")
    place.write_text(breaking(place.read_text()))

    result = build()

    assert result.error_lines[0].startswith("out/brief.json")
    assert "no changes are told" in result.error_lines[0]
    assert "Traceback" not in result.err
    assert all_bytes() == good


def test_an_earlier_brief_that_is_no_text(build):
    build()
    Path("out/brief.json").write_bytes(b"\xff\xfe\x00")

    assert "no changes are told" in build().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_earlier_brief_that_may_not_be_read(build):
    build()
    Path("out/brief.json").chmod(0)

    assert "no changes are told" in build().err


def test_another_topic_in_the_same_folder_is_said(build, corpus):
    build()
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text().replace("Trams in the old town", "Trams"))

    result = build()

    assert read_brief()["changes"] is None
    assert "another topic ('Trams in the old town', not 'Trams')" in result.err


def test_diff_prints_both_quotations_and_ends_with_0(build, run, corpus):
    build(out="old")
    write_articles(corpus, LATE)
    build(out="new")

    result = run("diff", "old", "new/brief.json")

    assert (result.code, result.err) == (0, "")
    assert "- New: **Bridge Courier** (bridge, 2026-05-20)" in result.out
    assert "- **A tram through the old town**: Market Gazette: oppose → support\n" in result.out
    assert "  - then: “There must be no rails in the old town.” (market-gazette:s1)" in result.out
    assert "  - now: “The city should build the tram.” (market-gazette:s" in result.out
    assert "support 1 → 2 (with Market Gazette, Quay Letter; without Rails" in result.out


def test_diff_as_json_is_what_a_build_writes(build, run, corpus):
    build(out="old")
    build()
    write_articles(corpus, LATE)
    build()

    result = run("diff", "old", "out", "--json")

    assert json.loads(result.out) == read_brief()["changes"]


def test_diff_of_the_same_brief(build, run):
    build()

    result = run("diff", "out", "out", "--exit-code")

    assert result.code == 0
    assert "Nothing changed." in result.out


def test_diff_with_exit_code_tells_a_change(build, run, corpus):
    build(out="old")
    write_articles(corpus, LATE)
    build(out="new")

    assert run("diff", "old", "new", "--exit-code").code == 1


def test_a_digest_is_not_quoted(build, run, corpus):
    build(out="old")
    name = "market-gazette.md"
    digest = LATE[name].replace("outlet:", "kind: digest\noutlet:")
    write_articles(corpus, {**LATE, name: digest})
    build(out="new")

    out = run("diff", "old", "new").out

    assert "  - now: The city should build the tram. (digest, market-gazette:s" in out


@pytest.mark.parametrize("place", ["nowhere", "trams", "trams/codebook.yaml"])
def test_diff_of_what_is_no_brief(build, run, place):
    build()

    result = run("diff", place, "out")

    assert result.code == 2
    assert len(result.error_lines) == 1
    assert place in result.err


def test_diff_of_other_topics(build, run, corpus):
    build(out="old")
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text().replace("Trams in the old town", "Trams"))
    build(out="new")

    result = run("diff", "old", "new")

    assert (result.code, result.out) == (2, "")
    assert "another topic" in result.err


def test_what_stands_in_an_article_neither_formats_nor_acts(build, run, corpus):
    build(out="old")
    head = '---\noutlet: "[x](javascript:y) \\e[31m"\n---\n\n'
    text = f"{head}The city should build the <b>tram</b>.\n"
    write_articles(corpus, {**EARLY, "sly.md": text})
    build()

    printed = run("diff", "old", "out").out
    assert "\x1b" not in printed
    for shown in (printed, Path("out/executive.md").read_text()):
        assert "javascript:y" in shown
        assert "[x](javascript" not in shown
        assert "<b>" not in shown.replace("\\<b>", "")
