"""A review in a real terminal, with single keys; what the next builds make of it."""

import os
import signal

import pytest

pytest.importorskip("termios")

from tests.reviewing.conftest import ARTICLES
from tests.reviewing.terminal import Terminal

pytestmark = pytest.mark.slow

LEGEND = "? help\n> "


@pytest.fixture
def sit_down(corpus):
    """Return a function that begins a review in a terminal."""

    def begin(*options: str) -> Terminal:
        return Terminal("review", corpus.name, "--who", "A. Holm", *options, cwd=corpus.parent)

    return begin


def press(terminal: Terminal, key: str) -> None:
    """Press a key where one is asked for."""
    terminal.expect(LEGEND)
    terminal.type(key)


def choose_stance(terminal: Terminal, key: str) -> None:
    """Say where the author stands, or the passage."""
    press(terminal, "t")
    terminal.expect("leaves it): ")
    terminal.type(key)
    terminal.expect("Saved: ")


def review_three(terminal: Terminal) -> None:
    """Change three codes: a stance, a passage's stance, and a passage's holder."""
    terminal.expect("crumb: Let the stoves glow")
    choose_stance(terminal, "c")
    press(terminal, "\r")
    terminal.expect("ledger: What a loaf costs")
    press(terminal, "p")
    terminal.expect("passage 1 of 2")
    choose_stance(terminal, "o")
    press(terminal, "u")
    terminal.expect("Now: oppose, by your passages")
    press(terminal, "s")
    press(terminal, "s")
    terminal.expect("pillow: A street that wants to sleep")
    press(terminal, "p")
    terminal.expect("passage 1 of 2")
    press(terminal, "h")
    terminal.expect("(return leaves it): ")
    terminal.type("Guild master Oda Prell\r")
    terminal.expect("Saved: changed, Guild master Oda Prell")
    press(terminal, "q")
    assert terminal.end() == 0


def test_three_codes_are_changed_and_the_next_builds_show_and_flag_them(sit_down, build, corpus):
    with sit_down() as terminal:
        review_three(terminal)
        assert "Saved in this session: 3 changed, 2 skipped." in terminal.shown

    built = build()
    assert "corrections.yaml: 3 of 3 corrections applied (2 to passages, 1 to stances)" in built.err
    assert built.stance("crumb", "chimneys") == ("conditional", "corrected")
    assert built.stance("ledger", "night") == ("oppose", "recomputed")
    changed = built.statement("pillow", "filters on chimneys")
    assert changed["holder"]["name"] == "Guild master Oda Prell"
    assert changed["review"] == "corrected"
    assert "1 of 8 stances was confirmed or corrected by a person" in built.page

    longer = "A letter from Velm\n\n" + ARTICLES["crumb"]
    (corpus / "articles" / "crumb.txt").write_text(longer, encoding="utf-8")
    other = ARTICLES["ledger"].replace("Whether they bake", "If they may bake")
    (corpus / "articles" / "ledger.txt").write_text(other, encoding="utf-8")

    built = build()
    assert "2 of 3 corrections applied" in built.err
    assert "stances[1] (A. Holm, " in built.err
    assert "applied: crumb has changed; each of its passages stands there once" in built.err
    assert "not applied: ledger has changed since" in built.err
    assert "“Whether they bake at night is for the council to say.” stands there no more" in (
        built.err
    )
    assert built.stance("crumb", "chimneys") == ("conditional", "corrected")
    assert built.stance("ledger", "night") == ("unclear", "machine")
    assert [flag["applied"] for flag in built.brief["review"]["flagged"]] == [False, True]
    assert "not there any more:* ledger (statements\\[1\\], A. Holm)." in built.page
    assert "although the article changed:* crumb (stances\\[1\\], A. Holm)." in built.page


def test_a_closed_window_loses_nothing_and_the_next_review_goes_on(sit_down, log):
    with sit_down() as terminal:
        terminal.expect("0 of 8 reviewed")
        terminal.expect("crumb:")
        press(terminal, "c")
        terminal.expect("Saved: confirmed, unclear")
        terminal.hang_up()
    assert [entry["article"] for entry in log()["stances"]] == ["crumb"]

    with sit_down() as terminal:
        terminal.expect("1 of 8 reviewed")
        terminal.expect("ledger:")
        press(terminal, "q")
        assert terminal.end() == 0


def test_the_interrupt_key_ends_the_review(sit_down, log):
    with sit_down() as terminal:
        press(terminal, "c")
        terminal.expect("ledger:")
        terminal.expect(LEGEND)
        os.killpg(terminal.process.pid, signal.SIGINT)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.shown
    assert len(log()["stances"]) == 1


def test_keys_typed_ahead_are_not_lost(sit_down, log):
    with sit_down() as terminal:
        terminal.expect(LEGEND)
        terminal.type("cnfrom the editor\rtoq")
        assert terminal.end() == 0
    confirmed, noted, changed = log()["stances"]
    assert (confirmed["what"], noted["what"], changed["what"]) == (
        "confirmed",
        "skipped",
        "changed",
    )
    assert noted["note"] == "from the editor"
    assert changed["stance"] == "oppose"


def test_the_passage_is_set_off_and_articles_cannot_act_on_the_terminal(sit_down, corpus):
    evil = "Loud ovens\n\nThe bakeries bake at night \x1b[2Jand \x9b31mthe ovens are loud.\n\n"
    evil += "They say so in every house of the street. " * 20
    (corpus / "articles" / "evil.txt").write_text(evil, encoding="utf-8")
    with sit_down("--source", "evil") as terminal:
        terminal.expect("the ovens are loud.")
        press(terminal, "q")
        assert terminal.end() == 0
        assert "\x1b[1;4m" in terminal.raw  # bold, underlined
        assert "\x1b[2J" not in terminal.raw
        assert "\x9b" not in terminal.raw


def test_two_reviews_at_once_are_refused_by_name(sit_down, review):
    with sit_down() as terminal:
        terminal.expect(LEGEND)
        second = review("c", options=("--who", "B. Lind"))
        assert second.code == 2
        assert "velm: is being reviewed by A. Holm, since " in second.err
        terminal.type("q")
        assert terminal.end() == 0

    assert review("q", options=("--who", "B. Lind")).code == 0
