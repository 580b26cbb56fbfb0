"""What a build left in its output folder, read back: the brief and the records it rests on."""

from pathlib import Path

from briefgen.errors import UsageError
from briefgen.json_files import read_json_file, read_json_lines
from briefgen.models import Brief, PositionRecord

BRIEF_NAME = "brief.json"
RECORDS_NAME = "records.jsonl"


def find_brief(place: Path) -> Path:
    """Return the brief's file: *place* itself, or the one in the folder *place*."""
    return place / BRIEF_NAME if place.is_dir() else place


def read_brief(place: Path) -> Brief:
    """Return the brief in the file *place*, or in the folder.

    Raises:
        UsageError: it cannot be read, or is no brief of this version.
    """
    file = find_brief(place)
    if not file.exists():
        hint = "name the output folder of a build, or its brief.json"
        raise UsageError("there is no such brief", where=str(file), hint=hint)
    try:
        return read_json_file(file, Brief)
    except UsageError as error:
        hint = error.hint or "build it again with this version"
        raise UsageError(error.message, where=error.where, hint=hint) from error


def read_records_beside(place: Path) -> list[PositionRecord] | None:
    """Return the records that lie beside the brief *place*; None where there are none.

    Raises:
        UsageError: they cannot be read, or are no records of this version.
    """
    records = find_brief(place).with_name(RECORDS_NAME)
    return read_json_lines(records, PositionRecord) if records.exists() else None
