"""``briefgen inspect`` accounts for every character and says why furniture is furniture."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """The tram comes, and the town must pay for it

Published on 3 March 2026 | By Nora Field

The city should build the tram because the buses are full. It will take two summers.

Photo: Jonas Weir / Harbour Post

Share this article on Facebook, Twitter or WhatsApp
"""


@pytest.fixture
def article(tmp_path) -> Path:
    """Return an article with furniture in it."""
    path = tmp_path / "tram.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_block_is_shown_with_its_reason(run, article):
    result = run("inspect", article)

    assert result.code == 0
    assert "Share this article" in result.out
    assert "furniture" in result.out
    assert result.err == ""


def test_the_totals_account_for_every_character(run, article):
    """In the table and in the JSON."""
    numbers = json.loads(run("inspect", article, "--json").out)["characters"]
    by_kind = {kind: count for kind, count in numbers.items() if kind != "total"}

    assert numbers["total"] == len(TEXT)
    assert sum(by_kind.values()) == len(TEXT)
    assert re.search(rf"\b{len(TEXT)}\b", run("inspect", article).out)


def test_json_holds_offsets_that_slice_the_text(run, article):
    blocks = json.loads(run("inspect", article, "--json").out)["blocks"]

    for block in blocks:
        assert TEXT[block["start"] : block["end"]].strip()
        assert block["reason"] or block["kind"] != "furniture"
    assert [block for block in blocks if block["kind"] == "furniture"]


def test_a_file_whose_name_begins_with_a_dash(run, article):
    article.rename("-tram.txt")

    assert run("inspect", "--", "-tram.txt").code == 0


def test_an_article_cannot_act_on_the_terminal(run, tmp_path):
    """Escape sequences in an article are shown, not sent."""
    (tmp_path / "bad.txt").write_text("The tram \x1b[2J\x1b]0;owned\x07 is late, and we must wait.")

    assert "\x1b" not in run("inspect", "bad.txt").out


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's pipe")
def test_a_reader_that_goes_away_is_no_error(article):
    done = subprocess.run(
        f'"{sys.executable}" -m briefgen inspect "{article}" | true',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
