"""The steps of the workflow that users copy, run in a scratch repository with a bare remote."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "briefgen" / "starting" / "ci"
STEPS = ("Build", "Audit", "Propose", "Say what failed")
GH = """\
#!/bin/sh
# Stands in for GitHub's program: one pull request, kept in a folder.
echo "$@" >> "$GH_FOLDER/calls"
case "$2" in
view) cat "$GH_FOLDER/state" 2>/dev/null || exit 1 ;;
create) echo OPEN > "$GH_FOLDER/state" ;;
close) echo CLOSED > "$GH_FOLDER/state" ;;
esac
while [ $# -gt 0 ]; do
  test "$1" = --body-file && cp "$2" "$GH_FOLDER/body"
  shift
done
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("git") is None or shutil.which("bash") is None, reason="needs git and bash"
    ),
]


def steps_of(file: Path) -> dict[str, dict]:
    """Return the steps of a workflow or an action that have a name, by it."""
    read = yaml.safe_load(file.read_text("utf-8"))
    steps = read["runs"]["steps"] if "runs" in read else read["jobs"]["briefs"]["steps"]
    return {step["name"]: step for step in steps if "name" in step}


def test_the_steps_of_workflow_and_action_are_the_same():
    workflow, action = steps_of(CI / "briefs.yml"), steps_of(ROOT / "action.yml")

    assert list(workflow) == list(action) == ["Install", *STEPS]
    for name in STEPS:
        assert workflow[name]["run"] == action[name]["run"]
        assert workflow[name].get("id") == action[name].get("id")
        assert set(workflow[name].get("env", {})) == set(action[name].get("env", {}))


def test_the_file_for_gitlab_does_the_same():
    """It is one script there: every command of the steps is in it but those about GitHub."""
    job = yaml.safe_load((CI / "briefs.gitlab-ci.yml").read_text("utf-8"))["briefs"]
    script = job["script"][0].replace("/tmp/", "$RUNNER_TEMP/").replace('"', "")

    for command in (
        "briefgen build --quiet --memo $RUNNER_TEMP/memo.md --report $RUNNER_TEMP/run.json",
        "briefgen audit --quiet",
        "git diff --cached --quiet",
        "git switch --quiet --force-create $BRANCH",
    ):
        assert command in script
        said = "".join(steps_of(CI / "briefs.yml")[name]["run"] for name in STEPS)
        assert command in said.replace('"', "")


@dataclass
class Desk:
    """A repository at a remote, and what CI does with it."""

    folder: Path

    def git(self, *arguments: str, cwd: Path) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=desk", "-c", "user.email=desk@localhost", *arguments],
            cwd=cwd,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def change(self, edit) -> None:
        """Change main as a person does: edit a clone, commit, push."""
        clone = self.folder / "clone"
        self.git("clone", "-q", "remote.git", "clone", cwd=self.folder)
        edit(clone)
        self.git("add", "--all", cwd=clone)
        self.git("commit", "-qm", "x", cwd=clone)
        self.git("push", "-q", "origin", "HEAD:main", cwd=clone)
        shutil.rmtree(clone)

    @property
    def proposed(self) -> str:
        """The commit that is proposed."""
        return self.git("rev-parse", "briefs/update", cwd=self.folder / "remote.git")

    def merge(self) -> None:
        """Merge the pull request."""
        self.git("push", "-q", ".", "+briefs/update:main", cwd=self.folder / "remote.git")
        (self.folder / "gh" / "state").write_text("MERGED\n")

    def run(self) -> tuple[dict[str, int], str]:
        """Run the workflow's steps in a fresh checkout; return their exit codes and the memo."""
        work, temporary = self.folder / "work", self.folder / "runner"
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        self.git("clone", "-q", "remote.git", "work", cwd=self.folder)
        steps = steps_of(work / ".github" / "workflows" / "briefs.yml")
        output = temporary / "output"
        output.touch()
        codes: dict[str, int] = {}
        for name in STEPS:
            known = dict(line.split("=", 1) for line in output.read_text().splitlines())
            given = {
                key: known["code"] if "steps.build" in value else "x" if "{{" in value else value
                for key, value in steps[name].get("env", {}).items()
            }
            done = subprocess.run(
                ["bash", "-e", "-c", steps[name]["run"]],
                cwd=work,
                env={
                    **os.environ,
                    **given,
                    "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                    "PYTHONPATH": str(ROOT),
                    "RUNNER_TEMP": str(temporary),
                    "GITHUB_OUTPUT": str(output),
                    "GH_FOLDER": str(self.folder / "gh"),
                },
                capture_output=True,
                text=True,
                check=False,
            )
            codes[name] = done.returncode
            if done.returncode:
                break
        return codes, (temporary / "memo.md").read_text("utf-8")

    @property
    def calls(self) -> list[str]:
        """What was asked of GitHub, two words each."""
        file = self.folder / "gh" / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        return [" ".join(line.split()[:2]) for line in lines]


