"""A preview, with real files, real sockets and the news that a browser reads."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.previewing.board import Board
from briefgen.previewing.memory import Memory
from briefgen.previewing.pages import PageMaker

pytest.importorskip("watchfiles", reason='install it: pip install "briefgen[preview]"')
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "briefgen" / "editing" / "samples" / "rich"
SECONDS = 60


class Preview:
    """A preview in a process of its own, as a person starts it."""

    def __init__(self, work: Path, *more: str) -> None:
        self.work = work
        self.process = self._run("preview", "corpus", "-a", "mine", "--no-open", *more)
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()
        self.host, _, self.path = self.url.removeprefix("http://").partition("/")

    def _run(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "briefgen", *arguments],
            cwd=self.work,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def get(self, name: str = "", *, raw: str | None = None, **headers: str) -> tuple[int, str]:
        """Ask for an address; *raw* is one that stands for itself."""
        connection = http.client.HTTPConnection(self.host, timeout=SECONDS)
        path = raw if raw is not None else f"/{self.path}{name}"
        connection.request(
            "GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = connection.getresponse()
        self.headers = dict(answer.getheaders())
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def news(self) -> Iterator[dict[str, object]]:
        """Yield what the browser is told, as it comes; signs of life alone are no news."""
        end = time.monotonic() + SECONDS
        connection = http.client.HTTPConnection(self.host, timeout=SECONDS)
        connection.request("GET", f"/{self.path}events")
        with connection.getresponse() as answer:
            while line := answer.readline():
                assert time.monotonic() < end, "nothing was told"
                if line.startswith(b"data: "):
                    end = time.monotonic() + SECONDS
                    yield json.loads(line.removeprefix(b"data: "))

    def kill(self) -> None:
        """End it at once, however it fares."""
        self.process.kill()
        self.process.communicate(timeout=SECONDS)

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was told."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, told


def settled(news: Iterator[dict[str, object]], page: int) -> dict[str, object]:
    """Return the first news of that page, or of a later one, after which nothing is to come."""
    return until(news, lambda state: int(str(state["page"])) >= page and bool(state["is_last"]))


def until(
    news: Iterator[dict[str, object]], holds: Callable[[dict[str, object]], bool]
) -> dict[str, object]:
    """Return the first news of which that holds."""
    return next(state for state in news if holds(state))


def save(file: Path, text: str) -> None:
    """Write as editors do, in one step: nobody sees half of it."""
    half = file.with_name(f".{file.name}.half")
    half.write_text(text, "utf-8")
    half.replace(file)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a corpus and an own audience, which no test changes."""
    folder = tmp_path_factory.mktemp("preview")
    shutil.copytree(SAMPLE, folder / "corpus")
    subprocess.run(
        [sys.executable, "-m", "briefgen", "templates", "new", "mine", "--from", "committee"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return folder


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Preview]:
    """Start a preview that no test changes."""
    yield from opened(folder)


@pytest.fixture
def work(folder: Path, tmp_path: Path) -> Path:
    """Make a folder of one test's own, which it may leave as it likes."""
    return Path(shutil.copytree(folder, tmp_path / "work"))


@pytest.fixture
def own(work: Path) -> Iterator[Preview]:
    """Start a preview of that folder."""
    yield from opened(work)


def opened(folder: Path) -> Iterator[Preview]:
    preview = Preview(folder, "--port", "0")
    try:
        settled(preview.news(), 1)
        yield preview
    finally:
        preview.kill()


def test_the_page_follows_a_template_and_an_article(own: Preview) -> None:
    news = own.news()
    page = int(str(settled(news, 1)["page"]))
    template = own.work / "templates" / "mine" / "brief.md.j2"

    save(template, template.read_text("utf-8") + "\nWritten just now.\n")
    page = int(str(settled(news, page + 1)["page"]))

    assert "Written just now." in own.get("page")[1]
    article = own.work / "corpus" / "articles" / "veil.txt"
    save(
        article, article.read_text("utf-8") + "\n\nThe library should lend tools to whoever asks.\n"
    )
    settled(news, page + 1)
    assert "should lend tools to whoever asks" in own.get("page")[1]


def test_a_mistake_is_told_and_the_last_good_page_stays(own: Preview) -> None:
    news = own.news()
    before = settled(news, 1)
    template = own.work / "templates" / "mine" / "brief.md.j2"
    text = template.read_text("utf-8")
    good = own.get("page")[1]

    save(template, text.rstrip("\n") + "\n{{ sorces }}\n")
    told = until(news, lambda state: "sorces" in str(state["problems"]))

    (problem,) = told["problems"]  # type: ignore[misc]
    assert told["page"] == before["page"]
    assert own.get("page")[1] == good
    assert problem["where"] == f"templates/mine/brief.md.j2:{len(text.rstrip().splitlines()) + 1}"
    assert "did you mean 'sources'" in problem["message"]
    assert problem["line"] == "{{ sorces }}"
    save(template, text)
    until(news, lambda state: "sorces" not in str(state["problems"]) and bool(state["is_last"]))


def test_a_mistake_in_the_codebook_is_told(own: Preview) -> None:
    news = own.news()
    settled(news, 1)
    codebook = own.work / "corpus" / "codebook.yaml"
    text = codebook.read_text("utf-8")

    save(codebook, text.replace("proposition:", "propositoin:", 1))
    told = until(news, lambda state: "propositoin" in str(state["problems"]))

    assert "codebook.yaml" in str(told["problems"])
    save(codebook, text)
    until(
        news, lambda state: "propositoin" not in str(state["problems"]) and bool(state["is_last"])
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
@pytest.mark.parametrize("name", ["", "page", "events"])
def test_other_pages_are_refused(preview: Preview, name: str, headers: dict[str, str]) -> None:
    status, text = preview.get(name, **headers)

    assert status == 403
    assert "library" not in text


@pytest.mark.parametrize(
    "path",
    ["/", "/page", "/x/page", "/../page", "//", "/%2e%2e/etc/passwd", "/../../../../etc/passwd"],
)
def test_nothing_is_found_without_the_word(preview: Preview, path: str) -> None:
    assert preview.get(raw=path)[0] == 404


@pytest.mark.parametrize("name", ["../page", "..%2fpage", "page/../../etc/passwd", "articles/"])
def test_no_path_leads_to_files(preview: Preview, name: str) -> None:
    assert preview.get(name)[0] == 404


def test_the_outer_page_lets_nothing_in_from_elsewhere(preview: Preview) -> None:
    status, shell = preview.get()
    policy = preview.headers["Content-Security-Policy"]

    assert status == 200
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert f'<script nonce="{nonce}">' in shell
    assert preview.get()[1].count(nonce) == 0, "a word for one answer alone"
    assert preview.headers["Referrer-Policy"] == "no-referrer"


def test_the_brief_stands_under_its_own_policy(preview: Preview) -> None:
    _, page = preview.get("page")

    assert preview.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert "default-src 'none'" in page
    assert "EventSource" not in page


def test_a_taken_port_is_said(preview: Preview) -> None:
    second = Preview(preview.work, "--port", preview.host.partition(":")[2])

    _, told = second.process.communicate(timeout=SECONDS)

    assert second.process.returncode == 2
    assert "cannot be had" in told
    assert "--port" in told


def test_ctrl_c_ends_it_and_nothing_was_written(work: Path) -> None:
    before = sorted(work.rglob("*"))
    preview = Preview(work, "--port", "0")
    settled(preview.news(), 1)

    code, told = preview.end()

    assert code == 0
    assert "Traceback" not in told
    assert "The preview has ended" in told
    assert sorted(work.rglob("*")) == before
    assert not (work / "briefs").exists()
    with socket.socket() as knock:
        assert knock.connect_ex(("127.0.0.1", int(preview.host.partition(":")[2])))


def test_only_a_changed_article_is_read_again(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(SAMPLE, corpus)
    maker = PageMaker(corpus, "executive", tmp_path / "templates")

    list(maker.make())
    first, maker.memory.coded = maker.memory.coded, 0
    list(maker.make(is_corpus_new=False))
    list(maker.make())
    untouched, maker.memory.coded = maker.memory.coded, 0
    article = corpus / "articles" / "veil.txt"
    article.write_text(article.read_text("utf-8") + "\n\nThe lamps were lit.\n", "utf-8")
    list(maker.make())
    one, maker.memory.coded = maker.memory.coded, 0
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text("utf-8") + "\n# seen\n", "utf-8")
    list(maker.make())

    assert (first, untouched, one, maker.memory.coded) == (6, 0, 1, 6)


def test_the_first_of_two_pages_is_not_the_last(tmp_path: Path) -> None:
    """Who waits for a page must not take the one before the audit for it."""
    corpus = tmp_path / "corpus"
    shutil.copytree(SAMPLE, corpus)
    maker = PageMaker(corpus, "executive", tmp_path / "templates")
    board = Board()
    told = []

    for made in (*maker.make(), *maker.make()):
        board.put(made)
        told.append(json.loads(str(board.wait(0, 1)[1]))["is_last"])
    board.tell("Printing the page")

    assert told == [True, False, True]
    assert not json.loads(str(board.wait(0, 1)[1]))["is_last"]


def test_a_second_file_of_one_stem_is_noticed(tmp_path: Path) -> None:
    """It changes the ids of both."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("x")
    memory = Memory(tmp_path)
    code = memory.remember(lambda path: path.name)
    code(tmp_path / "articles" / "a.txt")
    (tmp_path / "articles" / "a.html").write_text("x")

    memory.remember(lambda path: path.name)(tmp_path / "articles" / "a.txt")

    assert memory.coded == 2


@pytest.mark.slow
def test_chromium_shows_the_saved_page_and_no_error(work: Path, chromium: Any) -> None:
    preview = Preview(work, "--port", "0")
    page = chromium.new_page()
    try:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(preview.url)
        page.locator("html[data-page]").wait_for(state="attached", timeout=60_000)
        template = preview.work / "templates" / "mine" / "brief.md.j2"
        text = template.read_text("utf-8")
        save(template, text + "\nSeen in a browser.\n")
        page.frame_locator("iframe").get_by_text("Seen in a browser.").wait_for(timeout=60_000)
        save(template, text + "\n{{ sorces }}\n")
        page.get_by_role("alert").get_by_text("did you mean 'sources'").wait_for(timeout=60_000)
        kept = page.frame_locator("iframe").get_by_text("Seen in a browser.")
        assert kept.is_visible()
        save(template, text)
        time.sleep(0.1)
        page.close()
        assert complaints == []
    finally:
        preview.kill()
