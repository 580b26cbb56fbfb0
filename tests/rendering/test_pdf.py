"""The PDF, with the real WeasyPrint in its own process."""

import ast
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdf
import pytest

from briefgen.errors import PdfError
from briefgen.models import Brief
from briefgen.rendering.markdown import quotations
from briefgen.rendering.pdf import PdfResult, PdfWorker
from briefgen.rendering.pdf_worker import font_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def result(worker: PdfWorker, html: str) -> PdfResult:
    return worker.render(html)


@pytest.fixture(scope="module")
def reader(result: PdfResult) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(result.pdf))


def _text(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_it_has_two_to_four_pages_and_no_nearly_empty_last_one(reader: pypdf.PdfReader) -> None:
    assert 2 <= len(reader.pages) <= 4
    assert len(reader.pages[-1].extract_text()) > 600


def test_weasyprint_has_nothing_to_warn_of(result: PdfResult) -> None:
    assert result.warnings == ()


def test_the_text_extracts_in_reading_order(reader: pypdf.PdfReader, markdown: str) -> None:
    text = _text(reader)
    parts = [
        "IN BRIEF",
        "WHO STANDS WHERE",
        "THE ISSUES",
        "SHARED, DIVIDED, MISSING",
        "WHAT THE SOURCES ASK FOR",
        "METHOD AND LIMITS",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)

    # A word in Hebrew letters comes out in the order in which it is drawn.
    quotes = [item.text for item in quotations(markdown) if "\u05e9" not in item.text]
    # A line may break within what was one word: ``[a](b)``.
    tight = "".join(text.split())
    starts = [tight.index("".join(quote.split())) for quote in quotes]
    assert starts == sorted(starts), "the first side wholly, then the second"


def test_pages_are_numbered_and_headed(reader: pypdf.PdfReader, brief: Brief) -> None:
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"{number} of {total}" in text
        assert number == 1 or brief.topic in text


def test_bookmarks_follow_the_headings(reader: pypdf.PdfReader, brief: Brief) -> None:
    titles: list[str] = []

    def collect(items: list[object]) -> None:
        for item in items:
            if isinstance(item, list):
                collect(item)
            else:
                titles.append(str(item.title))  # type: ignore[attr-defined]

    collect(list(reader.outline))
    assert titles[0] == brief.topic
    assert all(issue.title in titles for issue in brief.issues)


def test_the_document_names_itself_and_no_clock(reader: pypdf.PdfReader, brief: Brief) -> None:
    info = reader.metadata
    assert info is not None
    assert info.title == brief.topic
    assert info.creator == brief.generator
    assert info.creation_date is not None
    assert info.creation_date.date().isoformat() == brief.evidence_date
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_only_the_packaged_fonts_are_used_for_the_programs_own_words(
    reader: pypdf.PdfReader,
) -> None:
    fonts = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    own = {font for font in fonts if re.search(r"Source-?S(ans|erif)", font)}
    # The sample quotes a Hebrew word, which may come from any font of the machine.
    assert len(own) >= 4
    assert len(fonts - own) <= 1


def test_links_lead_to_the_source_list(reader: pypdf.PdfReader) -> None:
    names = set(reader.named_destinations)

    assert {f"source-{number}" for number in range(1, 6)} <= names


def test_two_processes_write_the_same_bytes(result: PdfResult, html: str) -> None:
    with PdfWorker() as other:
        assert other.render(html).pdf == result.pdf


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png", "https://evil.example/x.png", "file:///etc/hostname",
        "data:image/png;base64,AAAA", "briefgen-font:../../secret", "//evil.example/x",
    ],
)  # fmt: skip
def test_nothing_is_fetched(worker: PdfWorker, address: str) -> None:
    """An address in the HTML is refused and reported; the PDF is written without it."""
    page = f'<html lang=en><title>x</title><img alt="x" src="{address}"><p>still here'

    written = worker.render(page)

    assert "still here" in pypdf.PdfReader(io.BytesIO(written.pdf)).pages[0].extract_text()
    assert written.warnings
    if not address.startswith("//"):
        assert any("refused to fetch" in warning for warning in written.warnings)


def test_style_sheets_and_attachments_are_not_fetched(worker: PdfWorker) -> None:
    page = (
        "<html lang=en><title>x</title><link rel=stylesheet href='file:///etc/hosts'>"
        "<link rel=attachment href='file:///etc/hostname'>"
        "<style>@import url(http://127.0.0.1:9/); p { background: url(file:///etc/hosts) }</style>"
        "<p>x"
    )

    written = worker.render(page)

    assert len(written.warnings) >= 3
    assert b"EmbeddedFile" not in written.pdf


def test_a_pdf_that_takes_too_long_is_given_up(html: str) -> None:
    with PdfWorker(time_limit=0.01) as slow, pytest.raises(PdfError, match="not ready after"):
        slow.render(html)


def test_the_process_is_gone_afterwards() -> None:
    with PdfWorker() as started:
        process = started._process
        assert process is not None
    assert process.returncode is not None


def test_missing_pango_is_said_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A WeasyPrint whose import fails as it does without the native library."""
    fake = tmp_path / "weasyprint"
    fake.mkdir()
    (fake / "__init__.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with PdfWorker() as broken, pytest.raises(PdfError) as caught:
        broken.render("<p>x")

    assert "libpango-1.0-0" in caught.value.message
    for package in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "brew"):
        assert package in str(caught.value.hint)


def test_the_current_folder_cannot_replace_weasyprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: PdfWorker
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)

    with PdfWorker() as started:
        assert started.render("<html lang=en><title>x</title><p>x").pdf.startswith(b"%PDF")


def test_the_process_imports_only_what_writes_pdfs(tmp_path: Path) -> None:
    code = f"""
import runpy, sys
sys.stdin = open({os.devnull!r})
runpy.run_module("briefgen.rendering.pdf_worker", run_name="__main__")
print([name for name in sys.modules if name.startswith(("briefgen", "pydantic"))], file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "scratch"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert sorted(ast.literal_eval(done.stderr.strip().splitlines()[-1])) == [
        "briefgen",
        "briefgen.rendering",
        "briefgen.rendering.pdf_attachments",
        "briefgen.rendering.pdf_tags",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_whoever_dies_before_the_process_starts_leaves_no_folder(tmp_path: Path) -> None:
    code = """
import os, signal, subprocess
from briefgen.rendering.pdf import PdfWorker
subprocess.Popen = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
PdfWorker().__enter__()
"""
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, env=environment)

    assert done.returncode == -signal.SIGKILL
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tempfile.TemporaryFile()  # noqa: SIM115 - the worker closes it
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: log)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))

    with PdfWorker() as started, pytest.raises(PdfError, match="cannot be started") as caught:
        started.render("<p>x")

    assert "TMPDIR" in str(caught.value.hint)


def test_every_font_face_has_its_file() -> None:
    assert len(font_files()) == 5
    assert all(file.is_file() for file in font_files().values())
