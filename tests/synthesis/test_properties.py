"""What holds for every brief, whatever the records."""

import itertools
import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.models import STANCES, Brief, Position, PositionRecord, Stance
from briefgen.synthesis.brief import synthesize

from .factories import ISSUES, draft, make_codebook

CODEBOOK = make_codebook(*ISSUES[:4])
SIDES = ("support", "oppose")
SWAPPED: dict[Stance, Stance] = {"support": "oppose", "oppose": "support"}

stances = st.sampled_from(STANCES)
issues = st.sampled_from(ISSUES[:4])
MANY = settings(max_examples=60)


@st.composite
def record(draw: st.DrawFn, source_id: str) -> PositionRecord:
    """Draw a record; some of its statements are long, reported, or shared between issues."""
    source = draft(
        source_id,
        outlet=draw(st.sampled_from([None, "Quay", "quay", "Quay (s1)"])),
        authors=draw(st.sampled_from([(), ("Lind",), ("Vale", "Ortiz")])),
        title=draw(st.sampled_from([None, "Tides"])),
        published=draw(st.sampled_from([None, "2031", "2031-04", "2031-04-05"])),
    )
    for issue in draw(st.lists(issues, unique=True)):
        stance = draw(stances)
        ids = [
            source.say(
                issue,
                stance,
                quote=None if draw(st.booleans()) else f"{source_id} {issue} {n} " + "word " * 60,
                holder=draw(st.sampled_from([None, None, "Pilots"])),
                conditions=draw(st.sampled_from([(), ("if it rains",)])),
            )
            for n in range(draw(st.integers(0, 5)))
        ]
        if source.statements and draw(st.booleans()):
            ids.insert(0, source.statements[0].id)
        source.take(issue, stance, *ids, confidence=draw(st.sampled_from([0.5, 0.9])))
    for issue in draw(st.lists(issues, max_size=3)):
        holder = draw(st.sampled_from([None, "Ortiz", "President Ortiz", "the Board"]))
        source.say(issue, draw(stances), holder=holder, kind="concession")
    for issue in draw(st.lists(st.sampled_from([None, *ISSUES[:2]]), max_size=2)):
        addressee = draw(st.sampled_from([None, "the council"]))
        source.say(issue, draw(stances), kind="recommendation", addressee=addressee)
    return source.record()


@st.composite
def corpora(draw: st.DrawFn) -> list[PositionRecord]:
    return [draw(record(f"s{n}")) for n in range(draw(st.integers(0, 7)))]


def build(records: list[PositionRecord]) -> Brief:
    return synthesize(records, CODEBOOK, generator="briefgen 0")


def cited_ids(brief: Brief) -> Iterator[str]:
    """Yield every statement id that an item of *brief* names."""
    for issue in brief.issues:
        for position in issue.positions:
            yield from position.shown
            yield from itertools.chain.from_iterable(s.statements for s in position.sources)
        for item in (*issue.conditions, *issue.concessions):
            yield item.statement
        yield from itertools.chain.from_iterable(r.statements for r in issue.reported)
    for items in (brief.in_brief, brief.agreements, brief.divergences):
        yield from itertools.chain.from_iterable(item.statements for item in items)
    yield from (item.statement for item in brief.recommendations)


def cited_sources(brief: Brief) -> Iterator[str]:
    """Yield every source id that an item of *brief* names."""
    for issue in brief.issues:
        yield from (*issue.silent, *issue.in_passing)
        yield from (s.source for p in issue.positions for s in p.sources)
        yield from (i.source for i in (*issue.conditions, *issue.concessions, *issue.reported))
    for point in brief.in_brief:
        yield from (*point.support, *point.oppose, *point.conditional, *point.other, *point.silent)
    yield from (item.source for item in brief.recommendations)
    for agreement in (*brief.agreements, *brief.gaps):
        yield from agreement.sources
    yield from (row.source for row in brief.coverage)


def evidence_of(position) -> set[str]:
    return {i for source in position.sources for i in source.statements}


@given(corpora())
@MANY
def test_what_takes_a_stance_itself_leads_where_there_is_any(records):
    """Titles apart: they wait behind everything (the records drawn here repeat none)."""
    brief = build(records)

    for issue in brief.issues:
        for position in issue.positions:
            own = [s for i in evidence_of(position) if not (s := brief.statements[i]).holder]
            if any(statement.stance == position.stance for statement in own):
                assert brief.statements[position.shown[0]].stance == position.stance


