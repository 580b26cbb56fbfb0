"""``briefgen watch`` as a person uses it: real files, a process of its own, signals."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 90


class Watch:
    """A watch in a process of its own, with what it has said."""

    def __init__(self, folder: Path, *options: str, path: str = "") -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [path, str(ROOT)]))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "watch", *options],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.errors: list[str] = []
        self._readers: list[threading.Thread] = []
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        for stream, take in (
            (self.process.stdout, self._lines.put),
            (self.process.stderr, self.errors.append),
        ):
            self._readers.append(threading.Thread(target=self._read, args=(stream, take)))
            self._readers[-1].start()

    @staticmethod
    def _read(stream, take) -> None:
        with stream:
            for line in stream:
                take(line.rstrip("\n"))

    def line(self) -> str:
        """Return the next line that it says."""
        try:
            return self._lines.get(timeout=SECONDS)
        except queue.Empty:
            raise AssertionError(f"nothing was said; on standard error: {self.errors}") from None

    def await_line(self, words: str) -> str:
        """Return the next line that has these words, whatever it says before."""
        while words not in (line := self.line()):
            pass
        return line

    def is_quiet(self, seconds: float = 2.0) -> bool:
        """Tell whether it says nothing for a while."""
        try:
            raise AssertionError(self._lines.get(timeout=seconds))
        except queue.Empty:
            return True

    def await_error(self, words: str) -> None:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if any(words in line for line in self.errors):
                return
            time.sleep(0.05)
        raise AssertionError(f"{words!r} is not in {self.errors}")

    def kill(self) -> None:
        """End it and all that it started at once, however it fares."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=SECONDS)
        for reader in self._readers:
            reader.join(timeout=SECONDS)

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=SECONDS)


@pytest.fixture
def watch(tmp_path):
    """Return what starts a watch in the test's folder; none outlives the test."""
    started: list[Watch] = []

    def start(*options: str, path: str = "") -> Watch:
        started.append(Watch(tmp_path, *options, path=path))
        return started[-1]

    yield start
    for each in started:
        each.kill()


def hidden_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*") if "briefgen" in path.name]


@pytest.fixture
def save(tmp_path):
    """Return what saves a file at one stroke, as careful editors do; the draft lies elsewhere."""

    def save_by_rename(file: Path, text: str) -> None:
        draft = tmp_path / "draft"
        draft.write_text(text, "utf-8")
        draft.replace(file)

    return save_by_rename


def test_each_change_is_told_and_its_own_outputs_are_none(corpus, watch, tmp_path, save):
    """The outputs lie in the watched folder itself."""
    watched = watch("trams", "--out", "trams/out", "--format", "md")
    assert "trams/out: built in" in watched.line()
    assert watched.is_quiet()
    article = corpus / "articles" / "harbour-post.txt"

    save(article, article.read_text("utf-8").replace("twice", "thrice"))
    assert "1 article coded, 1 kept; printed executive.md" in watched.line()
    new = corpus / "articles" / "new.txt"
    save(new, "No rails\n\nThere must be no rails in the old town.\n")
    watched.await_line("1 article coded, 2 kept")
    new.unlink()
    watched.await_line("0 articles coded, 2 kept")
    assert watched.is_quiet()
    assert watched.end() == 0
    assert watched.errors == ["The watch has ended"]
    assert hidden_in(tmp_path) == []


def test_a_folder_above_the_corpus_may_hold_the_outputs(corpus, watch, save):
    """What lies below the output folder is no output for that."""
    watched = watch("trams", "--out", ".", "--format", "md")
    watched.await_line("built in")
    article = corpus / "articles" / "harbour-post.txt"
    save(article, article.read_text("utf-8").replace("twice", "thrice"))
    watched.await_line("1 article coded")
    assert watched.end() == 0


def test_a_checkout_of_many_files_is_one_build(corpus, watch, tmp_path):
    """Or two, where the machine stops for a while in its middle."""
    watched = watch("trams", "--format", "md")
    watched.await_line("built in")
    ready = tmp_path / "ready"
    ready.mkdir()
    for number in range(50):
        text = f"Day {number}\n\nThe city should build the tram, for {number} reasons.\n"
        (ready / f"{number}.txt").write_text(text, "utf-8")

    for file in sorted(ready.iterdir()):
        file.rename(corpus / "articles" / file.name)

    coded, lines = 0, 0
    while coded < 50:
        coded += int(watched.line().partition("; ")[2].partition(" ")[0])
        lines += 1
    assert coded == 50
    assert lines <= 2
    assert watched.end() == 0


