"""``briefgen build --memo``: what a pull request says, also of a brief whose words are the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.pipeline.memo import MOST_BYTES, Outcome, make_memo
from briefgen.pipeline.requests import BuildReport, BuildRequest

GERMAN = '[defaults]\nformats = ["md"]\nlanguage = "de"\n\n[[brief]]\ncorpus = "trams"\n'


def memo_of(run, *arguments: str) -> str:
    assert run("build", *arguments, "--quiet", "--memo", "memo.md").code == 0
    return Path("memo.md").read_text("utf-8")


def test_an_edit_of_a_template_alone_is_told(run, corpus):
    run("templates", "new", "desk")
    memo_of(run, "trams", "-a", "desk", "-f", "md")
    with Path("templates/desk/brief.md.j2").open("a", encoding="utf-8") as file:
        file.write("Printed for the desk.\n")

    memo = memo_of(run, "trams", "-a", "desk", "-f", "md")

    assert "Nothing changed in the brief." in memo
    why = memo.partition("## Why it was built again\n")[2].partition("##")[0]
    assert why.strip().splitlines() == [
        "- template desk/brief.md.j2: changed",
        "- printed anew: desk.md",
    ]


@pytest.mark.skipif(os.name != "posix", reason="other systems do not tell what lives")
def test_what_a_killed_process_left_of_a_memo_is_taken_away(run, corpus):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait(timeout=60)
    left, used, other = (
        Path(f".briefgen-{number}-{name}")
        for number, name in ((dead.pid, "memo.md"), (os.getppid(), "memo.md"), (dead.pid, "a.md"))
    )
    for path in (left, used, other):
        path.touch()

    memo_of(run, "trams", "-f", "md")

    assert [path.exists() for path in (left, used, other)] == [False, True, True]


def test_an_edit_of_one_issue_is_told_with_its_name(run, corpus):
    memo_of(run, "trams", "-f", "md")
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text("utf-8").replace("[parking, car park]", "[parking]"))

    assert "- codebook.yaml: changed: issue " in memo_of(run, "trams", "-f", "md")


def test_an_unchanged_brief_in_german_has_a_german_memo(run, corpus):
    Path("briefgen.toml").write_text(GERMAN)
    memo_of(run)

    assert "An der Vorlage hat sich nichts geändert." in memo_of(run)


@pytest.mark.parametrize("letter", ["a", "ж"])
def test_a_memo_that_no_pull_request_would_take_is_cut_at_a_line(letter):
    changes = "# The ferry\n\n" + "".join(f"- {number} {letter * 90}\n" for number in range(2_000))
    request = BuildRequest(Path("ferry"), Path("briefs/ferry"))

    memo = make_memo([Outcome(request, BuildReport(changes=changes))])

    assert len(memo.encode()) < MOST_BYTES + 200
    *lines, last = memo.rstrip("\n").splitlines()
    shown = [line for line in lines if line]
    assert all(line in changes.splitlines() for line in shown)
    assert last == f"*{2_001 - len(shown)} more lines are left out; no pull request takes them.*"
