"""Mends what WeasyPrint leaves open in a tagged PDF, before the file is written.

WeasyPrint 70 makes a structure tree from its boxes, page by page. What that leaves:

* what a page break divides (a part, a list, a table, a paragraph) is two elements, and the head
  that a table repeats is read out again;
* running heads are marked as content that stands nowhere in the tree, instead of as artifacts;
* a link is described by its address (``source-3``), and lacks the flag for printing;
* a drawing's alternative is its title without its description, and its place is given in pixels
  from the top;
* a table's heads have no scope, a contents list is a list like any other, and a list in columns is
  a list of lists.

Everything here reads and writes the objects of pydyf, WeasyPrint's own writer; nothing is parsed a
second time. Reached by ``write_pdf(finisher=…)``, which is WeasyPrint's door for it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document, Page
    from weasyprint.formatting_structure.boxes import Box

PRINT_FLAG = 4
PIXEL = 0.75
"""Points in one of WeasyPrint's pixels."""

_JOINED = frozenset(
    f"/{tag}"
    for tag in (
        "Part Sect Div NonStruct L LI LBody TOC TOCI Table TBody TR TD TH P BlockQuote H1 H2 H3 H4"
    ).split()
)
_LISTS = {"/L", "/TOC"}
_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/NonStruct"}
_SVG = "{http://www.w3.org/2000/svg}"


class TagMender:
    """The structure of one document, with the boxes that it was made from."""

    def __init__(self, document: "Document", pdf: "pydyf.PDF") -> None:
        self._document, self._pdf = document, pdf
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        self._top = self._object(self._root["K"][0])

    def mend(self) -> None:
        """Put right everything that the module names."""
        self._describe_links()
        self._describe_figures()
        self._scope_heads()
        self._name_contents()
        self._join_pages()
        self._unwrap_columns()
        self._release_unread()

    def _object(self, reference: bytes) -> "pydyf.Dictionary":
        """Return the object behind a reference such as ``b"12 0 R"``."""
        return self._pdf.objects[int(reference.split()[0])]

    def _kids(self, element: "pydyf.Dictionary") -> "list[pydyf.Dictionary]":
        """Return an element's children that are elements, in order."""
        found = [self._object(kid) for kid in element["K"] if isinstance(kid, bytes)]
        return [kid for kid in found if kid.get("Type") == "/StructElem"]

    def _tree(self, top: "pydyf.Dictionary") -> "Iterator[pydyf.Dictionary]":
        """Give *top* and every element below it, in reading order."""
        waiting = [top]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(self._kids(element)))

    def _describe_links(self) -> None:
        import pydyf

        for page in self._document.pages:
            for kind, target, _rectangle, box in page.links:
                if kind not in {"internal", "external"} or not box.link_annotation:
                    continue
                name = box.element.get("aria-label") or _squeezed(box.element.itertext())
                box.link_annotation["Contents"] = pydyf.String(name or target)
                box.link_annotation["F"] = PRINT_FLAG

    def _describe_figures(self) -> None:
        """Give each drawing its description, and its place in the page's own measure."""
        import pydyf

        drawings = (
            (box, page.height * PIXEL)
            for page in self._document.pages
            for box in _descend(page._page_box)
            if box.element_tag == f"{_SVG}svg"
        )
        figures = (item for item in self._tree(self._top) if item["S"] == "/Figure")
        # Both come in the order of the boxes, for the tree was made from them.
        for figure, (box, height) in zip(figures, drawings, strict=False):
            x1, y1, x2, y2 = (float(side) * PIXEL for side in figure["A"]["BBox"])
            figure["A"]["BBox"] = pydyf.Array((x1, height - y2, x2, height - y1))
            title, description = (box.element.findtext(_SVG + name) for name in ("title", "desc"))
            if description and figure.get("Alt") and figure["Alt"].string == title:
                figure["Alt"] = pydyf.String(f"{title.rstrip('.')}. {description}")

    def _scope_heads(self) -> None:
        for page in self._document.pages:
            for box in _descend(page._page_box):
                cell = getattr(box, "mark", None)
                if box.element_tag == "th" and isinstance(cell, dict) and "A" in cell:
                    is_row = box.element.get("scope") == "row"
                    cell["A"]["Scope"] = "/Row" if is_row else "/Column"

    def _name_contents(self) -> None:
        """Name the lists in a contents section for what they are."""
        for element, page in zip(self._kids(self._top), self._document.pages, strict=False):
            for block in _blocks(page):
                for kid, box in self._paired(element, block):
                    if (
                        box.element is not None
                        and "contents" in box.element.get("class", "").split()
                    ):
                        for part in self._tree(kid):
                            part["S"] = _CONTENTS.get(part["S"], part["S"])

    def _join_pages(self) -> None:
        """Make one element of each that a page break divided."""
        elements = self._kids(self._top)
        blocks = [_blocks(page) for page in self._document.pages]
        if len(elements) != len(blocks) or any(len(each) != 1 for each in blocks):
            return  # a brief is one block, on every page; what is not stays divided
        # From the end: what is joined to is then as WeasyPrint left it, and so beside its boxes.
        for place in range(len(blocks) - 1, 0, -1):
            before, after = blocks[place - 1][0], blocks[place][0]
            if before.element is after.element:
                self._join(elements[place - 1], before, elements[place], after)
                self._top["K"].remove(elements[place].reference)

    def _join(
        self,
        first: "pydyf.Dictionary",
        first_box: "Box",
        second: "pydyf.Dictionary",
        second_box: "Box",
    ) -> None:
        """Move what *second* holds to the end of *first*; both show one element of the HTML."""
        before, after = self._paired(first, first_box), self._paired(second, second_box)
        moved = list(second["K"])
        while before and after and _is_repeated(before, after[0][1]):
            moved.remove(after.pop(0)[0].reference)
        if before and after:
            (last, last_box), (following, following_box) = before[-1], after[0]
            if self._is_one(last, last_box, following, following_box):
                moved.remove(following.reference)
                self._join(last, last_box, following, following_box)
        for reference in moved:
            self._object(reference)["P"] = first.reference
        first["K"].extend(moved)

    def _is_one(
        self,
        last: "pydyf.Dictionary",
        last_box: "Box",
        following: "pydyf.Dictionary",
        following_box: "Box",
    ) -> bool:
        """Tell whether two elements are one that a page break divided, and can be joined."""
        return (
            last_box.element is not None
            and last_box.element is following_box.element
            and last["S"] == following["S"]
            and last["S"] in _JOINED
            # Marked content is numbered by page, and so are annotations: those stay where they are.
            and len(self._kids(following)) == len(following["K"])
        )

    def _paired(
        self, element: "pydyf.Dictionary", box: "Box"
    ) -> "list[tuple[pydyf.Dictionary, Box]]":
        """Return an element's children with their boxes; nothing where that cannot be told.

        An element that was joined to has more children than its box; they stand at its end.
        """
        kids, boxes = self._kids(element), _child_boxes(box)
        if len(kids) < len(boxes) or any(type(each).__name__ == "LineBox" for each in boxes):
            return []
        return list(zip(kids, boxes, strict=False))

    def _unwrap_columns(self) -> None:
        """Make one list of each that is set in columns, which WeasyPrint makes lists of."""
        for element in list(self._tree(self._top)):
            kids = self._kids(element)
            if element["S"] not in _LISTS or any(kid["S"] != element["S"] for kid in kids):
                continue
            items = [reference for kid in kids for reference in kid["K"]]
            for reference in items:
                self._object(reference)["P"] = element.reference
            element["K"][:] = items

    def _release_unread(self) -> None:
        """Turn marked content that stands nowhere in the tree into artifacts."""
        import pydyf

        read = {id(element) for element in self._tree(self._top)}
        numbers = self._object(self._root["ParentTree"])["Nums"]
        for page, references in zip(self._pdf.page_references, numbers[1::2], strict=False):
            unread = {
                mark
                for mark, reference in enumerate(references)
                if id(self._object(reference)) not in read
            }
            content = self._object(self._object(page)["Contents"]).stream
            for place, part in enumerate(content):
                if isinstance(part, dict) and part.get("MCID") in unread:
                    content[place - 1] = "/Artifact"
                    content[place] = pydyf.Dictionary({"Type": "/Pagination"})
            for mark in unread:
                references[mark] = "null"


