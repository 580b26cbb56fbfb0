"""``briefgen codebook`` on actors: what is checked, what is proposed, what a new codebook holds."""

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
    terms: [bakery]
    support: [open the bakery]
    oppose: [stop the bakery]
"""
ARTICLES = {
    "bell": "Governor Ines Ortiz said that the bakery must open soon. The Tide Club argued that "
    "no bakery is needed. The students like bread.",
    "buoy": "Ortiz said that the bakery would please the whole town. Ortiz argued that bread "
    "should be cheap.",
    "kelp": "The Tide Club said that the bakery would smell. A baker said that nobody asked him.",
}


@pytest.fixture
def town(tmp_path) -> Path:
    """Return a corpus of three articles."""
    folder = tmp_path / "town"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def write(town: Path, text: str) -> None:
    (town / "codebook.yaml").write_text(CODEBOOK + text, encoding="utf-8")


def test_reported_actors_are_proposed_with_their_spellings(run, town):
    found = json.loads(run("codebook", "suggest", town, "--json").out)["actors"]

    assert [(a["name"], a["spellings"], a["articles"], a["reports"]) for a in found] == [
        ("Ines Ortiz", ["Ortiz"], 2, 3),
        ("Tide Club", [], 2, 2),
    ]
    assert "Ines Ortiz, Ortiz  2 articles, 3 reports" in run("codebook", "suggest", town).out


def test_listed_actors_are_not_proposed_again(run, town):
    write(town, "actors:\n  Ortiz: [Ines Ortiz]\nstakeholders: [Tide Club]\n")
    result = run("codebook", "suggest", town)

    assert "no actor is reported in several articles" in result.out


def test_the_proposed_yaml_can_be_pasted(run, town):
    proposed = yaml.safe_load(run("codebook", "suggest", town, "--yaml").out)["actors"]
    write(town, yaml.safe_dump({"actors": proposed}))

    assert load_codebook(town / "codebook.yaml").listed_actors() == {
        "Ines Ortiz": ("Ortiz",),
        "Tide Club": (),
    }


def test_a_new_codebook_has_them_as_a_comment(run, town):
    run("codebook", "new", town, "--topic", "Bread", "--force")
    text = (town / "codebook.yaml").read_text(encoding="utf-8")

    assert "#actors:\n#  Ines Ortiz: [Ortiz]\n#  Tide Club: []\n" in text
    head, _, actors = text.partition("#actors:")
    taken = f"{head}actors:{actors.replace('#', '')}"
    (town / "codebook.yaml").write_text(taken, encoding="utf-8")
    assert set(load_codebook(town / "codebook.yaml").actors) == {"Ines Ortiz", "Tide Club"}


def test_names_that_never_occur_and_stakeholders_with_a_slip(run, town):
    write(
        town,
        "actors:\n  Tide Club: [the Tide Club, tide men]\n  Mayor Sel:\n"
        "stakeholders:\n  - Tide Clubb\n  - Orchardists\n",
    )
    found = json.loads(run("codebook", "check", town, "--json").out)["findings"]
    named = [each for each in found if "actor" in each["check"]]

    assert [(each["check"], each["line"], each["key"]) for each in named] == [
        ("actor-absent", 10, "actors.Tide Club[2]"),
        ("actor-absent", 11, "actors.Mayor Sel"),
        ("stakeholder-near-actor", 13, "stakeholders[1]"),
    ]
    assert "did you mean 'Tide Club'?" in named[2]["advice"]


def test_a_build_merges_and_says_who_is_not_heard(run, town):
    write(
        town,
        "actors:\n  The clubs: [the Tide Club]\nstakeholders: [The clubs, Students, Fishers]\n",
    )
    result = run("build", town, "--out", town / "out")
    assert result.code == 0, result.err
    brief = json.loads((town / "out" / "brief.json").read_text(encoding="utf-8"))

    (clubs,) = [actor for actor in brief["actors"] if actor["name"] == "The clubs"]
    reported = {r["source"] for p in clubs["positions"] for r in p["reports"]}
    assert reported == {"bell", "kelp"}
    assert [each["name"] for each in brief["unheard"]] == ["Students", "Fishers"]
    page = (town / "out" / "executive.md").read_text(encoding="utf-8")
    assert "*Not heard:*" in page
    assert "Fishers" in page.partition("*Not heard:*")[2].partition("\n")[0]


def test_an_alias_of_two_actors_stops_the_build_with_its_line(run, town):
    write(town, "actors:\n  Tide Club: [club]\n  Rowing Club: [the club]\n")
    result = run("build", town, "--out", town / "out")

    assert result.code == 2
    assert "codebook.yaml:11: actors.Rowing Club: 'the club' is a name of 'Tide Club'" in result.err
    assert not (town / "out").exists()
