"""The sheet of paper: its size, its margins, the running head and the numbers of the pages."""

import re

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from briefgen.rendering.audience import Audience
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.word.characters import as_xml_text
from briefgen.rendering.word.inline import append_run
from briefgen.rendering.wording import shorten

_SHEETS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""
_SIDE, _TOP, _BOTTOM, _HEAD = 22, 22, 20, 11
"""Margins in millimetres; how far head and foot are from the sheet's edge."""
_FOOT = re.compile(r'@bottom-left\s*\{[^{}]*?\bcontent:\s*"((?:[^"\\\n]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_TOPIC_SHOWN = 80
"""Characters of the topic in the running head."""


def set_page(document: Document, audience: Audience, topic: str) -> None:
    """Set size, margins, running head, foot and page numbers; the first page has no head."""
    settings = audience.settings
    section = document.sections[0]
    width, height = _SHEETS[settings.page]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.header_distance = section.footer_distance = Mm(_HEAD)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    head = _line(section.header, section, "Header")
    _add_text(head, shorten(topic, _TOPIC_SHOWN))
    _add_text(head, "\t" + settings.title)
    for foot in (section.first_page_footer, section.footer):
        line = _line(foot, section, "Footer")
        _add_text(line, f"{foot_of(audience.theme) or settings.title}\t")
        _add_field(line, "PAGE")
        _add_text(line, " / ")
        _add_field(line, "NUMPAGES")


def foot_of(theme: str) -> str:
    """Return what the theme prints at the foot of each page of the PDF; empty where it is nothing.

    It says who or what wrote the page, which a page that goes its own way must say as well.
    """
    found = _FOOT.findall(theme)
    return squeeze(_ESCAPED.sub(r"\1", found[-1])) if found else ""


def text_width(document: Document) -> int:
    """Return the width of the text in twentieths of a point."""
    section = document.sections[0]
    emu = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return round(emu / 635)


def _line(part: _BaseHeaderFooter, section: Section, style: str) -> Paragraph:
    """Return the one line of a head or foot, with a tab at the right margin."""
    part.is_linked_to_previous = False
    paragraph: Paragraph = part.paragraphs[0]
    paragraph._p.style = style
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    return paragraph


def _add_text(paragraph: Paragraph, text: str) -> None:
    before, tab, behind = text.partition("\t")
    for part in (before, tab, behind):
        if part == "\t":
            run = OxmlElement("w:r")
            run.append(OxmlElement("w:tab"))
            paragraph._p.append(run)
        elif part:
            append_run(paragraph._p, as_xml_text(part))


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Add a number that Word keeps right itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    append_run(field, "1")
    paragraph._p.append(field)
