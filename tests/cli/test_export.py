"""``briefgen export``: what other tools read, from the seeds, small corpora and real articles."""

import itertools
import json
import os
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import jsonschema
import networkx
import pytest

from briefgen.exporting.csv_text import read_csv
from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus
from briefgen.models.names import fold_name, is_name
from briefgen.pipeline import BuildRequest, build_brief
from briefgen.schemas import schema_of
from tests.test_quotes import list_corpora

ALL = [
    *("actors.csv", "affiliation.graphml", "annotations.jsonld", "conflict.graphml"),
    *("congruence.graphml", "coverage.csv", "export.json", "statements.csv"),
]
DNA = "person,organization,concept,agreement,date,document,start,stop,text"


def names_in(folder) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def all_bytes(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def read_table(path: Path) -> list[dict[str, str]]:
    header, *rows = read_csv(path.read_bytes())
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture(
    scope="module", params=list_corpora(), ids=lambda folder: "-".join(folder.parts[-2:])
)
def exported(request, tmp_path_factory) -> tuple[Path, dict, list[dict], Path]:
    """Return a corpus, its brief, its records, and the folder of their export."""
    from briefgen.exporting.run import ExportRequest, export_brief

    base = tmp_path_factory.mktemp("exported")
    build_brief(BuildRequest(request.param, base / "out", formats=("md",)))
    export_brief(ExportRequest(base / "out", base / "to", corpus=request.param))
    brief = json.loads((base / "out" / "brief.json").read_text("utf-8"))
    lines = (base / "out" / "records.jsonl").read_text("utf-8").splitlines()
    return request.param, brief, [json.loads(line) for line in lines], base / "to"


def reported_ties(brief: dict) -> Counter[tuple[str, str, str]]:
    """Return who is reported to hold what, folded name, issue and stance, by number of sources."""
    sources = {
        (fold_name(actor["name"]), position["issue"], position["stance"], report["source"])
        for actor in brief["actors"]
        if is_name(actor["name"])
        for position in actor["positions"]
        for report in position["reports"]
    }
    return Counter(tie[:3] for tie in sources)


def own_ties(brief: dict) -> list[tuple[str, str, str]]:
    return [
        (taker["source"], issue["id"], position["stance"])
        for issue in brief["issues"]
        for position in issue["positions"]
        for taker in position["sources"]
    ]


def test_the_inputs_fit_their_published_schemas(exported):
    _corpus, brief, records, _to = exported

    jsonschema.Draft202012Validator(schema_of("brief")).validate(brief)
    validator = jsonschema.Draft202012Validator(schema_of("records"))
    for record in records:
        validator.validate(record)


def test_every_file_is_there(exported):
    *_, to = exported

    assert names_in(to) == ALL


def test_the_coverage_matrix_round_trips(exported):
    _corpus, brief, _records, to = exported

    rows = read_table(to / "coverage.csv")

    assert [row["source"] for row in rows] == [row["source"] for row in brief["coverage"]]
    for row, expected in zip(rows, brief["coverage"], strict=True):
        found = {issue: row[f"issue.{issue}"] or None for issue in expected["stances"]}
        assert found == expected["stances"]


def test_the_statements_round_trip(exported):
    """Every statement of the records, character for character."""
    _corpus, brief, records, to = exported
    propositions = {issue["id"]: issue["proposition"] for issue in brief["issues"]}

    rows = read_table(to / "statements.csv")

    assert ",".join(list(rows[0])[:9]) == DNA
    expected = [
        (record["source"]["id"], statement)
        for record in records
        for statement in record["statements"]
    ]
    assert len(rows) == len(expected)
    for row, (source, statement) in zip(rows, expected, strict=True):
        assert row["document"] == source
        assert row["text"] == statement["quote"]
        assert (int(row["start"]), int(row["stop"])) == (statement["start"], statement["end"])
        assert row["stance"] == statement["stance"]
        assert row["concept"] == propositions.get(statement["issue"], "")
        side = {"support": "1", "oppose": "0"}.get(statement["stance"], "")
        assert row["agreement"] == (side if statement["issue"] else "")
        assert (row["actor_kind"] == "reported") == (statement["holder"] is not None)


def test_the_actor_matrix_holds_what_is_reported(exported):
    _corpus, brief, _records, to = exported

    found = {
        (fold_name(row["actor"]), column.removeprefix("issue."), stance)
        for row in read_table(to / "actors.csv")
        for column, cell in row.items()
        if column.startswith("issue.") and cell
        for stance in cell.split("|")
    }

    assert found == set(reported_ties(brief))


def test_the_affiliation_network_has_every_actor_issue_and_stance(exported):
    _corpus, brief, _records, to = exported
    reported = reported_ties(brief)

    graph = networkx.read_graphml(to / "affiliation.graphml", force_multigraph=True)

    kinds = Counter(kind for _node, kind in graph.nodes(data="kind"))
    assert kinds["source"] == len(brief["sources"])
    assert kinds["issue"] == len(brief["issues"])
    assert kinds["reported"] == len({name for name, _issue, _stance in reported})
    issues = {node: data.get("issue") for node, data in graph.nodes(data=True)}
    found = Counter()
    for one, other, data in graph.edges(data=True):
        actor, issue = (one, other) if issues[other] else (other, one)
        name = graph.nodes[actor].get("document") or fold_name(graph.nodes[actor]["label"])
        found[name, issues[issue], data["stance"]] += data["weight"]
    expected = Counter(own_ties(brief))
    assert found == expected + reported
    assert graph.number_of_edges() == len(expected) + len(reported)
    modes = {bipartite for _node, bipartite in graph.nodes(data="bipartite")}
    assert modes == {0, 1}
    assert networkx.is_bipartite(graph)


@pytest.mark.parametrize("name", ["congruence", "conflict"])
def test_the_one_mode_networks_count_shared_and_opposite_sides(exported, name):
    """Against the definition, pair by pair."""
    _corpus, brief, _records, to = exported
    sides: dict[str, set[tuple[str, str]]] = {}
    ties = [*own_ties(brief), *((f"reported {n}", i, s) for n, i, s in reported_ties(brief))]
    for actor, issue, stance in ties:
        if stance in {"support", "oppose"}:
            sides.setdefault(actor, set()).add((issue, stance))
    other = {"support": "oppose", "oppose": "support"}
    expected = {}
    for one, two in itertools.combinations(sides, 2):
        wanted = sides[two] if name == "congruence" else {(i, other[s]) for i, s in sides[two]}
        if shared := sides[one] & wanted:
            expected[frozenset((one, two))] = len(shared)

    graph = networkx.read_graphml(to / f"{name}.graphml")

    def key(node: str) -> str:
        data = graph.nodes[node]
        return data.get("document") or f"reported {fold_name(data['label'])}"

    found = {frozenset((key(a), key(b))): w for a, b, w in graph.edges(data="weight")}
    assert found == expected


def test_annotations_select_what_stands_in_the_article(exported):
    corpus_folder, _brief, records, to = exported
    corpus = open_corpus(corpus_folder)
    texts = {a.source.path: a.text for a in (read_article(p, corpus) for p in corpus.files)}
    paths = [record["source"]["path"] for record in records for _statement in record["statements"]]

    collection = json.loads((to / "annotations.jsonld").read_text("utf-8"))

    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(paths)
    assert len({item["id"] for item in items}) == len(items)
    for item, path in zip(items, paths, strict=True):
        place, words = item["target"]["selector"]
        text = texts[path]
        assert text[place["start"] : place["end"]] == words["exact"]
        around = words["prefix"] + words["exact"] + words["suffix"]
        start = place["start"] - len(words["prefix"])
        assert text[start : start + len(around)] == around
        assert len(words["prefix"]) == min(32, place["start"])
        assert item["motivation"] == "classifying"
        tags = [body["value"].partition(":")[0] for body in item["body"]]
        assert {"voice", "holder", "kind"} <= set(tags)


SLY = """---
outlet: "=HYPERLINK(1)"
url: https://example.org/tram?a=1&b=2
---

The city should build the tram & the <b>bridge</b>.\x0b Mayor Ines Calder said that the car
park must close.
"""


@pytest.fixture
def built(run, corpus):
    """Build a corpus with an article that formats and acts, into out."""
    (corpus / "articles" / "sly one.md").write_text(SLY, encoding="utf-8")
    result = run("build", corpus, "--out", "out", "--format", "md")
    assert result.code == 0, result.err
    return corpus


def test_the_written_files_stand_on_standard_output(run, built):
    result = run("export", "out", "--to", "to")

    assert result.code == 0, result.err
    assert sorted(Path(line).name for line in result.out.splitlines()) == ALL


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("csv", ["actors.csv", "coverage.csv", "export.json", "statements.csv"]),
        (
            "graphml",
            ["affiliation.graphml", "conflict.graphml", "congruence.graphml", "export.json"],
        ),
        ("jsonld", ["annotations.jsonld", "export.json"]),
    ],
)
def test_only_the_chosen_form_is_written(run, built, form, names):
    run("export", "out/brief.json", "--to", "to", "--format", form)

    assert names_in("to") == names


