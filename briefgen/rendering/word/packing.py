"""A package with the same bytes for the same content, whatever the clock and the machine."""

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date that Word itself writes, the oldest that a ZIP file can hold."""
_FIRST = "[Content_Types].xml"
_UNIX = 3
_READABLE = 0o644 << 16


def pack(members: dict[str, bytes]) -> bytes:
    """Return a ZIP file of *members*, the list of content types first, the others by name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, members[name], compresslevel=9)
    return target.getvalue()


def repack(package: bytes) -> bytes:
    """Return a package with its members as :func:`pack` writes them."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