def _squeezed(parts: Iterator[str]) -> str:
    return " ".join("".join(parts).split())


def _unplaced(box: "Box") -> "Box":
    """Return the box itself where WeasyPrint put a placeholder for one that is placed."""
    return box._box if type(box).__name__ == "AbsolutePlaceholder" else box


def _child_boxes(box: "Box") -> "list[Box]":
    """Return a box's children as WeasyPrint's tags see them: a table's own, not its wrapper's."""
    table = box.get_wrapped_table() if getattr(box, "is_table_wrapper", False) else None
    found: list[Box] = []
    for child in box.children:
        found += child.children if table is not None and child is table else [child]
    return [_unplaced(child) for child in found]


def _descend(box: "Box") -> "Iterator[Box]":
    """Give the boxes of a page in order, without its running heads."""
    for child in box.children:
        if type(child).__name__ != "MarginBox":
            placed = _unplaced(child)
            yield placed
            yield from _descend(placed)


def _blocks(page: "Page") -> "list[Box]":
    """Return the boxes right below ``body`` on one page."""
    found = [box for box in _descend(page._page_box) if box.element_tag == "body"]
    return _child_boxes(found[0]) if found else []


def _is_repeated(before: "list[tuple[pydyf.Dictionary, Box]]", box: "Box") -> bool:
    """Tell whether a table's head stands again after a page break."""
    return box.element_tag == "thead" and any(each.element is box.element for _, each in before)