def test_a_network_that_would_be_too_large_is_left_out_and_named(run, built, monkeypatch):
    monkeypatch.setattr("briefgen.exporting.networks.TIES_LIMIT", 0)

    result = run("export", "out", "--to", "to", "--format", "graphml")

    assert result.code == 0
    assert "conflict.graphml: left out, it would have more than" in result.err
    assert names_in("to") == ["affiliation.graphml", "export.json"]


def test_what_stands_in_an_article_acts_nowhere(run, built):
    run("export", "out", "--to", "to")

    table = Path("to/coverage.csv").read_text(encoding="utf-8")
    assert ",'=HYPERLINK(1)," in table
    assert "=HYPERLINK(1)" in {row["label"] for row in read_table(Path("to/coverage.csv"))}
    root = ET.parse("to/affiliation.graphml").getroot()  # well-formed, whatever the article holds
    assert any(data.text == "=HYPERLINK(1)" for data in root.iter() if data.text)


def test_an_annotation_of_a_web_page_names_the_copy_it_counts_in(run, built):
    run("export", "out", "--to", "to")

    items = json.loads(Path("to/annotations.jsonld").read_text("utf-8"))["first"]["items"]
    targets = [item["target"] for item in items if "state" in item["target"]]
    assert targets[0]["source"] == "https://example.org/tram?a=1&b=2"
    assert targets[0]["state"] == {"type": "TimeState", "cached": "articles/sly%20one.md"}
    plain = {item["target"]["source"] for item in items if "state" not in item["target"]}
    assert plain == {"articles/harbour-post.txt", "articles/market-gazette.md"}
    assert "prefix" not in targets[0]["selector"][1]


