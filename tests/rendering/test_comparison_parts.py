"""What the brief says of actors, companions, disputes and those who are not heard."""

import pytest

from briefgen.models import (
    Actor,
    ActorPosition,
    ActorReport,
    Brief,
    Companions,
    Dispute,
    Gap,
    Holder,
    ReportedPosition,
    UnheardStakeholder,
)
from briefgen.rendering.audience import Audience
from briefgen.rendering.markdown import render_markdown

BRANDT = "d4:s60"
OTHER = "e5:s90"


def report(source: str, name: str, statement: str) -> ActorReport:
    return ActorReport(source=source, names=(name,), statements=(statement,))


@pytest.fixture
def with_actor(brief: Brief) -> Brief:
    """Return the brief with a second source that reports the minister, against the link."""
    issue = brief.issues[0]
    words = "The minister Brandt has no love for the tunnel."
    statement = brief.statements[BRANDT].model_copy(
        update={
            "id": OTHER, "quote": words, "end": 90_000 + len(words), "stance": "oppose",
            "holder": Holder(name="Brandt"),
        }
    )  # fmt: skip
    reported = ReportedPosition(
        holder="Brandt", role=None, stance="oppose", source="e5", statements=(OTHER,)
    )
    actor = Actor(
        name="Ada Brandt",
        aliases=("Brandt",),
        positions=(
            ActorPosition(
                issue=issue.id, stance="support", reports=(report("d4", "Ada Brandt", BRANDT),)
            ),
            ActorPosition(
                issue=issue.id, stance="oppose", reports=(report("e5", "Brandt", OTHER),)
            ),
        ),
        contested=(issue.id,),
        author_of=("b2",),
    )
    changed = issue.model_copy(update={"reported": (*issue.reported, reported)})
    return brief.model_copy(
        update={
            "issues": (changed, *brief.issues[1:]),
            "statements": {**brief.statements, OTHER: statement},
            "actors": (actor,),
        }
    )


def line_of(markdown: str, label: str) -> str:
    return next(line for line in markdown.splitlines() if line.startswith(f"*{label}:*"))


def test_an_actor_on_both_sides_is_said_to_be_and_an_author_named(
    with_actor: Brief, audience: Audience
) -> None:
    line = line_of(render_markdown(with_actor, audience), "Reported, not held by the authors")

    assert line.count("Ada Brandt: ") + line.count("Ada Brandt (harbour minister): ") == 2
    assert line.count("(others report the other side)") == 2
    assert "(author of [[2](#source-2)])" in line
    assert "Against — Ada Brandt" in line
    assert "In support — Ada Brandt" in line


def test_one_actor_and_side_of_two_sources_stands_once(
    with_actor: Brief, audience: Audience
) -> None:
    first, second = with_actor.issues[0].reported
    actor = with_actor.actors[0]
    position = actor.positions[0].model_copy(
        update={"reports": (*actor.positions[0].reports, report("e5", "Brandt", OTHER))}
    )
    same = actor.model_copy(update={"positions": (position,), "contested": (), "author_of": ()})
    issue = with_actor.issues[0].model_copy(
        update={"reported": (first, second.model_copy(update={"stance": "support"}))}
    )
    brief = with_actor.model_copy(
        update={"issues": (issue, *with_actor.issues[1:]), "actors": (same,)}
    )
    line = line_of(render_markdown(brief, audience), "Reported, not held by the authors")

    assert line.count("Ada Brandt (harbour minister)") == 1
    assert '[[4](#source-4 "d4:s60"), [5](#source-5 "e5:s90")]' in line


def test_companions_are_one_plain_line(brief: Brief, audience: Audience) -> None:
    group = Companions(
        sources=("a1", "d4"),
        together=("fixed-link", "tolls", "timetable"),
        against=("c3",),
        statements=("a1:s1", "d4:s2"),
    )
    markdown = render_markdown(brief.model_copy(update={"companions": (group,)}), audience)

    assert line_of(markdown, "Sources that go together") == (
        '*Sources that go together:* [[1](#source-1 "a1:s1"), [4](#source-4 "d4:s2")] take the '
        "same side on all three issues on which both take one (A fixed link, Tolls and Timetable); "
        "one source stands against them on at least one [[3](#source-3)]."
    )
    assert "Sources that go together" not in render_markdown(brief, audience)


def test_a_dispute_stands_behind_its_condition(brief: Brief, audience: Audience) -> None:
    issue = brief.issues[1]
    conditions = tuple(
        item.model_copy(
            update={"disputed_by": (Dispute(source="a1", stance="support", statement="a1:s6"),)}
        )
        if item.statement == "d4:s9"
        else item
        for item in issue.conditions
    )
    changed = issue.model_copy(update={"conditions": conditions})
    issues = (brief.issues[0], changed, *brief.issues[2:])
    markdown = render_markdown(brief.model_copy(update={"issues": issues}), audience)

    (line,) = [line for line in markdown.splitlines() if "; disputed: " in line]
    assert line.startswith(
        "*Condition:* The review advises against public funding above one third unless the regions "
        "share the risk of delay. (digest) [[4]"
    )
    assert "Half is the least the state can do" in line


def test_who_is_not_heard_is_said_and_can_format_nothing(brief: Brief, audience: Audience) -> None:
    unheard = (
        UnheardStakeholder(name="Anglers", aliases=(), kind="named", sources=("c3",)),
        UnheardStakeholder(name="*Pilots* <b>", aliases=(), kind="absent"),
    )
    markdown = render_markdown(brief.model_copy(update={"unheard": unheard}), audience)

    assert line_of(markdown, "Not heard") == (
        "*Not heard:* Named, but no view of theirs is reported: Anglers [[3](#source-3)]; "
        "no view is reported of \\*Pilots\\* \\<b>."
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            "lone-side",
            "one source alone takes a side that could be determined, in support, on "
            "**Tolls** [[2](#source-2)]",
        ),
        (
            "other-side-reported",
            "only support of authors could be made out, with opposition reported of others, on "
            '**Tolls** [[2](#source-2)], reported in [[5](#source-5 "e5:s62")]',
        ),
        ("single-outlet", "a view was found in one outlet alone on **Tolls** [[2](#source-2)]"),
    ],
)
def test_each_kind_of_gap_has_its_words(
    brief: Brief, audience: Audience, kind: str, words: str
) -> None:
    side = None if kind == "single-outlet" else "support"
    reported = ("e5:s62",) if kind == "other-side-reported" else ()
    gap = Gap(issue="tolls", kind=kind, side=side, sources=("b2",), reported=reported)
    markdown = render_markdown(brief.model_copy(update={"gaps": (gap,)}), audience)

    assert words.lower() in markdown.lower()
