"""What an audit of a finished brief found: figures, checks with their thresholds, findings."""

from pydantic import Field

from briefgen.models.base import Model
from briefgen.models.record import Stance

PAGE_SIGN = "briefgen-page:"
"""Stands in the metadata of HTML before the SHA-256 of the Markdown that it shows, and so in that
of the PDF: it tells whether the files beside each other show the same page."""


class SideFigures(Model):
    """How much say one stance has in the finished brief."""

    stance: Stance
    quotations: int = 0
    words: int = 0
    """Of its quotations: runs of letters and digits."""


class IssueFigures(Model):
    """How much say each stance has on one issue, and who speaks first and last of the two sides."""

    issue: str
    sides: tuple[SideFigures, ...]
    """Those that have a part on the page, in the order in which they stand."""
    first: Stance | None = None
    """Of support and oppose, the one that stands first; None where sources take one side only."""
    last: Stance | None = None


class VerbFigures(Model):
    """Verbs of saying in the brief's own words, by whom they are said of."""

    stance: Stance | None
    """None where it cannot be told whose words the verb introduces."""
    plain: int = 0
    """Such as "says": takes no side on what is said."""
    doubting: int = 0
    """Such as "claims": lets the reader doubt what is said."""
    endorsing: int = 0
    """Such as "points out": takes what is said for true."""


class Check(Model):
    """One thing that was measured, against its threshold."""

    name: str
    """The name by which the threshold is set."""
    what: str
    """What was measured, in words."""
    figure: float
    threshold: float
    """The largest figure that passes."""

    @property
    def passed(self) -> bool:
        """Tell whether the figure is within the threshold."""
        return self.figure <= self.threshold


class Finding(Model):
    """One place at which the brief is past a threshold."""

    check: str
    """The check's name."""
    message: str
    """What is wrong."""
    issue: str | None
    """Issue id; None where it concerns no single issue."""
    file: str
    """Name of the file in which it stands."""
    line: int | None = Field(default=None, ge=1)
    """Of that file; None where something is missing, or the file has no lines to name."""
    figure: float
    """Of the check, or of this place alone where each place has a figure of its own."""
    threshold: float
    advice: str
    """What to do next."""


class Audit(Model):
    """What an audit of one page of a brief found."""

    page: str
    """Name of the Markdown file."""
    total: tuple[SideFigures, ...]
    """Support and oppose, over the issues on which sources take both sides."""
    issues: tuple[IssueFigures, ...]
    verbs: tuple[VerbFigures, ...]
    quotations: int
    """Passages compared with the records: quotations, and passages within a line of text."""
    widest_issue: str | None
    """Id of the issue with the largest inequality in words; None where no issue has both sides."""
    widest_ratio: float
    """Words of the longer side of that issue for each word of the shorter one; 1 where equal."""
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    not_audited: tuple[str, ...]
    """What could not be told from the page, and why: not passed, not failed."""

    @property
    def passed(self) -> bool:
        """Tell whether every figure is within its threshold."""
        return all(check.passed for check in self.checks)
