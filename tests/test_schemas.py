"""The published JSON Schemas are those of the models, and the files that are written fit them."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefgen.schemas import NAMES, schema_as_json, schema_of

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "ukraine-peace"


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_current(name):
    """`make schemas` mends it."""
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")

    assert committed == schema_as_json(name)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_valid_schema_with_descriptions(name):
    schema = schema_of(name)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["description"]
    assert "description" in json.dumps([schema["properties"], schema["$defs"]])


def test_what_a_model_inherits_is_described_too():
    """A statement's offsets are documented on the span that it comes from."""
    statement = schema_of("records")["$defs"]["Statement"]

    assert statement["properties"]["id"]["description"].startswith("``<source id>:s<number>``")
    assert "quote" in statement["required"]
    assert "negated" in statement["required"]


def test_the_outputs_fit(tmp_path):
    from briefgen.pipeline import BuildRequest, build_brief

    build_brief(BuildRequest(SEEDS, tmp_path / "out", formats=("md",)))

    records = jsonschema.Draft202012Validator(schema_of("records"))
    for line in (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines():
        records.validate(json.loads(line))
    brief = json.loads((tmp_path / "out" / "brief.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema_of("brief")).validate(brief)


def test_the_seeds_codebook_fits():
    codebook = yaml.safe_load((SEEDS / "codebook.yaml").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema_of("codebook")).validate(codebook)


def test_a_misspelt_key_does_not_fit():
    codebook = {"topic": "t", "isues": []}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_of("codebook")).validate(codebook)
