"""Commands by which others write the PDF of a build from its HTML, and proof that they do."""

import sys
from pathlib import Path

import pikepdf
import pypdf
from timing import time_once

from briefgen.built import read_brief
from briefgen.rendering.audience import load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import fit_audience
from briefgen.rendering.places import default_search_path

PROGRAM = Path(__file__).with_name("bare_weasyprint.py")
OWN_PROGRAM = Path(__file__).with_name("own_pdf.py")


def make_bare(html: Path, pdf: Path, bare_pdf: Path) -> list[str]:
    """Return the command, run once; ends the program where the two PDFs show different pages.

    Args:
        html: what both are made from.
        pdf: what briefgen wrote.
        bare_pdf: where WeasyPrint alone is to write.
    """
    shown = "shown" if _shows_contents(pdf) else "hidden"
    command = [sys.executable, str(PROGRAM), str(html), str(bare_pdf), shown]
    time_once(command)
    if _texts(pdf) != _texts(bare_pdf):
        sys.exit(f"{pdf.name}: the two PDFs differ, so this would compare different work")
    return command


def make_own(html: Path, pdf: Path, own_pdf: Path) -> list[str]:
    """Return the command by which briefgen writes the PDF of finished HTML, run once.

    Ends the program where that is not, byte for byte, the file of a build.

    Args:
        html: what it is made from.
        pdf: what a build made of it, beside its brief.
        own_pdf: where to write.
    """
    command = [sys.executable, str(OWN_PROGRAM), str(html), str(pdf.parent), str(own_pdf)]
    time_once(command)
    if pdf.read_bytes() != own_pdf.read_bytes():
        sys.exit(f"{pdf.name}: it is not that of a build, so this would time different work")
    return command


def _texts(pdf: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def _shows_contents(pdf: Path) -> bool:
    """Tell whether an element of the PDF's structure is a contents list."""
    with pikepdf.open(pdf) as document:
        return any(
            isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TOC"
            for each in document.objects
        )


def render_page(folder: Path, name: str) -> str:
    """Return the HTML of which a build made the PDF of an audience in *folder*."""
    brief = read_brief(folder)
    audience = fit_audience(brief, load_audience(name, default_search_path()))
    return render_html((folder / f"{name}.md").read_bytes().decode(), brief, audience)
