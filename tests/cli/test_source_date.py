"""SOURCE_DATE_EPOCH: the date that files carry, and what happens where it is none."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from docx import Document

FORMATS = ("--format", "md", "--format", "html", "--format", "docx")
NIGHT = "1795320000"
"""2026-11-22, 04:00 in UTC."""


def read_dates(docx: bytes) -> tuple[str, set[tuple[int, ...]]]:
    """Return the date of a Word document, and those of its members."""
    properties = Document(io.BytesIO(docx)).core_properties
    assert properties.created == properties.modified
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        members = {info.date_time for info in archive.infolist()}
    return properties.created.isoformat(), members


def test_files_carry_the_date_that_is_given(run, corpus, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NIGHT)

    assert run("build", corpus, "--out", "out", *FORMATS).code == 0

    created, members = read_dates(Path("out/executive.docx").read_bytes())
    assert created == "2026-11-22T04:00:00+00:00"
    assert members == {(2026, 11, 22, 4, 0, 0)}
    assert '"dated": "2026-11-22T04:00:00Z"' in Path("out/brief.json").read_text("utf-8")


def test_without_it_they_carry_the_newest_sources(run, corpus, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert run("build", corpus, "--out", "out", *FORMATS).code == 0

    created, members = read_dates(Path("out/executive.docx").read_bytes())
    assert created.startswith("2026-03-02T00:00:00")
    assert members == {(2026, 3, 2, 0, 0, 0)}


@pytest.mark.parametrize(
    ("given", "member"),
    [("0", (1980, 1, 1, 0, 0, 0)), ("253402300799", (2107, 12, 31, 23, 59, 58))],
    ids=["1970", "9999"],
)
def test_a_date_that_no_zip_file_can_hold(run, corpus, monkeypatch, given, member):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    assert run("build", corpus, "--out", "out", *FORMATS).code == 0

    assert read_dates(Path("out/executive.docx").read_bytes())[1] == {member}


@pytest.mark.slow
def test_a_pdf_and_what_is_attached_to_it_carry_it(run, corpus, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NIGHT)

    assert run("build", corpus, "--out", "out", "--format", "pdf").code == 0

    pdf = pypdf.PdfReader("out/executive.pdf")
    assert pdf.metadata is not None
    assert pdf.metadata.creation_date == pdf.metadata.modification_date
    assert pdf.metadata.creation_date.isoformat() == "2026-11-22T04:00:00+00:00"
    files = pdf.trailer["/Root"]["/Names"]["/EmbeddedFiles"]["/Names"][1::2]
    assert len(files) == 2
    for file in files:
        described = file.get_object()["/EF"]["/F"]["/Params"]
        assert described["/CreationDate"] == described["/ModDate"] == "D:20261122040000Z"


def test_another_date_makes_other_files_and_check_says_so(run, corpus, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NIGHT)
    run("build", corpus, "--out", "out", *FORMATS)
    assert run("check", corpus, "--out", "out", *FORMATS).code == 0

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795406400")
    checked = run("check", corpus, "--out", "out", *FORMATS)
    assert checked.code == 1
    assert "date: 2026-11-22T04:00:00Z before, 2026-11-23T04:00:00Z now" in checked.out
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert (
        "date: 2026-11-22T04:00:00Z before, none now"
        in run("check", corpus, "--out", "out", *FORMATS).out
    )

    assert run("build", corpus, "--out", "out", *FORMATS).code == 0
    assert '"dated": null' in Path("out/brief.json").read_text("utf-8")


@pytest.mark.parametrize(
    "given",
    [
        "",
        "tomorrow",
        "-1",
        "+1",
        " 1",
        "1.5",
        "1_000",
        "0x10",
        "٣",
        "²",
        "1" * 5_000,
        "253402300800",
    ],
)
def test_what_is_no_date_is_named(run, corpus, monkeypatch, given):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    for command in ("build", "check"):
        result = run(command, corpus, "--out", "out", *FORMATS)

        assert result.code == 2
        (line,) = result.error_lines
        assert line.startswith("briefgen: SOURCE_DATE_EPOCH: ")
        assert "seconds since 1970" in line
        assert "unset it" in line
        assert len(line) < 300
    assert not Path("out").exists()
