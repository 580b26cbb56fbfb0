"""What the sources ask for."""

from briefgen.models import Brief

from .factories import brief_of, draft


def asked(brief: Brief) -> list[tuple[str, str | None, str | None]]:
    return [(item.statement, item.addressee, item.issue) for item in brief.recommendations]


def test_only_the_authors_own_recommendations_count():
    source = draft("a")
    own = source.say("toll", kind="recommendation", addressee="the council")
    source.say("toll", kind="recommendation", holder="Pilots")
    source.say("toll", kind="claim")
    brief = brief_of(source.record())

    assert asked(brief) == [(own, "the council", "toll")]
    assert own in brief.statements


def test_a_source_has_three_the_telling_ones_first_and_those_with_an_addressee_lead():
    one, two = draft("a"), draft("b")
    one.say(None, "unclear", kind="recommendation")
    on_issue = one.say("toll", "unclear", kind="recommendation")
    named = one.say("toll", "unclear", kind="recommendation", addressee="Ortiz")
    telling = one.say("toll", "oppose", kind="recommendation")
    other = two.say(None, "unclear", kind="recommendation", addressee="the council")

    found = [item[0] for item in asked(brief_of(two.record(), one.record()))]
    assert found == [named, other, telling, on_issue]


def test_the_same_words_are_taken_once_with_the_issue_on_which_they_tell():
    source = draft("a")
    words = "The council should halve the toll for small boats."
    source.say("ferries", "unclear", quote=words, kind="recommendation")
    telling = source.say("toll", "support", quote=words, kind="recommendation")

    assert asked(brief_of(source.record())) == [(telling, None, "toll")]


def test_what_asks_for_nothing_alone_is_left_out():
    source = draft("a")
    source.say("toll", quote="This should be left alone for now.", kind="recommendation")

    assert asked(brief_of(source.record())) == []
