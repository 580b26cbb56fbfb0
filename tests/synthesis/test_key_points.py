"""Key points: what statements of one side say alike, and what that does to the quotations."""

from hypothesis import given, settings

from briefgen.models import KeyPoint

from .factories import brief_of, draft, position_of
from .test_properties import build, corpora

WALL = (
    "The sea wall will crack within ten winters.",
    "Within ten winters the sea wall cracks and falls.",
    "A sea wall that cracks within ten winters protects nobody.",
)
PILOTS = "Pilots lose their wages when traffic moves elsewhere."
OTTERS = "Otters breed nowhere else along this coast."


def speaker(name: str, *quotes: str, stance="support", confidence=0.9):
    """Make a record that takes *stance* on the toll with *quotes*."""
    source = draft(name)
    ids = [source.say("toll", stance, quote=quote) for quote in quotes]
    return source.take("toll", stance, *ids, confidence=confidence).record()


def support_of(*records):
    return position_of(brief_of(*records), "toll", "support")


def test_statements_that_say_the_same_are_one_point_with_their_sources():
    position = support_of(
        speaker("a", WALL[0], PILOTS), speaker("b", WALL[1]), speaker("c", OTTERS, WALL[2])
    )

    (point,) = position.key_points
    assert {point.statement, *point.behind} == {"a:s1", "b:s1", "c:s2"}
    assert set(point.sources) == {"a", "b", "c"}
    assert position.unmatched == ("a:s2", "c:s1")


def test_the_statement_that_is_shown_speaks_for_the_point():
    """And where none is, the best put: a whole sentence before a piece of one."""
    position = support_of(speaker("a", "cracks in the sea wall within ten winters", WALL[0]))

    assert position.key_points == (KeyPoint(statement="a:s2", behind=("a:s1",), sources=("a",)),)
    assert position.shown[0] == "a:s2"


def test_points_stand_in_the_order_of_their_prevalence():
    lamps = ("Lamp oil has never been dearer.", "Dearer lamp oil than ever before!")
    position = support_of(
        speaker("a", *lamps, WALL[0]), speaker("b", WALL[1]), speaker("c", WALL[2])
    )

    assert [len(point.sources) for point in position.key_points] == [3, 1]


def test_what_most_sources_argue_is_shown_first():
    """Though the surest source argues something else."""
    position = support_of(
        speaker("a", OTTERS, confidence=0.95), speaker("b", WALL[0]), speaker("c", WALL[1])
    )

    assert position.shown == ("b:s1", "a:s1", "c:s1")


def test_no_argument_is_shown_twice_where_another_waits():
    position = support_of(speaker("a", WALL[0], PILOTS), speaker("b", WALL[1], OTTERS))

    assert position.shown == ("a:s1", "b:s2", "a:s2")


def test_a_source_that_has_nothing_else_is_still_named_by_the_point():
    position = support_of(
        speaker("a", WALL[0], PILOTS, OTTERS), speaker("b", WALL[1]), speaker("c", WALL[2])
    )

    assert position.shown == ("a:s1", "a:s2", "a:s3")
    assert set(position.key_points[0].sources) == {"a", "b", "c"}


def test_a_repeated_argument_fills_a_place_that_nothing_else_wants():
    """So no side is shown less for agreeing with itself."""
    assert support_of(speaker("a", WALL[0]), speaker("b", WALL[1])).shown == ("a:s1", "b:s1")


def test_only_the_authors_own_arguments_count():
    source = draft("a")
    own = source.say("toll", quote=WALL[0])
    reported = source.say("toll", quote=WALL[1], holder="Pilots")
    position = support_of(source.take("toll", "support", own, reported).record())

    assert position.key_points == ()
    assert position.unmatched == ("a:s1",)


def test_a_headline_is_no_argument():
    source = draft("a", title=WALL[0])
    title, body = source.say("toll", quote=WALL[0]), source.say("toll", quote=WALL[1])
    position = support_of(source.take("toll", "support", title, body).record())

    assert position.key_points == ()
    assert position.unmatched == ("a:s2",)


def test_a_position_without_a_side_argues_for_none():
    records = [speaker(name, WALL[0], stance="unclear") for name in "ab"]
    position = position_of(brief_of(*records), "toll", "unclear")

    assert (position.key_points, position.unmatched) == ((), ())


def test_the_words_of_the_proposition_make_no_point():
    """All that support the proposition speak of it: that alone is no argument in common."""
    position = support_of(
        speaker("a", "The town should pay for the toll."),
        speaker("b", "For the toll the town should pay, we say."),
    )

    assert position.key_points == ()


@given(corpora())
@settings(max_examples=60)
def test_every_argument_stands_in_one_place(records):
    brief = build(records)

    for position in (p for issue in brief.issues for p in issue.positions):
        grouped = [i for p in position.key_points for i in (p.statement, *p.behind)]
        placed = [*grouped, *position.unmatched]
        own = {
            i
            for source in position.sources
            for i in source.statements
            if brief.statements[i].holder is None
        }
        assert len(placed) == len(set(placed))
        assert set(placed) <= own
        for point in position.key_points:
            assert point.behind
            makers = {i.rpartition(":")[0] for i in (point.statement, *point.behind)}
            assert set(point.sources) == makers
            assert len(point.sources) == len(makers)
