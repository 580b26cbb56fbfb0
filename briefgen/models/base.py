"""What all models share."""

import hashlib
import json

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value; an unknown field is an error, so that a typing mistake is found."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def digest(self, *, without: frozenset[str] = frozenset()) -> str:
        """Return the SHA-256 of the value's canonical JSON, hexadecimal.

        Args:
            without: names of fields that do not count.
        """
        dumped = self.model_dump(mode="json", exclude=set(without))
        data = json.dumps(dumped, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()
