"""What all models share."""

import hashlib
import json

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value; an unknown field is an error, so that a typing mistake is found."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def digest(self) -> str:
        """Return the SHA-256 of the value's canonical JSON, hexadecimal."""
        data = json.dumps(
            self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()
