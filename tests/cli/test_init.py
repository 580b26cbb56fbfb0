"""``briefgen init``: a project that builds, and that overwrites nothing."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from briefgen import __version__
from briefgen.project import load_project


def test_an_empty_folder_gets_a_project_that_builds(run):
    result = run("init", "briefings")

    assert result.code == 0, result.err
    assert result.error_lines == ["Next: cd briefings && briefgen build"]
    written = {line.removeprefix("briefings/") for line in result.out.splitlines()}
    assert {"briefgen.toml", ".github/workflows/briefs.yml", "templates/house/theme.css"} < written
    (brief,) = load_project(Path("briefings/briefgen.toml"))
    assert brief.audiences == ("house",)
    assert f"=={__version__}" in Path("briefings/.github/workflows/briefs.yml").read_text("utf-8")


def test_the_sample_builds_and_passes_its_audit(run):
    assert run("init").code == 0

    built = run("build", "--format", "md")
    packages = json.loads(Path("briefs/harbour-street/manifest.json").read_bytes())["packages"]
    pinned = Path("briefgen-constraints.txt").read_text("utf-8").splitlines()
    assert {f"{name}=={version}" for name, version in packages.items()} <= {*pinned}
    assert all("==" in line for line in pinned if not line.startswith("#"))
    workflow = Path(".github/workflows/briefs.yml").read_text("utf-8")
    assert "pip install --constraint briefgen-constraints.txt " in workflow

    assert built.code == 0, built.err
    assert "briefs/harbour-street/house.md" in built.out
    assert run("audit", "--quiet").code == 0
    assert run("templates", "check", "house").code == 0


def test_corpora_that_are_there_are_listed_and_none_is_added(run, corpus, tmp_path):
    shutil.copytree(corpus, tmp_path / "deep" / "rails")

    run("init")

    briefs = load_project(tmp_path / "briefgen.toml")
    assert [brief.corpus.name for brief in briefs] == ["rails", "trams"]
    assert not Path("corpora").exists()
    workflow = Path(".github/workflows/briefs.yml").read_text("utf-8")
    assert '"deep/**", "trams/**", "templates/**"' in workflow


def test_nothing_is_overwritten(run, corpus):
    run("init")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}

    again = run("init")

    assert again.code == 0
    assert again.out == ""
    assert "briefgen.toml: is there already" in again.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_remote_at_gitlab_gets_its_file(run, tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    url = "https://gitlab.example/desk/briefings.git"
    subprocess.run(["git", "remote", "add", "origin", url], cwd=tmp_path, check=True)

    run("init")

    assert Path(".gitlab-ci.yml").is_file()
    assert not Path(".github").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_file_of_gitlab_that_is_there_is_left_and_says_what_to_add(run, tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    url = "https://gitlab.example/desk/briefings.git"
    subprocess.run(["git", "remote", "add", "origin", url], cwd=tmp_path, check=True)
    Path(".gitlab-ci.yml").write_text("test:\n  script: [make]\n")

    told = run("init")

    assert Path(".gitlab-ci.yml").read_text() == "test:\n  script: [make]\n"
    assert "briefgen build" in Path(".gitlab/briefs.gitlab-ci.yml").read_text("utf-8")
    assert "include: .gitlab/briefs.gitlab-ci.yml" in told.err
    assert run("init").out == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_project_below_the_root_of_its_repository_is_told_what_ci_does_not_see(run, tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)

    told = run("init", "our briefs")

    assert f"at the root of the repository alone, which is {tmp_path}" in told.err
    assert told.error_lines[-1] == "Next: cd 'our briefs' && briefgen build"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("branch", ["main", "trunk"])
def test_the_workflow_runs_for_the_branch_that_is_there(run, tmp_path, branch):
    subprocess.run(["git", "init", "-q", f"--initial-branch={branch}"], cwd=tmp_path, check=True)

    run("init")

    workflow = yaml.safe_load(Path(".github/workflows/briefs.yml").read_text("utf-8"))
    assert workflow[True]["push"]["branches"] == [branch]  # YAML reads "on" as true


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_in_a_clone_the_workflow_runs_for_the_remotes_branch(run, tmp_path):
    git = ("git", "-c", "user.name=desk", "-c", "user.email=desk@localhost")
    for command in (
        ("init", "-q", "--initial-branch=master", "far"),
        ("-C", "far", "commit", "-q", "--allow-empty", "-m", "x"),
        ("clone", "-q", "far", "near"),
        ("-C", "near", "switch", "-q", "-c", "try-briefgen"),
    ):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)

    run("init", "near")

    assert 'branches: ["master"]' in Path("near/.github/workflows/briefs.yml").read_text("utf-8")


def test_a_file_in_the_place_of_the_folder_is_told(run):
    Path("here").write_text("mine")

    result = run("init", "here")

    assert result.code == 2
    assert len(result.error_lines) == 1
    assert Path("here").read_text() == "mine"


def test_templates_that_a_killed_run_began_are_no_templates(run):
    Path("templates/house/.briefgen-new").mkdir(parents=True)
    Path("templates/house/.briefgen-new/brief.md.j2").write_text("half")

    assert run("init").code == 0

    assert Path("templates/house/brief.md.j2").is_file()
    assert not Path("templates/house/.briefgen-new").exists()
