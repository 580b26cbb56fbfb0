"""The files of a new project; what is there already stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen import __version__
from briefgen.errors import OutputError
from briefgen.project import PROJECT_NAME

AUDIENCE = "house"
"""The audience of one's own."""
CONSTRAINTS_NAME = "briefgen-constraints.txt"
"""The versions that CI installs."""
_FILES = Path(__file__).resolve().parent
_CODEBOOK = "codebook.yaml"
_DEPTH = 3
"""How many folders below the project a corpus is looked for."""
_GITHUB, _GITLAB = Path(".github/workflows/briefs.yml"), Path(".gitlab-ci.yml")
_INCLUDED = Path(".gitlab/briefs.gitlab-ci.yml")
"""Where the file for GitLab goes that has one of its own already."""
_OURS = "briefgen build"
_BRANCH = "main"


@dataclass(frozen=True)
class Started:
    """What was done."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    """What was there already."""
    corpora: tuple[str, ...]
    """Relative to the project's folder."""
    notes: tuple[str, ...] = ()
    """What is left to do for CI. One line each."""


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
        _write(folder / CONSTRAINTS_NAME, _constraints_text(), written, kept)
        root = _find_root(folder.resolve())
        name = _find_workflow(folder, root)
        _write(folder / name, _workflow_text(name, corpora, _find_branch(root)), written, kept)
    except OSError as error:
        where = str(error.filename or folder)
        message = f"cannot be written: {error.strerror or error}"
        raise OutputError(message, where=where, hint="choose another folder") from error
    notes = _say_what_is_left(folder, name, root)
    return Started(tuple(written), tuple(kept), tuple(corpora), tuple(notes))


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


def _constraints_text() -> str:
    from briefgen.ledger.snapshot import PACKAGES, WORD, find_versions

    versions = find_versions((*PACKAGES, WORD))
    lines = "".join(f"{name}=={version}\n" for name, version in versions.items())
    return f"""\
# What reads articles and lays out pages, as it was where this project was begun: CI installs the
# same, so that a brief built there and one built here are the same bytes. For new versions install
# them, remove this file, and run: briefgen init
{lines}"""


def _workflow_text(name: Path, corpora: list[str], branch: str) -> str:
    from briefgen.json_files import quoted

    is_github = name == _GITHUB
    file = _FILES / "ci" / ("briefs.yml" if is_github else "briefs.gitlab-ci.yml")
    sample = '"corpora/**"' if is_github else '"corpora/**/*"'
    ending = "/**" if is_github else "/**/*"
    # Of a corpus in a folder the folder, so that the next one beside it counts, too.
    folders = dict.fromkeys(_folder_of(corpus) for corpus in corpora)
    paths = ", ".join(quoted(f"{folder}{ending}".removeprefix("./")) for folder in folders)
    text = file.read_text(encoding="utf-8")
    if branch != _BRANCH:
        text = text.replace(f"branches: [{_BRANCH}]", f"branches: [{quoted(branch)}]")
    return text.replace(sample, paths).replace("@VERSION@", __version__)


def _folder_of(corpus: str) -> str:
    folder, _, _ = corpus.rpartition("/")
    return folder or corpus


def _find_workflow(folder: Path, root: Path | None) -> Path:
    """Return what CI is to read, relative to the project's folder."""
    if root is None or not any("gitlab" in remote for remote in _remotes(root)):
        return _GITHUB
    other = folder / _GITLAB
    is_taken = other.is_file() and _OURS not in other.read_text("utf-8", errors="replace")
    return _INCLUDED if is_taken else _GITLAB


def _say_what_is_left(folder: Path, name: Path, root: Path | None) -> Iterator[str]:
    """Say what CI needs that is not done by writing a file."""
    if name == _INCLUDED:
        yield f"{folder / name}: CI runs it once {_GITLAB} has the line: include: {name.as_posix()}"
    if root is not None and root != folder.resolve():
        yield f"{folder / name}: CI reads it at the root of the repository alone, which is {root}"


def _find_root(folder: Path) -> Path | None:
    """Return the root of the git repository in which a folder lies; None where there is none."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


def _find_branch(root: Path | None) -> str:
    """Return the branch from which briefs are built: the remote's, else the one that is there."""
    if root is None:
        return _BRANCH
    git = root / ".git"
    heads = [(git / "refs/remotes/origin/HEAD", "ref: refs/remotes/origin/")]
    if not (git / "refs/heads" / _BRANCH).exists():
        heads.append((git / "HEAD", "ref: refs/heads/"))
    for file, before in heads:
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        if text.startswith(before):
            return text.removeprefix(before).strip()
    return _BRANCH


def _remotes(root: Path) -> Iterator[str]:
    """Yield the lines of a repository's settings that name a remote."""
    settings = root / ".git" / "config"
    if settings.is_file():
        text = settings.read_text(encoding="utf-8", errors="replace")
        yield from (line for line in text.splitlines() if line.strip().startswith("url"))
