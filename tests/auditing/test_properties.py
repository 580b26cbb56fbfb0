"""What holds for the audit of every brief, whatever the records."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.models import PositionRecord
from briefgen.models.audit import Audit
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path
from tests.synthesis.test_properties import SWAPPED, build, corpora

pytestmark = pytest.mark.slow

COMMITTEE: Audience = load_audience("committee", default_search_path())
SOME = settings(max_examples=25)


def print_page(records: list[PositionRecord], audit: Audit | None = None) -> str:
    return render_markdown(build(records), COMMITTEE, audit)


def audit(markdown: str, records: list[PositionRecord]) -> Audit:
    return audit_page(markdown, "committee.md", Evidence(build(records), records, {}))


def swap_sides(record: PositionRecord) -> PositionRecord:
    """Return the record as that of somebody who holds the opposite on everything."""
    data = record.model_dump()
    for held in (*data["stances"].values(), *data["statements"]):
        held["stance"] = SWAPPED.get(held["stance"], held["stance"])
    return PositionRecord.model_validate(data)


def say_of_sides(found: Audit) -> list[dict[str, tuple[int, int]]]:
    return [
        {side.stance: (side.quotations, side.words) for side in issue.sides}
        for issue in found.issues
    ]


@given(corpora())
@SOME
def test_no_brief_is_refused_as_it_is_built(records):
    found = audit(print_page(records), records)

    assert found.findings == ()
    assert found.passed


@given(corpora())
@SOME
def test_swapping_the_sides_in_every_record_swaps_the_figures(records):
    swapped = [swap_sides(record) for record in records]
    found, mirrored = (audit(print_page(each), each) for each in (records, swapped))

    assert say_of_sides(mirrored) == [
        {SWAPPED.get(stance, stance): figures for stance, figures in issue.items()}
        for issue in say_of_sides(found)
    ]
    assert [(s.quotations, s.words) for s in mirrored.total] == [
        (s.quotations, s.words) for s in reversed(found.total)
    ]
    assert mirrored.widest_ratio == found.widest_ratio


@given(corpora())
@SOME
def test_the_result_on_the_page_is_no_part_of_what_is_audited(records):
    first = audit(print_page(records), records)
    second = audit(print_page(records, first), records)

    assert second == first


@given(corpora(), st.randoms(use_true_random=False))
@SOME
def test_a_mangled_page_is_audited_without_a_crash(records, random):
    lines = print_page(records).split("\n")
    for _ in range(random.randint(1, 30)):
        place, kind = random.randrange(len(lines)), random.randint(0, 3)
        if kind == 0:
            lines[place] = lines[place][: random.randint(0, len(lines[place]))]
        elif kind == 1:
            lines.insert(place, lines[random.randrange(len(lines))])
        elif kind == 2:
            lines[place] = "".join(random.sample(lines[place], len(lines[place])))
        elif len(lines) > 1:
            del lines[place]

    found = audit("\n".join(lines), records)

    assert {finding.check for finding in found.findings} == {
        check.name for check in found.checks if not check.passed
    }
