"""Builds that change everything, in processes of their own: killed, told to end, eight at once.

``BRIEFGEN_KILLS=300 pytest tests/faults/test_killed.py`` kills as often; without it a few times.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT
from tests.faults.striking import hidden, visible

KILLS = int(os.environ.get("BRIEFGEN_KILLS", "3"))
STATES_AT_ONCE = 8 if KILLS > 20 else 4
"""Builds of two states of a corpus, half of them of each."""
PATIENCE_SECONDS = 300
ALL_FORMATS = ("-f", "md", "-f", "html", "-f", "docx", "-f", "pdf")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600 + 60 * KILLS),
    pytest.mark.skipif(sys.platform == "win32", reason="signals"),
]


@dataclass(frozen=True)
class Stage:
    """Where a brief is built again and again, from the old state of a corpus to the new one."""

    folder: Path
    corpora: tuple[Path, Path]
    """As it was, and as it is."""
    formats: tuple[str, ...]
    sets: tuple[dict[str, bytes], dict[str, bytes]]
    """The old set, and the new one that was built upon it."""
    seconds: float
    """How long the new one took."""

    @property
    def out(self) -> Path:
        return self.folder / "briefs" / "trams"

    def reset(self) -> None:
        """Put the old set into the folder, and nothing beside it."""
        shutil.rmtree(self.out.parent, ignore_errors=True)
        self.out.mkdir(parents=True)
        for name, content in self.sets[0].items():
            (self.out / name).write_bytes(content)

    @contextlib.contextmanager
    def started(self, corpus: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start a build; it is gone at the end."""
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        arguments = (corpus, "--out", self.out, "--quiet", *self.formats, *options)
        process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "build", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate(timeout=PATIENCE_SECONDS)

    def build(self, corpus: Path, *options: str) -> str:
        """Build to the end; return what it said."""
        with self.started(corpus, *options) as process:
            _, said = process.communicate(timeout=PATIENCE_SECONDS)
            assert process.returncode == 0, said
            return said.decode()


def make_stage(folder: Path, trams, formats: tuple[str, ...]) -> Stage:
    corpora = (trams.old, trams.new)
    stage = Stage(folder, corpora, formats, ({}, {}), 0.0)
    stage.out.mkdir(parents=True)
    stage.build(trams.old)
    old = visible(stage.out)
    started = time.monotonic()
    stage.build(trams.new)
    seconds = time.monotonic() - started
    new = visible(stage.out)
    assert old.keys() == new.keys()
    assert all(old[name] != new[name] for name in old), "not everything changed"
    return Stage(folder, corpora, formats, (old, new), seconds)


