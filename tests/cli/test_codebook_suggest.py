"""``briefgen codebook suggest`` and ``new``: what the articles say that the codebook does not."""

import json
from pathlib import Path

import pytest
import yaml

from briefgen.ingest.codebook import load_codebook

CODEBOOK = """\
topic: The harbour town
issues:
  - id: bakery
    title: A bakery on the quay
    proposition: The council should open a bakery on the quay.
    terms: [bakery, baker]
    support: [open the bakery]
    oppose: [stop the bakery]
  - id: lighthouse
    title: The old lighthouse
    proposition: The council should close the lighthouse.
    terms: [lighthouse]
    support: [close the lighthouse]
    oppose: [keep the lighthouse]
"""

# Sourdough goes with the bakery; foghorns with the lighthouse; ferries and gulls with nothing.
ARTICLES = {
    "bell": """The council should open the bakery. The baker wants a stone oven for sourdough.
A bakery with sourdough would revive the quay.

The ferry was late on Sunday. Gulls followed the ferry, and the ferry timetable said nothing.

The lighthouse has a foghorn. Sailors trust the foghorn of the lighthouse.
""",
    "buoy": """We should open the bakery because the bakery would revive the quay with sourdough.
No other baker sells sourdough.

The ferry costs more each year. A ferry timetable hangs at the pier. Gulls sleep there.

We must keep the lighthouse. The lighthouse and its foghorn saved many boats.
""",
    "kelp": """No bakery at all! We must stop the bakery: a bakery would poison the quay.

The ferry timetable changed again. The ferry is slow.

Sailors trust the lighthouse. The foghorn of the lighthouse is loud.
""",
    "mast": """The baker said that sourdough takes two days in the bakery.

Nobody reads the ferry timetable. The ferry comes when it comes, and gulls come with it.

Keep the lighthouse. Without the lighthouse a foghorn is no help, and the sailors know it.
""",
}


@pytest.fixture
def town(tmp_path) -> Path:
    """Return a corpus of four articles."""
    folder = tmp_path / "town"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def suggested(run, town) -> dict:
    """Return the suggestions for the town's codebook, issues by id."""
    result = run("codebook", "suggest", town, "--json")
    assert result.code == 0, result.err
    found = json.loads(result.out)
    return found | {"issues": {each["issue"]: each for each in found["issues"]}}


def terms(suggested: dict, issue: str) -> list[str]:
    """Return the terms that are proposed for an issue."""
    return [each["term"] for each in suggested["issues"][issue]["terms"]]


def test_terms_that_set_an_issue_apart(suggested):
    """Each goes to its issue; what the codebook has is not proposed again."""
    assert "sourdough" in terms(suggested, "bakery")
    assert "foghorn" in terms(suggested, "lighthouse")
    assert not {"bakery", "lighthouse", "foghorn", "ferry"} & set(terms(suggested, "bakery"))


def test_a_term_comes_with_counts_and_examples(suggested):
    (found,) = [t for t in suggested["issues"]["bakery"]["terms"] if t["term"] == "sourdough"]

    assert found["inside"] == 5
    assert found["articles"] == 3
    assert found["z"] > 1
    for example in found["examples"]:
        line = ARTICLES[example["article"]].splitlines()[example["line"] - 1]
        assert example["words"] == "sourdough"
        assert "sourdough" in line


def test_phrases_are_heard_on_their_side(suggested):
    bakery = suggested["issues"]["bakery"]
    support = {each["phrase"]: each for each in bakery["support"]}
    oppose = {each["phrase"] for each in bakery["oppose"]}

    revive = next(each for phrase, each in support.items() if "revive the quay" in phrase)
    assert revive["articles"] == 2
    assert any("poison the quay" in phrase for phrase in oppose)
    assert not any("poison" in phrase for phrase in support)


def test_where_an_article_may_speak_of_an_issue_that_no_term_finds(run, town):
    """It speaks of sourdough, which goes with the bakery in the others, and names no term."""
    text = """The town hall roof leaks. Rain has spoilt the town hall archive twice.

    A counter with warm sourdough on the quay is what the council owes us.

    Nobody mends the town hall roof.
    """
    (town / "articles" / "tern.txt").write_text(text, encoding="utf-8")
    found = json.loads(run("codebook", "suggest", town, "--json").out)
    quiet = {q["article"]: q for each in found["issues"][:1] for q in each["quiet"]}

    assert quiet["tern"]["passages"] == 0
    nearest = quiet["tern"]["nearest"][0]
    assert nearest["line"] == 3
    assert nearest["words"] in ("sourdough", "quay", "council")
    assert "buoy" not in quiet
    out = run("codebook", "suggest", town).out
    assert "  tern  no passage\n" in out


