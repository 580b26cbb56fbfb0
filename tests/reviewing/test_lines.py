"""A review by a script: each line is a key."""

import hashlib
import os
import re

import jsonschema
import pytest

from briefgen.schemas import schema_of
from tests.reviewing.conftest import ARTICLES


def test_words_stand_for_keys_and_the_end_of_input_ends_the_review(review, log):
    result = review("stance", "oppose", "", "confirm")

    assert result.code == 0
    assert result.err == ""
    changed, confirmed = log()["stances"]
    text = ARTICLES["crumb"]
    assert changed["who"] == "A. Holm"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00", str(changed["when"]))
    assert changed["article"] == "crumb"
    assert changed["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert (changed["what"], changed["issue"]) == ("changed", "chimneys")
    assert (changed["was"], changed["stance"]) == ("unclear", "oppose")
    assert changed["evidence"][0] in text
    assert (confirmed["what"], confirmed["article"], confirmed["issue"]) == (
        "confirmed",
        "ledger",
        "night",
    )
    assert "Saved in this session: 1 changed, 1 confirmed." in result.out
    assert "2 of 8 stances reviewed here." in result.out


def test_the_least_certain_stances_come_first(review):
    result = review(*["s"] * 8)

    shares = [int(share) for share in re.findall(r"certainty (\d+)%", result.out)]
    assert len(shares) == 8
    assert shares == sorted(shares)


def test_what_was_left_open_comes_last_in_the_next_review(review):
    review("s", "c", "q")

    result = review(*["s"] * 8)

    heads = re.findall(r"^(\w+)(?:: .*)?\n(\w+) .*: The town", result.out, re.MULTILINE)
    assert len(heads) == 7
    assert heads[-1] == ("crumb", "Filters")


def test_all_that_is_reviewed_is_passed_over_unless_wanted_again(review):
    review(*["c"] * 8)

    assert "8 of 8 stances reviewed here." in review("c").out
    assert "The program" not in review("c").out
    again = review("b", "c", "c", options=("--who", "A. Holm", "--again"))
    assert "This is the first one." in again.out
    assert "Saved in this session: nothing." in again.out


def test_another_person_may_confirm_what_one_said(review, log):
    review("c", "q")

    review("c", "q", options=("--who", "B. Lind", "--again"))

    assert [entry["who"] for entry in log()["stances"]] == ["A. Holm", "B. Lind"]


def test_a_passage_is_coded_anew_moved_and_dropped(review, log, build):
    """The stance follows from what is left, where the person says nothing of the whole."""
    review(
        "p", "i", "1", "t", "s", "n", "it is about the night", "q",
        options=("--who", "A. Holm", "--source", "ledger", "--issue", "chimneys"),
    )  # fmt: skip
    review(
        "p", "d", "", "", "q", options=("--who", "A. Holm", "--source", "soot", "--issue", "night")
    )

    moved, coded, noted, dropped = log()["statements"]
    assert (moved["issue"], moved["was_issue"], moved["stance"]) == ("night", "chimneys", "unclear")
    assert (coded["issue"], coded["stance"], coded["was"]) == ("night", "support", "unclear")
    assert noted["note"] == "it is about the night"
    assert (dropped["what"], dropped["article"]) == ("dropped", "soot")

    built = build()
    assert built.stance("ledger", "chimneys") is None
    assert built.records["ledger"]["unaddressed"]["chimneys"]["review"] == "recomputed"
    assert built.stance("ledger", "night") == ("support", "recomputed")
    assert built.stance("soot", "night") is None
    said = built.statement("ledger", "Filters are discussed")
    assert (said["issue"], said["stance"], said["review"]) == ("night", "support", "corrected")


def test_a_view_is_given_to_its_holder_and_back_to_the_author(review, log, build):
    options = ("--who", "A. Holm", "--source", "pillow", "--issue", "chimneys")
    told = review("p", "h", "Lena Vogt", "h", "-", "q", options=options)

    assert "Not saved: its holder 'Lena Vogt' is not named near it." in told.out
    (entry,) = log()["statements"]
    assert entry["holder"] is None
    assert build().statement("pillow", "filters on chimneys")["holder"] is None


def test_an_issue_that_is_not_addressed_leaves_the_matrix(review, build):
    review("d", "q")

    built = build()

    assert built.stance("crumb", "chimneys") is None
    assert built.records["crumb"]["unaddressed"] == {
        "chimneys": {"machine": "unclear", "review": "corrected"}
    }
    assert built.brief["review"]["corrected"] == 1
    assert built.brief["review"]["stances"] == 8


def test_all_shows_what_is_only_named_and_what_is_on_no_issue(review, corpus):
    text = "A bridge\n\nThe council should mend the bridge. One man spoke of filters.\n"
    (corpus / "articles" / "bridge.txt").write_text(text, encoding="utf-8")
    options = ("--who", "A. Holm", "--source", "bridge")

    assert "0 of 0 stances reviewed here." in review("c", options=options).out
    result = review("c", "t", "p", "t", "s", "q", options=(*options, "--all"))

    assert "The program: named in passing, no stance" in result.out
    assert "Saved: confirmed, not addressed (absent)" in result.out
    assert "Passages that belong to no issue of the codebook." in result.out
    assert "t means nothing here" in result.out
    assert "Saved: changed, the author · support · no issue" in result.out


def test_help_and_keys_that_mean_nothing(review, log):
    result = review("?", "z", "t", "z", "p", "?", "i", "ovens", "i", "", "u", "c", "q")

    assert "skip: leave it open; so does the return key" in result.out
    assert "z means nothing here; ? explains the keys." in result.out
    assert "Left as it was." in result.out
    assert "holder: say whose view it is" in result.out
    assert "Not saved: the codebook has no issue 'ovens'." in result.out
    assert len(log()["stances"]) == 1


def test_an_article_that_cannot_be_read_is_named_and_the_others_are_reviewed(review, corpus):
    (corpus / "articles" / "void.txt").write_text("")

    result = review("c", "q")

    assert result.code == 0
    assert "void.txt: the file is empty" in result.err
    assert "Saved: confirmed" in result.out


def test_a_correction_that_does_not_fit_any_more_is_named_and_asked_again(review, corpus):
    review("c", "q")
    path = corpus / "articles" / "crumb.txt"
    path.write_text(ARTICLES["crumb"].replace("would be fine", "are fine"), encoding="utf-8")

    result = review("q")

    assert "corrections.yaml: stances[1] (A. Holm, " in result.err
    assert "0 of 8 reviewed" in result.out


def test_the_file_fits_its_schema(review, log):
    review("t", "o", "", "p", "d", "", "n", "why not", "q")
    data = log()
    for entries in data.values():
        for entry in entries:
            entry["when"] = entry["when"].isoformat()

    jsonschema.Draft202012Validator(schema_of("corrections")).validate(data)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--issue", "nights"), "the codebook has no issue 'nights' (there is night)"),
        (("--source", "crump"), "the corpus has no source 'crump' (there is crumb)"),
        (("--who", " \n"), "nobody's name is known"),
    ],
)
def test_what_is_not_there_cannot_be_reviewed(review, options, told):
    result = review("c", options=options)

    assert result.code == 2
    assert told in result.err
    assert len(result.error_lines) == 1


