"""A brief's Markdown as a Word document that people go on working with."""

import hashlib
import io

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from briefgen.languages import speaking
from briefgen.models import Brief
from briefgen.models.audit import PAGE_SIGN
from briefgen.rendering.audience import TEMPLATE_NAME, Audience
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.file_dates import read_moment
from briefgen.rendering.html import describe_brief
from briefgen.rendering.layout import make_parser
from briefgen.rendering.quoted_language import mark_languages, source_languages
from briefgen.rendering.stances import words_of_key
from briefgen.rendering.word.blank import make_blank, word_language
from briefgen.rendering.word.characters import as_xml_text
from briefgen.rendering.word.evidence import attach_evidence
from briefgen.rendering.word.furniture import set_page, text_width
from briefgen.rendering.word.inline import append_run, keep_with_next
from briefgen.rendering.word.links import Citation, Links
from briefgen.rendering.word.packing import collect_members, pack
from briefgen.rendering.word.page import PageWriter
from briefgen.rendering.wording import shorten

_LONGEST_PROPERTY = 255
"""Characters that Office takes of a property."""
_HEADING_NAMED = 60
"""Characters of a heading in the line of where a source is cited."""


def render_word(markdown: str, brief: Brief, audience: Audience) -> bytes:
    """Return the document that shows the Markdown of :func:`render_markdown`.

    Raises:
        TemplateError: the template's section markers do not pair.
    """
    with speaking(audience.settings.language), words_of_key(markdown):
        return _render(markdown, brief, audience)


def _render(markdown: str, brief: Brief, audience: Audience) -> bytes:
    settings = audience.settings
    tokens = make_parser().parse(markdown)
    tokens = mark_languages(tokens, source_languages(brief, settings.language))
    document = Document(io.BytesIO(make_blank(word_language(settings.language, settings.page))))
    set_page(document, audience, squeeze(brief.topic))
    headings = {str(token.attrs.get("id")) for token in tokens if token.type == "heading_open"}
    links = Links(_anchors(tokens), frozenset(headings), document)
    where = str(audience.folder / TEMPLATE_NAME)
    writer = PageWriter(document, links, text_width(document), where)
    writer.write(tokens)
    for anchor, paragraph in writer.anchored.items():
        # A template that itself says where a source is cited needs no second line.
        if not _leads_away(paragraph):
            _add_way_back(paragraph, links.cited_below(anchor))
    sha256 = hashlib.sha256(markdown.encode()).hexdigest()
    attach_evidence(document, links.citations, sha256)
    _set_properties(document, brief, audience, sha256)
    return pack(collect_members(document.part.package), read_moment(brief.file_date))


def _anchors(tokens: list[Token]) -> frozenset[str]:
    """Return the ids of all anchors."""
    return frozenset(
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type == "anchor"
    )


def _leads_away(paragraph: BaseOxmlElement) -> bool:
    """Tell whether a paragraph has links to places in the document."""
    return any(link.get(qn("w:anchor")) for link in paragraph.iter(qn("w:hyperlink")))


def _add_way_back(paragraph: BaseOxmlElement, citations: list[Citation]) -> None:
    """Put a line below an anchored paragraph that leads to where it is cited."""
    if not citations:
        return
    keep_with_next(paragraph)
    line = OxmlElement("w:p")
    line.get_or_add_pPr().get_or_add_pStyle().val = "CitedIn"
    append_run(line, "↩ ")
    for place, citation in enumerate(citations):
        if place:
            append_run(line, " · ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), citation.bookmark)
        link.set(qn("w:history"), "1")
        heading = citation.heading.text if citation.heading else ""
        append_run(link, as_xml_text(shorten(heading, _HEADING_NAMED)))
        line.append(link)
    paragraph.addnext(line)


def _set_properties(
    document: WordDocument, brief: Brief, audience: Audience, page_sha256: str
) -> None:
    """Say what the document is; dates are the evidence's, never the clock's."""
    settings = audience.settings
    properties = document.core_properties
    author = settings.organisation or brief.generator
    properties.title = _property(brief.topic)
    properties.author = properties.last_modified_by = _property(author)
    properties.subject = _property(describe_brief(brief, audience))
    properties.language = settings.language
    properties.keywords = PAGE_SIGN + page_sha256
    properties.comments = _property(brief.generator)
    date = read_moment(brief.file_date)
    if date is not None:
        properties.created = properties.modified = date


def _property(text: str) -> str:
    return as_xml_text(shorten(text, _LONGEST_PROPERTY))
