"""What all models share."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value; an unknown field is an error, so that a typing mistake is found."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