def test_the_name_comes_from_git_else_from_the_login(corpus, review, log, monkeypatch, tmp_path):
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Git Lind\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("LOGNAME", "holm")
    review("c", "q", options=())
    (tmp_path / "gitconfig").write_text("")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    review("c", "q", options=())

    assert [entry["who"] for entry in log()["stances"]] == ["Git Lind", "holm"]


def test_what_is_confirmed_teaches(review, run, corpus):
    review("t", "o", "", "q", options=("--who", "A. Holm", "--source", "crumb"))
    review("p", "c", "c", "q", options=("--who", "A. Holm", "--source", "crumb", "--again"))
    review(
        "p", "c", "c", "q", options=("--who", "A. Holm", "--issue", "night", "--source", "crumb")
    )

    result = run("teach", corpus)

    assert result.code == 0, result.err
    text = (corpus / "lessons.yaml").read_text(encoding="utf-8")
    assert "Night baking means fresh bread at dawn" in text


def test_a_skipped_entry_teaches_nothing(review, run, corpus):
    review("s", "q")

    assert run("teach", corpus).code == 2


def test_the_same_words_have_one_holder_on_every_issue(review, log, build, corpus):
    text = "The square\n\nBaker Tor Wiik said that bakeries should bake at night with filters.\n"
    (corpus / "articles" / "square.txt").write_text(text, encoding="utf-8")
    both = [s for s in build().records["square"]["statements"] if s["holder"]]
    assert {said["issue"] for said in both} == {"night", "chimneys"}

    options = ("--who", "A. Holm", "--source", "square", "--all", "--issue", "night")
    told = review("p", "h", "Baker Tor Wiik", "t", "o", "q", options=options)

    assert "Saved: changed, the same words on chimneys" in told.out
    assert "stance" not in log()["statements"][1]
    after = [s for s in build().records["square"]["statements"] if s["holder"]]
    assert {said["holder"]["name"] for said in after} == {"Baker Tor Wiik"}
    before = {said["issue"]: said["stance"] for said in both}
    assert {said["issue"]: said["stance"] for said in after} == before | {"night": "oppose"}


