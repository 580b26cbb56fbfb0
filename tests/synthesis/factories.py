"""Small records, written as facts: who says what on which issue of an invented harbour."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.models import (
    Brief,
    BriefIssue,
    Codebook,
    Holder,
    Issue,
    IssueStance,
    Passage,
    Position,
    PositionRecord,
    Provenance,
    Source,
    Stance,
    Statement,
    StatementKind,
)
from briefgen.synthesis.brief import synthesize

ISSUES = ("toll", "dredging", "ferries", "cranes", "museum", "lighthouse")


def make_codebook(*issues: str) -> Codebook:
    return Codebook(
        topic="The future of the harbour",
        issues=tuple(
            Issue(
                id=issue,
                title=issue.capitalize(),
                proposition=f"The town should pay for the {issue}.",
                terms=(issue,),
            )
            for issue in issues or ISSUES[:3]
        ),
    )


def invent_words(seed: str) -> str:
    """Return words that no two statements share, so that nothing makes the same argument."""
    digest = hashlib.sha256(seed.encode()).hexdigest()
    letters = digest.translate(str.maketrans("0123456789", "ghijklmnop"))
    return " ".join(letters[start : start + 7] for start in range(0, 56, 7))


@dataclass
class RecordDraft:
    """Collects a record's statements and gives them ids in the order in which they are added."""

    source: Source
    statements: list[Statement] = field(default_factory=list)
    stances: dict[str, IssueStance] = field(default_factory=dict)
    end: int = 0

    def say(
        self,
        issue: str | None,
        stance: Stance = "support",
        *,
        quote: str | None = None,
        holder: str | Holder | None = None,
        kind: StatementKind = "claim",
        conditions: Sequence[str] = (),
        addressee: str | None = None,
        at: int | None = None,
    ) -> str:
        """Add a statement and return its id; *at* is where it starts, for a passage said twice."""
        number = len(self.statements) + 1
        words = quote or f"On the {issue} {invent_words(f'{self.source.id}:{number}:{issue}')}."
        start = self.end + 1 if at is None else at
        self.end = start + len(words)
        self.statements.append(
            Statement(
                id=f"{self.source.id}:s{number}",
                start=start,
                end=self.end,
                quote=words,
                kind=kind,
                holder=Holder(name=holder) if isinstance(holder, str) else holder,
                issue=issue,
                stance=stance,
                modality="plain",
                addressee=addressee,
                conditions=tuple(
                    Passage(start=start, end=start + len(text), quote=text) for text in conditions
                ),
            )
        )
        return self.statements[-1].id

    def take(self, issue: str, stance: Stance, *ids: str, confidence: float = 0.9) -> "RecordDraft":
        """Set the author's stance on *issue*, shown by *ids*."""
        self.stances[issue] = IssueStance(stance=stance, confidence=confidence, statements=ids)
        return self

    def record(self) -> PositionRecord:
        return PositionRecord(
            source=self.source,
            provenance=Provenance(
                input_sha256="0" * 64, codebook_sha256="1" * 64, extractor="lexical/1"
            ),
            thesis=None,
            stances=self.stances,
            statements=tuple(self.statements),
        )


def draft(source_id: str, **source: object) -> RecordDraft:
    return RecordDraft(
        source=Source.model_validate({"id": source_id, "path": f"{source_id}.txt", **source})
    )


def make_record(
    source_id: str,
    stances: Mapping[str, Stance | tuple[Stance, int]],
    **source: object,
) -> PositionRecord:
    """Make a record that takes *stances*, each shown by one statement or as many as given."""
    drafted = draft(source_id, **source)
    for issue, taken in stances.items():
        stance, count = taken if isinstance(taken, tuple) else (taken, 1)
        drafted.take(issue, stance, *(drafted.say(issue, stance) for _ in range(count)))
    return drafted.record()


def brief_of(*records: PositionRecord, issues: Sequence[str] = ()) -> Brief:
    return synthesize(records, make_codebook(*issues), generator="briefgen 0")


def issue_of(brief: Brief, issue: str) -> BriefIssue:
    return next(found for found in brief.issues if found.id == issue)


def position_of(brief: Brief, issue: str, stance: Stance) -> Position:
    return next(p for p in issue_of(brief, issue).positions if p.stance == stance)
