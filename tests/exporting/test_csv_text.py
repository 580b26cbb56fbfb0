"""CSV that any program reads, that no spreadsheet runs, and that loses nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.exporting.csv_text import guard, read_csv, write_csv

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_cell_comes_back(rows):
    assert read_csv(write_csv(rows)) == rows


@given(TEXT)
def test_no_cell_begins_like_a_formula(text):
    (row,) = csv.reader(io.StringIO(write_csv([(text, "x")]).decode(), newline=""))

    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted'", "＝1"])
def test_what_is_guarded(text):
    assert guard(text) == f"'{text}"


def test_what_needs_no_guard_stands_as_it_is():
    assert write_csv([("a=1", "it's", 0, 12)]) == b"a=1,it's,0,12\r\n"


def test_the_form_is_that_of_rfc_4180():
    content = write_csv([("a", "b"), ('say "no", twice', "one\r\ntwo")])

    assert content == b'a,b\r\n"say ""no"", twice","one\r\ntwo"\r\n'
