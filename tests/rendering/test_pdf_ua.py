"""Every audience's PDF, read as somebody does who cannot see it."""

import hashlib
import io
import json
import re
from pathlib import Path

import pikepdf
import pypdf
import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from briefgen.rendering.stances import ACCENT, GREY_TEXT, INK, STANCE_STYLES
from tests.rendering.conftest import AUDIENCES, TEMPLATES
from tests.rendering.pdf_ua import find_faults, has_contents, html_words, pdf_words

pytestmark = pytest.mark.slow
READABLE = 4.5
"""Least contrast of text, WCAG 2.2, success criterion 1.4.3 (AA)."""


@pytest.fixture(scope="module", params=AUDIENCES)
def audience_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(built: Path, audience_name: str) -> bytes:
    return (built / f"{audience_name}.pdf").read_bytes()


@pytest.fixture(scope="module")
def page(built: Path, audience_name: str) -> str:
    return (built / f"{audience_name}.pdf.html").read_text("utf-8")


def test_a_reader_who_does_not_see_it_gets_everything(pdf: bytes) -> None:
    assert find_faults(pdf) == []


def test_it_is_read_in_the_order_of_the_page(pdf: bytes, page: str) -> None:
    """Every word of the HTML, once, in its order; broken pages and columns change nothing."""
    assert pdf_words(pdf) == html_words(page, has_contents(pdf))


def test_a_validator_finds_it_to_be_pdf_ua(pdf: bytes) -> None:
    """An independent one, which passes veraPDF's own corpus."""
    validator = pytest.importorskip(
        "page", reason="no PDF/UA validator: python -m pip install page-validation"
    )

    report = validator.validate_pdf_bytes(pdf, profile="ua1")

    assert report.is_compliant, [failure.message for failure in report.failures]


def test_text_that_is_taken_out_has_the_sections_in_order(pdf: bytes, page: str) -> None:
    """By a reader of PDFs that knows nothing of tags: as drawn."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    text = " ".join(" ".join(p.extract_text() for p in reader.pages).split()).casefold()
    if not has_contents(pdf):
        page = re.sub(r'<section class="contents.*?</section>', "", page, flags=re.DOTALL)
    body = page.partition("<body")[2]
    headings = [
        " ".join(re.sub("<.*?>", "", heading).split()).replace("&quot;", '"').replace("&#x27;", "'")
        for heading in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", body, re.DOTALL)
    ]

    place = -1
    for heading in headings:
        place = text.find(heading.casefold(), place + 1)
        assert place >= 0, f"{heading} is not where it belongs"
    assert len(headings) > 5


def test_bookmarks_are_the_headings(pdf: bytes, page: str) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        waiting, titles = list(outline.root), []
        while waiting:
            item = waiting.pop(0)
            titles.append(item.title)
            waiting = [*item.children, *waiting]
    contents = 0 if has_contents(pdf) else len(re.findall('<section class="contents', page))

    assert len(titles) == len(re.findall(r"<h[1-6]", page)) - contents


def test_the_evidence_is_inside(built: Path, pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert sorted(document.attachments) == ["brief.json", "records.jsonl"]
        assert len(document.Root.AF) == 2
        for name, specification in document.attachments.items():
            attached = specification.get_file()
            data = attached.read_bytes()
            assert data == (built / name).read_bytes()
            assert specification.obj.AFRelationship == "/Data"
            assert specification.description
            assert attached.md5 == hashlib.md5(data, usedforsecurity=False).digest()
    assert json.loads((built / "brief.json").read_text("utf-8"))["topic"]


def test_the_sources_lead_back_to_where_they_are_cited(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [
            (str(link.Dest), str(link.Contents))
            for page in document.pages
            for link in page.get("/Annots", [])
            if "/Dest" in link
        ]
    there = {target for target, _ in links if target.startswith("source-")}
    back = {target.split("-")[1] for target, _ in links if target.startswith("cite-")}

    assert there
    assert back == {target.removeprefix("source-") for target in there}
    assert all(words.startswith("Back to ") for target, words in links if "cite-" in target)


def test_weasyprint_alone_would_not_pass(page: str) -> None:
    """The checks can fail: they do on what is mended here."""
    fonts = FontConfiguration()
    bare = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)

    faults = "\n".join(find_faults(bare))

    for part in ("is not described", "is not printed", "not in the tree", "is not on its page"):
        assert part in faults


def test_colours_of_text_can_be_read_on_paper_and_on_tint() -> None:
    style = (TEMPLATES / "shared" / "page.css").read_text("utf-8")
    tints = re.findall(r"background: (#[0-9A-Fa-f]{6})", style)
    own = re.findall(r"(?<!-)color: (#[0-9A-Fa-f]{6})", style)
    colours = [INK, ACCENT, GREY_TEXT, *own, *(s.colour for s in STANCE_STYLES.values())]

    assert tints
    for ground in ["#FFFFFF", *tints]:
        for colour in colours:
            assert _contrast(colour, ground) >= READABLE, (colour, ground)


def _contrast(first: str, second: str) -> float:
    """Return the contrast of two colours by WCAG 2.2: 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
