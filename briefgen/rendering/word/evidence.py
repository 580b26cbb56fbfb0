"""Which statements are behind each citation, for programs that read the document.

A link's tip has room for 255 characters. The whole is a part of its own in the document, as custom
XML: Word shows nothing of it and keeps it when the document is edited and saved.
"""

import uuid
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefgen.rendering.word.characters import as_xml_text
from briefgen.rendering.word.links import Citation
from briefgen.rendering.word.style_sheet import HEAD

EVIDENCE_SPACE = "urn:briefgen:evidence:1"
_PROPERTIES_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def attach_evidence(document: Document, citations: Sequence[Citation], page_sha256: str) -> None:
    """Put the statements behind all citations into a part of the document.

    Args:
        document: the finished document.
        citations: in the order in which they stand.
        page_sha256: of the Markdown that the document shows.
    """
    lines = "".join(_line(citation) for citation in citations)
    content = (
        f"{HEAD}<evidence xmlns={quoteattr(EVIDENCE_SPACE)} page={quoteattr(page_sha256)}>\n"
        f"{lines}</evidence>\n"
    )
    # Word names such a part by an identifier; this one is the page's.
    name = str(uuid.UUID(hex=page_sha256[:32])).upper()
    properties = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{{{name}}}" xmlns:ds="{_PROPERTIES_SPACE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{EVIDENCE_SPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", content.encode(), package)
    beside = PackURI("/customXml/itemProps1.xml")
    item.relate_to(
        Part(beside, _PROPERTIES_TYPE, properties.encode(), package),
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
    )
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _line(citation: Citation) -> str:
    statements = quoteattr(as_xml_text(citation.statements))
    return (
        f'  <citation bookmark="{citation.bookmark}" leads-to="{citation.target}" '
        f"statements={statements}/>\n"
    )
