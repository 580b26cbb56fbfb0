"""What a Word document holds, read with python-docx and as XML."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from briefgen.rendering.layout import make_parser


@dataclass(frozen=True)
class Read:
    """A document that was opened again."""

    content: bytes

    @cached_property
    def document(self):
        return Document(io.BytesIO(self.content))

    def part(self, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return package.read(name).decode("utf-8")

    @property
    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return package.namelist()

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self.document.paragraphs

    def styled(self, *names: str) -> list[str]:
        """Return the texts of the paragraphs whose style has a name that begins so."""
        return [p.text for p in self.paragraphs if p.style.name.startswith(names)]

    def values(self, tag: str, attribute: str) -> list[str]:
        """Return an attribute of all elements with that tag in the text."""
        body = self.document.element.body
        found = [each.get(qn(attribute)) for each in body.iter(qn(tag))]
        return [each for each in found if each is not None]


def markdown_headings(markdown: str) -> list[str]:
    """Return the text of each heading."""
    tokens = make_parser().parse(markdown)
    return [
        plain(tokens[place + 1])
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def markdown_quotations(markdown: str) -> list[str]:
    """Return each paragraph in a block quotation, with its source."""
    depth, found = 0, []
    for token in make_parser().parse(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            found.append(plain(token))
    return found


def statement_ids(markdown: str) -> set[str]:
    """Return the ids of all statements that citations name."""
    return {
        id_
        for token in make_parser().parse(markdown)
        for child in token.children or ()
        if child.type == "link_open" and child.attrs.get("title")
        for id_ in str(child.attrs["title"]).split(", ")
    }


def plain(token) -> str:
    """Return the text of an inline token, on one line but for hard breaks."""
    breaks = {"softbreak": " ", "hardbreak": "\n", "anchor": ""}
    return "".join(breaks.get(child.type, child.content) for child in token.children or ())
