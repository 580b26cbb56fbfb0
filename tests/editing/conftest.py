"""An audience made as a person makes one, to be changed or broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.editing.check import check_audience
from briefgen.editing.making import make_audience
from briefgen.errors import TemplateError
from briefgen.rendering.places import default_search_path


class Mine:
    """The audience ``mine`` in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        make_audience("mine", "executive", default_search_path(), root)
        self.template = root / "mine" / "brief.md.j2"
        self.theme = root / "mine" / "theme.css"
        self.settings = root / "mine" / "audience.toml"

    @property
    def search_path(self) -> tuple[Path, ...]:
        return default_search_path([self.root])

    def append(self, file: Path, text: str) -> int:
        """Put *text* at the end of a file and return the number of its first line."""
        before = file.read_text("utf-8").rstrip("\n") + "\n"
        file.write_text(before + text, "utf-8")
        return before.count("\n") + 1

    def check(self) -> list[TemplateError]:
        return check_audience("mine", self.search_path)


@pytest.fixture
def mine(tmp_path: Path) -> Mine:
    return Mine(tmp_path / "templates")


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    monkeypatch.chdir(tmp_path)
    return lambda: tmp_path
