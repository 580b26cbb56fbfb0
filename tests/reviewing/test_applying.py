"""What a build makes of corrections.yaml, whoever wrote it."""

import hashlib
import json

import jsonschema
import pytest
import yaml

from briefgen.schemas import schema_of
from tests.reviewing.conftest import ARTICLES

FILTERS = "Filters on the chimneys would be fine, but nobody has said who pays."
ALLOW = "The town should allow bakeries to bake at night."
PRELL = "filters on chimneys are a matter for small bakeries"


@pytest.fixture
def correct(corpus):
    """Return a function that writes corrections.yaml."""

    def write(statements=(), stances=()) -> None:
        data = {"statements": list(statements), "stances": list(stances)}
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (corpus / "corrections.yaml").write_text(text, encoding="utf-8")

    return write


def sha256_of(article: str) -> str:
    return hashlib.sha256(ARTICLES[article].encode()).hexdigest()


def about(article: str, quote: str, issue: str | None, **other: object) -> dict[str, object]:
    """Return an entry about a passage."""
    start = ARTICLES[article].index(quote)
    return {
        "who": "A. Holm", "when": "2026-03-02", "article": article, "sha256": sha256_of(article),
        "start": start, "end": start + len(quote), "quote": quote, "what": "changed",
        "issue": issue, **other,
    }  # fmt: skip


def whole(article: str, issue: str, stance: str, **other: object) -> dict[str, object]:
    """Return an entry about a stance."""
    return {
        "who": "A. Holm", "when": "2026-03-02", "article": article, "sha256": sha256_of(article),
        "what": "changed", "issue": issue, "stance": stance, **other,
    }  # fmt: skip


def change(corpus, article: str, before: str, after: str) -> None:
    """Edit an article."""
    path = corpus / "articles" / f"{article}.txt"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_without_the_file_nothing_is_said_and_everything_is_the_programs(build):
    built = build()

    assert "corrections" not in built.err
    assert {
        item["review"]
        for record in built.records.values()
        for item in (*record["stances"].values(), *record["statements"])
    } == {"machine"}
    assert built.brief["review"]["confirmed"] == built.brief["review"]["corrected"] == 0
    assert "No person has reviewed its coding." in built.page
    assert "✓" not in built.page


def test_a_persons_word_on_the_stance_beats_their_passages(build, correct):
    correct([about("crumb", FILTERS, "chimneys", stance="support")],
            [whole("crumb", "chimneys", "oppose")])  # fmt: skip

    built = build()

    assert built.stance("crumb", "chimneys") == ("oppose", "corrected")
    cell = built.records["crumb"]["stances"]["chimneys"]
    assert (cell["confidence"], cell["machine"]) == (1.0, "unclear")
    assert built.statement("crumb", "Filters")["stance"] == "support"


def test_of_two_about_the_same_thing_the_later_one_counts(build, correct):
    correct(
        [about("crumb", FILTERS, "chimneys", stance="support"),
         about("crumb", FILTERS, "chimneys", stance="neutral"),
         about("crumb", ALLOW, "night", what="dropped"),
         about("crumb", ALLOW, "night", what="confirmed", stance="support")],
        [whole("soot", "night", "absent"), whole("soot", "night", "oppose")],
    )  # fmt: skip

    built = build()

    assert "3 of 3 corrections applied" in built.err
    assert built.stance("crumb", "chimneys") == ("neutral", "recomputed")
    assert built.statement("crumb", ALLOW)["review"] == "confirmed"
    assert built.stance("soot", "night") == ("oppose", "corrected")


def test_a_confirmed_stance_keeps_its_value_when_the_program_would_change_it(
    build, correct, corpus
):
    """A person's word holds whatever rules or codebook say the next day."""
    correct(stances=[whole("soot", "chimneys", "support", what="confirmed")])
    assert build().stance("soot", "chimneys") == ("support", "confirmed")
    text = (corpus / "codebook.yaml").read_text().replace("clean air for the yards", "no dust")
    (corpus / "codebook.yaml").write_text(text.replace("should require", "should never require"))

    cell = build().records["soot"]["stances"]["chimneys"]

    assert cell["stance"] == "support"
    assert (cell["review"], cell["machine"]) == ("corrected", "oppose")