def test_an_issue_that_all_articles_discuss_has_no_quiet_ones(suggested):
    assert suggested["issues"]["lighthouse"]["quiet"] == []


def test_what_no_issue_covers(suggested):
    """The ferry is discussed in every article; what the codebook has is not missing."""
    missing = suggested["missing"]

    assert "ferry timetable" in missing[0]["terms"] or "ferry" in missing[0]["terms"]
    assert missing[0]["articles"] == 4
    every = {term for each in missing for term in each["terms"]}
    assert not {"bakery", "sourdough", "lighthouse"} & every


def test_fewer_articles_than_wanted_are_no_issue(run, town):
    found = json.loads(run("codebook", "suggest", town, "--json", "--min-articles", 5).out)

    assert found["missing"] == []
    assert "no issue is missing" in run("codebook", "suggest", town, "--min-articles", 5).out


def test_the_text_shows_words_in_context(run, town):
    out = run("codebook", "suggest", town).out

    assert "[sourdough]" in out
    assert "== bakery: A bakery on the quay" in out
    assert "buoy:" in out


def test_the_yaml_can_be_pasted(run, town):
    """The codebook with the suggestions in it is a codebook."""
    additions = yaml.safe_load(run("codebook", "suggest", town, "--yaml").out)["issues"]
    codebook = yaml.safe_load(CODEBOOK)
    by_id = {issue["id"]: issue for issue in codebook["issues"]}
    for issue in additions:
        known = by_id.get(issue["id"])
        if known is None:
            codebook["issues"].append(issue)
            continue
        for name in ("terms", "support", "oppose"):
            known[name] += issue.get(name, [])
    (town / "codebook.yaml").write_text(yaml.safe_dump(codebook), encoding="utf-8")

    assert "sourdough" in load_codebook(town / "codebook.yaml").issue("bakery").terms
    assert len(codebook["issues"]) > 2


def test_the_codebook_is_not_changed(run, town):
    run("codebook", "suggest", town)

    assert (town / "codebook.yaml").read_text(encoding="utf-8") == CODEBOOK
    assert sorted(path.name for path in town.iterdir()) == ["articles", "codebook.yaml"]


def test_an_unreadable_article_is_named(run, town):
    (town / "articles" / "zinc.txt").write_bytes(b"\0\0")
    result = run("codebook", "suggest", town)

    assert result.code == 1
    assert "zinc.txt" in result.err
    assert "4 articles" in result.out


@pytest.mark.parametrize("number", ["0", "-3"])
def test_a_senseless_number_of_articles(run, town, number):
    result = run("codebook", "suggest", town, f"--min-articles={number}")

    assert result.code == 2
    assert "1 or more" in result.err


def test_one_short_article(run, town):
    for name in list(ARTICLES)[1:]:
        (town / "articles" / f"{name}.txt").unlink()
    (town / "articles" / "bell.txt").write_text("A bakery.\n")

    assert run("codebook", "suggest", town).code == 0


def test_an_article_cannot_act_on_the_terminal(run, town):
    for name, text in ARTICLES.items():
        acting = text.replace("sourdough", "sourdough \x1b[2J", 1) * 3
        (town / "articles" / f"{name}.txt").write_text(acting, encoding="utf-8")

    assert "\x1b" not in run("codebook", "suggest", town).out


# --- new -------------------------------------------------------------------------------------


@pytest.fixture
def articles(town) -> Path:
    """Return the folder of articles without a codebook."""
    (town / "codebook.yaml").unlink()
    return town


def test_a_first_codebook(run, articles):
    """Its issues are what the articles speak about, and its reader takes it."""
    result = run("codebook", "new", articles, "--topic", "The harbour town: what to do?")
    codebook = load_codebook(articles / "codebook.yaml")

    assert result.code == 0, result.err
    assert result.out.strip().endswith("codebook.yaml")
    assert codebook.topic == "The harbour town: what to do?"
    every = {term for issue in codebook.issues for term in issue.terms}
    assert {"bakery", "lighthouse", "sourdough"} <= every
    assert 2 <= len(codebook.issues) <= 8
    # A term stands in one issue.
    assert len(every) == sum(len(issue.terms) for issue in codebook.issues)