def test_a_passage_that_the_program_missed_is_added_by_its_words(review, log, build):
    """Typed without care for line ends and capitals, and with its middle left out."""
    told = review(
        "add", "whether they bake … to say", "", "oppose", "",
        "add", "The stoves stand", "night", "neutral", "", "q",
        options=("--who", "A. Holm", "--source", "ledger", "--issue", "night"),
    )  # fmt: skip

    assert "Not saved: “The stoves stand” does not stand in one paragraph" in told.out
    (entry,) = log()["statements"]
    assert entry["quote"] == "Whether they bake at night is for the council to say"
    assert (entry["issue"], entry["stance"], entry["what"]) == ("night", "oppose", "changed")
    assert build().statement("ledger", "Whether they bake")["review"] == "corrected"


def test_an_added_passage_goes_to_the_issue_and_the_holder_that_are_said(review, log, build):
    options = ("--who", "A. Holm", "--source", "pillow", "--issue", "night")
    told = review(
        "a", "«filters would ruin us»", "chimneys", "o", "Guild master Oda Prell",
        "a", "a nuisance for everyone", "", "o", "Lena Vogt", "q",
        options=options,
    )  # fmt: skip

    assert "Not saved: its holder 'Lena Vogt' is not named near it." in told.out
    (entry,) = log()["statements"]
    assert entry["quote"] == "Filters\nwould ruin us"
    assert (entry["issue"], entry["holder"]) == ("chimneys", "Guild master Oda Prell")
    built = build().statement("pillow", "Filters\nwould")
    assert (built["holder"]["name"], built["stance"]) == ("Guild master Oda Prell", "oppose")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("at night", "type at least 3 words"),
        ("the bakeries … count … wait", "only one ellipsis"),
        ("filters are … chimneys are old", None),
        ("What a loaf … and wait", "does not stand in one paragraph"),
        ("ey bake at night", "does not stand in one paragraph"),
        ("(.*) they bake at dawn", "does not stand in one paragraph"),
    ],
)
def test_words_that_do_not_lead_to_one_passage_are_refused(review, log, typed, why):
    options = ("--who", "A. Holm", "--source", "ledger", "--issue", "night")
    told = review("a", typed, "", "n", "", "q", options=options)

    if why is None:
        assert "Not saved" not in told.out
        assert log()["statements"][0]["quote"].endswith("the chimneys are old")
    else:
        assert f"Not saved: {why}" in told.out or f"{why}" in told.out


def test_words_that_stand_twice_need_more(review, corpus):
    text = ARTICLES["ledger"]
    (corpus / "articles" / "ledger.txt").write_text(text + "\n\n" + text, encoding="utf-8")

    told = review("a", "count their ovens and wait", "q", options=("--source", "ledger"))

    assert "stands there more than once; type more of it" in told.out