@pytest.fixture
def desk(tmp_path) -> Desk:
    """Return a repository that `briefgen init` began, and the programs that its steps call."""
    for name in ("bin", "gh"):
        (tmp_path / name).mkdir()
    for name, text in {
        "gh": GH,
        "briefgen": f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n',
    }.items():
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    desk = Desk(tmp_path)
    desk.git("init", "-q", "--bare", "--initial-branch=main", "remote.git", cwd=tmp_path)

    def begin(clone: Path) -> None:
        subprocess.run(
            [sys.executable, "-m", "briefgen", "init"],
            cwd=clone,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )

    desk.change(begin)
    return desk


def test_first_run_nothing_changed_one_article_more_one_broken(desk):
    fine = dict.fromkeys(STEPS, 0)

    codes, memo = desk.run()
    assert codes == fine
    assert "a new brief" in memo
    assert desk.calls == ["pr view", "pr create"]
    assert (desk.folder / "gh" / "body").read_text("utf-8") == memo
    desk.merge()

    codes, memo = desk.run()
    assert codes == fine
    assert "Nothing changed" in memo
    assert desk.calls[2:] == ["pr view"], "nothing is proposed"

    articles = Path("corpora/harbour-street/articles")
    text = "The street should be closed to cars for good.\n"
    desk.change(lambda clone: (clone / articles / "004-late.txt").write_text(text))
    codes, memo = desk.run()
    assert codes == fine
    assert "## Sources" in memo
    assert "004" in memo
    assert desk.calls[3:] == ["pr view", "pr create"]

    desk.change(lambda clone: (clone / articles / "005-broken.txt").write_bytes(b""))
    codes, memo = desk.run()
    assert codes == {**fine, "Say what failed": 1}, "what could be built is proposed all the same"
    assert "005" in memo.partition("## What failed")[2]
    assert desk.calls[5:] == ["pr view", "pr edit"], "the pull request that is open is used"
    tree = desk.git("ls-tree", "-r", "--name-only", "briefs/update", cwd=desk.folder / "remote.git")
    assert "briefs/harbour-street/house.pdf" in tree


def test_what_waits_to_be_merged_is_proposed_once_and_taken_back_where_it_is_not_needed(desk):
    fine = dict.fromkeys(STEPS, 0)
    assert desk.run()[0] == fine
    desk.merge()
    late = Path("corpora/harbour-street/articles/004-late.txt")
    desk.change(lambda clone: (clone / late).write_text("The street should stay open to cars.\n"))
    assert desk.run()[0] == fine
    assert desk.calls[2:] == ["pr view", "pr create"]
    proposed = desk.proposed

    assert desk.run()[0] == fine
    assert desk.calls[4:] == ["pr view"], "it waits already"
    assert desk.proposed == proposed

    desk.change(lambda clone: (clone / late).unlink())
    assert desk.run()[0] == fine
    assert desk.calls[5:] == ["pr view", "pr close"]


def test_a_brief_that_cannot_be_built_does_not_hold_up_the_others(desk):
    def spoil(clone: Path) -> None:
        (clone / "corpora" / "bad").mkdir()
        (clone / "corpora" / "bad" / "codebook.yaml").write_text("topic: [\n")
        with (clone / "briefgen.toml").open("a") as file:
            file.write('\n[[brief]]\ncorpus = "corpora/bad"\n')

    desk.change(spoil)

    codes, memo = desk.run()

    assert codes == {**dict.fromkeys(STEPS, 0), "Say what failed": 2}
    assert "codebook.yaml" in memo.partition("## What failed")[2]
    assert desk.calls == ["pr view", "pr create"]
    tree = desk.git("ls-tree", "-r", "--name-only", "briefs/update", cwd=desk.folder / "remote.git")
    assert "briefs/harbour-street/house.pdf" in tree
    assert "briefs/bad" not in tree


def test_the_script_for_gitlab_pushes_what_makes_a_merge_request(desk):
    """A hook of the remote notes the options of each push, as GitLab reads them."""
    remote, noted = desk.folder / "remote.git", desk.folder / "options"
    desk.git("config", "receive.advertisePushOptions", "true", cwd=remote)
    hook = remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nenv | grep "^GIT_PUSH_OPTION_" > "{noted}"\n')
    hook.chmod(0o755)
    job = yaml.safe_load((CI / "briefs.gitlab-ci.yml").read_text("utf-8"))["briefs"]
    script = job["script"][0].replace("/tmp/", f"{desk.folder}/")

    def run() -> str:
        shutil.rmtree(desk.folder / "work", ignore_errors=True)
        desk.git("clone", "-q", "remote.git", "work", cwd=desk.folder)
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=desk.folder / "work",
            env={
                **os.environ,
                **job["variables"],
                "PATH": f"{desk.folder / 'bin'}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "CI_DEFAULT_BRANCH": "main",
                "BRIEFS_REMOTE": str(remote),
            },
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        return done.stdout

    run()
    options = noted.read_text("utf-8")
    assert "=merge_request.create\n" in options
    memo = (desk.folder / "memo.md").read_text("utf-8")
    assert memo.count("\n") > 5
    # GitLab makes line ends of them.
    assert f"=merge_request.description={memo}".replace("\n", "\\n") in options
    noted.unlink()

    assert "Proposed already." in run()
    assert not noted.exists()

    desk.merge()
    noted.unlink()
    assert "Nothing changed." in run()
    assert not noted.exists()
