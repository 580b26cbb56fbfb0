"""``briefgen check``: whether the outputs are what a build would write, and a project's briefs."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def project(run, corpus, tmp_path):
    """Return a project of two briefs with templates of its own, built."""
    shutil.copytree(corpus, tmp_path / "rails")
    run("templates", "new", "house")
    (tmp_path / "briefgen.toml").write_text(
        '[defaults]\naudiences = ["house"]\nformats = ["md"]\n\n'
        '[[brief]]\ncorpus = "trams"\n\n[[brief]]\ncorpus = "rails"\nout = "out/rails"\n'
    )
    result = run("build")
    assert result.code == 0, result.err
    return tmp_path


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def edit_article(project):
    edit(project / "rails/articles/harbour-post.txt", "twice", "thrice")


def edit_codebook(project):
    edit(project / "rails/codebook.yaml", "[parking, car park]", "[parking]")


def edit_template(project):
    edit(project / "templates/house/theme.css", "}", "}\n")


def edit_settings(project):
    edit(project / "templates/house/audience.toml", "[limits]", "[limits] # ours")


def add_corrections(project):
    (project / "rails/corrections.yaml").write_text("stances: []\n")


def edit_output(project):
    edit(project / "out/rails/house.md", "tram", "train")


def take_output(project):
    (project / "out/rails/house.md").unlink()


def edit_manifest(project):
    edit(project / "out/rails/manifest.json", '"problems": 0', '"problems":  0')


def ask_for_more(project):
    edit(project / "briefgen.toml", '["md"]', '["md", "html"]')


def set_threshold(project):
    edit(project / "briefgen.toml", '["md"]', '["md"]\naudit = { loaded-words = 1 }')


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edit_article, "articles/harbour-post.txt: changed"),
        (edit_codebook, "codebook.yaml: changed: issue parking"),
        (edit_template, "template house/theme.css: changed"),
        (edit_settings, "template house/audience.toml: changed"),
        (add_corrections, "corrections.yaml: new"),
        (edit_output, "house.md: was changed by hand"),
        (take_output, "house.md: is not there any more"),
        (edit_manifest, "no build of it is known"),
        (ask_for_more, "house.html: is asked for now"),
        (set_threshold, "audit: none before, loaded-words 1 now"),
    ],
)
def test_what_is_stale_is_listed_and_nothing_written(run, project, change, said):
    assert run("check").code == 0
    change(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    result = run("check")

    assert result.code == 1
    assert f"out/rails: stale, {said}" in result.out.replace("stale, out/rails: ", "stale, ")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    assert run("build").code == 0
    after = run("check")
    assert (after.code, after.out) == (0, "")


def test_another_version_of_the_program_makes_it_stale(run, project, monkeypatch):
    monkeypatch.setattr("briefgen.pipeline.build.GENERATOR", "briefgen 99")

    result = run("check")

    assert result.code == 1
    assert "program: briefgen 0." in result.out
    assert "briefgen 99 now" in result.out


def test_one_failing_brief_does_not_cost_the_other(run, project):
    shutil.rmtree(project / "trams")
    edit_article(project)

    result = run("build", "--memo", "memo.md")

    assert result.code == 2
    assert "no such folder" in result.err
    assert "out/rails/house.md" in result.out
    assert "Nothing could be built." in Path("memo.md").read_text("utf-8")
    assert run("check").code == 2


def test_the_project_is_found_from_a_folder_in_it(run, project, monkeypatch):
    edit_article(project)
    monkeypatch.chdir(project / "rails")

    result = run("build")

    assert result.code == 0, result.err
    assert "trams: unchanged" in result.err
    assert run("check").code == 0


def test_a_folder_for_all_briefs_is_refused(run, project):
    result = run("build", "--out", "x")

    assert result.code == 2
    assert "name the corpus folder" in result.err


def test_an_audit_without_a_brief_is_of_the_project(run, project):
    passed = run("audit", "--quiet")
    assert (passed.code, passed.out) == (0, ""), passed.out

    edit(project / "out/rails/house.md", "Sources", "Outrageous sources")
    refused = run("audit", "--quiet")

    assert refused.code == 3
    assert "loaded-words" in refused.out
    edit(project / "briefgen.toml", '["md"]', '["md"]\naudit = { loaded-words = 9 }')
    assert run("audit", "--quiet").code == 0


def test_a_threshold_of_no_check_is_named(run, project):
    edit(project / "briefgen.toml", '["md"]', '["md"]\naudit = { loaded-word = 1 }')

    result = run("build")

    assert result.code == 2
    assert "no check is named 'loaded-word'" in result.err
