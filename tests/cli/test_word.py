"""``briefgen build --format docx``: written beside the others, tied to its page, no traceback."""

import importlib.metadata
import sys
import zipfile
from pathlib import Path

import pytest

from briefgen import doctor


@pytest.fixture
def without_python_docx(monkeypatch):
    """Make this process one in which python-docx is not installed."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)


@pytest.fixture
def needs_python_docx():
    pytest.importorskip("docx", reason="python-docx is missing: pip install 'briefgen[docx]'")


@pytest.mark.usefixtures("needs_python_docx")
def test_a_word_document_is_written_for_each_audience(run, corpus):
    result = run("build", corpus, "--out", "out", "--format", "docx")

    assert (result.code, result.err) == (0, "")
    with zipfile.ZipFile("out/executive.docx") as package:
        assert "word/document.xml" in package.namelist()
    assert not Path("out/executive.md").exists()


@pytest.mark.usefixtures("without_python_docx")
def test_without_python_docx_one_line_says_so_and_the_others_are_written(run, corpus):
    result = run("build", corpus, "--out", "out", "--format", "docx", "--format", "md")

    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "python-docx is not installed" in result.err
    assert "pip install 'briefgen[docx]'" in result.err
    assert Path("out/executive.md").is_file()
    assert not Path("out/executive.docx").exists()


def test_another_package_of_that_name_is_told_from_python_docx(run, corpus, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "docx.py").write_text("opendocx = None\n")
    for name in ["docx", *(name for name in sys.modules if name.startswith("docx."))]:
        # Set first, so that the other package does not stay where there was none.
        monkeypatch.setitem(sys.modules, name, sys.modules.get(name))
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path / "other")

    result = run("build", corpus, "--out", "out", "--format", "docx", "--format", "md")

    assert result.code == 1
    assert "not python-docx" in result.err


@pytest.mark.usefixtures("needs_python_docx")
def test_a_document_of_an_earlier_brief_is_removed(run, corpus):
    """Where there are to be no other pages; that it went is said."""
    run("build", corpus, "--out", "out", "--format", "docx")
    (corpus / "articles" / "harbour-post.txt").unlink()

    result = run("build", corpus, "--out", "out", "--format", "md", "--only")

    assert not Path("out/executive.docx").exists()
    assert "executive.docx: removed, it showed an earlier brief" in result.err


@pytest.mark.usefixtures("needs_python_docx")
def test_the_audit_ties_a_document_to_its_page(run, corpus):
    run("build", corpus, "--out", "out", "--format", "docx", "--format", "md")
    assert "executive.docx" not in run("audit", "out").out

    page = Path("out/executive.md")
    page.write_text(page.read_text("utf-8").replace("## Sources", "## Sources "), "utf-8")
    result = run("audit", "out")

    assert result.code == 3
    assert "executive.docx was made from another executive.md" in result.out


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"", b"<html>"])
def test_the_audit_says_of_a_damaged_document_that_it_cannot_tell(run, corpus, content):
    run("build", corpus, "--out", "out", "--format", "md")
    Path("out/executive.docx").write_bytes(content)

    result = run("audit", "out")

    assert "whether executive.docx shows this page" in result.out


def test_the_doctor_says_whether_word_documents_can_be_written(monkeypatch):
    """To lack an extra is no fault: the doctor names it and stays content."""

    def version(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    finding = doctor._examine_extra("python-docx", "docx")

    assert finding.fine
    assert "no Word documents" in finding.found
    assert "pip install python-docx, or the extra 'briefgen[docx]'" in finding.found
