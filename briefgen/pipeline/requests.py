"""What is asked of a build, and what it reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen import __version__
from briefgen.errors import Notice, OutputError
from briefgen.language_model import LanguageModel
from briefgen.pipeline.source_date import read_source_date
from briefgen.project import FORMATS

__all__ = ["FORMATS", "GENERATOR", "BuildReport", "BuildRequest", "choose_output_folder"]

GENERATOR = f"briefgen {__version__}"
OWN_TEMPLATES = Path("templates")
"""A person's own audiences, in the current folder."""


@dataclass(frozen=True)
class BuildRequest:
    """What to build, from what, and where to."""

    corpus: Path
    out: Path
    audiences: tuple[str, ...] = ("executive",)
    formats: tuple[str, ...] = ("md", "pdf")
    """Of ``FORMATS``."""
    standing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Audiences to the formats of pages that stand in the folder and were not asked for: they are
    brought up to date with the others, so that a folder shows one brief."""
    tell_changes: bool = True
    """Whether the brief says what is different from the one that is there."""
    only: bool = False
    """Whether other pages that stand in the folder are taken away."""
    extractor: str = "lexical"
    """What codes the articles."""
    language: str | None = None
    """Of the brief's own words; None: that of the audience or the codebook."""
    model: LanguageModel | None = None
    """Whom the extractor asks; None where it asks nobody."""
    templates: Path = OWN_TEMPLATES
    """A person's own audiences, before the packaged ones."""
    audit: Mapping[str, float] = field(default_factory=dict)
    """Checks of the audit to their thresholds, where they are not the program's own."""
    fresh: bool = False
    """Whether everything is made anew, whatever the build before left."""
    memo: bool = False
    """Whether the report tells what changed, in Markdown."""
    dated: str | None = field(default_factory=read_source_date)
    """The date of the files, where it is not to be the newest source's."""

    @property
    def pages(self) -> dict[str, tuple[str, ...]]:
        """Audiences to the formats in which each is written, those that are asked for first."""
        names = dict.fromkeys((*self.audiences, *self.standing))
        return {name: self._formats_of(name) for name in names}

    def _formats_of(self, audience: str) -> tuple[str, ...]:
        wanted = {*self.standing.get(audience, ())}
        if audience in self.audiences:
            wanted |= {*self.formats}
        return tuple(each for each in FORMATS if each in wanted)

    @property
    def extractor_name(self) -> str:
        """What codes the articles, with all that decides what it makes of them."""
        return self.extractor if self.model is None else self.model.extractor

    def language_of(self, of_corpus: str | None) -> str:
        """Return the language of the brief's own words, given that of the codebook."""
        return self.language or of_corpus or "en"

    def options(self) -> dict[str, object]:
        """Return what the outputs depend on beside files and program, as JSON holds it."""
        return {
            "pages": {name: [*formats] for name, formats in sorted(self.pages.items())},
            "extractor": self.extractor_name,
            "language": self.language,
            "changes": self.tell_changes,
            "date": self.dated,
            "audit": {name: float(self.audit[name]) for name in sorted(self.audit)},
            "linking": self.model.linking if self.model is not None else None,
        }


@dataclass(frozen=True)
class PageResult:
    """How the audit of one page went."""

    checks: int
    past: tuple[str, ...] = ()
    """Names of the checks that were past their threshold."""


@dataclass(frozen=True)
class BuildReport:
    """What a build wrote, and what it could not."""

    written: tuple[Path, ...] = ()
    problems: tuple[Notice, ...] = ()
    """What failed: articles, formats."""
    warnings: tuple[str, ...] = ()
    """What a person said and the brief does not follow, and which articles address a program that
    reads them, although nothing failed. One line each."""
    notes: tuple[str, ...] = ()
    """What a person should know although nothing failed. One line each."""
    unchanged: bool = False
    """Whether nothing was done, since everything is as a build would write it."""
    explained: tuple[str, ...] = ()
    """What was kept and what made anew, and why. One line each."""
    differences: tuple[str, ...] = ()
    """What is different from the build before, of all that a build depends on. One line each."""
    language: str = "en"
    """In which its memo speaks."""
    changes: str = ""
    """What is different from the brief that was there, in Markdown, where that was asked for; empty
    where nothing is."""
    kept: int = 0
    """Articles whose records were kept."""
    coded: Mapping[str, str] = field(default_factory=dict)
    """Articles that were read and coded, to why."""
    pages: Mapping[str, str | None] = field(default_factory=dict)
    """Pages to why they were printed; None where the bytes that stood there were kept."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How much there is, as in the manifest."""
    audits: Mapping[str, PageResult] = field(default_factory=dict)
    """Audiences to the audits of their pages."""
    bill: Mapping[str, object] = field(default_factory=dict)
    """What a language model was asked and what that cost; empty where none was."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Stages to how long they took."""

    @property
    def redone(self) -> int:
        """How many articles were read and coded."""
        return len(self.coded)

    @property
    def exit_code(self) -> int:
        """0 where everything was done, 1 where something failed."""
        return 1 if self.problems else 0


def choose_output_folder(corpus: Path) -> Path:
    """Return ``briefs/<name of the corpus folder>`` under the current folder.

    Raises:
        OutputError: the corpus folder has no name, as the root has none.
    """
    name = corpus.resolve().name
    if not name:
        message = "no output folder can be named after this corpus"
        raise OutputError(message, where=str(corpus), hint="name one with --out")
    return Path("briefs") / name
