"""The evidence as files to attach to a PDF: what each is, in words that a viewer lists."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from briefgen.languages import noted, tr
from briefgen.models import Brief
from briefgen.rendering.pdf_attachments import AttachedFile

_KINDS = {
    ".jsonl": (
        "application/jsonl",
        noted("What each source says, passage by passage: the records"),
    ),
    ".json": ("application/json", noted("What the records say together: the brief as data")),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


def describe_files(texts: Mapping[str, str], brief: Brief) -> list[AttachedFile]:
    """Return files to attach, dated as the brief's files are.

    Args:
        texts: what ``records.jsonl`` and ``brief.json`` hold, by their names.
        brief: whose evidence it is.
    """
    day = brief.file_date or ""
    date = day if _DAY.fullmatch(day) else None
    return [
        AttachedFile(
            name=name,
            media_type=_KINDS[PurePath(name).suffix][0],
            description=tr(_KINDS[PurePath(name).suffix][1]),
            text=text,
            date=date,
        )
        for name, text in texts.items()
    ]