def test_what_is_to_be_written_is_marked(run, articles):
    """`check` names each placeholder; `build` takes the file all the same."""
    run("codebook", "new", articles, "--topic", "Town")
    checked = json.loads(run("codebook", "check", articles, "--json").out)["findings"]
    built = run("build", articles, "--format", "md", "--out", "out")
    issues = len(load_codebook(articles / "codebook.yaml").issues)

    assert sum(each["check"] == "placeholder" for each in checked) == issues
    assert built.code == 0, built.err


def test_an_existing_codebook_stays(run, town):
    """Unless its replacement is forced."""
    refused = run("codebook", "new", town, "--topic", "Town")
    assert refused.code == 2
    assert "--force" in refused.err
    assert (town / "codebook.yaml").read_text(encoding="utf-8") == CODEBOOK

    assert run("codebook", "new", town, "--topic", "Town", "--force").code == 0
    assert (town / "codebook.yaml").read_text(encoding="utf-8") != CODEBOOK


def test_the_articles_folder_itself(run, articles):
    """The codebook goes where a corpus has it."""
    assert run("codebook", "new", articles / "articles", "--topic", "Town").code == 0
    assert (articles / "codebook.yaml").is_file()


def test_another_place(run, articles):
    assert run("codebook", "new", articles, "--topic", "Town", "--out", "mine.yaml").code == 0
    assert load_codebook(Path("mine.yaml")).topic == "Town"
    assert not (articles / "codebook.yaml").exists()


def schema_line(path: Path) -> str | None:
    """Return the path in the line for editors, if there is one."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    return first.partition("$schema=")[2] if "yaml-language-server" in first else None


def test_the_line_for_editors_leads_to_a_schema(run, articles):
    """And stands there only where it leads to one."""
    run("codebook", "new", articles, "--topic", "Town")
    assert schema_line(articles / "codebook.yaml") is None

    Path("schemas").mkdir()
    Path("schemas/codebook.schema.json").write_text(run("schema", "codebook").out)
    run("codebook", "new", articles, "--topic", "Town", "--force")
    above = schema_line(articles / "codebook.yaml")
    (articles / "codebook.schema.json").write_text(run("schema", "codebook").out)
    run("codebook", "new", articles, "--topic", "Town", "--force")
    beside = schema_line(articles / "codebook.yaml")

    assert above == "../schemas/codebook.schema.json"
    assert beside == "./codebook.schema.json"
    for path in (above, beside):
        assert json.loads((articles / path).read_text())["title"] == "Codebook"


def test_the_same_articles_give_the_same_file(run_process, articles):
    """Whatever order Python's sets have."""
    texts = set()
    for seed in ("1", "2", "3"):
        run_process(
            "codebook", "new", articles, "--topic", "Town", "--out", "a.yaml", "--force",
            PYTHONHASHSEED=seed,
        )  # fmt: skip
        texts.add((articles.parent / "a.yaml").read_text(encoding="utf-8"))

    assert len(texts) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere", "--topic", "x"), "no such folder"),
        (("empty", "--topic", "x"), "no articles"),
        (("town", "--topic", "  "), "topic is empty"),
        (("town", "--topic", "x", "--out", "no/such/place.yaml"), "cannot be written"),
        (("town", "--topic", "x", "--out", "empty", "--force"), "is not a file"),
        (("town/articles/bell.txt", "--topic", "x"), "this is a file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run, articles, arguments, words):
    Path("empty").mkdir()
    result = run("codebook", "new", *arguments)

    assert result.code == 2
    assert len(result.error_lines) == 1
    assert words in result.err


def test_articles_without_a_word_in_common(run, tmp_path):
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "a.txt").write_text("Nobody knows why.\n")
    (tmp_path / "odd" / "b.txt").write_text("Perhaps he never will.\n")
    result = run("codebook", "new", "odd", "--topic", "Town")

    assert result.code == 2
    assert "no terms" in result.err
    assert not (tmp_path / "odd" / "codebook.yaml").exists()
