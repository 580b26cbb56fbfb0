"""Several PDFs at the same time, by real processes."""

import io
import time

import pypdf
import pytest

from briefgen.errors import PdfError
from briefgen.rendering.pdf import PdfWorker
from briefgen.rendering.pdf_attachments import AttachedFile
from briefgen.rendering.pdf_pool import PROCESSES, PdfPool

pytestmark = pytest.mark.slow
FILE = AttachedFile(
    name="records.jsonl",
    media_type="application/jsonl",
    description="The records",
    text='{"source": "harbour"}\n',
    date="2025-10-17",
)
ENDLESS = "<html lang=en><title>x</title><body>" + "<p>A toll.</p>" * 60_000


def _page(words: str) -> str:
    return f"<html lang=en><title>Tolls</title><body><main><h1>Tolls</h1><p>{words}</p></main>"


def _text(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.fixture(scope="module", autouse=True)
def _pango() -> None:
    with PdfWorker() as worker:
        try:
            worker.render(_page("x"))
        except PdfError as error:
            pytest.skip(str(error))


def test_each_gets_its_own_and_the_same_bytes_as_alone() -> None:
    with PdfPool(4) as pool:
        asked = [pool.submit(_page(f"Bridge {n}"), [FILE]) for n in range(4)]
        pdfs = [each.result().pdf for each in asked]
    with PdfWorker() as alone:
        again = [alone.render(_page(f"Bridge {n}"), [FILE]).pdf for n in range(4)]

    assert [f"Bridge {n}" in _text(pdf) for n, pdf in enumerate(pdfs)] == [True] * 4
    assert pdfs == again


def test_no_more_processes_than_documents_or_than_pay_off() -> None:
    assert len(PdfPool(1)._workers) == 1
    assert len(PdfPool(9)._workers) <= PROCESSES


def test_one_that_takes_too_long_costs_itself_alone() -> None:
    """Its process is ended, and another writes what waits."""
    start = time.monotonic()
    with PdfWorker() as alone:
        alone.render(_page("x"))
    # What it takes to begin and to write a page differs between machines, and with their load.
    with PdfPool(1, time_limit=max(4, 4 * (time.monotonic() - start))) as pool:
        late = pool.submit(ENDLESS)
        good = [pool.submit(_page(f"Bridge {n}")) for n in range(2)]

        with pytest.raises(PdfError, match="not ready after"):
            late.result()
        assert all("Bridge" in _text(each.result().pdf) for each in good)


def test_leaving_early_waits_for_nothing() -> None:
    start = time.monotonic()
    with PdfPool(2) as pool:
        waiting = [pool.submit(ENDLESS) for _ in range(3)]

    assert time.monotonic() - start < 30
    assert all(each.done() for each in waiting)


def test_attached_files_carry_the_evidences_date_and_no_clock() -> None:
    with PdfWorker() as worker:
        dated = worker.render(_page("x"), [FILE]).pdf
        undated = worker.render(_page("x"), [FILE | {"date": None}]).pdf

    parameters = [
        pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Names"]["/EmbeddedFiles"]["/Names"][1][
            "/EF"
        ]["/F"]["/Params"]
        for pdf in (dated, undated)
    ]
    assert parameters[0]["/ModDate"] == "D:20251017000000Z"
    assert "/ModDate" not in parameters[1]
    assert parameters[0]["/Size"] == len(FILE["text"])
