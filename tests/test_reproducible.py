"""The same inputs give the same bytes: run after run, and from the wheel as from the sources."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("--format", "md", "--format", "html", "--format", "pdf", "--format", "docx")
NOBODY = 65534
SUFFIXES = {".md", ".html", ".pdf", ".docx", ".json", ".jsonl", ".csv", ".graphml", ".jsonld"}
DATED = """---
title: A letter from the ferry
published: 2026-03-02
---

Talks should go on, because every month of them costs less than a day without.
"""

pytestmark = pytest.mark.slow


def build(
    out: Path,
    *,
    corpus: Path,
    cwd: Path,
    python: str = sys.executable,
    umask: str = "022",
    **environment: str,
) -> dict[str, bytes]:
    """Build a brief and export it, in processes of their own; return each file's bytes."""
    program = ["sh", "-c", f'umask {umask}; exec "$0" "$@"', python, "-P", "-m", "briefgen"]
    for arguments in (
        ["build", corpus, "--out", out, *FORMATS],
        ["export", out, "--to", out / "exports", "--corpus", corpus],
    ):
        done = subprocess.run(
            [*program, *arguments],
            cwd=cwd,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stderr
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Return a copy of the seeds, out of the repository, which the tests only read."""
    place = tmp_path_factory.mktemp("corpus") / "ukraine-peace"
    folder = Path(shutil.copytree(ROOT / "seeds" / "ukraine-peace", place))
    # The seeds have no dates; one that has puts a date into what is written.
    (folder / "articles" / "zz-dated.md").write_text(DATED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """Return a folder to work in that holds nothing."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def expected(corpus, elsewhere, tmp_path_factory) -> dict[str, bytes]:
    """Return what a build without a date gives; what each other one is held against."""
    out = tmp_path_factory.mktemp("expected") / "out"
    return build(out, corpus=corpus, cwd=elsewhere, PYTHONHASHSEED="1", TZ="UTC")


@pytest.mark.parametrize("given", [None, "1795320000"], ids=["newest source", "a date given"])
def test_two_builds_give_the_same_bytes(tmp_path, corpus, elsewhere, request, given):
    """Whatever the hash seed, the time zone, the locale, the umask and the files' dates are."""
    if given is None:
        date, first = {}, request.getfixturevalue("expected")
    else:
        date = {"SOURCE_DATE_EPOCH": given}
        first = build(
            tmp_path / "a", corpus=corpus, cwd=elsewhere, PYTHONHASHSEED="1", TZ="UTC", **date
        )
    moved = shutil.copytree(corpus, tmp_path / "an other place" / corpus.name)
    for path in moved.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    home = tmp_path / "home"
    home.mkdir()
    second = build(
        tmp_path / "b",
        corpus=moved,
        cwd=tmp_path,
        umask="077",
        PYTHONHASHSEED="2",
        TZ="Asia/Tokyo",
        LC_ALL="C",
        HOME=str(home),
        COLUMNS="40",
        **date,
    )

    assert {Path(name).suffix for name in first} == SUFFIXES
    assert first == second


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to be two users"
)
def test_another_user_gives_the_same_bytes(corpus, expected):
    place = Path(tempfile.mkdtemp())
    try:
        place.chmod(0o777)
        shutil.copytree(corpus, place / corpus.name)

        def run(*arguments: object) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-P", "-m", "briefgen", *map(str, arguments)],
                cwd=place,
                env={**os.environ, "HOME": str(place), "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=False,
                timeout=240,
                user=NOBODY,
                group=NOBODY,
                extra_groups=(),
            )

        try:
            run("--version").check_returncode()
        except (PermissionError, subprocess.CalledProcessError) as error:
            pytest.skip(f"another user cannot run this interpreter: {error}")
        out = place / "briefs" / "out"
        done = run("build", place / corpus.name, "--out", out, *FORMATS)
        assert done.returncode == 0, done.stderr
        found = {path.name: path.read_bytes() for path in out.iterdir()}
    finally:
        shutil.rmtree(place, ignore_errors=True)

    assert found == {name: data for name, data in expected.items() if "/" not in name}


@pytest.mark.skipif(
    "BRIEFGEN_FRESH" not in os.environ,
    reason="installs two virtual environments, which takes minutes: BRIEFGEN_FRESH=1",
)
@pytest.mark.timeout(3600)
def test_two_fresh_environments_give_the_same_bytes(tmp_path, corpus):
    """From the lock and a wheel of each tree's own, in other folders, time zones and locales."""
    built = []
    for name, environment in (
        ("a", {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
        ("another place", {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONHASHSEED": "8"}),
    ):
        folder = tmp_path / name
        python = install(folder)
        moved = shutil.copytree(corpus, folder / corpus.name)
        here = {"PYTHONPATH": "", "HOME": str(folder), **environment}
        umask = "027" if name == "a" else "002"
        built.append(
            build(folder / "out", corpus=moved, cwd=folder, python=python, umask=umask, **here)
        )

    assert {Path(name).suffix for name in built[0]} == SUFFIXES
    assert built[0] == built[1]


def install(folder: Path) -> str:
    """Install the program from a copy of its sources and the lock; return the interpreter."""
    sources = folder / "sources"
    for name in ("briefgen", "templates"):
        shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "requirements.txt", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, sources / name)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = str(folder / "venv" / "bin" / "python")
    for arguments in (
        ["install", "--require-hashes", "-r", sources / "requirements.txt"],
        ["wheel", "--no-deps", "--no-build-isolation", "-w", folder / "dist", sources],
    ):
        subprocess.run([python, "-m", "pip", "--quiet", *arguments], check=True, timeout=1500)
    (wheel,) = (folder / "dist").glob("*.whl")
    shutil.rmtree(sources)
    subprocess.run([python, "-m", "pip", "--quiet", "install", "--no-deps", wheel], check=True)
    return python


def test_the_wheel_gives_the_same_bytes_with_the_sources_out_of_reach(
    tmp_path, corpus, elsewhere, expected
):
    """The wheel holds all of it: code, templates, what the process for PDFs needs."""
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