@pytest.fixture(scope="module")
def plain(tmp_path_factory, trams) -> Stage:
    """Return a stage for builds without PDF, which take a second."""
    return make_stage(tmp_path_factory.mktemp("plain"), trams, ("-f", "md"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory, trams) -> Stage:
    """Return a stage for builds in every format."""
    return make_stage(tmp_path_factory.mktemp("whole"), trams, ALL_FORMATS)


def wait_for_moment(stage: Stage, process: subprocess.Popen[bytes], chance: random.Random) -> str:
    """Wait for a moment: of the whole build, of its writing, or of its last milliseconds."""
    kind = chance.choice(("any", "while it writes", "while it puts in place"))
    signs = {
        "any": stage.out,
        "while it writes": stage.out.with_name(f".{stage.out.name}.briefgen-lock"),
        "while it puts in place": stage.out.with_name(f".{stage.out.name}.briefgen-new")
        / "manifest.json",
    }
    spans = {"any": 1.1, "while it writes": 0.6, "while it puts in place": 0.0}
    while not signs[kind].exists() and process.poll() is None:
        time.sleep(0.0005)
    pause = chance.uniform(0, max(spans[kind] * stage.seconds, 0.02))
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(pause)
    return f"{kind}, {pause * 1000:.1f} ms later"


def strike(stage: Stage, number: int, chance: random.Random) -> str:
    """Send a build of the new set a signal; check what is left, and what the next build makes."""
    stage.reset()
    with stage.started(stage.corpora[1]) as process:
        moment = wait_for_moment(stage, process, chance)
        process.send_signal(number)
        _, said = process.communicate(timeout=PATIENCE_SECONDS)
    found = visible(stage.out)
    what = "old" if found == stage.sets[0] else "new" if found == stage.sets[1] else "neither"
    assert what != "neither", f"{moment}: {sorted(found)}"
    assert number == signal.SIGKILL or b"Traceback" not in said, f"{moment}: {said.decode()}"
    if number != signal.SIGKILL:
        assert process.returncode in (0, 128 + number), moment
        assert hidden(stage.out) == [], moment
    stage.build(stage.corpora[1])
    assert visible(stage.out) == stage.sets[1], moment
    assert hidden(stage.out) == [], moment
    return f"{what} ({moment})"


@pytest.mark.parametrize("formats", ["plain", "whole"])
def test_a_killed_build_leaves_one_whole_set(formats, request, capsys):
    """At random moments; every third of these builds writes PDFs as well."""
    count = KILLS // 3 if formats == "whole" else KILLS - KILLS // 3
    stage = request.getfixturevalue(formats)
    seed = random.randrange(10**9)
    chance = random.Random(seed)

    left = [strike(stage, signal.SIGKILL, chance) for _ in range(count)]

    kept = sum(each.startswith("old") for each in left)
    with capsys.disabled():
        if count > 20:
            sys.stdout.write(f"\n{count} kills, seed {seed}: old {kept}, new {count - kept}\n")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_a_build_and_leaves_nothing_behind(plain, name):
    number = getattr(signal, name)
    chance = random.Random()
    for _ in range(max(1, KILLS // 30)):
        plain.reset()
        with plain.started(plain.corpora[1]) as process:
            lock = plain.out.with_name(f".{plain.out.name}.briefgen-lock")
            while not lock.exists() and process.poll() is None:
                time.sleep(0.001)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, plain.seconds))
            process.send_signal(number)
            _, said = process.communicate(timeout=PATIENCE_SECONDS)
        assert b"Traceback" not in said, said.decode()
        assert process.returncode in (0, 128 + number)
        assert visible(plain.out) in plain.sets
        assert hidden(plain.out) == []
        plain.build(plain.corpora[1])
        assert visible(plain.out) == plain.sets[1]


def test_eight_builds_at_once_of_one_brief(plain):
    """One of them writes; the others wait, say for whom, and find nothing to do."""
    plain.reset()
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(plain.started(plain.corpora[1])) for _ in range(8)]
        said = [process.communicate(timeout=PATIENCE_SECONDS)[1].decode() for process in processes]

    assert [process.returncode for process in processes] == [0] * 8, said
    assert visible(plain.out) == plain.sets[1]
    assert hidden(plain.out) == []
    waited = [words for words in said if words]
    assert all(words.startswith("Waiting for another build (process ") for words in waited), waited


def test_builds_at_once_of_two_states_of_a_corpus(plain):
    """Whoever comes last has the last word, and it is whole."""
    plain.reset()
    with contextlib.ExitStack() as stack:
        processes = [
            stack.enter_context(plain.started(plain.corpora[turn % 2], "--no-changes"))
            for turn in range(STATES_AT_ONCE)
        ]
        said = [process.communicate(timeout=PATIENCE_SECONDS)[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0] * STATES_AT_ONCE, said
    found, left = visible(plain.out), hidden(plain.out)

    wanted = []
    for corpus in plain.corpora:
        shutil.rmtree(plain.out)
        plain.build(corpus, "--no-changes")
        wanted.append(visible(plain.out))
    assert found in wanted
    assert left == []


def test_a_build_that_is_killed_leaves_no_temporary_files(whole):
    """What writes the PDFs takes its folder away itself when nobody is left to do that."""
    scratch = whole.folder / "scratch"
    # Python itself tries a new folder with a file, which a kill at that moment leaves: what other
    # tests left so is not looked at, and here the kill waits for the program's own folder.
    shutil.rmtree(scratch, ignore_errors=True)
    whole.reset()
    with whole.started(whole.corpora[1]) as process:
        while not any(scratch.glob("briefgen-*")) and process.poll() is None:
            time.sleep(0.001)
        process.kill()

    deadline = time.monotonic() + 120
    while any(scratch.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [*scratch.iterdir()] == []
