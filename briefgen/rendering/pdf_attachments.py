"""The evidence inside the PDF: files that a reader can take out of it again.

WeasyPrint's own attachments carry the clock, take their kind from tables of this machine, and say
only in PDF/A what they have to do with the page; so they are written here.
"""

import hashlib
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import pydyf


class AttachedFile(TypedDict):
    """A file to put into a PDF, as it goes to the process that writes it."""

    name: str
    """As a reader saves it."""
    media_type: str
    """``application/json``, for example."""
    description: str
    """What it is, in one line."""
    text: str
    """What it holds."""
    date: str | None
    """A day, ``2025-10-17``, or a moment, ``2026-11-22T04:17:00Z``; None where it is not known.
    Never the clock's."""


def attach_files(pdf: "pydyf.PDF", files: list[AttachedFile]) -> None:
    """Put files into a document that pydyf is about to write.

    Each is named in the catalog's name tree, for viewers, and as an associated file (``AF``) with
    the relationship *Data*: what the page was made from (ISO 32000-2, 7.11.3 and 14.13).
    """
    import pydyf

    if not files:
        return
    names, associated = pydyf.Array(), pydyf.Array()
    for file in sorted(files, key=lambda each: each["name"]):
        specification = _specify(pdf, file)
        names += [pydyf.String(file["name"]), specification.reference]
        associated.append(specification.reference)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = associated


def _specify(pdf: "pydyf.PDF", file: AttachedFile) -> "pydyf.Dictionary":
    """Add one file and return what describes it."""
    import pydyf

    data = file["text"].encode()
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    parameters = pydyf.Dictionary({"Size": len(data), "CheckSum": f"<{digest}>"})
    if file["date"]:
        digits = "".join(filter(str.isdecimal, file["date"]))
        day = pydyf.String(f"D:{digits:0<14}Z")
        parameters |= {"CreationDate": day, "ModDate": day}
    kind = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/{file['media_type'].replace('/', '#2f')}",
        "Params": parameters,
    }
    content = pydyf.Stream([data], kind, compress=True)
    pdf.add_object(content)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(file["name"]),
            "UF": pydyf.String(file["name"]),
            "Desc": pydyf.String(file["description"]),
            "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
            "AFRelationship": "/Data",
        }
    )
    pdf.add_object(specification)
    return specification
