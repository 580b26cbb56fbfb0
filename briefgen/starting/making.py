"""The files of a new project; what is there already stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen import __version__
from briefgen.errors import OutputError
from briefgen.project import PROJECT_NAME

AUDIENCE = "house"
"""The audience of one's own."""
_FILES = Path(__file__).resolve().parent
_CODEBOOK = "codebook.yaml"
_DEPTH = 3
"""How many folders below the project a corpus is looked for."""
_GITHUB, _GITLAB = Path(".github/workflows/briefs.yml"), Path(".gitlab-ci.yml")


@dataclass(frozen=True)
class Started:
    """What was done."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    """What was there already."""
    corpora: tuple[str, ...]
    """Relative to the project's folder."""


def start_project(folder: Path) -> Started:
    """Write into *folder* what a project needs and has not yet.

    Raises:
        UsageError: the folder cannot be made or written.
    """
    written: list[Path] = []
    kept: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        corpora = find_corpora(folder)
        if not corpora:
            sample = _FILES / "project"
            for file in sorted(path for path in sample.rglob("*") if path.is_file()):
                place = folder / file.relative_to(sample)
                _write(place, file.read_text(encoding="utf-8"), written, kept)
            corpora = find_corpora(folder)
        _start_templates(folder / "templates", written, kept)
        _write(folder / PROJECT_NAME, _project_text(corpora), written, kept)
        name = _GITLAB if _is_on_gitlab(folder) else _GITHUB
        _write(folder / name, _workflow_text(name, corpora), written, kept)
    except OSError as error:
        where = str(error.filename or folder)
        message = f"cannot be written: {error.strerror or error}"
        raise OutputError(message, where=where, hint="choose another folder") from error
    return Started(tuple(written), tuple(kept), tuple(corpora))


def find_corpora(folder: Path) -> list[str]:
    """Return the folders with a codebook, relative to *folder*; itself is ``.``."""
    found = [
        file.parent.relative_to(folder)
        for depth in range(_DEPTH + 1)
        for file in folder.glob("*/" * depth + _CODEBOOK)
    ]
    return sorted(
        path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)
    )


def _start_templates(folder: Path, written: list[Path], kept: list[Path]) -> None:
    from briefgen.editing.making import make_audience
    from briefgen.output.hidden_places import is_left_over
    from briefgen.rendering.places import default_search_path

    own = folder / AUDIENCE
    if own.exists() and not is_left_over(own):
        kept.append(own)
        return
    written += make_audience(AUDIENCE, "executive", default_search_path([folder]), folder)


def _write(place: Path, text: str, written: list[Path], kept: list[Path]) -> None:
    """Write one file where there is none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        kept.append(place)
    else:
        written.append(place)


def _project_text(corpora: list[str]) -> str:
    from briefgen.json_files import quoted

    briefs = "".join(f"\n[[brief]]\ncorpus = {quoted(corpus)}\n" for corpus in corpora)
    return f"""\
# The briefs that `briefgen build` keeps. docs/nightly.md of briefgen has every key.
[defaults]
audiences = ["{AUDIENCE}"] # folders of templates, your own in templates/
formats = ["md", "pdf"] # and html, docx
{briefs}"""


def _workflow_text(name: Path, corpora: list[str]) -> str:
    from briefgen.json_files import quoted

    is_github = name == _GITHUB
    file = _FILES / "ci" / ("briefs.yml" if is_github else "briefs.gitlab-ci.yml")
    sample = '"corpora/**"' if is_github else '"corpora/**/*"'
    ending = "/**" if is_github else "/**/*"
    paths = ", ".join(quoted(f"{corpus}{ending}".removeprefix("./")) for corpus in corpora)
    text = file.read_text(encoding="utf-8")
    return text.replace(sample, paths).replace("@VERSION@", __version__)


def _is_on_gitlab(folder: Path) -> bool:
    """Tell whether the folder's repository has a remote at a GitLab."""
    return any("gitlab" in line for line in _remotes(folder.resolve()))


def _remotes(folder: Path) -> Iterator[str]:
    for place in (folder, *folder.parents):
        if (place / ".git" / "config").is_file():
            text = (place / ".git" / "config").read_text(encoding="utf-8", errors="replace")
            yield from (line for line in text.splitlines() if line.strip().startswith("url"))
            return
