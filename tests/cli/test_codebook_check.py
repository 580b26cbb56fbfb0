"""``briefgen codebook check`` names line and key of what is wrong or weak, and what to do."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = """\
topic: Bread in the harbour town
issues:
  - id: bakery
    title: A bakery on the quay
    proposition: The council should open a bakery on the quay.
    terms: [bakery, fresh bread]
    support: [warm bread at dawn, jobs on the quay, open the bakery]
    oppose: [flour is too dear, no need for a bakery, rats on the quay]
  - id: market
    title: The fish market
    proposition: The fish market harms the harbour.
    terms: [fish market, stalls]
    support: [smell of the market, gulls everywhere, close the market]
    oppose: [heart of the town, feeds the town, keep the stalls]
"""


@pytest.fixture
def check(run, tmp_path) -> Callable[[str], list[dict]]:
    """Return a function that checks a codebook's text and gives the findings."""

    def check_text(text: str) -> list[dict]:
        Path("codebook.yaml").write_text(text, encoding="utf-8")
        result = run("codebook", "check", "codebook.yaml", "--json")
        assert result.err == ""
        findings = json.loads(result.out)["findings"]
        assert result.code == bool(findings)
        return findings

    return check_text


def test_a_good_codebook(run, check):
    assert check(GOOD) == []
    assert run("codebook", "check", "codebook.yaml").out == "codebook.yaml: nothing found\n"


def proposition(text: str) -> str:
    """Return the good codebook with another first proposition."""
    return GOOD.replace("The council should open a bakery on the quay.", json.dumps(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Should the council open a bakery?", "proposition-question"),
        ("Whether the council should open a bakery", "proposition-question"),
        ("Is bread too dear", "proposition-question"),
        ("A bakery on the quay", "proposition-no-claim"),
        ("Bread", "proposition-no-claim"),
        ("The council should open a bakery and close the mill.", "proposition-two-claims"),
        ("The council should open a bakery and the mill should go.", "proposition-two-claims"),
        ("Bread is good for the town and flour is too dear.", "proposition-two-claims"),
        ("The council must build the quay; the port should pay.", "proposition-two-claims"),
        ("The council should raise wages and abolish fees.", "proposition-two-claims"),
        ("The council should not open a bakery.", "proposition-negated"),
        ("Bakeries must never stand on the quay.", "proposition-negated"),
        ("The council shouldn't open a bakery.", "proposition-negated"),
        ("No bakery should stand on the quay.", "proposition-negated"),
    ],
)
def test_a_proposition_that_cannot_be_used(check, text, name):
    (finding,) = check(proposition(text))

    assert finding["check"] == name
    assert (finding["line"], finding["key"]) == (5, "issues[1].proposition")
    assert finding["advice"]


@pytest.mark.parametrize(
    "text",
    [
        "The council should open a bakery on the quay and in the old town.",
        "The town should subsidise bread, milk and eggs even when they come from abroad.",
        "The council should expand and fund the bakery.",
        "The council should work with bakers and millers rather than on its own.",
        "The bakery serves bakers and the workers of the quay well.",
        "The price of bread falls mainly on families, sailors and shops.",
        "The council should forgo the mill in exchange for a bakery.",
        "Bakers should get aid, including cheap flour for those who have none.",
        "Wages and work conditions should be set by the town.",
        "The council should tax flour and bread imports.",
        "Without a bakery the quay will decline.",
    ],
)
def test_a_proposition_with_one_claim(check, text):
    assert check(proposition(text)) == []


def test_a_plain_fact_needs_phrases(check):
    """Where neither a demand nor a verdict tells the sides, phrases must."""
    text = proposition("The bread of the town comes from the old mill.")
    assert check(text) == []

    found = check(text.replace(", open the bakery]", "]"))

    assert [each["check"] for each in found] == ["proposition-no-side"]


def test_placeholders(check):
    found = check(proposition("TODO").replace("market, stalls]", "market, <a term>]"))

    assert [(each["line"], each["check"]) for each in found] == [
        (5, "placeholder"),
        (12, "placeholder"),
    ]


def test_a_shared_term_names_the_other_line(check):
    """In whatever form its words are."""
    (finding,) = check(GOOD.replace("[fish market,", "[bakeries, fish market,"))

    assert finding["check"] == "term-shared"
    assert (finding["line"], finding["key"]) == (12, "issues[2].terms[1]")
    assert "line 6" in finding["message"]


def test_a_term_that_stands_twice(check):
    (finding,) = check(GOOD.replace("stalls]", "stall, stalls]"))

    assert finding["check"] == "term-twice"


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("fresh bread]", "fresh bread, about it]", "term-without-content"),
        ("fresh bread]", 'fresh bread, "!!"]', "term-without-content"),
        ("open the bakery]", "open the bakery, not that there]", "phrase-without-content"),
        ("rats on the quay]", 'rats on the quay, "…!"]', "phrase-without-content"),
        ("rats on the quay]", "jobs for the quay]", "phrase-on-both-sides"),
        ("[flour is too dear, no need for a bakery, rats on the quay]", "[]", "uneven-sides"),
        ("[smell of the market, gulls everywhere, close the market]", "[smell]", "uneven-sides"),
    ],
)
def test_words_that_the_machine_cannot_use(check, before, after, name):
    assert before in GOOD
    (finding,) = check(GOOD.replace(before, after))

    assert finding["check"] == name


def test_a_negation_makes_another_phrase(check):
    """Without it the phrase stands on the other side."""
    assert check(GOOD.replace("open the bakery]", "need for a bakery]")) == []


def test_an_issue_without_phrases(check):
    lines = [line for line in GOOD.splitlines() if "bread at dawn" not in line]
    found = check("\n".join(line for line in lines if "too dear" not in line))

    assert [(each["check"], each["key"]) for each in found] == [("no-phrases", "issues[1]")]


@pytest.fixture
def harbour(tmp_path) -> Path:
    """Return a corpus on the bakery and the market."""
    folder = tmp_path / "harbour"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(GOOD.replace("stalls]", "stalls, oysters]"))
    for number in range(3):
        text = "The bakery opens. Fresh bread is good. " * 3 + "The fish market has stalls. " * 4
        (folder / "articles" / f"{number}.txt").write_text(text + f"\n\nPage {number}.\n")
    return folder


def test_a_term_that_never_occurs(run, harbour):
    result = run("codebook", "check", harbour)

    assert result.code == 1
    assert result.out == (
        "codebook.yaml:12: issues[2].terms[3]: 'oysters' never occurs in the articles "
        "(take it out, or write it as the articles do)\n1 finding beside 3 articles\n"
    )


def test_a_term_that_stands_everywhere(run, harbour):
    text = (harbour / "codebook.yaml").read_text()
    (harbour / "codebook.yaml").write_text(text.replace("stalls, oysters]", "bakers]"))
    for path in (harbour / "articles").iterdir():
        path.write_text(path.read_text().replace(".", ", say the bakers."))

    found = json.loads(run("codebook", "check", harbour, "--json").out)["findings"]

    assert [(each["check"], each["key"]) for each in found] == [
        ("term-common", "issues[2].terms[2]")
    ]


def test_issues_that_always_come_together(run, harbour):
    text = (harbour / "codebook.yaml").read_text()
    (harbour / "codebook.yaml").write_text(text.replace("stalls, oysters]", "loaf]"))
    for path in (harbour / "articles").iterdir():
        path.write_text("The bakery sells a loaf of fresh bread. The fish market is old. " * 8)

    found = json.loads(run("codebook", "check", harbour, "--json").out)["findings"]
    overlaps = [each for each in found if each["check"] == "issues-overlap"]

    assert [each["key"] for each in overlaps] == []
    for path in (harbour / "articles").iterdir():
        path.write_text("The bakery at the fish market sells a loaf. The sea is cold. " * 8)

    found = json.loads(run("codebook", "check", harbour, "--json").out)["findings"]
    overlaps = [each for each in found if each["check"] == "issues-overlap"]

    assert [each["key"] for each in overlaps] == ["issues[2].terms"]


def test_an_article_that_cannot_be_read_is_named(run, harbour):
    (harbour / "articles" / "4.txt").write_bytes(b"\0\0\0")
    result = run("codebook", "check", harbour)

    assert result.code == 1
    assert "4.txt" in result.err
    assert "beside 3 articles" in result.out


@pytest.mark.parametrize(
    "text", ["", "topic: x", "topic: x\nissues: []", "topic: [", "- a", "topic: x\nissues: {a: 1}"]
)
def test_an_unusable_codebook(run, tmp_path, text):
    (tmp_path / "codebook.yaml").write_text(text)
    result = run("codebook", "check", "codebook.yaml")

    assert result.code == 2
    assert result.out == ""
    assert "codebook.yaml" in result.err


def test_no_such_corpus(run):
    assert run("codebook", "check", "nowhere").code == 2
