"""Where one article's author stands, behind a person's corrections.

A person's word on the stance as a whole beats everything else. Where the extractor has no passage
on the issue (any more), those that the person saw become statements of the author. Without such a
word, where what the author says on the issue was changed, the stance is counted anew from the
author's statements (the extractor's weights are not in the record, so that each counts the same):

1. more of them conditional than on a side: ``conditional``;
2. on one side at least twice as many as on the other: that side;
3. on both sides, neither twice: ``unclear``;
4. on none: ``neutral`` where one is neutral and a person said so, else ``unclear``;
5. no statement of the author is left: ``unclear`` where the article reports others' views and the
   extractor had a stance there; else the article does not address the issue;
6. nor does it where the extractor had no stance and the passages that a person brought there take
   no side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.correcting.placing import Numbered, find_evidence, find_once
from briefgen.correcting.statements import Fault, new_statement
from briefgen.models import (
    Article,
    CodedStance,
    FlaggedCorrection,
    IssueStance,
    Passage,
    PositionRecord,
    Stance,
    StanceCorrection,
    Statement,
    Unaddressed,
)

DOMINANCE = 2
"""How many times the other side's statements a side must have: as for the extractor."""
MAX_SHOWN = 6
"""Statements named for a stance, as many as the extractor names."""
_OPPOSITE: Mapping[Stance, Stance] = {"support": "oppose", "oppose": "support"}


@dataclass
class ReviewedStances:
    """The stances of one article behind its corrections."""

    stances: dict[str, IssueStance] = field(default_factory=dict)
    unaddressed: dict[str, Unaddressed] = field(default_factory=dict)
    applied: int = 0
    flagged: list[FlaggedCorrection] = field(default_factory=list)
    settled: dict[str, str] = field(default_factory=dict)
    """Issues on which a person had a word on the article as it is now, and when."""
    added: list[Statement] = field(default_factory=list)
    """Passages that a person saw and the extractor has no statement for."""


def correct_stances(
    record: PositionRecord,
    statements: Sequence[Statement],
    affected: set[str],
    entries: Sequence[Numbered[StanceCorrection]],
    *,
    article: Article,
    issues: Sequence[str],
    fault: Fault,
) -> ReviewedStances:
    """Return the author's stances.

    Args:
        record: as the extractor made it.
        statements: as people left them.
        affected: issues on which they are not what the extractor found, as far as the author's own.
        entries: about this article's stances, in the order of the file.
        article: as it is now.
        issues: ids of the codebook's issues, in its order.
        fault: what a statement must pass that is added.
    """
    done = ReviewedStances()
    words = _last_words(entries, article, issues, done)
    for issue in issues:
        machine = record.stances.get(issue)
        standing = [said for said in statements if said.issue == issue]
        word = words.get(issue)
        if word is not None and word.entry.stance == "absent":
            done.unaddressed[issue] = Unaddressed(
                machine=machine.stance if machine else "absent",
                review="corrected" if machine else "confirmed",
            )
            done.applied += 1
            continue
        if word is not None and not standing:
            taken = [said.id for said in (*statements, *done.added)]
            standing = _state_evidence(word.entry, record, taken, article, fault)
            done.added += standing
        if word is not None and not standing:
            done.flagged.append(
                word.flag(f"no passage of {word.entry.article} is coded on {issue}: code one first")
            )
        elif word is not None:
            done.stances[issue] = _said(word.entry, machine, standing)
            done.applied += 1
            continue
        stance = _left(machine, standing, is_affected=issue in affected)
        if stance is not None:
            done.stances[issue] = stance
        elif machine is not None:
            done.unaddressed[issue] = Unaddressed(machine=machine.stance, review="recomputed")
    return done


def _state_evidence(
    entry: StanceCorrection,
    record: PositionRecord,
    taken: Sequence[str],
    article: Article,
    fault: Fault,
) -> list[Statement]:
    """Return the passages that a person saw as statements of the author.

    Not those that a person took from the issue, nor what the article reports of others.
    """
    assert entry.stance != "absent"  # noqa: S101 (the caller asked)
    machine = {(said.start, said.end, said.issue) for said in record.statements}
    others = [said for said in record.statements if said.holder is not None]
    found: list[Statement] = []
    for quote in entry.evidence:
        start = find_once(quote, article.text)
        if start is None or (start, start + len(quote), entry.issue) in machine:
            continue
        words = Passage(start=start, end=start + len(quote), quote=quote)
        names = (*taken, *(said.id for said in found))
        is_reported = any(said.start < words.end and words.start < said.end for said in others)
        said = new_statement(record, names, words, entry.issue, entry.stance)
        if not is_reported and fault(said, article) is None:
            found.append(said.model_copy(update={"review": "corrected"}))
    return found