@given(corpora(), st.randoms(use_true_random=False))
@MANY
def test_the_order_of_the_records_does_not_matter(records, random):
    shuffled = random.sample(records, len(records))

    assert build(shuffled).model_dump_json() == build(records).model_dump_json()


@given(corpora())
@MANY
def test_every_id_resolves_and_no_statement_is_there_unnamed(records):
    brief = build(records)

    assert set(cited_ids(brief)) == set(brief.statements)
    assert set(cited_sources(brief)) == {source.id for source in brief.sources}


@given(corpora())
@MANY
def test_every_issue_accounts_for_every_source_once(records):
    brief = build(records)
    everyone = sorted(record.source.id for record in records)

    for issue in brief.issues:
        holding = [s.source for p in issue.positions for s in p.sources]
        assert sorted((*holding, *issue.in_passing, *issue.silent)) == everyone
        spoken = {r.source.id for r in records if any(s.issue == issue.id for s in r.statements)}
        assert not spoken & set(issue.silent)
        assert set(issue.in_passing) <= spoken
    assert sorted(row.source for row in brief.coverage) == everyone


@given(corpora())
@MANY
def test_space_is_shared_out_fairly(records):
    """No stance with evidence goes unshown, and no side is cut short while it has more to show."""
    brief = build(records)

    for issue in brief.issues:
        shown = [i for p in issue.positions for i in p.shown]
        assert len(shown) == len(set(shown)) <= 8
        for position in issue.positions:
            assert set(position.shown) <= evidence_of(position)
            own = {i for i in evidence_of(position) if brief.statements[i].holder is None}
            assert bool(position.shown) == bool(own)
        both = [p for p in issue.positions if p.stance in SIDES]
        for less, more in itertools.permutations(both, 2):
            words = {brief.statements[i].quote for i in speaking_for(less, brief)}
            assert len(less.shown) >= min(len(more.shown), len(words))
        unequal = len(both) == 2 and len(both[0].shown) != len(both[1].shown)
        longer = any(
            count_words(brief, more) > 2 * count_words(brief, less)
            for less, more in itertools.permutations(both, 2)
        )
        assert (issue.id in brief.balance.unequal) == (unequal or longer)


def speaking_for(position: Position, brief: Brief) -> set[str]:
    """Return the authors' own passages: of each those that take the stance, or else all."""
    found: set[str] = set()
    for source in position.sources:
        own = [i for i in source.statements if brief.statements[i].holder is None]
        taking = [i for i in own if brief.statements[i].stance == position.stance]
        found.update(taking or own)
    return found


def count_words(brief: Brief, position: Position) -> int:
    return sum(len(re.findall(r"\w+", brief.statements[i].quote)) for i in position.shown)


@given(corpora())
@MANY
def test_only_the_authors_own_words_are_shown_for_a_stance(records):
    brief = build(records)

    for position in (p for issue in brief.issues for p in issue.positions):
        assert all(brief.statements[i].holder is None for i in position.shown)


@given(corpora())
@MANY
def test_swapping_the_sides_in_every_record_swaps_their_shares(records):
    swapped = [
        PositionRecord.model_validate_json(
            record.model_dump_json()
            .replace('"support"', '"was"')
            .replace('"oppose"', '"support"')
            .replace('"was"', '"oppose"')
        )
        for record in records
    ]
    plain, mirrored = build(records), build(swapped)

    def shown(brief: Brief) -> dict[tuple[str, Stance], tuple[str, ...]]:
        return {(i.id, p.stance): p.shown for i in brief.issues for p in i.positions}

    expected = {(i, SWAPPED.get(s, s)): ids for (i, s), ids in shown(plain).items()}
    assert shown(mirrored) == expected
    assert [r.source for r in mirrored.coverage] == [r.source for r in plain.coverage]
    assert [p.issue for p in mirrored.in_brief] == [p.issue for p in plain.in_brief]
    assert mirrored.recommendations == plain.recommendations
    assert [p.kind for p in mirrored.in_brief] == [p.kind for p in plain.in_brief]


@given(corpora())
@MANY
def test_labels_are_unique_and_numbers_run_from_one(records):
    sources = build(records).sources

    assert len({" ".join(s.label.split()).casefold() for s in sources}) == len(sources)
    assert [source.number for source in sources] == list(range(1, len(sources) + 1))


@given(corpora())
@MANY
def test_a_brief_survives_json(records):
    brief = build(records)

    assert Brief.model_validate_json(brief.model_dump_json()) == brief
    assert len(brief.in_brief) <= 5
    assert len({point.issue for point in brief.in_brief}) == len(brief.in_brief)
