"""Another program opens the Word document, and shows what the page shows, in its order."""

import itertools
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

pytest.importorskip("docx", reason="python-docx is missing: pip install 'briefgen[docx]'")

from briefgen.pipeline import BuildRequest, build_brief
from briefgen.rendering.markdown import quotations
from tests.rendering.word_reading import Read, markdown_headings

ROOT = Path(__file__).resolve().parents[2]
RESERVOIR = ROOT / "tests" / "auditing" / "reservoir"
AUDIENCES = sorted(path.parent.name for path in (ROOT / "templates").glob("*/audience.toml"))
OFFICE = shutil.which("soffice")
TIME_LIMIT = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a brief about an invented reservoir, for every audience."""
    out = tmp_path_factory.mktemp("word") / "out"
    build_brief(BuildRequest(RESERVOIR, out, audiences=tuple(AUDIENCES), formats=("md", "docx")))
    return out


def without_space(text: str) -> str:
    """Return text without white space and hyphens, which lines are broken at."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and c not in "-\u00ad")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_is_a_document_with_the_headings_of_its_page(folder, audience):
    word = Read((folder / f"{audience}.docx").read_bytes())
    markdown = (folder / f"{audience}.md").read_text("utf-8")

    assert word.styled("Title", "Heading", "TOC Heading") == markdown_headings(markdown)
    anchors = set(word.values("w:hyperlink", "w:anchor"))
    assert anchors
    assert anchors <= set(word.values("w:bookmarkStart", "w:name"))
    texts = iter(without_space(text) for text in word.styled("Quote"))
    for quotation in quotations(markdown):
        assert any(without_space(quotation.text) in text for text in texts), quotation.text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_way_between_a_citation_and_its_source_can_be_gone_back(folder, audience):
    """A source's entry leads to places on the page: under a heading, or at a citation."""
    word = Read((folder / f"{audience}.docx").read_bytes())
    entries = [place for place, p in enumerate(word.paragraphs) if p.style.name == "Source"]

    assert entries
    for place, after in itertools.pairwise([*entries, len(word.paragraphs)]):
        lines = word.paragraphs[place : min(after, place + 2)]
        assert any(link.fragment for line in lines for link in line.hyperlinks), lines[0].text


@pytest.mark.slow
@pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is missing: apt-get install libreoffice-writer"
)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_libreoffice_shows_the_same_headings_and_quotations(folder, tmp_path, audience):
    markdown = (folder / f"{audience}.md").read_text("utf-8")
    done = subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "pdf", "--outdir", tmp_path, folder / f"{audience}.docx"],
        capture_output=True, text=True, timeout=TIME_LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pages = PdfReader(BytesIO((tmp_path / f"{audience}.pdf").read_bytes())).pages
    shown = without_space("".join(_text_of(page) for page in pages))

    place = 0
    for text in _in_order(markdown):
        found = shown.find(without_space(text), place)
        assert found >= 0, f"not shown, or not in its place: {text}"
        place = found + 1


def _text_of(page) -> str:
    """Return a page's text without its head and its foot, which stand between sentences."""
    top, bottom = float(page.mediabox.top) - 50, 50
    parts = []

    def keep(text, _current, matrix, _font, _size):
        if bottom < matrix[5] < top or not text.strip():
            parts.append(text)

    page.extract_text(visitor_text=keep)
    return "".join(parts)


def _in_order(markdown: str) -> list[str]:
    """Return headings and quotations in the order of their lines."""
    headings = markdown_headings(markdown)
    said = [quotation.text for quotation in quotations(markdown)]
    texts = []
    for line in markdown.splitlines():
        if line.startswith("#") and headings:
            texts.append(headings.pop(0))
        elif line.startswith("> ") and said and "](#source-" in line:
            texts.append(said.pop(0))
    assert not headings
    assert not said
    return texts
