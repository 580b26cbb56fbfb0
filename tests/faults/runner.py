"""Runs the program again and again in children of a process that has imported all of it already.

So a build takes a fraction of a second, and each of its system calls can be tried. Reads one JSON
object a line, answers with one: `Job` and `Ended` in conftest.py say what they hold.
"""

import contextlib
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path

from tests.faults.syscalls import Call, Run

LIMIT_SECONDS = 120
"""What takes longer hangs."""


def main() -> None:
    """Warm up by one build, then run what is asked for."""
    warm_up = sys.argv[1:]
    if warm_up:
        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
            run_program(["build", *warm_up])
    with tempfile.TemporaryDirectory() as folder:  # what is imported late, for who may not read it
        run_staging({"arguments": [f"{folder}/out"]}, {"a": "1", "b": "2"})
    answer("ready")
    for line in sys.stdin:
        answer(json.dumps(carry_out(json.loads(line))))


def answer(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def carry_out(job: dict) -> dict:
    """Run one job in a child, with its calls decided on as the job says."""
    run = Run()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        pid = os.fork()
        if pid == 0:
            be_child(run, job, out.fileno(), err.fileno())
        calls: list[Call] = []
        code = run.supervise(
            pid, job["folder"], lambda call: decide(call, job, calls), limit=LIMIT_SECONDS
        )
        out.seek(0)
        err.seek(0)
        return {
            "code": code,
            "out": out.read().decode(errors="replace"),
            "err": err.read().decode(errors="replace"),
            "calls": [[each.number, each.name, each.path, each.writes] for each in calls],
        }


def decide(call: Call, job: dict, calls: list[Call]) -> int | str | None:
    """Say what becomes of a call: what always fails, then what fails this time."""
    calls.append(call)
    change_files(call, job, calls)
    if job["at"] is not None and matches(call, job):
        return job["fault"]
    return job["always"].get(call.name)


def change_files(call: Call, job: dict, calls: list[Call]) -> None:
    """Change a file just before it is opened for the so many'th time, as somebody else might."""
    for path, turn, content in job["changes"]:
        opened = [each for each in calls if each.name == "openat" and each.path == path]
        if call.name == "openat" and call.path == path and len(opened) == turn:
            if content is None:
                Path(path).unlink()
            else:
                Path(path).write_text(content)


def matches(call: Call, job: dict) -> bool:
    if job["lasting"]:
        return call.number >= job["at"] and call.writes
    return call.number == job["at"]


def be_child(run: Run, job: dict, out: int, err: int) -> None:
    """Become the program; never returns."""
    code = 70
    try:
        nothing = os.open(os.devnull, os.O_RDONLY)
        for place, handle in enumerate((nothing, out, err)):
            os.dup2(handle, place)
        os.chdir(job["cwd"])
        os.environ.update(job["environment"])
        if job["user"] is not None:
            os.setgroups([])
            os.setgid(job["user"])
            os.setuid(job["user"])
        run.enter()
        files = job["files"]
        code = run_program(job["arguments"]) if files is None else run_staging(job, files)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def run_program(arguments: list[str]) -> int:
    """Run the command line; return its exit code."""
    from briefgen.cli import main as command_line

    sys.argv = ["briefgen", *arguments]
    try:
        command_line()
    except SystemExit as ending:
        return int(ending.code or 0)
    return 0


def run_staging(job: dict, files: dict[str, str]) -> int:
    """Do what a build does when all is read: write files and put them in their places."""
    from briefgen.errors import BriefgenError
    from briefgen.output.staging import stage_whole_folder

    try:
        with stage_whole_folder(Path(job["arguments"][0])) as staging:
            for name, text in files.items():
                staging.write(name, text.encode())
            staging.publish(remove=job["arguments"][1:])
    except BriefgenError as error:
        sys.stderr.write(f"briefgen: {error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    main()
