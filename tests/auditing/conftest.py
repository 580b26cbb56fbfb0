"""A finished brief about an invented reservoir, built once; each test gets a copy to spoil."""

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from briefgen.auditing.run import AuditRequest, run_audit
from briefgen.pipeline import BuildRequest, build_brief
from briefgen.rendering.places import default_search_path

RESERVOIR = Path(__file__).parent / "reservoir"


@dataclass(frozen=True)
class Audited:
    """What an audit said, of one page."""

    code: int
    page: dict

    @property
    def checks(self) -> set[str]:
        """The names of the checks that were not passed."""
        return {check["name"] for check in self.page["checks"] if not check["passed"]}

    def of(self, check: str) -> list[dict]:
        """Return the findings of a check."""
        return [finding for finding in self.page["findings"] if finding["check"] == check]

    def figure(self, check: str) -> float:
        """Return the figure of a check."""
        return next(each["figure"] for each in self.page["checks"] if each["name"] == check)


LIMITS = {
    "quotations": 2, "undetermined": 1, "conditions": 2, "reported": 3, "changes": 3,
    "recommendations": 2, "recommendations_in_all": 7,
}  # fmt: skip
"""Of the page that is audited: such that some of what the records hold is left out."""


def copy_templates(folder: Path) -> Path:
    """Copy the packaged templates, the committee's with lower limits; return their folder."""
    copied = Path(shutil.copytree(default_search_path()[-1], folder / "templates"))
    settings = copied / "committee" / "audience.toml"
    text = settings.read_text(encoding="utf-8")
    for key, value in LIMITS.items():
        text = re.sub(rf"(?m)^{key} = \d+", f"{key} = {value}", text)
    text = text.replace("actors = true", "actors = false")
    settings.write_text(text, encoding="utf-8")
    return copied


@cache
def _folder_with_templates() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="briefgen-audited-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy_templates(folder)
    return folder


def build(corpus: Path, out: Path, *formats: str) -> Path:
    """Build the committee's brief and return its folder; templates in the current one go first."""
    request = BuildRequest(
        corpus=corpus.resolve(),
        out=out.resolve(),
        audiences=("committee",),
        formats=formats or ("md",),
    )
    own = Path("templates").is_dir() and Path("templates").resolve() != default_search_path()[-1]
    with chdir("." if own else _folder_with_templates()):
        build_brief(request)
    return out


def audit(folder: Path, *settings: str, corpus: Path | None = None) -> Audited:
    """Audit the one page of a folder."""
    report = run_audit(AuditRequest(brief=folder, settings=settings, corpus=corpus, as_json=True))
    content = json.loads(report.text)
    (page,) = content["pages"]
    return Audited(report.exit_code, page)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the finished brief; not to be changed."""
    return build(RESERVOIR, tmp_path_factory.mktemp("built") / "reservoir", "md", "html")


@pytest.fixture
def finished(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the finished brief, without the HTML, which a changed page would not fit."""
    folder = tmp_path / "reservoir"
    shutil.copytree(built, folder)
    (folder / "committee.html").unlink()
    return folder


@pytest.fixture
def spoil(finished: Path) -> Callable[..., Path]:
    """Return a function that replaces words in a file of the finished brief."""

    def replace(*changes: tuple[str, str], file: str = "committee.md") -> Path:
        path = finished / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"nothing to spoil: {old}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return finished

    return replace
