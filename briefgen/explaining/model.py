"""An explanation, as data: which rules fired on which words. Nothing here is worded."""

from typing import Literal

from briefgen.models import IssueStance, Source, Statement
from briefgen.models.base import Model
from briefgen.models.record import Passage

Aspect = Literal["span", "holder", "kind", "issue", "stance"]
Lack = Literal["term", "phrase", "balance"]


class Rule(Model):
    """One rule that fired, and what it rests on."""

    aspect: Aspect
    """Which part of the statement the rule made."""
    name: str
    """The rule: a frame of reported speech, ``term``, ``phrase``, ``demand``, ``verdict``, …"""
    words: tuple[Passage, ...] = ()
    """The words of the article that it rests on; empty where it rests on their absence."""
    about: str | None = None
    """What it found: the codebook's term or phrase, the reporting verb, the speaker."""
    amount: float | None = None
    """What it adds: a weight for the issue, a signed score for the stance, or a factor."""


class Trial(Model):
    """A phrase that was tried: what the score would be if the codebook held it."""

    statement: str
    """Id of the statement in which it stands."""
    phrase: str
    """Words of the statement, as they stand."""
    score: float
    """Of the passage, absolute: the sign is that of the side under which the phrase is listed."""


class Lacking(Model):
    """What would have to be in the codebook for the record to say more."""

    lack: Lack
    terms_found: tuple[str, ...] = ()
    tried: bool = False
    """Whether phrases were tried out; not where there is nothing to try, or too much text."""
    trials: tuple[Trial, ...] = ()
    """Phrases that would decide it, the most telling first; empty where none would."""


class NearIssue(Model):
    """An issue that a passage touches without counting for it."""

    issue: str
    relevance: float


class StatementExplanation(Model):
    """Why one statement is as it is."""

    source: Source
    line: int
    """Line of the article's text at which the statement begins, from 1."""
    statement: Statement
    sentence: Passage
    """The sentence around the statement."""
    rules: tuple[Rule, ...]
    score: float
    """Sum for the proposition (positive) or against it."""
    score_needed: float
    """From which absolute score on a passage takes a side."""
    relevance: float
    relevance_needed: float
    near: tuple[NearIssue, ...] = ()
    """Other issues that its words touch, the nearest first."""
    lacking: Lacking | None = None
    """None where the statement takes a side."""


class Share(Model):
    """What one statement adds to its author's stance."""

    statement: Statement
    line: int
    score: float
    """The passage's own."""
    factor: float
    """By what it is multiplied: its place in the article, or the author's verdict on a report."""
    share: float


class StanceExplanation(Model):
    """Why an author's stance on an issue is as it is."""

    source: Source
    issue: str
    title: str
    proposition: str
    stance: IssueStance | None
    """None where the article does not address the issue."""
    shares: tuple[Share, ...]
    """The strongest first."""
    favour: float
    against: float
    side_needed: float
    """Which sum a side needs."""
    dominance_needed: float
    """How many times the other side's sum a side's must be."""
    named: float
    named_needed: float
    """From which sum of terms on an issue counts as addressed though no side is clear."""
    lacking: Lacking | None = None
    """None where the author takes a side."""


class Explained(Model):
    """What ``briefgen explain`` answers with."""

    notes: tuple[str, ...]
    """What a person should know first: the codebook or the extractor changed since the build."""
    statement: StatementExplanation | None = None
    stance: StanceExplanation | None = None
