"""Which briefs to build: the one of a corpus folder, or all that a project keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.languages import refuse_unknown
from briefgen.pipeline.requests import OWN_TEMPLATES, BuildRequest, choose_output_folder
from briefgen.project import find_project, load_project


@dataclass(frozen=True)
class Wishes:
    """What somebody asked for on the command line; None and empty where nothing was said."""

    out: Path | None = None
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    tell_changes: bool | None = None
    language: str | None = None
    fresh: bool = False
    memo: bool = False


def plan_builds(corpus: Path | None, wishes: Wishes) -> tuple[BuildRequest, ...]:
    """Return what to build: *corpus*, or every brief of the project where it is None.

    Raises:
        UsageError: no output folder can be chosen, there is no project that can be used, or
            no catalogue of the language that is asked for.
    """
    if wishes.language is not None:
        refuse_unknown(wishes.language, "--language")
    if corpus is not None:
        return (
            BuildRequest(
                corpus=corpus,
                out=wishes.out or choose_output_folder(corpus),
                audiences=_once(wishes.audiences) or ("executive",),
                formats=_once(wishes.formats) or ("md", "pdf"),
                tell_changes=wishes.tell_changes is not False,
                language=wishes.language,
                fresh=wishes.fresh,
                memo=wishes.memo,
            ),
        )
    if wishes.out is not None:
        hint = "name the corpus folder, or write out = … in briefgen.toml"
        raise UsageError("one folder cannot hold all briefs", where="--out", hint=hint)
    file = find_project(Path())
    return tuple(
        BuildRequest(
            corpus=brief.corpus,
            out=brief.out,
            audiences=_once(wishes.audiences) or brief.audiences,
            formats=_once(wishes.formats) or brief.formats,
            tell_changes=brief.changes if wishes.tell_changes is None else wishes.tell_changes,
            extractor=brief.extractor,
            language=wishes.language or brief.language,
            templates=file.parent / OWN_TEMPLATES,
            audit=brief.audit,
            fresh=wishes.fresh,
            memo=wishes.memo,
        )
        for brief in load_project(file)
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
