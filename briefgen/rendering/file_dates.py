"""The date that a brief's files carry, for formats that want it as a moment."""

import re
from datetime import UTC, datetime

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)Z)?)?)?")


def read_moment(date: str | None) -> datetime | None:
    """Return the first moment of a year, a month or a day, or a moment itself, in UTC.

    Args:
        date: ISO 8601, as `Brief.file_date` has it.
    """
    found = _DATE.fullmatch(date or "")
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
