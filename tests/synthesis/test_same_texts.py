"""A text that ran in several places counts once; the others are named with what differs."""

import random

import pytest

from briefgen.errors import UsageError
from briefgen.likeness.sketches import sketch_text
from briefgen.models import PositionRecord

from .factories import brief_of, invent_words, issue_of, make_record, position_of

TEXT = " ".join(invent_words(str(number)) for number in range(80)).split()


def with_text(record: PositionRecord, words: list[str]) -> PositionRecord:
    """Return the record as made from an article with these words."""
    provenance = record.provenance.model_copy(update={"text": sketch_text([" ".join(words)])})
    return record.model_copy(update={"provenance": provenance})


def source(name: str, words: list[str], **known) -> PositionRecord:
    return with_text(make_record(name, {"toll": "support"}, **known), words)


def test_a_syndicated_text_counts_once_everywhere():
    brief = brief_of(
        source("first", TEXT, outlet="Quay"),
        source("second", TEXT[:500], outlet="Mole"),
        make_record("other", {"toll": "oppose"}),
    )

    assert {each.id for each in brief.sources} == {"first", "other"}
    assert [s.source for s in position_of(brief, "toll", "support").sources] == ["first"]
    assert {row.source for row in brief.coverage} == {"first", "other"}
    assert [side.sources for side in brief.balance.sides] == [1, 1]
    assert all("second" not in issue.silent for issue in brief.issues)
    assert not any(statement.startswith("second") for statement in brief.statements)


def test_what_differs_is_said():
    known = {"outlet": "Quay", "title": "Wait", "published": "2031-02-01", "authors": ("Lind",)}
    other = known | {"outlet": "Mole", "title": "Too late", "published": "2031-02-03"}
    brief = brief_of(source("first", TEXT, **known), source("second", TEXT[:500], **other))

    (same,) = brief.same_texts
    assert (same.source.id, same.of) == ("second", "first")
    assert same.differs == ("title", "outlet", "published", "text")
    assert same.share == pytest.approx(500 / len(TEXT), abs=0.1)
    assert same.own_share == 0


def test_the_fullest_text_counts_and_of_equal_ones_the_oldest():
    def counted(*records):
        return [each.id for each in brief_of(*records).sources]

    old, new = {"published": "2031-02-01"}, {"published": "2031-03-01"}
    assert counted(source("a", TEXT[:400], **old), source("b", TEXT, **new)) == ["b"]
    assert counted(source("a", TEXT, **new), source("b", TEXT, **old)) == ["b"]
    assert counted(source("a", TEXT), source("b", TEXT, **new)) == ["b"]
    assert counted(source("a", TEXT), source("b", TEXT)) == ["a"]
    assert counted(source("a", TEXT, kind="digest"), source("b", TEXT[:400])) == ["b"]


def test_a_line_about_the_first_print_does_not_make_a_reprint_the_original():
    brief = brief_of(
        source("a", [*TEXT, *"this piece ran first in another paper".split()], published="2031-05"),
        source("b", TEXT, published="2031-04"),
    )

    assert [each.id for each in brief.sources] == ["b"]
    assert brief.same_texts[0].own_share > 0


def test_each_is_compared_with_the_one_that_counts_and_no_chain_is_formed():
    """The middle part is in both; the two ends have nothing in common."""
    brief = brief_of(
        source("start", TEXT[:330]), source("middle", TEXT[165:495]), source("end", TEXT[330:])
    )

    assert "start" in {each.id for each in brief.sources}
    assert "end" in {each.id for each in brief.sources}


def test_of_two_texts_that_it_could_be_it_is_the_one_of_which_it_holds_more():
    brief = brief_of(
        source("late", TEXT[250:]), source("start", TEXT[:400]), source("copy", TEXT[150:400])
    )

    assert [(same.source.id, same.of) for same in brief.same_texts] == [("copy", "start")]


def test_the_order_of_the_records_does_not_matter():
    records = [source(f"s{n}", TEXT[: 640 - 40 * n], published=f"2031-0{n + 1}") for n in range(5)]
    records += [source(f"t{n}", list(reversed(TEXT))) for n in range(3)]
    shuffled = random.Random(3).sample(records, len(records))

    assert brief_of(*shuffled) == brief_of(*records)
    assert len(brief_of(*records).sources) == 2


def test_records_without_a_sketch_are_texts_of_their_own():
    brief = brief_of(*(make_record(name, {"toll": "support"}) for name in "ab"))

    assert len(brief.sources) == 2
    assert brief.same_texts == ()


def test_one_source_twice_is_still_an_error_and_no_reprint():
    with pytest.raises(UsageError, match="two records for one source"):
        brief_of(source("a", TEXT), source("a", TEXT))


def test_the_evidence_hash_covers_what_does_not_count():
    """The records file holds a line for each source."""
    alone = brief_of(source("a", TEXT))
    twice = brief_of(source("a", TEXT), source("b", TEXT))

    assert issue_of(alone, "toll") == issue_of(twice, "toll")
    assert alone.evidence_sha256 != twice.evidence_sha256
