"""Which briefs to build: the one of a corpus folder, or all that a project keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.language_model import LEXICAL, choose_model
from briefgen.languages import refuse_unknown
from briefgen.ledger.past import MANIFEST_NAME, read_past
from briefgen.ledger.reasons import PAGES
from briefgen.pipeline.requests import (
    FORMATS,
    OWN_TEMPLATES,
    BuildRequest,
    choose_output_folder,
)
from briefgen.project import KeptBrief, find_project, load_project
from briefgen.rendering.places import default_search_path, list_audiences

AUDIENCES, PLAIN_FORMATS = ("executive",), ("md", "pdf")
"""What is built where nobody says otherwise."""
Standing = dict[str, tuple[str, ...]]
"""Audiences to the formats of pages that stand in a folder."""


@dataclass(frozen=True)
class Wishes:
    """What somebody asked for on the command line; None and empty where nothing was said."""

    out: Path | None = None
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    tell_changes: bool | None = None
    only: bool = False
    """Whether there are to be no other pages than those."""
    language: str | None = None
    fresh: bool = False
    memo: bool = False
    extractor: str | None = None
    model: str | None = None
    """``provider:name``."""
    asking: Mapping[str, object] = field(default_factory=dict)
    """Fields of `LanguageModel`; None where nothing was said."""

    @property
    def pages(self) -> bool:
        """Whether somebody said which pages there are to be."""
        return bool(self.audiences or self.formats)

    def keep(self, standing: Standing) -> Standing:
        """Return the pages that stay beside those that are asked for."""
        return {} if self.only else standing


def plan_builds(corpus: Path | None, wishes: Wishes) -> tuple[BuildRequest, ...]:
    """Return what to build: *corpus*, or every brief of the project where it is None.

    A folder shows one brief: pages that stand in it and were not asked for are brought up to date
    with the others. A project's file says which pages there are; of a corpus, where nothing is
    asked for, it is those that there were.

    Raises:
        UsageError: no output folder can be chosen, there is no project that can be used, or
            no catalogue of the language that is asked for.
    """
    if wishes.language is not None:
        refuse_unknown(wishes.language, "--language")
    if corpus is not None:
        return (_plan_corpus(corpus, wishes),)
    if wishes.out is not None:
        hint = "name the corpus folder, or write out = … in briefgen.toml"
        raise UsageError("one folder cannot hold all briefs", where="--out", hint=hint)
    file = find_project(Path())
    return tuple(_plan_kept(brief, wishes, file) for brief in load_project(file))


def _plan_kept(brief: KeptBrief, wishes: Wishes, file: Path) -> BuildRequest:
    """Return what to build of a brief of a project."""
    templates = file.parent / OWN_TEMPLATES
    extractor = wishes.extractor or brief.extractor
    kept_asking = brief.llm if extractor != LEXICAL else {}
    asking = {**kept_asking, **{k: v for k, v in wishes.asking.items() if v is not None}}
    # A project may name the model for those who ask for it on the command line.
    kept = brief.model if extractor != LEXICAL else None
    return BuildRequest(
        corpus=brief.corpus,
        out=brief.out,
        audiences=_once(wishes.audiences) or brief.audiences,
        formats=_once(wishes.formats) or brief.formats,
        standing=wishes.keep(_find_standing(brief.out, templates)) if wishes.pages else {},
        only=wishes.only,
        tell_changes=brief.changes if wishes.tell_changes is None else wishes.tell_changes,
        extractor=extractor,
        model=choose_model(extractor, wishes.model or kept, **asking),
        language=wishes.language or brief.language,
        templates=templates,
        audit=brief.audit,
        fresh=wishes.fresh,
        memo=wishes.memo,
    )


def _plan_corpus(corpus: Path, wishes: Wishes) -> BuildRequest:
    out = wishes.out or choose_output_folder(corpus)
    if wishes.only and not wishes.pages:
        hint = "name them with --audience or --format"
        raise UsageError("which pages alone?", where="--only", hint=hint)
    standing = _find_standing(out, OWN_TEMPLATES)
    audiences, formats = _once(wishes.audiences), _once(wishes.formats)
    if wishes.pages or not standing:
        held = {suffix for each in standing.values() for suffix in each}
        audiences = audiences or tuple(standing) or AUDIENCES
        formats = formats or tuple(each for each in FORMATS if each in held) or PLAIN_FORMATS
    return BuildRequest(
        corpus=corpus,
        out=out,
        audiences=audiences,
        formats=formats,
        standing=wishes.keep(standing),
        only=wishes.only,
        tell_changes=wishes.tell_changes is not False,
        extractor=wishes.extractor or LEXICAL,
        model=choose_model(wishes.extractor or LEXICAL, wishes.model, **wishes.asking),
        language=wishes.language,
        fresh=wishes.fresh,
        memo=wishes.memo,
    )


def _find_standing(out: Path, templates: Path) -> Standing:
    """Return audiences to the formats of their pages in the folder of a brief, none elsewhere.

    Those that the build before was to write, and files that are called like a page.
    """
    if not (out / MANIFEST_NAME).is_file():
        return {}
    past = read_past(out)
    built = past.options[PAGES] if past is not None else None
    found = {}
    for name in list_audiences(default_search_path([templates])):
        before = built.get(name, ()) if isinstance(built, dict) else ()
        formats = [s for s in FORMATS if s in before or (out / f"{name}.{s}").is_file()]
        if formats:
            found[name] = tuple(formats)
    return found


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
