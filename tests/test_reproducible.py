"""The same inputs give the same bytes: run after run, and from the wheel as from the sources."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("--format", "md", "--format", "html", "--format", "pdf", "--format", "docx")

pytestmark = pytest.mark.slow


def build(out: Path, *, corpus: Path, cwd: Path, **environment: str) -> dict[str, bytes]:
    """Build a brief in a process of its own and return each file's bytes."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "briefgen", "build", corpus, "--out", out, *FORMATS],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture
def corpus(tmp_path) -> Path:
    """Return a copy of the seeds, out of the repository."""
    return Path(shutil.copytree(ROOT / "seeds" / "ukraine-peace", tmp_path / "ukraine-peace"))


@pytest.fixture
def elsewhere(tmp_path) -> Path:
    """Return a folder to work in that holds nothing."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def test_two_builds_give_the_same_bytes(tmp_path, corpus, elsewhere):
    """Whatever the hash seed, the time zone, the locale and the files' dates are."""
    first = build(tmp_path / "a", corpus=corpus, cwd=elsewhere, PYTHONHASHSEED="1", TZ="UTC")
    for path in corpus.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    second = build(
        tmp_path / "b", corpus=corpus, cwd=tmp_path, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C"
    )

    assert len(first) == 7
    assert first == second


def test_the_wheel_gives_the_same_bytes_with_the_sources_out_of_reach(tmp_path, corpus, elsewhere):
    """The wheel holds all of it: code, templates, what the process for PDFs needs."""
    expected = build(tmp_path / "a", corpus=corpus, cwd=elsewhere)
    installed = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)

    # The path goes before the editable install; where the code comes from is checked, not hoped.
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import briefgen.rendering as r; print(r.__file__)"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    assert (installed / "briefgen" / "templates" / "executive" / "brief.md.j2").is_file()
    starting = installed / "briefgen" / "starting"
    assert (starting / "ci" / "briefs.yml").is_file()
    assert (starting / "project/corpora/harbour-street/codebook.yaml").is_file()

    built = build(tmp_path / "b", corpus=corpus, cwd=elsewhere, PYTHONPATH=str(installed))
    assert built == expected