def test_an_address_that_is_none_of_the_web_is_not_linked(run, built):
    path = built / "articles" / "sly one.md"
    path.write_text(SLY.replace("https://example.org/tram?a=1&b=2", "'javascript:alert(1)'"))
    run("build", built, "--out", "out", "--format", "md")

    run("export", "out", "--to", "to")

    assert "javascript" not in Path("to/annotations.jsonld").read_text("utf-8")


def test_the_same_inputs_give_the_same_bytes(run_process, run, built):
    run("export", "out", "--to", "a", "--corpus", built)
    run_process("export", "out", "--to", "b", "--corpus", built, PYTHONHASHSEED="7", LC_ALL="C")

    assert all_bytes("a") == all_bytes("b")


def test_exporting_again_replaces_what_an_export_left(run, built):
    run("export", "out", "--to", "to")
    before = all_bytes("to")
    (built / "articles" / "sly one.md").unlink()
    run("build", built, "--out", "out", "--format", "md")

    result = run("export", "out", "--to", "to")

    assert result.code == 0, result.err
    after = all_bytes("to")
    assert after["statements.csv"] != before["statements.csv"]
    assert json.loads(after["export.json"])["files"].keys() == set(ALL) - {"export.json"}


@pytest.mark.parametrize("name", ["statements.csv", "annotations.jsonld", "export.json"])
def test_a_file_of_somebody_else_is_never_replaced(run, built, name):
    Path("to").mkdir()
    Path("to", name).write_text("mine")

    result = run("export", "out", "--to", "to")

    assert result.code == 2
    assert name in result.err
    assert all_bytes("to") == {name: b"mine"}


