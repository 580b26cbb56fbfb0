"""What is written into a codebook comes back as it was."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.authoring.yaml_text import flow_list, scalar, slug

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)


@given(TEXTS)
def test_a_value_comes_back(text):
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}


@given(st.lists(TEXTS, max_size=4))
def test_a_list_comes_back(texts):
    assert yaml.safe_load(f"key: {flow_list(texts)}") == {"key": texts}


@pytest.mark.parametrize(
    "text", ["no", "Yes", "null", "2020", "1e3", "a: b", "# x", "- x", "[x]", "x, y"]
)
def test_what_yaml_reads_otherwise(text):
    assert yaml.safe_load(flow_list([text])) == [text]


@given(TEXTS)
def test_an_id_is_one_or_nothing(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
