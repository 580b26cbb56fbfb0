"""docs/codebook.md: what it shows is what the program prints, what it warns of is found."""

import json
import re
import shutil
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
CODEBOOK = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[0]
CONSOLE = re.findall(r"^\$ briefgen (.*)\n((?:(?!\$|```).*\n)*)", PAGE, flags=re.MULTILINE)
TABLE = PAGE.partition("| not so |")[2].partition("\n\n")[0]
BAD = re.findall(r"^\| `(.*?)` \|", TABLE, flags=re.MULTILINE)
ARTICLES = Path(__file__).parent / "ferry"


@pytest.fixture
def ferry(tmp_path) -> Path:
    """Return the page's corpus."""
    folder = tmp_path / "ferry"
    shutil.copytree(ARTICLES, folder / "articles")
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    return folder


def shape_of(text: str) -> str:
    """Return the text without its figures: better rules change those, not what the page shows."""
    return re.sub(r"[+-]?\d+\.\d+", "#", text)


@pytest.mark.parametrize(
    ("command", "shown"),
    [(c, s) for c, s in CONSOLE if c.startswith(("codebook check", "explain"))],
)
def test_what_the_page_shows_is_what_is_printed(run, ferry, command, shown):
    run("build", ferry, "--format", "md", "--quiet")
    printed = run(*command.split()).out

    assert shape_of(shown.removeprefix("…\n").strip("\n")) in shape_of(printed)


def test_the_page_shows_what_is_suggested(run, ferry):
    printed = run("codebook", "suggest", "ferry").out
    (shown,) = [s for c, s in CONSOLE if c.startswith("codebook suggest")]

    assert shown.removeprefix("…\n").strip("\n") in printed


def test_the_pages_codebook_needs_nothing(run, ferry):
    """But for the one term that the page speaks of."""
    found = json.loads(run("codebook", "check", ferry, "--json").out)["findings"]

    assert [each["check"] for each in found] == ["term-absent"]


@pytest.mark.parametrize("proposition", BAD)
def test_what_the_page_warns_of_is_found(run, ferry, proposition):
    text = CODEBOOK.replace("The county should make the island ferry free.", proposition)
    (ferry / "codebook.yaml").write_text(text, encoding="utf-8")
    found = json.loads(run("codebook", "check", ferry / "codebook.yaml", "--json").out)["findings"]

    assert [each["key"] for each in found] == ["issues[1].proposition"]


def test_the_beginning_that_the_page_shows(run, ferry):
    (ferry / "codebook.yaml").unlink()
    (shown,) = [s for c, s in CONSOLE if c.startswith("codebook new")]

    assert run("codebook", "new", "ferry", "--topic", "The island ferry").out == shown
