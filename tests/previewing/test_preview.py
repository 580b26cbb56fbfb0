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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
        """Yield what the browser is told, as it comes."""
        connection = http.client.HTTPConnection(self.host, timeout=SECONDS)
        connection.request("GET", f"/{self.path}events")
        with connection.getresponse() as answer:
            while line := answer.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def kill(self) -> None:
        """End it at once, however it fares."""
        self.process.kill()
        self.process.communicate()

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was told."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, told


def settled(news: Iterator[dict[str, object]], page: int) -> dict[str, object]:
    """Return the first news of that page, or of a later one, with nothing going on."""
    return next(state for state in news if int(str(state["page"])) >= page and not state["busy"])


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("preview")
    shutil.copytree(SAMPLE, work / "corpus")
    subprocess.run(
        [sys.executable, "-m", "briefgen", "templates", "new", "mine", "--from", "committee"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    return work


@pytest.fixture(scope="module")
def preview(work: Path) -> Iterator[Preview]:
    preview = Preview(work, "--port", "0")
    settled(preview.news(), 1)
    yield preview
    preview.kill()


def test_the_page_follows_a_template_and_an_article(preview: Preview) -> None:
    news = preview.news()
    page = int(str(settled(news, 1)["page"]))
    template = preview.work / "templates" / "mine" / "brief.md.j2"

    template.write_text(template.read_text("utf-8") + "\nWritten just now.\n", "utf-8")
    settled(news, page + 1)

    assert "Written just now." in preview.get("page")[1]
    article = preview.work / "corpus" / "articles" / "veil.txt"
    article.write_text(
        article.read_text("utf-8") + "\n\nThe library should lend tools to whoever asks.\n", "utf-8"
    )
    settled(news, page + 2)
    assert "should lend tools to whoever asks" in preview.get("page")[1]


def test_a_mistake_is_told_and_the_last_good_page_stays(preview: Preview) -> None:
    news = preview.news()
    before = settled(news, 1)
    template = preview.work / "templates" / "mine" / "brief.md.j2"
    text = template.read_text("utf-8")
    good = preview.get("page")[1]

    template.write_text(text.rstrip("\n") + "\n{{ sorces }}\n", "utf-8")
    told = next(state for state in news if "sorces" in str(state["problems"]))

    (problem,) = told["problems"]  # type: ignore[misc]
    assert told["page"] == before["page"]
    assert preview.get("page")[1] == good
    assert problem["where"] == f"templates/mine/brief.md.j2:{len(text.rstrip().splitlines()) + 1}"
    assert "did you mean 'sources'" in problem["message"]
    assert problem["line"] == "{{ sorces }}"
    template.write_text(text, "utf-8")
    next(state for state in news if "sorces" not in str(state["problems"]) and not state["busy"])


def test_a_mistake_in_the_codebook_is_told(preview: Preview) -> None:
    news = preview.news()
    settled(news, 1)
    codebook = preview.work / "corpus" / "codebook.yaml"
    text = codebook.read_text("utf-8")

    codebook.write_text(text.replace("proposition:", "propositoin:", 1), "utf-8")
    told = next(state for state in news if "propositoin" in str(state["problems"]))

    assert "codebook.yaml" in str(told["problems"])
    codebook.write_text(text, "utf-8")
    next(state for state in news if "propositoin" not in str(state["problems"])
         and not state["busy"])  # fmt: skip


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
        template.write_text(text + "\nSeen in a browser.\n", "utf-8")
        page.frame_locator("iframe").get_by_text("Seen in a browser.").wait_for(timeout=60_000)
        template.write_text(text + "\n{{ sorces }}\n", "utf-8")
        page.get_by_role("alert").get_by_text("did you mean 'sources'").wait_for(timeout=60_000)
        kept = page.frame_locator("iframe").get_by_text("Seen in a browser.")
        assert kept.is_visible()
        template.write_text(text, "utf-8")
        time.sleep(0.1)
        page.close()
        assert complaints == []
    finally:
        preview.kill()
