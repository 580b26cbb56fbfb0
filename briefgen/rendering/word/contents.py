"""A page's list of contents as Word's own table of contents.

It shows what the Markdown lists, each line a link, and is a field: who updates it in Word (F9) gets
the page numbers, and the headings that were added since.
"""

from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

CONTENTS = "contents"
"""The name of the section marker."""
DEEPEST = 3
"""Levels that Word's styles for contents are made for here."""


def contents_style(level: int) -> str:
    """Return the style of a line, 0 for the first level."""
    return f"toc {min(level + 1, DEEPEST)}"


@dataclass
class Contents:
    """The lines of one list of contents, as they are written."""

    last: BaseOxmlElement | None = None
    """The paragraph of the last line."""
    deepest: int = 0

    def add_line(self, paragraph: BaseOxmlElement, level: int) -> None:
        """Note a line before its text is written; the first one begins the field."""
        self.deepest = max(self.deepest, min(level + 1, DEEPEST))
        if self.last is None:
            self._instruction = OxmlElement("w:instrText")
            for element in (_mark("begin"), self._instruction, _mark("separate")):
                run = OxmlElement("w:r")
                run.append(element)
                paragraph.append(run)
        self.last = paragraph

    def close(self) -> None:
        """End the field; nothing where no line was written."""
        if self.last is None:
            return
        self._instruction.text = f' TOC \\o "1-{self.deepest}" \\h \\z '
        run = OxmlElement("w:r")
        run.append(_mark("end"))
        self.last.append(run)


def _mark(kind: str) -> BaseOxmlElement:
    """Return the beginning, the middle or the end of a field."""
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark
