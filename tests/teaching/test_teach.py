"""What people coded on a few articles changes how the next ones are read, and only by the file."""

import json

import jsonschema
import pytest
import yaml

from briefgen.ingest import open_corpus
from briefgen.schemas import schema_of
from tests.teaching.conftest import GOLD, LITTER, code, stance_on_ban

LIKE_THE_NEW_ONE = """\
      - quote: Rockets rise, and the beach wakes up under plastic caps.
        articles: [one, two]
      - quote: Charred paper from the fireworks lies on the sand until June.
        articles: [one, two]
"""


def edit_lessons(folder, old, new):
    path = folder / "lessons.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_argument_in_other_words_takes_the_side_that_was_taught(run, build, corpus):
    before = build(corpus)
    assert stance_on_ban(before["new"]) == "unclear"

    result = run("teach", corpus)
    after = build(corpus)

    assert result.code == 0, result.err
    assert result.out.strip().endswith("lessons.yaml")
    assert "learned from 3 articles: 5 passages (4 support, 1 oppose, 0 neither)" in result.err
    assert stance_on_ban(after["new"]) == "support"
    shown = after["new"]["stances"]["ban"]["statements"]
    quotes = [s["quote"] for s in after["new"]["statements"] if s["id"] in shown]
    assert any("Charred paper" in quote for quote in quotes), "it shows what it rests on"


def test_the_record_and_the_build_say_that_lessons_were_applied(run, build, corpus, tmp_path):
    assert build(corpus)["new"]["provenance"]["extractor"] == "lexical/1"
    assert "taught with" not in (tmp_path / "out" / "executive.md").read_text(encoding="utf-8")

    run("teach", corpus)
    result = run("build", corpus, "--out", tmp_path / "out", "--format", "md")
    extractor = build(corpus)["new"]["provenance"]["extractor"]

    brief = " ".join((tmp_path / "out" / "executive.md").read_text(encoding="utf-8").split())

    assert "lessons.yaml: what 3 coded articles taught was applied" in result.err
    assert "taught with some articles that a person coded" in brief
    assert extractor.startswith("lexical/1+lessons:")
    edit_lessons(corpus, 'quote: "volunteers', 'quote: "some volunteers')
    assert build(corpus)["new"]["provenance"]["extractor"] != extractor


def test_what_is_taken_out_of_the_file_is_forgotten(run, build, corpus):
    untaught = build(corpus)
    run("teach", corpus)
    lessons = yaml.safe_load((corpus / "lessons.yaml").read_text(encoding="utf-8"))
    del lessons["issues"][0]["support"], lessons["issues"][0]["oppose"]
    (corpus / "lessons.yaml").write_text(yaml.safe_dump(lessons), encoding="utf-8")

    forgotten = build(corpus)

    assert forgotten["new"]["stances"] == untaught["new"]["stances"]
    (corpus / "lessons.yaml").unlink()
    assert build(corpus) == untaught


def test_a_wrong_lesson_can_be_turned_round(run, build, corpus):
    gold = json.loads(json.dumps(GOLD))
    for article in gold["articles"][:2]:
        article["stances"]["ban"]["stance"] = "oppose"
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    run("teach", corpus)
    assert stance_on_ban(build(corpus)["new"]) == "oppose"

    edit_lessons(corpus, "    oppose:", "    support:")

    assert stance_on_ban(build(corpus)["new"]) == "support"


def test_one_article_alone_teaches_less_than_a_side(run, build, corpus):
    """A source's turns of phrase count in full where a second source shares them."""
    short = (
        "In June\n\nThe beach after the fireworks lies under plastic caps and paper. The rockets "
        "bring volunteers with rakes to the sand.\n"
    )
    (corpus / "articles" / "new.txt").write_text(short, encoding="utf-8")
    run("teach", corpus, "--articles", "litter")
    one = build(corpus)["new"]
    run("teach", corpus, "--articles", "litter,rakes")
    two = build(corpus)["new"]

    assert stance_on_ban(one) == "unclear"
    assert stance_on_ban(two) == "support"


def test_a_weight_makes_a_lesson_count_less(run, build, corpus):
    run("teach", corpus)
    for name in ("litter", "rakes"):
        edit_lessons(corpus, f'articles: ["{name}"]', f'articles: ["{name}"]\n        weight: 0.1')

    assert stance_on_ban(build(corpus)["new"]) == "unclear"


def test_what_was_coded_as_taking_no_side_takes_none(run, build, corpus):
    run("teach", corpus)
    edit_lessons(corpus, "    oppose:", "    neither:\n" + LIKE_THE_NEW_ONE + "    oppose:")

    assert stance_on_ban(build(corpus)["new"]) == "unclear"


def test_a_negation_makes_a_passage_less_alike(run, build, corpus):
    run("teach", corpus)
    said = (
        "June\n\nThe beach lies under plastic caps after the fireworks. Weeks after the rockets "
        "charred paper covers the sand.\n"
    )
    denied = said.replace(" lies ", " never lies ").replace(" covers ", " never covers ")
    (corpus / "articles" / "said.txt").write_text(said, encoding="utf-8")
    (corpus / "articles" / "denied.txt").write_text(denied, encoding="utf-8")

    records = build(corpus)

    assert stance_on_ban(records["said"]) == "support"
    assert stance_on_ban(records["denied"]) == "unclear"


def test_passing_mentions_that_were_coded_absent_raise_the_bar(run, build, corpus):
    """All three are coded as not addressing the drones, which one of them names again and again."""
    buzz = (
        "The ferry\n\nThe drones of the ferry company count the cars. The drone show of last year "
        "was on the same day as the storm. The ferry sails at six.\n"
    )
    for name in ("ferry", "quay"):
        (corpus / "articles" / f"{name}.txt").write_text(buzz, encoding="utf-8")
    gold = json.loads(json.dumps(GOLD))
    gold["articles"].append(code("ferry", "absent"))
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert "drones" in build(corpus)["quay"]["stances"]

    run("teach", corpus)

    assert "addressed:" in (corpus / "lessons.yaml").read_text(encoding="utf-8")
    assert "drones" not in build(corpus)["quay"]["stances"]


def test_what_is_asked_or_granted_takes_no_side_however_alike(run, build, corpus):
    run("teach", corpus)
    asked = (
        "June\n\nDoes the beach lie under plastic caps after the fireworks? Does charred paper "
        "cover the sand weeks after the rockets?\n"
    )
    granted = (
        "June\n\nAlthough the beach lies under plastic caps after the fireworks, the ferry sails. "
        "Although charred paper covers the sand after the rockets, the bakery opens at six.\n"
    )
    (corpus / "articles" / "asked.txt").write_text(asked, encoding="utf-8")
    (corpus / "articles" / "granted.txt").write_text(granted, encoding="utf-8")

    records = build(corpus)

    assert stance_on_ban(records["asked"]) == stance_on_ban(records["granted"]) == "unclear"


def test_likeness_gives_no_side_to_an_article_that_is_below_the_bar(run, build, corpus):
    run("teach", corpus)
    edit_lessons(corpus, "  - issue: ban\n", "  - issue: ban\n    addressed: 99\n")

    assert stance_on_ban(build(corpus)["new"]) is None


def test_the_same_codings_give_the_same_bytes(run, corpus, tmp_path):
    run("teach", corpus)
    first = (corpus / "lessons.yaml").read_bytes()
    gold = {"articles": GOLD["articles"][::-1]}
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")

    again = run("teach", corpus)
    elsewhere = run("teach", corpus, "--out", tmp_path / "deep" / "l.yaml")

    assert again.code == elsewhere.code == 0
    assert (corpus / "lessons.yaml").read_bytes() == first
    assert (tmp_path / "deep" / "l.yaml").read_bytes() == first


def test_what_is_written_fits_its_schema_and_reads_as_it_was(run, corpus):
    odd = "After the fireworks she said “caps: 3 # 4”, 'no' \\ \"yes\" – naïve tide"
    (corpus / "articles" / "odd.txt").write_text(f"Odd\n\n{odd}\n\n{LITTER}", encoding="utf-8")
    gold = {"articles": [*GOLD["articles"], code("odd", "neutral", odd)]}
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")

    result = run("teach", corpus)

    assert result.code == 0, result.err
    data = yaml.safe_load((corpus / "lessons.yaml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema_of("lessons")).validate(data)
    lessons = open_corpus(corpus).lessons
    assert lessons is not None
    assert lessons.issues[0].neither[0].quote == " ".join(odd.split())
    assert lessons.model_dump(mode="json", exclude_defaults=True) == data


def test_a_coded_passage_that_the_article_does_not_hold_is_named_and_not_used(run, corpus):
    path = corpus / "articles" / "pier.txt"
    path.write_text("One night\n\nThe pier is closed this year.\n", encoding="utf-8")

    result = run("teach", corpus)

    assert result.code == 1
    assert "gold.json: pier, ban: “The fireworks bring grandparents" in result.err
    assert "does not stand in the article; not used" in result.err
    assert "grandparents" not in (corpus / "lessons.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--articles", "litter,nowhere"), "does not code 'nowhere'"),
        (("--from", "articles.csv"), "articles.csv: cannot be learned from"),
        (("--from", "none.json"), "none.json: cannot be read"),
        (("--from", "none.yaml"), "none.yaml: cannot be read"),
        (("--out", "."), "is a folder"),
    ],
)
def test_bad_requests_end_in_one_line(run, corpus, arguments, words):
    result = run("teach", corpus, *arguments)

    assert result.code == 2
    assert len(result.error_lines) == 1
    assert words in result.err
    assert not (corpus / "lessons.yaml").exists()


def test_a_corpus_that_nobody_coded_cannot_be_learned_from(run, corpus):
    (corpus / "gold.json").unlink()

    result = run("teach", corpus)

    assert result.code == 2
    assert "neither corrections.yaml nor gold.json" in result.err


def test_teaching_again_replaces_a_file_that_cannot_be_read(run, corpus):
    (corpus / "lessons.yaml").write_text("articles: [", encoding="utf-8")

    assert run("teach", corpus).code == 0
    assert open_corpus(corpus).lessons is not None