def test_what_cannot_be_built_is_told_and_the_watch_goes_on(corpus, watch, save):
    codebook = corpus / "codebook.yaml"
    good = codebook.read_text("utf-8")
    codebook.rename(corpus.parent / "away.yaml")
    watched = watch("trams", "--format", "md")
    watched.await_line("briefs/trams: not built")
    (corpus.parent / "away.yaml").rename(codebook)
    watched.await_line("built in")
    save(codebook, "topic: [\n")
    watched.await_line("not built")
    watched.await_error("codebook.yaml:")
    save(codebook, good)
    watched.await_line("unchanged")
    (corpus / "articles").rename(corpus.parent / "articles-away")
    watched.await_line("not built")
    (corpus.parent / "articles-away").rename(corpus / "articles")
    watched.await_line("unchanged")
    (corpus / "articles" / "empty.txt").write_bytes(b"")
    watched.await_line("1 failed")
    assert watched.end() == 0


def test_a_corpus_that_is_not_there_yet_is_waited_for(corpus, watch):
    corpus.rename(corpus.parent / "away")
    watched = watch("trams", "--format", "md")
    watched.await_line("not built")
    (corpus.parent / "away").rename(corpus)
    watched.await_line("built in")
    assert watched.end() == 0


def test_a_project_follows_its_file_and_its_templates(corpus, watch, tmp_path, save):
    shutil.copytree(corpus, tmp_path / "rails")
    project = tmp_path / "briefgen.toml"
    project.write_text('[defaults]\nformats = ["md"]\n\n[[brief]]\ncorpus = "trams"\n', "utf-8")
    watched = watch()
    watched.await_line("briefs/trams: built")
    more = f'{project.read_text("utf-8")}\n[[brief]]\ncorpus = "rails"\n'
    save(project, more)
    watched.await_line("briefs/rails: built")
    save(project, "brief = 1\n")
    watched.await_error("briefgen.toml")
    save(project, more)
    article = tmp_path / "rails" / "articles" / "harbour-post.txt"
    save(article, article.read_text("utf-8").replace("twice", "thrice"))
    watched.await_line("briefs/rails: built")
    shutil.copytree(ROOT / "templates" / "executive", tmp_path / "ours" / "executive")
    page = tmp_path / "ours" / "executive" / "brief.md.j2"
    page.write_text(f"{page.read_text('utf-8')}\nOurs.\n", "utf-8")
    (tmp_path / "ours").rename(tmp_path / "templates")
    for name in ("trams", "rails"):
        watched.await_line(f"briefs/{name}: built")
        assert "Ours." in (tmp_path / "briefs" / name / "executive.md").read_text("utf-8")
    assert watched.end(signal.SIGTERM) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_of_a_build_leaves_nothing_behind(corpus, watch, tmp_path, number):
    """To the whole group, as a terminal sends it: the process that writes PDFs gets it, too."""
    for copy in range(40):
        shutil.copy(corpus / "articles" / "market-gazette.md", corpus / "articles" / f"{copy}.md")
    watched = watch("trams", "--format", "pdf")
    end = time.monotonic() + SECONDS
    while not hidden_in(tmp_path) and time.monotonic() < end:
        time.sleep(0.01)

    os.killpg(watched.process.pid, number)

    assert watched.process.wait(timeout=SECONDS) == 0, watched.errors
    watched.await_error("The watch has ended")
    assert not any("Traceback" in line for line in watched.errors), watched.errors
    assert hidden_in(tmp_path) == []
    again = subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "trams", "-q", "-f", "md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert again.returncode == 0, again.stderr


def test_without_the_systems_notices_it_looks_and_says_so_once(corpus, watch, tmp_path, save):
    """A package that raises as the real one does where the system's limits are reached."""
    stub = tmp_path / "stub"
    stub.mkdir()
    (stub / "watchfiles.py").write_text(
        "def watch(*paths, **options):\n    raise OSError('OS file watch limit reached')\n", "utf-8"
    )
    watched = watch("trams", "--format", "md", path=str(stub))
    assert "built in" in watched.line()
    watched.await_error("OS file watch limit reached")
    article = corpus / "articles" / "harbour-post.txt"
    save(article, article.read_text("utf-8").replace("twice", "thrice"))
    watched.await_line("1 article coded")
    assert sum("watch limit" in line for line in watched.errors) == 1
    assert watched.end() == 0
