"""Briefs as they are built pass, and what is built with partial templates does not."""

import os
from pathlib import Path

import pytest

from briefgen.pipeline import BuildRequest, build_brief

from .conftest import RESERVOIR, audit, build, copy_templates

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CORPORA = os.environ.get("BRIEFGEN_CORPORA")


def find_real_corpora() -> list[Path]:
    """Return the corpora in the folder that BRIEFGEN_CORPORA names."""
    return sorted(path.parent for path in Path(CORPORA).glob("*/codebook.yaml")) if CORPORA else []


def test_the_finished_brief_passes(built):
    found = audit(built, corpus=RESERVOIR)

    assert (found.code, found.page["findings"], found.page["not_audited"]) == (0, [], [])


def test_the_seeds_pass(tmp_path):
    corpus = SEEDS / "ukraine-peace"

    found = audit(build(corpus, tmp_path / "out", "md", "html"), corpus=corpus)

    assert (found.code, found.page["findings"], found.page["not_audited"]) == (0, [], [])


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA, reason="BRIEFGEN_CORPORA is not set")
@pytest.mark.parametrize("corpus", find_real_corpora(), ids=lambda path: path.name)
def test_real_articles_pass(tmp_path, corpus):
    found = audit(build(corpus, tmp_path / "out"), corpus=corpus)

    assert (found.code, found.page["findings"], found.page["not_audited"]) == (0, [], [])


@pytest.mark.slow
def test_a_pdf_says_which_page_it_shows(tmp_path):
    folder = build(RESERVOIR, tmp_path / "out", "md", "pdf")
    if not (folder / "committee.pdf").exists():
        pytest.skip("no PDF can be written here")
    assert audit(folder, corpus=RESERVOIR).page["not_audited"] == []

    page = folder / "committee.md"
    page.write_text(
        page.read_text("utf-8").replace("Of four sources,", "Of four  sources,"), "utf-8"
    )

    assert audit(folder).checks == {"stale-files"}


def test_the_figures_are_those_on_the_page(built):
    page = (built / "committee.md").read_text(encoding="utf-8")
    box = page.partition("<!-- audit -->")[2].partition("<!-- end -->")[0]
    support, oppose = audit(built).page["total"]

    assert (support["quotations"], oppose["quotations"]) == (6, 5)
    assert f"support has six quotations of {support['words']} words," in box
    assert f"opposition has five quotations of {oppose['words']} words." in box
    assert f"{len(audit(built).page['checks'])} checks passed" in box


def test_the_box_is_no_evidence(spoil):
    """Who edits the box gains nothing: neither words nor names in it count."""
    folder = spoil(
        ("*Audit.* ", "*Audit.* Opponents falsely claim what any sensible reader doubts. ")
    )

    assert audit(folder).code == 0


def test_both_sides_of_each_issue_are_counted_as_printed(built):
    issues = {issue["issue"]: issue for issue in audit(built).page["issues"]}

    moving = {side["stance"]: side for side in issues["moving"]["sides"]}
    assert (moving["support"]["quotations"], moving["oppose"]["quotations"]) == (2, 1)
    assert moving["oppose"]["words"] == len(
        "The county should leave the hamlet where it is".split()
    )
    leads = [issues[name]["first"] for name in ("reservoir", "metering", "moving", "anglers")]
    assert leads == ["support", "oppose", "support", None]
    assert issues["metering"]["last"] == "support"


@pytest.fixture
def own_templates(tmp_path, monkeypatch) -> Path:
    """Return a copy of the packaged templates, in a folder in which a build looks first."""
    monkeypatch.chdir(tmp_path)
    return copy_templates(tmp_path)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


SKEWED = {
    "skewed-verbs": (
        "shared/phrases.md.j2",
        '> {{ quote.in_marks }} {{ _("—") }} *{{ name(quote.source) }}*',
        '> {{ quote.in_marks }} {{ _("—") }} *{{ name(quote.source) }}'
        "{{ ' points out' if quote.stance == 'support' else ' insists' }}*",
    ),
    "loaded-words": (
        "shared/issue.md.j2",
        "**{{ mark(side.stance) }} {{ side.word }}** {{ say.who(side, in_short) }}",
        "**{{ mark(side.stance) }} {{ side.word }}** {{ say.who(side, in_short) }}"
        "{% if side.stance == 'oppose' %} · misguided as ever{% endif %}",
    ),
    "quotations-gap": (
        "shared/issue.md.j2",
        "{% for quote in side.quotes %}\n{{ say.quotation(quote) }}\n\n{% else %}",
        "{% for quote in side.quotes %}{% if loop.first or side.stance == 'support' %}\n"
        "{{ say.quotation(quote) }}\n\n{% endif %}{% else %}",
    ),
    "same-side-first": (
        "shared/issue.md.j2",
        "{% for side in row %}",
        "{% for side in row|sort(attribute='stance', reverse=true) %}",
    ),
    "unsaid-quotations": ("shared/ending.md.j2", "{% if unequal %}", "{% if false %}"),
}


@pytest.mark.parametrize("check", sorted(SKEWED))
def test_what_partial_templates_make_is_built_with_a_warning_and_refused(own_templates, check):
    name, old, new = SKEWED[check]
    rewrite(own_templates / name, old, new)

    report = build_brief(BuildRequest(RESERVOIR, Path("out"), ("committee",), ("md",)))

    assert report.exit_code == 0
    assert any(check in note and "briefgen audit" in note for note in report.notes)
    assert "past a threshold" in Path("out/committee.md").read_text(encoding="utf-8")
    found = audit(Path("out"))
    assert (found.code, check in found.checks) == (3, True)


def test_what_a_short_page_does_not_show_is_named_and_not_passed_over(own_templates):
    """An audience without issues, quotations and table: its counts are all that can be told."""
    template = own_templates / "committee" / "brief.md.j2"
    text = template.read_text(encoding="utf-8")
    head = text.partition("{% if audience.shows.matrix %}")[0]
    template.write_text(
        f"{head}\n{{% for s in sources %}}{{{{ cite([s]) }}}}{{% endfor %}}\n", "utf-8"
    )

    found = audit(build(RESERVOIR, Path("out")))

    assert found.code == 0
    open_points = " ".join(found.page["not_audited"])
    for what in ("space and stances by issue", "quotations", "source list", "who stands where"):
        assert what in open_points
    assert "counts in sentences" not in open_points


def test_a_page_without_marked_parts_is_read_by_its_headings(own_templates):
    """The same words without the <!-- --> lines give the same figures."""
    marked = audit(build(RESERVOIR, Path("marked")))
    page = Path("marked/committee.md")
    lines = page.read_text(encoding="utf-8").split("\n")
    box = lines.index("<!-- audit -->")
    kept = [line for line in lines[:box] if not line.startswith("<!--")] + lines[box:]
    page.write_text("\n".join(kept), encoding="utf-8")

    bare = audit(Path("marked"))

    assert bare.code == 0
    assert bare.page["issues"] == marked.page["issues"]
    assert bare.page["quotations"] == marked.page["quotations"]
