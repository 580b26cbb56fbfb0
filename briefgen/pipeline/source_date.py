"""The date that files carry, where whoever builds gives one: SOURCE_DATE_EPOCH.

The convention of https://reproducible-builds.org/specs/source-date-epoch/: whole seconds since
1970, in decimal digits. Without it files carry the date of their newest source; never the clock's.
"""

import os
from datetime import UTC, datetime

from briefgen.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"
_LAST = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())


def read_source_date() -> str | None:
    """Return the moment that the environment gives, ``2026-11-22T04:17:00Z``; None: it gives none.

    Raises:
        UsageError: what it gives is no moment.
    """
    given = os.environ.get(VARIABLE)
    if given is None:
        return None
    # int() would take signs, spaces, underscores and other scripts' digits as well.
    if not (given.isascii() and given.isdecimal() and len(given) <= 12 and int(given) <= _LAST):
        message = f"{given[:40]!r} is no date: it holds whole seconds since 1970"
        hint = f"for example $(git log -1 --format=%ct), up to {_LAST}; or unset it"
        raise UsageError(message, where=VARIABLE, hint=hint)
    return datetime.fromtimestamp(int(given), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
