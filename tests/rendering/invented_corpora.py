"""Corpora of any size on an invented canal: records as coders leave them, with nothing left out.

The words are put together by chance from a few lists, always the same for the same seed. So there
are short passages and long ones, sides of one source and of many, digests, conditions, concessions,
views of others and recommendations, and issues that nobody takes up.
"""

import random
from collections.abc import Sequence

from briefgen.models import (
    Codebook,
    Holder,
    Issue,
    IssueStance,
    Passage,
    PositionRecord,
    Provenance,
    Source,
    Stance,
    Statement,
)
from briefgen.models.record import StatementKind

_TITLES = (
    ("Deepening the canal", "The canal should be made two metres deeper."),
    ("Tolls for barges", "Barges should pay a toll at every lock on the way."),
    ("Night locks", "The locks should be open at night for freight as well as for pleasure boats."),
    ("Houseboats", "Nobody should live on a boat within the walls of the town."),
    ("The towpath", "The towpath should be paved for bicycles from the mill to the sea lock."),
    ("Water for the fields", "Farmers should get their water from the canal before the ships do."),
    ("The old warehouses", "The warehouses at the basin should be pulled down."),
    ("A second bridge", "The town should build a second bridge."),
)
_LONG = (
    ", and the long argument over it",
    ", as the guild of the upper reach and the millers would have it",
)
"""What makes a title, and a proposition, a long one."""
_WHO = ("the lock keepers", "farmers along the water", "the council", "bargemen", "the millers")
_DOES = ("would lose", "would gain", "cannot do without", "have long asked for", "pay for")
_WHAT = (
    "a year's income", "the quiet of the mornings", "the deep water", "the trade of three towns",
    "what the spring floods leave", "an hour at every gate",
)  # fmt: skip
_WHEN = ("each summer", "in dry years", "since the flood", "before the harvest", "by all accounts")
_OUTLETS = ("Lock and Quay", "The Basin Courier", "Upper Reach Gazette", "Tide Table Weekly")
_KINDS: tuple[StatementKind, ...] = ("claim", "claim", "reason", "prediction")
_STANCES: tuple[Stance, ...] = (
    *("support", "oppose", "unclear", "unclear") * 3, "conditional", "neutral"
)  # fmt: skip


def invent_codebook(issues: int, *, wordy: bool = False) -> Codebook:
    """Return a codebook; a wordy one has long titles and propositions."""
    title_end, proposition_end = _LONG if wordy else ("", "")
    return Codebook(
        topic="The future of the Ember canal",
        issues=tuple(
            Issue(
                id=f"issue-{n}",
                title=title + title_end,
                proposition=f"{proposition.removesuffix('.')}{proposition_end}.",
                terms=(title,),
            )
            for n, (title, proposition) in enumerate(_TITLES[:issues])
        ),
        stakeholders=("Anglers", "The Water Board"),
        glossary={"lock": "A chamber with gates in which boats are lifted or lowered"},
    )


def invent_records(
    seed: int,
    sources: int,
    issues: int,
    *,
    stances: Sequence[Stance] = _STANCES,
    silent: float = 0.4,
    wordy: bool = False,
) -> list[PositionRecord]:
    """Return records of so many sources on up to so many issues.

    Args:
        seed: of what chance gives.
        sources: how many.
        issues: how many.
        stances: to draw from.
        silent: part of the issues that a source does not address; 0 for a dense corpus.
        wordy: whether sources have long names.
    """
    chance = random.Random(seed)
    writers = (_Writer(chance, number, issues, stances, silent) for number in range(sources))
    records = [writer.write() for writer in writers]
    return [_with_long_name(record) for record in records] if wordy else records


def _with_long_name(record: PositionRecord) -> PositionRecord:
    title = f"{record.source.title}, and why nobody in the three towns has ever written it down"
    source = record.source.model_copy(
        update={"title": title, "outlet": f"The {_OUTLETS[0]} Review"}
    )
    return record.model_copy(update={"source": source})


