"""What a PDF says to a reader who does not see it, and what PDF/UA-1 asks of it.

Read with pikepdf from the finished file, so that nothing is shared with what wrote it. The checks
are those of the Matterhorn Protocol that a program can make and that our pages can fail; where the
package ``page-validation`` is installed the tests ask it as well, which has all of them.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pikepdf

_SHOW = {"Tj", "TJ", "'", '"'}
_UNSPOKEN = {"/Figure", "/Lbl"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


@dataclass(frozen=True)
class Element:
    """A structure element in its place."""

    kind: str
    above: tuple[str, ...]
    object: Any


class TaggedPdf:
    """A PDF with its structure tree and the text of its marked content."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root
        self.loose: list[str] = []
        """Text that is neither marked content nor an artifact."""
        self.texts: dict[tuple[tuple[int, int], int], str] = {}
        """Page and number of marked content to its text."""
        for page in self.pdf.pages:
            self._read_page(page)

    def elements(self) -> Iterator[Element]:
        """Give every structure element, in reading order."""

        def walk(element: Any, above: tuple[str, ...]) -> Iterator[Element]:
            yield Element(str(element.S), above, element)
            for kid in _kids(element):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    yield from walk(kid, (*above, str(element.S)))

        for top in _kids(self.root.StructTreeRoot):
            yield from walk(top, ())

    def marked(self) -> list[tuple[tuple[int, int], int]]:
        """Return page and number of the marked content in the tree, in reading order."""
        return [
            (element.object.Pg.objgen, int(kid))
            for element in self.elements()
            for kid in _kids(element.object)
            if isinstance(kid, int)
        ]

    def spoken(self) -> str:
        """Return the text of the tree in its order, without drawings, list marks, page numbers."""
        parts = []
        for element in self.elements():
            line = {*element.above, element.kind}
            is_page_number = element.kind == "/Link" and "/Link" in element.above
            if line & _UNSPOKEN or is_page_number:
                continue
            parts += [
                self.texts.get((element.object.Pg.objgen, int(kid)), "")
                for kid in _kids(element.object)
                if isinstance(kid, int)
            ]
        return "".join(parts)

    def _read_page(self, page: Any) -> None:
        fonts = {name: _unicode_of(font) for name, font in page.Resources.Font.items()}
        font: dict[int, str] = {}
        open_marks: list[int | str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "Tf":
                font = fonts[str(operands[0])]
            elif name == "BDC" and "/MCID" in operands[1]:
                open_marks.append(int(operands[1].MCID))
            elif name in {"BMC", "BDC"}:
                open_marks.append(str(operands[0]))
            elif name == "EMC":
                open_marks.pop()
            elif name in _SHOW:
                text = "".join(_decode(operand, font) for operand in operands)
                number = next((m for m in reversed(open_marks) if isinstance(m, int)), None)
                if "/Artifact" in open_marks:
                    continue
                if number is None:
                    self.loose.append(text)
                else:
                    key = (page.objgen, number)
                    self.texts[key] = self.texts.get(key, "") + text


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _unicode_of(font: Any) -> dict[int, str]:
    """Return glyph number to text, from a font's ToUnicode map."""
    source = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def _decode(operand: Any, font: dict[int, str]) -> str:
    if isinstance(operand, pikepdf.Array):
        return "".join(_decode(part, font) for part in operand)
    if not isinstance(operand, pikepdf.String):
        return ""
    data = bytes(operand)
    pairs = zip(data[::2], data[1::2], strict=True)
    return "".join(font.get(256 * high + low, "\ufffd") for high, low in pairs)


def find_faults(data: bytes) -> list[str]:
    """Return what is wrong with a PDF for who cannot see it, a line each; empty is good."""
    tagged = TaggedPdf(data)
    checks = (
        _document_faults, _content_faults, _heading_faults, _figure_faults, _link_faults,
        _table_faults, _list_faults, _font_faults,
    )  # fmt: skip
    return [fault for check in checks for fault in check(tagged)]


def _document_faults(tagged: TaggedPdf) -> Iterator[str]:
    root, metadata = tagged.root, tagged.pdf.open_metadata()
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "the document has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer's window would show the file's name instead of the title"
    if not metadata.get("dc:title"):
        yield "the metadata have no title"
    if metadata.get("pdfuaid:part") != "1":
        yield "the metadata do not say PDF/UA-1"
    if "/Outlines" not in root:
        yield "there are no bookmarks"
    for number, page in enumerate(tagged.pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: the tab key does not follow the structure"


def _content_faults(tagged: TaggedPdf) -> Iterator[str]:
    if tagged.loose:
        yield f"text is neither tagged nor an artifact: {tagged.loose[0]!r}"
    marked = tagged.marked()
    if len(set(marked)) < len(marked):
        yield "some content stands in the tree twice"
    for key in tagged.texts.keys() - set(marked):
        yield f"content is marked and not in the tree: {tagged.texts[key]!r}"
    parents = dict(_number_tree(tagged.root.StructTreeRoot.ParentTree))
    for page in tagged.pdf.pages:
        own = parents[int(page.StructParents)]
        for number, parent in enumerate(own):
            if parent is not None and (page.objgen, number) not in marked:
                yield f"the parent tree names content that is not there: {number}"


def _number_tree(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = list(tree.Nums)
    for number, value in zip(numbers[::2], numbers[1::2], strict=True):
        yield int(number), value


def _heading_faults(tagged: TaggedPdf) -> Iterator[str]:
    levels = [int(e.kind[2]) for e in tagged.elements() if re.fullmatch(r"/H\d", e.kind)]
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} headings of the first level"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _figure_faults(tagged: TaggedPdf) -> Iterator[str]:
    for element in tagged.elements():
        if element.kind != "/Figure":
            continue
        if not str(element.object.get("/Alt", "")).strip():
            yield "a drawing has no alternative text"
        left, bottom, right, top = (float(side) for side in element.object.A.BBox)
        media = [float(side) for side in element.object.Pg.MediaBox]
        if not (0 <= left < right <= media[2] and 0 <= bottom < top <= media[3]):
            yield f"a drawing's place is not on its page: {element.object.Alt}"


def _link_faults(tagged: TaggedPdf) -> Iterator[str]:
    parents = dict(_number_tree(tagged.root.StructTreeRoot.ParentTree))
    names = set(pikepdf.NameTree(tagged.root.Names.Dests)) if "/Names" in tagged.root else set()
    links = [e.object.objgen for e in tagged.elements() if e.kind == "/Link"]
    for page in tagged.pdf.pages:
        for annotation in page.get("/Annots", []):
            words = str(annotation.get("/Contents", ""))
            parent = parents.get(int(annotation.get("/StructParent", -1)))
            if parent is None or parent.objgen not in links:
                yield f"a link is not in the tree: {words!r}"
            elif not any(_refers(kid, annotation) for kid in _kids(parent)):
                yield f"a link's element does not name it: {words!r}"
            if not words or words.startswith(("source-", "cite-", "part-")):
                yield f"a link is not described: {words!r}"
            if not int(annotation.get("/F", 0)) & 4:
                yield f"a link is not printed: {words!r}"
            if "/Dest" in annotation and str(annotation.Dest) not in names:
                yield f"a link leads nowhere: {annotation.Dest}"
    for element in tagged.elements():
        if element.kind == "/Link" and not _kids(element.object):
            yield "a link has no content"


def _refers(kid: Any, annotation: Any) -> bool:
    is_reference = isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    return is_reference and kid.Obj.objgen == annotation.objgen


def _table_faults(tagged: TaggedPdf) -> Iterator[str]:
    for element in tagged.elements():
        if element.kind == "/TH" and "/Scope" not in element.object.A:
            yield "a table's head has no scope"
        if element.kind == "/TR" and "/Table" not in element.above:
            yield "a row stands outside a table"
        if element.kind in {"/TH", "/TD"} and element.above[-1] != "/TR":
            yield "a cell stands outside a row"
        if element.kind == "/Table":
            cells = [
                str(cell.S) for row in _rows(element.object) for cell in _kids(row) if "/S" in cell
            ]
            if "/TH" not in cells:
                yield "a table has no heads"


def _rows(table: Any) -> Iterator[Any]:
    for kid in _kids(table):
        if str(kid.S) == "/TR":
            yield kid
        else:
            yield from _rows(kid)


def _list_faults(tagged: TaggedPdf) -> Iterator[str]:
    inside = {"/LI": {"/L"}, "/LBody": {"/LI"}, "/Lbl": {"/LI", "/TOCI"}, "/TOCI": {"/TOC"}}
    for element in tagged.elements():
        if element.kind in inside and element.above[-1] not in inside[element.kind]:
            yield f"{element.kind} stands in {element.above[-1]}"


def _font_faults(tagged: TaggedPdf) -> Iterator[str]:
    fonts = {f.objgen: f for page in tagged.pdf.pages for f in page.Resources.Font.values()}
    for font in fonts.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        if not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"a font is not embedded: {font.BaseFont}"
        if "/ToUnicode" not in font:
            yield f"a font has no map to text: {font.BaseFont}"


class _Words(HTMLParser):
    """Collects the text of a page's body, without style and drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skipped = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._skipped = 0
        elif tag == "svg":
            self._skipped += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._skipped -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)


def html_words(html: str, with_contents: bool) -> str:
    """Return the words of a page in the order of its HTML, to compare with :func:`pdf_words`."""
    if not with_contents:
        html = re.sub(r'<section class="contents.*?</section>', "", html, flags=re.DOTALL)
    words = _Words()
    words.feed(html)
    return _bare("".join(words.parts))


def pdf_words(data: bytes) -> str:
    """Return the words of a PDF in the order of its structure."""
    return _bare(TaggedPdf(data).spoken())


def has_contents(data: bytes) -> bool:
    """Tell whether a PDF shows a contents list."""
    return any(element.kind == "/TOC" for element in TaggedPdf(data).elements())


def _bare(text: str) -> str:
    """Leave out what a layout changes: white space, case, what is set from right to left."""
    return _RIGHT_TO_LEFT.sub("", "".join(text.split())).casefold()
