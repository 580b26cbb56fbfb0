"""A line of the log: ``--log-format json`` writes one JSON object a line on standard error."""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model
from briefgen.models.manifest import PageAudit
from briefgen.models.run_report import ArticleTurns

Event = Literal[
    "run.started",
    "run.ended",
    "run.failed",
    "brief.started",
    "brief.ended",
    "brief.failed",
    "brief.stale",
    "stage.ended",
    "difference",
    "article.coded",
    "page.printed",
    "problem",
    "warning",
    "note",
]


class LogLine(Model):
    """One event of a run. The first four fields are in every line, the others where they fit."""

    time: str
    """When, in UTC with milliseconds (ISO 8601, ending with Z)."""
    level: Literal["info", "warning", "error"]
    event: Event
    """What happened. ``run.failed``: the run ended before all briefs were tried; ``brief.failed``:
    one could not be built; ``brief.stale``: something is not what a build would write;
    ``difference``: what is different from the build before; ``problem``: an article or a format
    failed, the rest went on; ``warning``: what a person said is not followed; ``note``: what a
    person should know."""
    run: str
    """The run's id, the same in all its lines and in the run's report."""
    brief: str = ""
    """The output folder of the brief that it is about."""
    command: Literal["build", "check", "watch"] = "build"
    """What was started; in ``run.started``."""
    program: str = ""
    """``briefgen`` and its version; in ``run.started``."""
    corpus: str = ""
    """The folder with the articles; in ``brief.started``."""
    extractor: str = ""
    """What codes the articles; in ``brief.started``."""
    stage: str = ""
    """``looking``, ``reading``, ``pages``, ``pdf`` or ``publishing``; in ``stage.ended``."""
    seconds: float = 0.0
    """How long it took: the stage, the brief or the run."""
    article: str = ""
    """An article's path in its corpus; in ``article.coded``."""
    page: str = ""
    """The name of a page's file; in ``page.printed``."""
    why: str = ""
    """Why it was coded or printed, and not kept from the build before."""
    message: str = ""
    """What is told; what it quotes of an article is left out."""
    where: str = ""
    """The file that it is about."""
    hint: str = ""
    """What to do next."""
    unchanged: bool = False
    """Whether there was nothing to do; in ``brief.ended``, as what follows."""
    articles: ArticleTurns = ArticleTurns(kept=0, redone=0)
    pages: dict[Literal["kept", "printed"], int] = Field(default_factory=dict)
    """How many pages were kept from the build before, and how many printed."""
    stages: dict[str, float] = Field(default_factory=dict)
    """Stages to how many seconds they took, as far as it came."""
    counts: dict[str, int] = Field(default_factory=dict)
    """How much there is, as in the manifest."""
    audits: dict[str, PageAudit] = Field(default_factory=dict)
    """Audiences to the audits of their pages."""
    exit_code: int = 0
    """0 done; 1 done, but something failed or is stale; 2 unusable input; in ``run.ended`` too."""
