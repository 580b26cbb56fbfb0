"""The hash by which a brief names the records that it rests on."""

import hashlib
import json
from collections.abc import Iterable

from briefgen.models.record import PositionRecord


def hash_records(records: Iterable[PositionRecord]) -> str:
    """Return the SHA-256 of *records*, sorted by source id, as canonical JSON lines.

    Canonical: keys sorted, no white space, ASCII, one record and one line feed a line.
    """
    digest = hashlib.sha256()
    for record in records:
        line = json.dumps(record.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
        digest.update(line.encode("ascii") + b"\n")
    return digest.hexdigest()
