"""A package with the same bytes for the same content, whatever the clock and the machine."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from xml.sax.saxutils import quoteattr

from docx.opc.package import OpcPackage

from briefgen.rendering.word.style_sheet import HEAD

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_XML = "application/xml"
_FIRST = "[Content_Types].xml"
_UNIX = 3
_READABLE = 0o644 << 16
_OLDEST, _NEWEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""The dates that a ZIP file can hold; the oldest is the one that Word itself writes."""


def pack(members: Mapping[str, bytes], date: datetime | None = None) -> bytes:
    """Return a ZIP file of *members*, the list of content types first, the others by name.

    Args:
        members: names to contents.
        date: of every member; the oldest that there can be where it is None.
    """
    moment = date.timetuple()[:6] if date is not None else _OLDEST
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, min(max(moment, _OLDEST), _NEWEST))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, members[name], compresslevel=9)
    return target.getvalue()


def collect_members(package: OpcPackage) -> dict[str, bytes]:
    """Return what python-docx would write into a package.

    It would date each member by the clock, and fails where the clock stands before 1980.
    """
    parts = package.parts
    for part in parts:
        part.before_marshal()  # type: ignore[no-untyped-call]
    types = {str(part.partname): part.content_type for part in parts}
    members = {_FIRST: list_content_types(types), "_rels/.rels": _encoded(package.rels.xml)}
    for part in parts:
        members[part.partname.membername] = part.blob
        if len(part.rels):
            members[part.partname.rels_uri.membername] = _encoded(part.rels.xml)
    return members


def list_content_types(types: Mapping[str, str]) -> bytes:
    """Return the list of content types of a package.

    Args:
        types: names of its parts, from the root, to their content types.
    """
    overrides = "".join(
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(types[name])}/>"
        for name in sorted(types)
        if types[name] != _XML
    )
    return (
        f'{HEAD}<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{_XML}"/>{overrides}</Types>'
    ).encode()


def _encoded(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml
