"""What the article does not bear out is dropped with a reason; the rest stands as it was."""

import pytest

from briefgen.extraction.verification import HOLDER_REACH, verify
from briefgen.models import (
    Article,
    Holder,
    IssueStance,
    Passage,
    PositionRecord,
    Provenance,
    Statement,
)
from tests.extraction.invented import TOLL, make_article

PARAGRAPHS = (
    "Share this story about the toll",
    "The toll clears the streets, because cars pay. Mara Holt thinks otherwise.",
    "Every toll is a tax on commuters if the trams stand still.",
)
ARTICLE = make_article(*PARAGRAPHS, kinds=["furniture", "body", "body"])


def passage(quote: str, article: Article = ARTICLE) -> Passage:
    start = article.text.index(quote)
    return Passage(start=start, end=start + len(quote), quote=quote)


def statement(at: str, number: int = 1, article: Article = ARTICLE, **changes) -> Statement:
    """Return a faultless statement but for the *changes*."""
    fields = {
        **passage(at, article).model_dump(),
        "id": f"a:s{number}",
        "kind": "claim",
        "holder": None,
        "issue": "congestion-charge",
        "stance": "support",
        "modality": "plain",
    }
    return Statement.model_validate({**fields, **changes})


GOOD = statement("The toll clears the streets, because cars pay.", 1)


def record_of(
    *statements: Statement,
    stances: dict[str, IssueStance] | None = None,
    thesis: str | None = None,
    article: Article = ARTICLE,
) -> PositionRecord:
    return PositionRecord(
        source=article.source,
        provenance=Provenance(
            input_sha256=article.input_sha256, codebook_sha256="0" * 64, extractor="test/1"
        ),
        thesis=thesis,
        stances=stances or {},
        statements=statements,
    )


LINE = "Every toll is a tax on commuters if the trams stand still."
FAULTS = {
    "altered quote": (statement(LINE, 2, quote=LINE.replace("Every", "This")), "quotation"),
    "quote in other case": (statement(LINE, 2, quote=LINE.upper()), "quotation"),
    "offset by one": (
        statement(LINE, 2, start=passage(LINE).start - 1, end=passage(LINE).end - 1),
        "offsets",
    ),
    "end behind the text": (
        statement(LINE, 2, start=passage(LINE).start, end=len(ARTICLE.text) + 5),
        "offsets",
    ),
    "blank": (statement("\n\n", 2), "empty"),
    "foreign id": (statement(LINE, id="b:s2"), "id"),
    "id of a namesake": (statement(LINE, id="ab:s2"), "id"),
    "duplicate id": (statement(LINE, 1), "same id"),
    "unknown issue": (statement(LINE, 2, issue="parking"), "parking"),
    "furniture": (statement("this story about the toll", 2), "furniture (a share line)"),
    "across furniture": (statement("toll\n\nThe toll clears", 2), "furniture"),
    "across blocks": (statement("otherwise.\n\nEvery toll", 2), "one block"),
    "nobody of that name": (statement(LINE, 2, holder=Holder(name="Ines Varga")), "Ines Varga"),
    "name in other case": (statement(LINE, 2, holder=Holder(name="MARA HOLT")), "MARA HOLT"),
    "name without a letter": (statement(LINE, 2, holder=Holder(name=".")), "name"),
    "condition outside": (
        statement(LINE, 2, conditions=[passage("because cars pay").model_dump()]),
        "condition or reason",
    ),
    "condition altered": (
        statement(
            LINE, 2, conditions=[{**passage("if the trams").model_dump(), "quote": "if the buses"}]
        ),
        "condition or reason",
    ),
    "reason outside": (
        statement(LINE, 2, reasons=[passage("because cars pay").model_dump()]),
        "condition or reason",
    ),
}


@pytest.mark.parametrize(("faulty", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_dropped_with_its_reason_and_the_good_beside_it_stands(faulty, reason):
    verified = verify(record_of(GOOD, faulty), ARTICLE, TOLL)

    (dropped,) = verified.dropped
    assert faulty.id == dropped.item
    assert reason in dropped.detail
    assert faulty.quote == dropped.proposed
    assert (faulty.holder and faulty.holder.name) == dropped.holder
    assert verified.record.statements == (GOOD,)


def test_a_faultless_record_comes_back_as_it_was():
    article = make_article(*PARAGRAPHS[:2], f"Mara Holt said: “{LINE}”")
    held = statement(
        LINE,
        2,
        article,
        holder=Holder(name="Mara Holt"),
        stance="oppose",
        conditions=[passage("if the trams stand still", article).model_dump()],
    )
    own = IssueStance(stance="support", confidence=0.9, statements=(GOOD.id,))
    record = record_of(
        GOOD, held, stances={"congestion-charge": own}, thesis=GOOD.id, article=article
    )

    verified = verify(record, article, TOLL)

    assert record == verified.record
    assert verified.dropped == ()


def test_a_statement_on_no_issue_and_one_in_a_heading_may_stand():
    article = make_article("Tolls for Marrow", *PARAGRAPHS[1:], kinds=["heading"])
    heading = statement("Tolls for Marrow", 1, article, issue=None, stance="unclear")

    assert verify(record_of(heading, article=article), article, TOLL).dropped == ()


@pytest.mark.parametrize(("gap", "stands"), [(HOLDER_REACH // 2, True), (2 * HOLDER_REACH, False)])
def test_a_holder_is_named_near_the_statement(gap, stands):
    """A name pages away is no proof that this is what its bearer said."""
    article = make_article(f"Mara Holt spoke. {'x' * gap}. She said the toll clears the streets.")
    held = statement("the toll clears the streets.", 1, article, holder=Holder(name="Mara Holt"))

    verified = verify(record_of(held, article=article), article, TOLL)

    assert bool(verified.record.statements) == stands
    assert bool(verified.dropped) != stands


def test_a_holder_is_named_in_whole_words():
    article = make_article("The toll clears the streets. Alignment of the tram lines can wait.")
    held = statement("The toll clears the streets.", 1, article, holder=Holder(name="Ali"))

    assert verify(record_of(held, article=article), article, TOLL).dropped


def test_a_stance_whose_statements_all_fell_falls_with_them():
    own = IssueStance(stance="oppose", confidence=0.9, statements=("a:s2", "a:s9"))
    faulty = FAULTS["altered quote"][0]

    verified = verify(
        record_of(GOOD, faulty, stances={"congestion-charge": own}, thesis="a:s2"), ARTICLE, TOLL
    )

    assert verified.record.stances == {}
    assert verified.record.thesis is None
    assert [d.item for d in verified.dropped] == ["a:s2", "stance congestion-charge", "thesis"]
    assert "a:s2" in verified.dropped[-1].detail


def test_a_stance_keeps_the_statements_that_stand_and_nothing_else_of_it_changes():
    own = IssueStance(stance="support", confidence=0.7, statements=("a:s2", GOOD.id))

    verified = verify(
        record_of(GOOD, FAULTS["altered quote"][0], stances={"congestion-charge": own}),
        ARTICLE,
        TOLL,
    )

    kept = verified.record.stances["congestion-charge"]
    assert own.model_copy(update={"statements": (GOOD.id,)}) == kept


@pytest.mark.parametrize(
    ("issue", "reason"), [("parking", "no such issue"), ("bus-lanes", "none of its statements")]
)
def test_a_stance_on_an_issue_that_its_statements_are_not_about_falls(issue, reason):
    own = IssueStance(stance="support", confidence=0.7, statements=(GOOD.id,))

    verified = verify(record_of(GOOD, stances={issue: own}), ARTICLE, TOLL)

    assert verified.record.stances == {}
    assert reason in verified.dropped[0].detail


def test_nothing_is_repaired_when_everything_is_at_fault():
    faulty = [fault for fault, _ in FAULTS.values() if fault.id == "a:s2"]

    verified = verify(record_of(*faulty), ARTICLE, TOLL)

    assert verified.record.statements == ()
    assert len(faulty) == len(verified.dropped)
    assert all(each.reason for each in verified.dropped)
