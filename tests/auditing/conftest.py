"""A finished brief about an invented reservoir, built once; each test gets a copy to spoil."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.auditing.run import AuditRequest, run_audit
from briefgen.pipeline import BuildRequest, build_brief

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


def build(corpus: Path, out: Path, *formats: str) -> Path:
    """Build a brief and return its folder."""
    build_brief(BuildRequest(corpus=corpus, out=out, formats=formats or ("md",)))
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
    (folder / "executive.html").unlink()
    return folder


@pytest.fixture
def spoil(finished: Path) -> Callable[..., Path]:
    """Return a function that replaces words in a file of the finished brief."""

    def replace(*changes: tuple[str, str], file: str = "executive.md") -> Path:
        path = finished / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"nothing to spoil: {old}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return finished

    return replace