def test_a_file_that_was_edited_is_not_replaced(run, built):
    run("export", "out", "--to", "to")
    Path("to/actors.csv").write_text("my notes")
    before = all_bytes("to")
    (built / "articles" / "sly one.md").unlink()
    run("build", built, "--out", "out", "--format", "md")

    result = run("export", "out", "--to", "to")

    assert result.code == 2
    assert "edited" in result.err
    assert all_bytes("to") == before


def test_what_shows_an_earlier_brief_goes_and_what_is_anothers_stays(run, built):
    run("export", "out", "--to", "to")
    Path("to/affiliation.graphml").write_text("my own")
    Path("to/notes.txt").write_text("mine")
    (built / "articles" / "sly one.md").unlink()
    run("build", built, "--out", "out", "--format", "md")

    result = run("export", "out", "--to", "to", "--format", "csv")

    assert result.code == 0, result.err
    kept = {"affiliation.graphml", "notes.txt", "export.json"}
    assert set(names_in("to")) == kept | {"actors.csv", "coverage.csv", "statements.csv"}
    assert "to/conflict.graphml: removed, it showed an earlier brief" in result.err


def test_another_form_of_the_same_brief_joins_the_first(run, built):
    run("export", "out", "--to", "to", "--format", "csv")
    run("export", "out", "--to", "to", "--format", "graphml")
    run("export", "out", "--to", "to", "--format", "jsonld")

    assert names_in("to") == ALL
    assert len(json.loads(Path("to/export.json").read_text())["files"]) == len(ALL) - 1


def test_without_records_the_statements_are_those_of_the_brief(run, built):
    Path("out/records.jsonl").unlink()

    result = run("export", "out", "--to", "to")

    assert result.code == 0
    assert "out/records.jsonl: not there" in result.err
    brief = json.loads(Path("out/brief.json").read_text("utf-8"))
    rows = read_table(Path("to/statements.csv"))
    assert {row["statement"] for row in rows} == set(brief["statements"])


def test_records_of_another_build_are_refused(run, built):
    records = Path("out/records.jsonl")
    records.write_text("".join(records.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")

    result = run("export", "out", "--to", "to")

    assert result.code == 2
    assert "build again" in result.err
    assert not Path("to").exists()


def test_an_article_that_changed_is_named_and_has_no_surroundings(run, built):
    (built / "articles" / "sly one.md").write_text(SLY.replace("The city", "Our city"))
    (built / "articles" / "harbour-post.txt").unlink()

    result = run("export", "out", "--to", "to", "--corpus", built, "--format", "jsonld")

    assert result.code == 0
    assert "articles/sly one.md: changed since it was coded" in result.err
    assert "articles/harbour-post.txt: not in this corpus" in result.err
    items = json.loads(Path("to/annotations.jsonld").read_text("utf-8"))["first"]["items"]
    known = {
        item["target"]["source"] for item in items if "prefix" in item["target"]["selector"][1]
    }
    assert known == {"articles/market-gazette.md"}


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nowhere", "--to", "to"], "nowhere"),
        (["trams/codebook.yaml", "--to", "to"], "codebook.yaml"),
        (["out", "--to", "out/brief.json"], "brief.json"),
        (["out", "--to", "to", "--corpus", "out"], "out"),
        (["out", "--to", "/proc/self/to"], "/proc/self"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_writes_nothing(run, built, arguments, word):
    before = all_bytes("out")

    result = run("export", *arguments)

    assert result.code == 2
    assert len(result.error_lines) == 1
    assert word in result.err
    assert not Path("to").exists()
    assert all_bytes("out") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run, built):
    Path("locked").mkdir(mode=0o500)

    result = run("export", "out", "--to", "locked/to")

    assert (result.code, len(result.error_lines)) == (2, 1)
    assert "locked" in result.err


def test_a_file_that_cannot_be_replaced_leaves_all_as_it_was(run, built):
    """A folder stands in the place of the last file that is written."""
    Path("to/coverage.csv").mkdir(parents=True)

    result = run("export", "out", "--to", "to")

    assert result.code == 2
    assert names_in("to") == ["coverage.csv"]
    shutil.rmtree("to")