def _last_words(
    entries: Sequence[Numbered[StanceCorrection]],
    article: Article,
    issues: Sequence[str],
    done: ReviewedStances,
) -> dict[str, Numbered[StanceCorrection]]:
    """Return the last entry that fits, by issue."""
    words: dict[str, Numbered[StanceCorrection]] = {}
    moved: dict[str, FlaggedCorrection] = {}
    for said in entries:
        issue = said.entry.issue
        if issue not in issues:
            done.flagged.append(said.flag(f"the codebook has no issue {issue!r}"))
            continue
        try:
            why = find_evidence(said.entry, article)
        except LookupError as error:
            done.flagged.append(said.flag(str(error)))
            continue
        words[issue] = said
        moved.pop(issue, None)
        if why is None:
            done.settled[issue] = said.entry.when
        else:
            moved[issue] = said.flag(why, applied=True)
    done.flagged.extend(moved.values())
    return words


def _said(
    entry: StanceCorrection, machine: IssueStance | None, standing: Sequence[Statement]
) -> IssueStance:
    """Return the stance that a person names."""
    assert entry.stance != "absent"  # noqa: S101 (the caller asked)
    before: CodedStance = machine.stance if machine else "absent"
    is_same = before == entry.stance
    return IssueStance(
        stance=entry.stance,
        confidence=1.0,
        statements=_shown(entry.stance, machine, standing),
        review="confirmed" if is_same else "corrected",
        machine=None if is_same else before,
    )


def _left(
    machine: IssueStance | None, standing: Sequence[Statement], *, is_affected: bool
) -> IssueStance | None:
    """Return the stance of which no person said anything."""
    if machine is not None and not is_affected:
        ids = {said.id for said in standing}
        left = tuple(name for name in machine.statements if name in ids)
        if left:
            return machine.model_copy(update={"statements": left})
    own = [said for said in standing if said.holder is None]
    if not own and (machine is None or not standing):
        return None
    if machine is None and not is_affected:
        return None
    stance = _count(own)
    if machine is None and stance == "unclear":
        return None
    with_it = {stance} if stance != "unclear" else {"unclear", "neutral"}
    agreeing = sum(said.stance in with_it for said in own)
    before: CodedStance = machine.stance if machine else "absent"
    return IssueStance(
        stance=stance,
        confidence=round((agreeing + 1) / (len(own) + 2), 2),
        statements=_shown(stance, machine, standing),
        review="recomputed",
        machine=None if before == stance else before,
    )


def _count(own: Sequence[Statement]) -> Stance:
    """Return what the author's statements say together; the rule is at the head of this module."""
    stances = [said.stance for said in own]
    favour, against = stances.count("support"), stances.count("oppose")
    if stances.count("conditional") > favour + against:
        return "conditional"
    stronger, weaker = max(favour, against), min(favour, against)
    if stronger and stronger >= DOMINANCE * weaker:
        return "support" if favour > against else "oppose"
    if not stronger and any(s.stance == "neutral" and s.review != "machine" for s in own):
        return "neutral"
    return "unclear"


def _shown(
    stance: Stance, machine: IssueStance | None, standing: Sequence[Statement]
) -> tuple[str, ...]:
    """Return the statements that show a stance, the clearest first.

    The author's own come before reported views, those with this stance before those without a
    side, what a person checked before what nobody did, and then the extractor's order. What shows
    the opposite side is named only where nothing else is there.
    """
    own = [said for said in standing if said.holder is None]
    fitting = [said for said in own if said.stance == stance]
    others = [said for said in own if said.stance not in {stance, _OPPOSITE.get(stance)}]
    order = {name: place for place, name in enumerate(machine.statements if machine else ())}
    chosen = fitting or others or own or list(standing)
    chosen.sort(
        key=lambda said: (said.review == "machine", order.get(said.id, len(order)), said.start)
    )
    return tuple(said.id for said in chosen[:MAX_SHOWN])
