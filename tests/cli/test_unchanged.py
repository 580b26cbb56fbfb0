"""Where nothing has changed the program ends before typer reads a word, and only time tells."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_log import read_log

BY_THE_CLOCK = {"run", "time", "seconds", "stages"}

CODE = (
    "import sys; sys.argv = ['briefgen', *sys.argv[1:]]\n"
    "from briefgen.cli import main\n"
    "try: main()\n"
    "except SystemExit as end: print(end.code, 'pydantic.main' in sys.modules)"
)


def ending(*arguments) -> list[str]:
    """Run the program in a process; return its exit code, and whether it loaded the models."""
    command = [sys.executable, "-c", CODE, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.split()[-2:]


def test_the_nightly_run_of_an_unchanged_project_loads_no_model(run, corpus, tmp_path):
    (tmp_path / "briefgen.toml").write_text(
        '[defaults]\nformats = ["md"]\n\n[[brief]]\ncorpus = "trams"\n'
    )
    run("build")

    assert ending("build", "-q", "--memo", "memo.md", "--report", "run.json") == ["0", "False"]
    assert ending("check") == ["0", "False"]
    assert ending("build", "trams", "-o", "briefs/trams") == ["0", "False"]

    quick = Path("memo.md").read_text("utf-8"), json.loads(Path("run.json").read_bytes())
    run("build", "--explain", "--memo", "memo.md", "--report", "run.json")
    slow = Path("memo.md").read_text("utf-8"), json.loads(Path("run.json").read_bytes())
    assert quick[0] == slow[0]
    assert "executive:" in quick[0]
    by_the_clock = {"run", "started", "seconds"}
    assert {k: v for k, v in quick[1].items() if k not in {*by_the_clock, "briefs"}} == {
        k: v for k, v in slow[1].items() if k not in {*by_the_clock, "briefs"}
    }
    assert {**quick[1]["briefs"][0], "seconds": {}} == {**slow[1]["briefs"][0], "seconds": {}}


def test_the_log_for_machines_costs_no_model_and_says_the_same(run, corpus):
    run("build", "trams", "-f", "md")
    log = ("--log-format", "json")

    assert ending("build", "trams", *log) == ["0", "False"]
    assert ending("check", "trams", *log) == ["0", "False"]
    assert ending("build", "trams", "--log-format=json", "--out=briefs/trams") == ["0", "False"]

    for command, *rest in (("build", "--report", "run.json"), ("check",)):
        quick = run(command, "trams", *rest, *log)
        slow = run(command, "trams", "--changes", *rest, *log)
        assert [keys(line) for line in read_log(quick.err)] == [
            keys(line) for line in read_log(slow.err)
        ]
        assert len({line["run"] for line in read_log(quick.err)}) == 1
        assert quick.out == slow.out == ""


def test_what_was_held_back_is_not_told_twice(run, corpus):
    """The log of a build that has work to do begins once."""
    run("build", "trams", "-f", "md")
    article = next((corpus / "articles").iterdir())
    article.write_text(f"{article.read_text('utf-8')}\nThe trams are late.\n", "utf-8")

    for log in ((), ("--log-format", "json")):
        article.write_text(f"{article.read_text('utf-8')}\nThey are.\n", "utf-8")
        result = run("build", "trams", *log)
        assert result.code == 0
        assert result.err.count("run.started") == (1 if log else 0)
        assert result.err.count("unchanged") == (1 if log else 0), "the field of brief.ended"


def keys(line: dict) -> dict:
    """Return a line of a log without what is another in each run."""
    return {name: value for name, value in line.items() if name not in BY_THE_CLOCK}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-f", "mdx"),
        ("-f",),
        ("--memo",),
        ("--no-such-option",),
        ("--log-format", "yaml"),
        ("--quiet=trams",),
        ("--memo=",),
        ("one", "two"),
    ],
)
def test_mistakes_are_told_as_always(run, corpus, arguments):
    run("build", "trams", "-f", "md")

    result = run("build", "trams", *arguments)

    assert result.code == 2
    assert result.err


def test_a_memo_that_cannot_be_written_is_one_line(run, corpus):
    run("build", "trams", "-f", "md")
    Path("memo.md").mkdir()

    result = run("build", "trams", "--memo", "memo.md")

    assert result.code == 2
    assert result.error_lines[-1].startswith("briefgen: memo.md: is not a file")
    assert "Traceback" not in result.err
