"""The JSON Schemas of the files that others read or write.

They are made from the models, with what the models' source says of each field: nothing is written
twice.
"""

import ast
import inspect
import json
import textwrap
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from briefgen import models
from briefgen.models import Brief, Codebook, Corrections, Lessons, PositionRecord
from briefgen.models import log_line as log_models
from briefgen.models import manifest as manifest_models
from briefgen.models import run_report as run_models
from briefgen.models.log_line import LogLine
from briefgen.models.manifest import Manifest
from briefgen.models.run_report import RunReport

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODELS: dict[str, type[BaseModel]] = {
    "records": PositionRecord,
    "brief": Brief,
    "codebook": Codebook,
    "corrections": Corrections,
    "lessons": Lessons,
    "manifest": Manifest,
    "run": RunReport,
    "log": LogLine,
}
NAMES = tuple(_MODELS)
_WRITTEN = frozenset(("records", "brief", "manifest", "run"))
"""Files that are only written and whole; of the others what has a default may be left out."""


class _EveryFieldIsThere(GenerateJsonSchema):
    """Makes schemas of what is written: a field that has a default is written all the same."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        """Tell that the field is required."""
        return True


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one line of records.jsonl, or of the file of that name.

    Raises:
        KeyError: *name* is none of ``NAMES``.
    """
    generator = _EveryFieldIsThere if name in _WRITTEN else GenerateJsonSchema
    schema = _MODELS[name].model_json_schema(schema_generator=generator)
    _describe_fields(schema, _MODELS[name])
    for model_name, definition in schema.get("$defs", {}).items():
        _describe_fields(definition, _model_named(model_name))
    return {"$schema": _DIALECT, **schema}


def schema_as_json(name: str) -> str:
    """Return the schema as it is published: indented, with a line end at its end."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def _model_named(name: str) -> type[BaseModel] | None:
    rooms = (models, manifest_models, run_models, log_models)
    found: type[BaseModel] | None = next((m for r in rooms if (m := getattr(r, name, None))), None)
    return found


def _describe_fields(schema: dict[str, Any], model: type[BaseModel] | None) -> None:
    """Add to the fields in *schema* what stands below them in the model's source."""
    if model is None:
        return
    descriptions: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        if issubclass(parent, BaseModel) and parent.__module__.startswith(models.__name__):
            descriptions |= field_docstrings(parent)
    for field, definition in schema.get("properties", {}).items():
        if field in descriptions:
            definition["description"] = descriptions[field]


def field_docstrings(model: type) -> dict[str, str]:
    """Return the string that stands right below each field of the class, by the field's name."""
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 (the source of a class is a class)
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
    return found
