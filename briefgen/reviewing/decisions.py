"""From what a person decides at a stop to an entry of corrections.yaml."""

from dataclasses import dataclass

from briefgen.correcting.placing import find_once
from briefgen.models import (
    Article,
    CodedStance,
    Corrections,
    IssueStance,
    PositionRecord,
    StanceCorrection,
    Statement,
    StatementCorrection,
)

EVIDENCE_NAMED = 3
"""Passages that an entry about a stance names: enough to find it again in a changed article."""


@dataclass(frozen=True)
class Signature:
    """Who decides, when, about which version of which article."""

    who: str
    when: str
    article: str
    sha256: str


def sign(who: str, when: str, article: Article) -> Signature:
    """Return the signature of a decision about an article."""
    return Signature(who, when, article.source.id, article.input_sha256)


def stance_entry(
    signature: Signature,
    issue: str,
    stance: CodedStance,
    machine: PositionRecord,
    evidence: tuple[str, ...],
    *,
    skipped: bool = False,
    note: str | None = None,
) -> StanceCorrection:
    """Return the entry by which an author's stance is *stance*, or is left open."""
    said = machine.stances.get(issue)
    before: CodedStance = said.stance if said else "absent"
    same = before == stance
    return StanceCorrection(
        **vars(signature),
        what="skipped" if skipped else "confirmed" if same else "changed",
        issue=issue,
        stance=stance,
        was=None if same else before,
        evidence=evidence,
        note=note,
    )


def statement_entry(
    signature: Signature,
    original: Statement | None,
    coded: Statement,
    *,
    booked: str | None,
    dropped: bool = False,
    skipped: bool = False,
    note: str | None = None,
) -> StatementCorrection:
    """Return the entry by which a passage is coded as *coded*.

    Args:
        signature: whose entry it is.
        original: the extractor's statement; None where a person added it.
        coded: as it shall be.
        booked: the issue under which the entry is to find it.
        dropped: it shall be no statement at all.
        skipped: it is left open.
        note: why.
    """
    same = original is not None and coding_of(original) == coding_of(coded)
    verdict = "dropped" if dropped else "confirmed" if same else "changed"
    changed_stance = original is not None and original.stance != coded.stance
    return StatementCorrection(
        **vars(signature),
        start=coded.start,
        end=coded.end,
        quote=coded.quote,
        what="skipped" if skipped else verdict,
        holder=coded.holder.name if coded.holder else None,
        issue=coded.issue,
        was_issue=booked if booked != coded.issue else None,
        stance=coded.stance,
        was=original.stance if original and changed_stance else None,
        note=note,
    )


def holder_entry(signature: Signature, found: Statement, holder: str | None) -> StatementCorrection:
    """Return the entry by which a passage is *holder*'s, and which says nothing else of it."""
    return StatementCorrection(
        **vars(signature),
        start=found.start,
        end=found.end,
        quote=found.quote,
        what="changed",
        holder=holder,
        issue=found.issue,
    )


def coding_of(statement: Statement) -> tuple[str | None, str, str | None]:
    """Return what a person decides about a statement: issue, stance, holder."""
    name = statement.holder.name if statement.holder else None
    return statement.issue, statement.stance, name


def is_on_same(one: Statement, other: Statement) -> bool:
    """Tell whether two statements are the same words on the same issue."""
    return (one.start, one.end, one.issue) == (other.start, other.end, other.issue)


def evidence_for(
    stance: IssueStance | None, record: PositionRecord, issue: str, article: Article
) -> tuple[str, ...]:
    """Return the passages by which a stance can be found again: each stands once in the article."""
    quotes = {said.id: said.quote for said in record.statements if said.issue == issue}
    names = stance.statements if stance else tuple(quotes)
    found = (quotes[name] for name in names if name in quotes)
    once = dict.fromkeys(quote for quote in found if find_once(quote, article.text) is not None)
    return tuple(once)[:EVIDENCE_NAMED]


def is_said_already(
    entry: StanceCorrection | StatementCorrection, corrections: Corrections
) -> bool:
    """Tell whether the last entry about the same thing says the same, by the same person."""
    log = corrections.statements if isinstance(entry, StatementCorrection) else corrections.stances
    same = [each for each in log if _subject(each) == _subject(entry)]
    return bool(same) and _verdict(same[-1]) == _verdict(entry)


def _subject(entry: StanceCorrection | StatementCorrection) -> tuple[object, ...]:
    if isinstance(entry, StatementCorrection):
        place = (entry.start, entry.end)
        return entry.article, entry.sha256, *place, entry.booked_under
    return entry.article, entry.sha256, entry.issue


def _verdict(entry: StanceCorrection | StatementCorrection) -> tuple[object, ...]:
    holder = entry.holder if isinstance(entry, StatementCorrection) else None
    return entry.who, entry.what, entry.issue, entry.stance, holder