class _Writer:
    """Writes one record."""

    def __init__(
        self,
        chance: random.Random,
        number: int,
        issues: int,
        stances: Sequence[Stance],
        silent: float,
    ) -> None:
        self._chance = chance
        self._silent = silent
        self._id = f"source-{number:02}"
        self._number = number
        self._issues = [f"issue-{n}" for n in range(issues)]
        self._stances = stances
        self._statements: list[Statement] = []
        self._end = 0

    def write(self) -> PositionRecord:
        chance = self._chance
        taken: dict[str, IssueStance] = {}
        for issue in self._issues:
            if chance.random() < self._silent:
                continue
            stance = chance.choice(self._stances)
            ids = [self._argue(issue, stance) for _ in range(chance.randint(1, 4))]
            taken[issue] = IssueStance(
                stance=stance, confidence=chance.choice((0.6, 0.9)), statements=tuple(ids)
            )
            if chance.random() < 0.3:
                self._say(issue, chance.choice(self._stances), kind="concession")
            if chance.random() < 0.6:
                holder = Holder(name=chance.choice(("Mayor Quill", "the guild", "Abbot Thorne")))
                self._say(issue, chance.choice(self._stances), holder=holder)
        for _ in range(chance.randint(0, 3)):
            asked = chance.choice((None, "the council", "the Water Board"))
            self._say(
                chance.choice(self._issues), "support", kind="recommendation", addressee=asked
            )
        return PositionRecord(
            source=self._source(),
            provenance=Provenance(
                input_sha256=f"{self._number:064}", codebook_sha256="1" * 64, extractor="lexical/1"
            ),
            thesis=None,
            stances=taken,
            statements=tuple(self._statements),
        )

    def _source(self) -> Source:
        chance = self._chance
        return Source(
            id=self._id,
            path=f"articles/{self._id}.txt",
            title=" ".join(map(chance.choice, (_WHO, _DOES, _WHAT))).capitalize(),
            outlet=chance.choice((None, *_OUTLETS)),
            authors=("Ada Fenn",) if chance.random() < 0.3 else (),
            published=chance.choice((None, "2031-05-02", "2031-06")),
            kind=chance.choice(("verbatim", "verbatim", "digest")),
            words=chance.randint(300, 1200),
        )

    def _argue(self, issue: str, stance: Stance) -> str:
        condition = "provided that the town agrees" if stance == "conditional" else None
        if condition is None and self._chance.random() < 0.15:
            condition = "if the guild pays for it"
        return self._say(issue, stance, kind=self._chance.choice(_KINDS), condition=condition)

    def _say(
        self,
        issue: str,
        stance: Stance,
        *,
        kind: StatementKind = "claim",
        holder: Holder | None = None,
        condition: str | None = None,
        addressee: str | None = None,
    ) -> str:
        quote = self._sentence(condition)
        start = self._end + 1
        self._end = start + len(quote)
        conditions = ()
        if condition is not None:
            at = start + quote.index(condition)
            conditions = (Passage(start=at, end=at + len(condition), quote=condition),)
        id_ = f"{self._id}:s{len(self._statements) + 1}"
        self._statements.append(
            Statement(
                id=id_, start=start, end=self._end, quote=quote, kind=kind, holder=holder,
                issue=issue, stance=stance, modality="plain", conditions=conditions,
                addressee=addressee,
            )
        )  # fmt: skip
        return id_

    def _sentence(self, condition: str | None) -> str:
        """Return a sentence of one to six clauses, with a number that makes it its own."""
        chance = self._chance
        clauses = [
            f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)}"
            f" {chance.choice(_WHEN)}"
            for _ in range(chance.choice((1, 1, 2, 2, 3)))
        ]
        text = ", and ".join(clauses)
        text = f"In week {chance.randint(1, 9999)} {text}"
        return f"{text}, {condition}." if condition else f"{text}."
