"""What ``briefgen.toml`` holds: the briefs that a project keeps."""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model

FormatName = Literal["md", "html", "pdf", "docx"]


class Defaults(Model):
    """What every brief of the project has, where it does not say otherwise."""

    audiences: tuple[str, ...] = Field(default=("executive",), min_length=1)
    """Folders of templates."""
    formats: tuple[FormatName, ...] = Field(default=("md", "pdf"), min_length=1)
    extractor: Literal["lexical"] = "lexical"
    """What codes the articles."""
    changes: bool = True
    """Whether a brief says what is different from the one before."""
    audit: dict[str, float] = Field(default_factory=dict)
    """Checks of the audit to their thresholds, where they are not the program's own."""


class PlannedBrief(Model):
    """One brief that a project keeps; what is None comes from the defaults."""

    corpus: str = Field(min_length=1)
    """Folder with articles and codebook, relative to the file's own folder."""
    out: str | None = None
    """Output folder; ``briefs/<name of the corpus folder>`` where it is None."""
    audiences: tuple[str, ...] | None = Field(default=None, min_length=1)
    formats: tuple[FormatName, ...] | None = Field(default=None, min_length=1)
    extractor: Literal["lexical"] | None = None
    changes: bool | None = None
    audit: dict[str, float] | None = None
    """Beside the defaults' thresholds, and before them."""


class Project(Model):
    """The briefs of a project, in the order in which they are built."""

    defaults: Defaults = Defaults()
    brief: tuple[PlannedBrief, ...] = Field(min_length=1)
