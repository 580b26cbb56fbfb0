"""One article's statements as a person left them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.correcting.placing import Numbered, Place, find_place
from briefgen.models import (
    Article,
    FlaggedCorrection,
    Holder,
    Passage,
    PositionRecord,
    Stance,
    Statement,
    StatementCorrection,
)

Fault = Callable[[Statement, Article], str | None]
"""Says why a statement does not stand in its article; None where it does."""


@dataclass
class Reviewed:
    """The statements of one article behind its corrections."""

    statements: list[Statement]
    """In the order of the text."""
    affected: set[str] = field(default_factory=set)
    """Issues on which what the author says is not what the extractor found."""
    applied: int = 0
    flagged: list[FlaggedCorrection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Decision:
    """An entry, where its words stand, and the statement there; None: the extractor has none."""

    said: Numbered[StatementCorrection]
    place: Place
    found: Statement | None

    @property
    def target(self) -> tuple[object, ...]:
        """What the decision is about: of two about the same, the later one counts."""
        entry = self.said.entry
        if self.found is not None:
            return (self.found.id,)
        return self.place.start, len(entry.quote), entry.booked_under


def correct_statements(
    record: PositionRecord,
    entries: Sequence[Numbered[StatementCorrection]],
    article: Article,
    issues: Collection[str],
    fault: Fault,
) -> Reviewed:
    """Return the record's statements as the entries leave them.

    A passage that the extractor has no statement for becomes one, numbered behind the others, so
    that no other statement changes its id.

    Args:
        record: as the extractor made it.
        entries: about this article, in the order of the file.
        article: as it is now.
        issues: ids of the codebook's issues.
        fault: what a corrected statement must pass; one that does not stays as it was.
    """
    done = Reviewed(list(record.statements))
    decisions: dict[tuple[object, ...], _Decision] = {}
    for said in entries:
        unknown = {said.entry.issue, said.entry.was_issue} - {None, *issues}
        place = find_place(said.entry, article)
        if unknown:
            done.flagged.append(said.flag(f"the codebook has no issue {min(map(str, unknown))!r}"))
        elif isinstance(place, str):
            done.flagged.append(said.flag(place))
        else:
            decision = _Decision(said, place, _find(record, said.entry, place))
            decisions.pop(decision.target, None)  # so that the later one comes later, too
            decisions[decision.target] = decision
    standing = {statement.id: statement for statement in record.statements}
    for decision in decisions.values():
        _apply(decision, standing, record, done, article=article, fault=fault)
    done.statements = sorted(standing.values(), key=lambda said: (said.start, said.end))
    return done


def _find(record: PositionRecord, entry: StatementCorrection, place: Place) -> Statement | None:
    """Return the extractor's statement that an entry is about.

    The same words may be a statement on several issues, and on one issue the author's and another
    holder's.
    """
    end = place.start + len(entry.quote)
    there = [s for s in record.statements if (s.start, s.end) == (place.start, end)]
    fitting = [s for s in there if s.issue == entry.booked_under]
    if not fitting and len(there) == 1 and there[0].issue is None:
        return there[0]
    named = [s for s in fitting if (s.holder.name if s.holder else None) == entry.holder]
    return next(iter(named or fitting), None)


def _apply(
    decision: _Decision,
    standing: dict[str, Statement],
    record: PositionRecord,
    done: Reviewed,
    *,
    article: Article,
    fault: Fault,
) -> None:
    """Change *standing* as a decision says, or flag it."""
    found, said = decision.found, decision.said
    if said.entry.what == "dropped":
        if found is None:
            done.flagged.append(said.flag("no statement is found there, so there is none to drop"))
            return
        del standing[found.id]
        _note_change(found, None, done)
    else:
        changed = _changed(decision, record, standing)
        trouble = fault(changed, article)
        if trouble is not None:
            done.flagged.append(said.flag(f"as it is coded there, {trouble}"))
            return
        standing[changed.id] = changed
        _note_change(found, changed, done)
    done.applied += 1
    if decision.place.moved is not None:
        done.flagged.append(said.flag(decision.place.moved, applied=True))


def _changed(
    decision: _Decision, record: PositionRecord, standing: Mapping[str, Statement]
) -> Statement:
    """Return the statement as a person codes it."""
    entry, found = decision.said.entry, decision.found
    coded: dict[str, object] = {"issue": entry.issue}
    if found is None:
        start = decision.place.start
        words = Passage(start=start, end=start + len(entry.quote), quote=entry.quote)
        base = new_statement(record, standing, words, entry.issue, entry.stance)
        coded["holder"] = _holder(entry.holder, base)
    else:
        base = found
        # What an entry leaves out stays: a view must not become the author's by an omission.
        if "stance" in entry.model_fields_set:
            coded["stance"] = entry.stance
        if "holder" in entry.model_fields_set:
            coded["holder"] = _holder(entry.holder, base)
    changed = base.model_copy(update=coded)
    is_same = found is not None and _coding(changed) == _coding(found)
    return changed.model_copy(update={"review": "confirmed" if is_same else "corrected"})


def new_statement(
    record: PositionRecord,
    taken: Iterable[str],
    passage: Passage,
    issue: str | None,
    stance: Stance,
) -> Statement:
    """Return a statement on words that the extractor has none for, or none on that issue.

    Args:
        record: as the extractor made it; what it says of the same words on another issue (kind,
            holder, conditions) holds here, too.
        taken: ids of the statements that were added before.
        passage: the words.
        issue: issue id.
        stance: the holder's.
    """
    numbers = (name.rpartition(":s")[2] for name in (*taken, *(s.id for s in record.statements)))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    coded = {"id": f"{record.source.id}:s{last + 1}", "issue": issue, "stance": stance}
    span = (passage.start, passage.end)
    like = next((s for s in record.statements if (s.start, s.end) == span), None)
    if like is not None:
        return like.model_copy(update=coded)
    plain = {"kind": "claim", "holder": None, "modality": "plain"}
    return Statement.model_validate(dict(passage) | plain | coded)


def _holder(name: str | None, base: Statement) -> Holder | None:
    if name is None:
        return None
    same = base.holder is not None and base.holder.name == name
    return base.holder if same else Holder(name=name)


def _coding(statement: Statement) -> tuple[object, ...]:
    """Return what a person decides about a statement."""
    return statement.issue, statement.stance, statement.holder and statement.holder.name


def _note_change(before: Statement | None, after: Statement | None, done: Reviewed) -> None:
    """Note the issues on which the author is now heard to say something else."""
    if before is not None and after is not None and _coding(before) == _coding(after):
        return
    both = (said for said in (before, after) if said is not None and said.holder is None)
    done.affected |= {said.issue for said in both if said.issue is not None}
