"""Numbers, labels, dates, and the hash of the evidence."""

import pytest

from briefgen.models import Failure
from briefgen.synthesis.brief import synthesize

from .factories import brief_of, draft, make_codebook, make_record


def test_numbers_follow_the_order_of_first_citation_then_the_id():
    """The contested issue opens the summary, so its sources come before those of the first."""
    brief = brief_of(
        make_record("a", {}),
        make_record("b", {"toll": "unclear"}),
        make_record("c", {"ferries": "oppose"}),
        make_record("d", {"ferries": "support"}),
    )

    assert [(s.number, s.id) for s in brief.sources] == [(1, "d"), (2, "c"), (3, "b"), (4, "a")]


def labels(*sources: dict[str, object]) -> list[str]:
    records = [draft(f"s{n}", **source).record() for n, source in enumerate(sources)]
    found = {source.id: source.label for source in brief_of(*records).sources}
    return [found[record.source.id] for record in records]


def test_a_label_is_the_outlet_else_the_authors_else_the_title_else_the_id():
    long = "A very long account of how the harbour came to have four cranes and no ferry"
    assert labels(
        {"outlet": "The  Quay", "authors": ["A. Lind"], "title": "T"},
        {"outlet": " ", "authors": ["B. Marsh"], "title": "T"},
        {"authors": ["C. Vale", "D. Ortiz"]},
        {"title": long},
        {},
    ) == [
        "The Quay",
        "B. Marsh",
        "C. Vale and others",
        "A very long account of how the harbour came to…",
        "s4",
    ]


@pytest.mark.parametrize(
    ("source_id", "label"),
    [
        ("007_0f3a9c41d2be7705", "Untitled 007"),
        ("harbour-post", "harbour-post"),
        ("harbour-20310214", "harbour-20310214"),
        ("quay-deadbeefdeaf", "quay-deadbeefdeaf"),
    ],
)
def test_a_download_without_a_title_is_not_named_by_its_digest(source_id, label):
    brief = brief_of(draft(source_id).record())
    assert [source.label for source in brief.sources] == [label]


def test_a_download_without_a_title_is_named_by_its_first_words():
    opening = "The harbour master and the pilots have long agreed"
    brief = brief_of(draft("007_0f3a9c41d2be7705", opening=opening).record())

    assert [source.label for source in brief.sources] == ["Untitled “The harbour master…”"]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([{"authors": ["Lind"]}, {"authors": ["Vale"]}], ["Quay (Lind)", "quay (Vale)"]),
        (
            [{"authors": ["Lind"], "title": "Tides"}, {"authors": ["Lind"], "title": "Cranes"}],
            ["Quay (Tides)", "quay (Cranes)"],
        ),
        (
            [{"published": "2031-02"}, {"published": "2031-03"}],
            ["Quay (2031-02)", "quay (2031-03)"],
        ),
        ([{"authors": ["Lind"]}, {}], ["Quay (s0)", "quay (s1)"]),
    ],
)
def test_sources_of_one_outlet_are_told_apart(sources, expected):
    named = [{"outlet": name, **s} for name, s in zip(("Quay", "quay"), sources, strict=True)]
    assert labels(*named) == expected


def test_a_made_up_label_never_takes_the_name_of_another_source():
    found = labels({"outlet": "Quay"}, {"outlet": "Quay"}, {"outlet": "Quay (s1)"})

    assert found[2] == "Quay (s1)"
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ([], (None, None)),
        ([None, "yesterday"], (None, None)),
        (["2031-02-03", "2030", None, "2031-02"], ("2030", "2031-02-03")),
        (["2031", "2031-05-06T07:08:09Z", "2031-05"], ("2031-05-06", "2031-05-06")),
        (["2031-05", "2031-04-30", "2031-12"], ("2031-04-30", "2031-12")),
    ],
)
def test_dates_run_from_the_oldest_to_the_newest_source(published, expected):
    records = [draft(f"s{n}", published=date).record() for n, date in enumerate(published)]
    brief = brief_of(*records)

    assert (brief.evidence_from, brief.evidence_date) == expected


def test_the_hash_changes_with_the_evidence_and_with_nothing_else():
    one, two = make_record("a", {"toll": "support"}), make_record("b", {"toll": "oppose"})
    failure = Failure(path="c.txt", reason="empty")
    failed = synthesize([two, one], make_codebook(), failures=[failure], generator="other 1")

    assert failed.failures == (failure,)
    assert failed.evidence_sha256 == brief_of(one, two).evidence_sha256
    assert failed.evidence_sha256 != brief_of(one).evidence_sha256