def test_what_an_entry_leaves_out_stays(build, correct):
    """A reported view must not become the author's because somebody wrote no holder."""
    correct([about("pillow", PRELL, "chimneys", stance="oppose")])

    said = build().statement("pillow", "filters on chimneys")

    assert said["holder"]["name"] == "Oda Prell"
    assert (said["stance"], said["review"]) == ("oppose", "corrected")


def test_a_passage_that_the_program_missed_becomes_a_statement(build, correct):
    words = "air for the yards costs little"
    correct([about("soot", words, "night", stance="support"),
             about("crumb", ALLOW, "chimneys", stance="neutral")])  # fmt: skip

    built = build()

    added = built.statement("soot", "air for")
    assert added["id"] == "soot:s4"
    assert (added["issue"], added["stance"], added["review"]) == ("night", "support", "corrected")
    ids = [said["id"] for said in built.records["soot"]["statements"]]
    assert ids == ["soot:s1", "soot:s2", "soot:s3", "soot:s4"]
    twice = [s for s in built.records["crumb"]["statements"] if s["quote"] == ALLOW]
    assert {said["issue"] for said in twice} == {"night", "chimneys"}
    assert {said["kind"] for said in twice} == {"recommendation"}


def test_a_dropped_statement_is_gone_from_everything(build, correct):
    correct([about("crumb", ALLOW, "night", what="dropped")])

    built = build()

    assert built.statement("crumb", ALLOW) is None
    record = built.records["crumb"]
    assert record["thesis"] != "crumb:s1"
    assert record["stances"]["night"]["statements"] == ["crumb:s2"]
    assert "crumb:s1" not in json.dumps(built.brief)


@pytest.mark.parametrize(
    ("coded", "stance"),
    [
        ({"night": ["oppose", "oppose"]}, "oppose"),
        ({"night": ["support", "oppose"]}, "unclear"),
        ({"night": ["conditional", "unclear"]}, "conditional"),
        ({"night": ["neutral", "unclear"]}, "neutral"),
        ({"night": ["unclear", "unclear"]}, "unclear"),
    ],
)
def test_the_stance_follows_from_the_authors_passages(build, correct, coded, stance):
    quotes = (ALLOW, "Night baking means fresh bread at dawn, and the")
    correct([about("crumb", quote, "night", stance=said)
             for quote, said in zip(quotes, coded["night"], strict=True)])  # fmt: skip

    built = build()

    assert built.stance("crumb", "night") == (stance, "recomputed")
    assert built.records["crumb"]["stances"]["night"]["confidence"] in {0.5, 0.25, 0.75}


def test_confirming_passages_leaves_the_stance_to_the_program(build, correct):
    correct([about("crumb", ALLOW, "night", what="confirmed", stance="support")])

    built = build()

    assert built.stance("crumb", "night") == ("support", "machine")
    assert built.brief["review"]["statements_reviewed"] == 1


