"""What leads from one place of a document to another: bookmarks, citations and the way back.

A citation in a brief names a source by its number, and the same source many times; Word's own
footnotes would give each a number of its own, and a page of a brief some thirty notes. So a
citation stays what it is, a number in brackets, as a link to the bookmark of its source; its tip
names the statements, and below each source stands under which headings it is cited, with links
back. What a tip has no room for is in the evidence part, which names the statements of all
citations and which Word keeps when the document is edited.
"""

import hashlib
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from briefgen.rendering.word.characters import as_xml_text

LONGEST_TIP = 255
"""Characters that Word shows of a link's tip; it may refuse a file that has more."""
LONGEST_BOOKMARK = 40
"""Characters of a bookmark's name in Word."""
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_LARGEST_PORT = 65535


@dataclass(frozen=True)
class Heading:
    """A heading, for what is below it to be named by."""

    text: str
    number: int


@dataclass(frozen=True)
class Citation:
    """One place at which a link leads to an anchor."""

    bookmark: str
    """The name of the place itself."""
    target: str
    """The bookmark that it leads to."""
    statements: str
    """Ids, as the title of the Markdown's link lists them; empty where it names none."""
    heading: Heading | None
    """The heading that it stands below."""


@dataclass
class Links:
    """The bookmarks and links of one document."""

    anchors: frozenset[str]
    """Ids of the anchors that the Markdown has; a link to another leads nowhere and is text."""
    headings: frozenset[str]
    """Names of the headings, to which links lead as well."""
    document: Document
    heading: Heading | None = None
    """The heading that was last written."""
    citations: list[Citation] = field(default_factory=list)
    _bookmarks: int = 0

    def start_bookmark(self, name: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
        """Return the start and the end of a bookmark, to be put around what it names."""
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        return start, end

    def enter_heading(self, text: str) -> None:
        """Note that what follows stands below this heading."""
        number = self.heading.number + 1 if self.heading else 1
        self.heading = Heading(text, number)

    def cite(self, target: str, statements: str) -> Citation:
        """Note one more citation and return it."""
        name = f"at_cite_{len(self.citations) + 1}"
        citation = Citation(name, bookmark_name(target), statements, self.heading)
        self.citations.append(citation)
        return citation

    def open_link(self, href: str, tip: str) -> BaseOxmlElement | None:
        """Return the element of a link, to hold its text; None where it leads nowhere."""
        link = OxmlElement("w:hyperlink")
        if href.startswith("#"):
            anchor = unquote(href[1:])
            if anchor not in self.anchors | self.headings:
                return None
            link.set(qn("w:anchor"), bookmark_name(anchor))
        elif is_web_address(href):
            id_ = self.document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), id_)
        else:
            return None
        if tip:
            link.set(qn("w:tooltip"), as_xml_text(_cut_tip(tip)))
        link.set(qn("w:history"), "1")
        return link

    def cited_below(self, anchor: str) -> list[Citation]:
        """Return for each heading below which an anchor is cited the first citation there.

        Where some of them name statements, those are meant: a table of all sources, or the list of
        those that are silent, tells nobody where the words of a source are used.
        """
        cited = [each for each in self.citations if each.target == bookmark_name(anchor)]
        cited = [each for each in cited if each.statements] or cited
        first: dict[int, Citation] = {}
        for citation in cited:
            if citation.heading is not None:
                first.setdefault(citation.heading.number, citation)
        return list(first.values())


def bookmark_name(anchor: str) -> str:
    """Return an anchor's id as a name that Word allows: letters, digits and underscores."""
    if _PLAIN_NAME.fullmatch(anchor) and len(anchor) <= LONGEST_BOOKMARK:
        return anchor.replace("-", "_")
    return f"at_{hashlib.sha256(anchor.encode()).hexdigest()[:32]}"


def is_web_address(href: str) -> bool:
    """Tell whether Word can be given an address; one that is malformed makes it refuse the file."""
    try:
        parts = urlsplit(href)
        port = parts.port or 0
    except ValueError:
        return False
    named = bool(re.fullmatch(r"[\w.-]+|\[[0-9a-fA-F:.]+\]", parts.netloc.partition(":")[0]))
    bracketed = parts.netloc.startswith("[")
    return (
        parts.scheme in {"http", "https"}
        and (named or bracketed)
        and port <= _LARGEST_PORT
        and href.isprintable()
        and not set(href) & set(' <>"{}|\\^`')
    )


def _cut_tip(tip: str) -> str:
    """Return a tip that Word shows: as many of its statements as there is room for."""
    if len(tip) <= LONGEST_TIP:
        return tip
    head = tip[: LONGEST_TIP - 2]
    return (head.rpartition(", ")[0] or head) + " …"
