"""corrections.yaml teaches what a person confirmed, changed or dropped; misfits are named."""

import hashlib
import io

import jsonschema
import pytest
import yaml

from briefgen.schemas import schema_of
from tests.teaching.conftest import LITTER, entry_for, stance_on_ban

CAPS = "The fireworks leave the beach littered with plastic caps and charred paper."
DAYS = "volunteers with rakes need days for the beach"


@pytest.fixture
def correct(corpus):
    """Return a function that writes corrections.yaml from entries on statements and stances."""

    def write(*statements, stances=""):
        text = f"statements:\n{''.join(statements)}"
        if stances:
            text += f"stances:\n{stances}"
        (corpus / "corrections.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def taught(run, corpus):
    """Return a function that teaches and returns lessons.yaml as data, and the run."""

    def teach():
        result = run("teach", corpus)
        path = corpus / "lessons.yaml"
        return (yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}), result

    return teach


def test_corrections_teach_as_codings_do(corpus, correct, taught, build):
    passages = [("litter", CAPS), ("rakes", DAYS)]
    texts = {
        name: (corpus / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("litter", "rakes")
    }
    tide = texts["rakes"].split("\n\n")[1].split(".")[0] + "."
    morning = texts["litter"].split("paper. ")[1].strip()
    passages += [("rakes", tide), ("litter", morning)]
    correct(*(entry_for(corpus, name, quote, "support") for name, quote in passages))

    lessons, result = taught()

    assert result.code == 0, result.err
    assert [each["id"] for each in lessons["articles"]] == ["litter", "rakes"]
    assert len(lessons["issues"][0]["support"]) == 4
    assert stance_on_ban(build(corpus)["new"]) == "support"


def test_the_later_entry_counts_and_a_dropped_passage_takes_no_side(corpus, correct, taught):
    correct(
        entry_for(corpus, "litter", CAPS, "oppose"),
        entry_for(corpus, "rakes", DAYS, "support"),
        entry_for(corpus, "litter", CAPS, "support"),
        entry_for(corpus, "rakes", DAYS, "support", what="dropped"),
    )

    lessons, _ = taught()

    (issue,) = lessons["issues"]
    assert [each["quote"] for each in issue["support"]] == [CAPS]
    assert [each["quote"] for each in issue["neither"]] == [DAYS]
    assert "oppose" not in issue


def test_a_passage_moved_to_another_issue_is_no_lesson_for_the_first(corpus, correct, taught):
    correct(
        entry_for(corpus, "litter", CAPS, "support"),
        entry_for(corpus, "litter", CAPS, "support", issue="drones", was_issue="ban"),
    )

    lessons, _ = taught()

    assert [each["issue"] for each in lessons["issues"]] == ["drones"]


def test_what_others_are_reported_to_hold_is_no_lesson(corpus, correct, taught):
    correct(
        entry_for(corpus, "litter", CAPS, "support", holder="the harbour master"),
        entry_for(corpus, "rakes", DAYS, "support"),
    )

    lessons, _ = taught()

    assert [each["quote"] for each in lessons["issues"][0]["support"]] == [DAYS]


def test_an_article_that_changed_since_is_named_and_not_used(corpus, correct, taught):
    correct(
        entry_for(corpus, "litter", CAPS, "support"), entry_for(corpus, "rakes", DAYS, "support")
    )
    (corpus / "articles" / "litter.txt").write_text(f"{LITTER}\nA new end.\n", encoding="utf-8")

    lessons, result = taught()

    assert result.code == 1
    assert "corrections.yaml: statements[1]: litter has changed since 2026-03-02; not used" in (
        result.err
    )
    assert [each["id"] for each in lessons["articles"]] == ["rakes"]


def test_an_entry_that_shows_something_else_or_nothing_is_named(corpus, correct, taught):
    shifted = entry_for(corpus, "litter", CAPS, "support").replace("start: 21", "start: 22")
    shifted = shifted.replace(f"end: {21 + len(CAPS)}", f"end: {22 + len(CAPS)}")
    assert "start: 22" in shifted
    gone = entry_for(corpus, "litter", CAPS, "support").replace("article: litter", "article: gone")
    correct(shifted, gone, entry_for(corpus, "rakes", DAYS, "support"))

    _, result = taught()

    assert result.code == 1
    assert f"statements[1]: litter says something else from 22 to {22 + len(CAPS)}" in result.err
    assert "statements[2]: gone is no readable article of this corpus" in result.err


def stance_entry(corpus, article, stance, *evidence, what="confirmed"):
    data = (corpus / "articles" / f"{article}.txt").read_bytes()
    return (
        f"  - {{who: A. Holm, when: 2026-03-02, article: {article}, issue: ban, what: {what},\n"
        f"     sha256: {hashlib.sha256(data).hexdigest()}, stance: {stance},\n"
        f"     evidence: {list(evidence)}}}\n"
    )


def test_stances_confirmed_in_a_review_teach_with_the_passages_that_were_shown(
    run, corpus, taught, monkeypatch
):
    monkeypatch.setattr("sys.stdin", io.StringIO("c\nc\nc\nc\n"))
    assert run("review", corpus, "--who", "A. Holm", "--issue", "ban").code == 0
    entries = yaml.safe_load((corpus / "corrections.yaml").read_text("utf-8"))["stances"]

    lessons, result = taught()

    assert {entry["what"] for entry in entries} == {"confirmed"}
    (issue,) = lessons["issues"]
    sides = [side for side in ("support", "oppose", "neither") if side in issue]
    learned = {(lesson["quote"], side) for side in sides for lesson in issue[side]}
    for entry in entries:
        side = entry["stance"] if entry["stance"] in sides else "neither"
        assert {(" ".join(quote.split()), side) for quote in entry["evidence"]} <= learned
    assert "no passage was learned" not in result.err


def test_a_changed_stance_teaches_its_passages_but_those_that_were_corrected(
    corpus, correct, taught
):
    correct(
        entry_for(corpus, "litter", CAPS, "support", what="dropped"),
        stances=stance_entry(corpus, "litter", "oppose", CAPS, what="changed")
        + stance_entry(corpus, "rakes", "oppose", DAYS, what="changed"),
    )

    lessons, _ = taught()

    (issue,) = lessons["issues"]
    assert [each["quote"] for each in issue["oppose"]] == [DAYS]
    assert [each["quote"] for each in issue["neither"]] == [CAPS]


def test_a_confirmed_stance_without_passages_teaches_those_of_the_program(
    corpus, build, correct, taught
):
    record = build(corpus)["litter"]
    shown = record["stances"]["ban"]
    correct(
        entry_for(corpus, "rakes", DAYS, "support"),
        stances=stance_entry(corpus, "litter", shown["stance"]),
    )

    lessons, _ = taught()

    quotes = {s["quote"] for s in record["statements"] if s["id"] in shown["statements"]}
    taught_quotes = {
        each["quote"]
        for side in ("support", "oppose", "neither")
        for each in lessons["issues"][0].get(side, ())
        if "litter" in each["articles"]
    }
    assert taught_quotes == {" ".join(quote.split()) for quote in quotes}
    assert quotes


def test_a_passage_of_a_stance_that_the_article_does_not_hold_is_named(corpus, correct, taught):
    correct(
        entry_for(corpus, "rakes", DAYS, "support"),
        stances=stance_entry(corpus, "litter", "support", "Nobody ever wrote this"),
    )

    _, result = taught()

    assert result.code == 1
    assert "stances[1]: “Nobody ever wrote this” does not stand in the article" in result.err


def test_where_no_passage_was_learned_it_says_what_to_do(corpus, correct, taught):
    correct(stances=stance_entry(corpus, "litter", "absent", CAPS, what="changed"))

    _, result = taught()

    assert result.code == 0
    assert "0 passages" in result.err
    assert "no passage was learned: confirm or change stances" in result.err


def test_where_nothing_can_be_used_nothing_is_written(corpus, correct, taught):
    correct(entry_for(corpus, "litter", CAPS, "support").replace("article: litter", "article: x"))

    lessons, result = taught()

    assert result.code == 2
    assert "holds nothing that can be learned from" in result.err
    assert lessons == {}


def test_stances_that_are_absent_raise_the_bar(corpus, correct, taught):
    text = "The ferry\n\nThe drones count the cars. The drone show of last year was in a storm.\n"
    (corpus / "articles" / "ferry.txt").write_text(text, encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    entry = (
        "  - {who: A. Holm, when: 2026-03-02T14:05:00Z, article: ferry, issue: drones,\n"
        f"     sha256: {sha256}, what: changed, stance: absent}}\n"
    )
    correct(stances=entry)

    lessons, result = taught()

    assert result.code == 0, result.err
    assert lessons["issues"][0]["issue"] == "drones"
    assert lessons["issues"][0]["addressed"] > 1.5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"what": "mended"}, ("what", "'mended' is not known here; known are confirmed, changed")),
        ({"stance": "supports"}, ("stance", "did you mean 'support'")),
        ({"issue": "bans"}, ("issue", "did you mean 'ban'")),
        ({"when": "yesterday"}, ("when", "'yesterday' is no date")),
        ({"when": "2026-03"}, ("when", "'2026-03' is no date")),
        ({"start": "-1"}, ("start", "'-1' is no offset")),
        ({"end": "7"}, ("quote", "the quote is not as long as the span")),
        ({"quote": "[]"}, ("quote", "expected text, found a list")),
        ({"sha256": "abc"}, ("sha256", "'abc' is no SHA-256")),
        ({"who": ""}, ("who", "this key is missing")),
        ({"reason": "x"}, ("reason", "unknown key")),
    ],
)
def test_a_bad_entry_is_told_with_line_and_key(corpus, correct, taught, change, told):
    key, words = told
    correct(entry_for(corpus, "litter", CAPS, "support", changes=change))

    _, result = taught()

    assert result.code == 2
    assert len(result.error_lines) == 1, result.err
    assert "corrections.yaml:" in result.err
    assert f"statements[1].{key}: " in result.err
    assert words in result.err


def test_an_entry_fits_the_schema(corpus, correct):
    correct(entry_for(corpus, "litter", CAPS, "support", note="as the author told me"))
    data = yaml.load((corpus / "corrections.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for name in ("start", "end"):
        data["statements"][0][name] = int(data["statements"][0][name])

    jsonschema.Draft202012Validator(schema_of("corrections")).validate(data)