LOST = {
    "an article that is not there": (
        whole("crumb", "night", "oppose") | {"article": "loaf", "sha256": "5d" * 32},
        "loaf is no readable article of this corpus",
    ),
    "an issue that is not there": (
        whole("crumb", "flour", "oppose"),
        "the codebook has no issue 'flour'",
    ),
    "other words there": (
        about("crumb", ALLOW, "night", stance="oppose") | {"start": 0, "end": len(ALLOW)},
        f"crumb says something else from 0 to {len(ALLOW)}",
    ),
    "nothing to drop": (
        about("crumb", "fresh bread", "night", what="dropped"),
        "no statement is found there, so there is none to drop",
    ),
    "a holder whom nobody names": (
        about("crumb", ALLOW, "night", stance="oppose", holder="Lena Vogt"),
        "as it is coded there, its holder 'Lena Vogt' is not named near it",
    ),
    "a stance without a passage": (
        whole("ledger", "chimneys", "oppose"),
        "no passage of ledger is coded on chimneys: code one first",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LOST)
def test_what_cannot_be_applied_is_named_and_costs_nothing_else(build, correct, case):
    entry, reason = LOST[case]
    good = whole("pillow", "night", "conditional")
    dropped = about("ledger", "Filters are discussed as well, and the chimneys are old.",
                    "chimneys", what="dropped")  # fmt: skip
    extra = [dropped] if case == "a stance without a passage" else []
    if "quote" in entry:
        correct([entry], [good])
    else:
        correct(extra, [entry, good])

    built = build()

    assert f"{1 + len(extra)} of {2 + len(extra)} corrections applied" in built.err
    assert f"not applied: {reason}" in built.err
    assert built.stance("pillow", "night") == ("conditional", "corrected")
    (flag,) = built.brief["review"]["flagged"]
    assert (flag["applied"], flag["reason"]) == (False, reason)
    assert "Corrections not applied" in built.page


def test_in_a_changed_article_the_words_must_stand_once(build, correct, corpus):
    correct([about("crumb", FILTERS, "chimneys", stance="oppose"),
             about("pillow", PRELL, "chimneys", stance="oppose")],
            [whole("crumb", "night", "oppose"),
             whole("soot", "night", "oppose", evidence=["Chimney smoke settles on every sill"])],
            )  # fmt: skip
    change(corpus, "crumb", "Let the stoves glow", "Let all the ovens glow")
    change(corpus, "soot", "Grey sills", "Very grey sills")
    change(corpus, "pillow", "she argued.", f"she argued. Once more: {PRELL}.")

    built = build()

    assert "2 of 4 corrections applied" in built.err
    said = built.statement("crumb", "Filters")
    text = (corpus / "articles" / "crumb.txt").read_text(encoding="utf-8")
    assert text[said["start"] : said["end"]] == FILTERS == said["quote"]
    assert said["stance"] == "oppose"
    assert (
        f"statements[1] (A. Holm, 2026-03-02, “{FILTERS[:60].rstrip()}…”): applied at" in built.err
    )
    assert "“filters on chimneys are a matter for small bakeries” stands there more than" in (
        built.err
    )
    assert "crumb has changed since 2026-03-02, and the entry names no passages" in built.err
    assert built.stance("soot", "night") == ("oppose", "corrected")


def test_a_renamed_article_is_found_by_its_hash(build, correct, corpus):
    correct(stances=[whole("soot", "night", "oppose")])
    (corpus / "articles" / "soot.txt").rename(corpus / "articles" / "sills.txt")

    built = build()

    assert "1 of 1 corrections applied" in built.err
    assert built.stance("sills", "night") == ("oppose", "corrected")


def test_a_brief_tells_the_reviewed_from_the_unreviewed(build, correct):
    correct(stances=[whole("crumb", "night", "support", what="confirmed"),
                     whole("crumb", "chimneys", "neutral"),
                     whole("soot", "night", "absent")])  # fmt: skip

    built = build()

    review = built.brief["review"]
    assert (review["stances"], review["confirmed"], review["corrected"]) == (8, 1, 2)
    assert {(c["source"], c["issue"], c["stance"], c["machine"]) for c in review["cells"]} == {
        ("crumb", "night", "support", "support"),
        ("crumb", "chimneys", "neutral", "unclear"),
        ("soot", "night", "absent", "support"),
    }
    assert {s["id"]: s["reviewed"] for s in built.brief["sources"]} == {
        "crumb": True, "soot": False, "pillow": False, "ledger": False
    }  # fmt: skip
    assert "3 of 8 stances were confirmed or corrected by a person." in built.page
    assert "; reviewed.\n" in built.page
    assert "; reviewed in part (1 of 2 stances).\n" in built.page
    assert "| ● ✓ | ○ ✓ |" in built.page


def test_the_outputs_fit_their_schemas(build, correct):
    correct([about("crumb", FILTERS, "chimneys", stance="oppose"),
             about("crumb", ALLOW, "night", stance="oppose") | {"start": 1, "end": 1 + len(ALLOW)}
             ],
            [whole("soot", "night", "absent"), whole("soot", "chimneys", "neutral")])  # fmt: skip

    built = build()

    jsonschema.Draft202012Validator(schema_of("brief")).validate(built.brief)
    for record in built.records.values():
        jsonschema.Draft202012Validator(schema_of("records")).validate(record)


def test_the_same_corrections_give_the_same_bytes(build, correct, tmp_path):
    correct([about("crumb", FILTERS, "chimneys", stance="oppose")],
            [whole("soot", "night", "absent")])  # fmt: skip
    build()
    first = (tmp_path / "out" / "brief.json").read_bytes()
    build()

    assert (tmp_path / "out" / "brief.json").read_bytes() == first


def test_a_file_that_cannot_be_read_stops_the_build(run, corpus):
    (corpus / "corrections.yaml").write_text("stances:\n  - who: A. Holm\n")

    result = run("build", corpus, "--out", "out")

    assert result.code == 2
    assert "corrections.yaml:2: stances[1].when: this key is missing" in result.err
    assert not (corpus.parent / "out").exists()


def test_an_explanation_says_that_a_person_had_the_last_word(run, build, correct):
    correct([about("crumb", FILTERS, "night", was_issue="chimneys", stance="oppose"),
             about("pillow", PRELL, "chimneys", holder="Guild master Oda Prell"),
             about("soot", "air for the yards costs little", "night", stance="support")],
            [whole("soot", "chimneys", "neutral")])  # fmt: skip
    build()

    def explain(target: str) -> str:
        result = run("explain", "out/records.jsonl", target, "--corpus", "velm")
        return result.out + result.err

    assert "a person corrected this to night, oppose, the author" in explain("crumb:s3")
    assert "a person corrected this to chimneys, unclear, Guild master" in explain("pillow:s3")
    assert "soot:s4 was added by a person; no rule found it" in explain("soot:s4")
    assert "a person says neutral" in explain("soot:chimneys")
    assert "support follows from passages that a person corrected" in explain("crumb:night")


def test_a_later_word_on_the_changed_article_settles_what_was_lost(build, correct, corpus, review):
    correct([about("crumb", FILTERS, "chimneys", stance="oppose")],
            [whole("crumb", "chimneys", "neutral"), whole("crumb", "night", "oppose")])  # fmt: skip
    change(corpus, "crumb", "would be fine", "are fine")
    assert "0 of 3 corrections applied" in build().err

    review("c", "q", options=("--who", "B. Lind", "--source", "crumb", "--issue", "chimneys"))

    built = build()
    assert "1 of 2 corrections applied" in built.err
    assert [flag["issue"] for flag in built.brief["review"]["flagged"]] == ["night"]


def test_a_word_outlives_the_programs_passages(build, correct, corpus):
    """The next version of the rules may find nothing there: what the person saw still stands."""
    quotes = ["Filters on the chimneys would be fine", "nobody has said who pays."]
    correct(stances=[whole("crumb", "chimneys", "conditional", evidence=quotes),
                     whole("pillow", "chimneys", "oppose", evidence=[PRELL])])  # fmt: skip
    before = (corpus / "codebook.yaml").read_text(encoding="utf-8").partition("  - id: chim")[0]
    issue = (
        "  - {id: chimneys, title: Kilns, proposition: The town should tax kilns., terms: [kilns]}"
    )
    (corpus / "codebook.yaml").write_text(f"{before}{issue}\n", encoding="utf-8")

    built = build()

    assert built.stance("crumb", "chimneys") == ("conditional", "corrected")
    cell = built.records["crumb"]["stances"]["chimneys"]
    by_id = {said["id"]: said["quote"] for said in built.records["crumb"]["statements"]}
    assert [by_id[name] for name in cell["statements"]] == quotes
    # What the article reports of others is not made the author's.
    assert built.stance("pillow", "chimneys") is None
    assert "no passage of pillow is coded on chimneys" in built.err


def test_what_a_person_dropped_does_not_come_back_as_evidence(build, correct):
    correct([about("crumb", FILTERS, "chimneys", what="dropped")],
            [whole("crumb", "chimneys", "support", evidence=[FILTERS])])  # fmt: skip

    built = build()

    assert built.stance("crumb", "chimneys") is None
    assert "no passage of crumb is coded on chimneys" in built.err
