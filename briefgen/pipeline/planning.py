"""Which briefs to build: the one of a corpus folder, or all that a project keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.language_model import LEXICAL, choose_model
from briefgen.pipeline.requests import OWN_TEMPLATES, BuildRequest, choose_output_folder
from briefgen.project import KeptBrief, find_project, load_project


@dataclass(frozen=True)
class Wishes:
    """What somebody asked for on the command line; None and empty where nothing was said."""

    out: Path | None = None
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    tell_changes: bool | None = None
    fresh: bool = False
    memo: bool = False
    extractor: str | None = None
    model: str | None = None
    """``provider:name``."""
    asking: Mapping[str, object] = field(default_factory=dict)
    """Fields of `LanguageModel`; None where nothing was said."""


def plan_builds(corpus: Path | None, wishes: Wishes) -> tuple[BuildRequest, ...]:
    """Return what to build: *corpus*, or every brief of the project where it is None.

    Raises:
        UsageError: no output folder can be chosen, or there is no project that can be used.
    """
    if corpus is not None:
        return (
            BuildRequest(
                corpus=corpus,
                out=wishes.out or choose_output_folder(corpus),
                audiences=_once(wishes.audiences) or ("executive",),
                formats=_once(wishes.formats) or ("md", "pdf"),
                tell_changes=wishes.tell_changes is not False,
                extractor=wishes.extractor or LEXICAL,
                model=choose_model(wishes.extractor or LEXICAL, wishes.model, **wishes.asking),
                fresh=wishes.fresh,
                memo=wishes.memo,
            ),
        )
    if wishes.out is not None:
        hint = "name the corpus folder, or write out = … in briefgen.toml"
        raise UsageError("one folder cannot hold all briefs", where="--out", hint=hint)
    file = find_project(Path())
    return tuple(_plan_kept(brief, wishes, file) for brief in load_project(file))


def _plan_kept(brief: KeptBrief, wishes: Wishes, file: Path) -> BuildRequest:
    """Return what to build of a brief of a project."""
    extractor = wishes.extractor or brief.extractor
    asking = {**brief.llm, **{k: v for k, v in wishes.asking.items() if v is not None}}
    # A project may name the model for those who ask for it on the command line.
    kept = brief.model if extractor != LEXICAL else None
    return BuildRequest(
        corpus=brief.corpus,
        out=brief.out,
        audiences=_once(wishes.audiences) or brief.audiences,
        formats=_once(wishes.formats) or brief.formats,
        tell_changes=brief.changes if wishes.tell_changes is None else wishes.tell_changes,
        extractor=extractor,
        model=choose_model(extractor, wishes.model or kept, **asking),
        templates=file.parent / OWN_TEMPLATES,
        audit=brief.audit,
        fresh=wishes.fresh,
        memo=wishes.memo,
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
