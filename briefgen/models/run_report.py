"""The report of a run of builds: ``briefgen build --report FILE``."""

from briefgen.models.base import Model
from briefgen.models.manifest import PageAudit


class ArticleTurns(Model):
    """What became of a brief's articles."""

    kept: int
    """Those whose records were kept from the build before."""
    redone: int
    """Those that were read and coded."""


class BriefRun(Model):
    """One brief of a run."""

    corpus: str
    """Its folder, as it was named."""
    out: str
    """The output folder."""
    extractor: str
    """What codes the articles."""
    built: bool
    """Whether it could be built; where not, the problems say why."""
    unchanged: bool
    """Whether there was nothing to do."""
    differences: tuple[str, ...]
    """What is different from the build before: files, issues of the codebook, options, outputs; one
    line each."""
    articles: ArticleTurns
    pages: dict[str, str | None]
    """Names of pages to why they were printed; null where the page of the build before was kept."""
    counts: dict[str, int]
    """How much there is, as in the manifest; empty where nothing could be built."""
    model: dict[str, str | int | float | bool | None]
    """What a language model was asked, and what that cost; empty where none was asked."""
    seconds: dict[str, float]
    """Stages to how long they took, as far as it came."""
    audits: dict[str, PageAudit]
    """Audiences to the audits of their pages."""
    problems: tuple[str, ...]
    """What failed, one line each."""
    warnings: tuple[str, ...]
    """What a person said and the brief does not follow, one line each."""
    notes: tuple[str, ...]
    """What a person should know although nothing failed, one line each."""
    written: tuple[str, ...]
    """Names of the files in the output folder that belong to the brief; empty where unchanged."""


class RunReport(Model):
    """A run of builds."""

    run: str
    """The run's id, which the log has too."""
    program: str
    """``briefgen`` and its version."""
    versions: dict[str, str]
    """briefgen, python and the packages that shape the outputs, to their versions."""
    started: str
    """When, in UTC (ISO 8601)."""
    seconds: float
    """How long it took in all."""
    exit_code: int
    """0 done; 1 done, but something failed; 2 unusable input; 130 interrupted."""
    error: str | None
    """Why the run ended before all briefs were tried; null where it did not."""
    briefs: tuple[BriefRun, ...]
