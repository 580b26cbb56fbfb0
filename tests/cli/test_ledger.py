"""What a build keeps of the one before: the same bytes as without it, and nothing by mistake."""

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

EDITED = int(os.environ.get("BRIEFGEN_EDITS", "2"))
"""How many runs of edits are tried."""
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "ukraine-peace"
FORMATS = ("--format", "md", "--format", "html", "--format", "docx")
HEAVY = ("weasyprint", "trafilatura", "jinja2", "lxml", "yaml", "pydantic.main")


def bytes_in(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def correct(corpus, article, issue, stance) -> None:
    """Add a correction of an author's stance."""
    file = corpus / "corrections.yaml"
    held = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {"stances": []}
    path = next((corpus / "articles").glob(f"{article}.*"))
    held["stances"].append(
        {
            "who": "A. Holm",
            "when": "2026-03-02",
            "article": article,
            "issue": issue,
            "what": "changed",
            "stance": stance,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    )
    file.write_text(yaml.safe_dump(held), "utf-8")


def build_both_ways(run, corpus, *formats) -> list[str]:
    """Build with the ledger and without it on the same earlier brief; return what was explained."""
    if Path("kept").exists():
        shutil.rmtree("fresh", ignore_errors=True)
        shutil.copytree("kept", "fresh")
    result = run("build", corpus, "--out", "kept", *formats, "--explain")
    fresh = run("build", corpus, "--out", "fresh", *formats, "--fresh")
    assert (result.code, fresh.code) == (0, 0), result.err + fresh.err
    assert bytes_in("kept") == bytes_in("fresh")
    lines = result.out.splitlines()
    return [line for line in lines if line.startswith("articles/") and ": " in line]


def coded(lines) -> set[str]:
    return {line.partition(":")[0].removeprefix("articles/") for line in lines if "anew" in line}


def test_each_edit_gives_the_same_bytes_with_the_ledger_and_without(run, corpus):
    codebook, articles = corpus / "codebook.yaml", corpus / "articles"

    def explained():
        lines = build_both_ways(run, corpus, *FORMATS)
        return coded(lines)

    assert explained() == {"harbour-post.txt", "market-gazette.md"}
    correct(corpus, "market-gazette", "tram-line", "neutral")
    assert explained() == set(), "corrections are applied to what the machine found"
    correct(corpus, "market-gazette", "tram-line", "conditional")
    assert explained() == set()
    shutil.copy(articles / "harbour-post.txt", articles / "reprint.txt")
    assert explained() == {"reprint.txt"}
    codebook.write_text(f"{codebook.read_text()}actors:\n  Mayor: [Ines Calder]\n")
    assert explained() == set(), "actors are merged when the brief is made"
    (corpus / "sources.yaml").write_text("reprint.txt:\n  outlet: The Copyist\n")
    assert explained() == {"reprint.txt"}
    (articles / "harbour-post.md").write_text("The car park should close. It is a shame.\n")
    assert explained() == {"harbour-post.txt", "harbour-post.md"}, "both have another id now"
    (articles / "harbour-post.md").unlink()
    assert explained() == {"harbour-post.txt"}
    codebook.write_text(codebook.read_text().replace("[parking, car park]", "[parking]"))
    assert len(explained()) == 3
    (corpus / "corrections.yaml").unlink()
    assert explained() == set()


OPENINGS = ("Surely", "By all accounts", "In our view", "As the mayor said,", "Nobody doubts that")
VIEWS = (
    "the city should build the tram",
    "there must be no rails in the old town",
    "the car parks of the old town must be closed if the rails come",
    "a tram line would cost more than the city can pay",
    "the council asks shops to wait for the tram",
    "closing a car park is wrong unless the buses are mended",
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(EDITED))
def test_any_edits_of_a_corpus_made_by_chance(run, corpus, seed):
    """Articles come, go, change and are reprinted; corrections come and lose their articles."""
    chance = random.Random(seed)
    articles = corpus / "articles"

    def write(name: str) -> None:
        said = (f"{chance.choice(OPENINGS)} {chance.choice(VIEWS)}." for _ in range(12))
        (articles / name).write_text("\n\n".join(said) + "\n", "utf-8")

    for number in range(8):
        write(f"{number}.txt")
    for turn in range(4):
        names = sorted(path.name for path in articles.iterdir())
        first, second, third, fourth = chance.sample(names, 4)
        write(first)
        shutil.copy(articles / second, articles / f"again-{second}")
        (articles / third).unlink()
        issue = chance.choice(("tram-line", "parking"))
        correct(corpus, fourth.partition(".")[0], issue, chance.choice(("support", "neutral")))
        lines = build_both_ways(run, corpus, "--format", "md", "--format", "html")
        kept = {line.partition(":")[0] for line in lines if line.endswith(": kept")}
        assert f"articles/{first}" not in kept
        assert bool(kept) == bool(turn), "the first build has nothing to keep"


@pytest.mark.slow
def test_the_seeds_with_corrections_lessons_and_a_reprint(run, tmp_path):
    corpus = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
    formats = ("--format", "md", "--format", "html", "--audience", "annex")
    build_both_ways(run, corpus, *formats)
    article = sorted((corpus / "articles").iterdir())[0]
    shutil.copy(article, article.with_name("again.txt"))
    issue = yaml.safe_load((corpus / "codebook.yaml").read_text("utf-8"))["issues"][0]["id"]
    correct(corpus, article.stem, issue, "neutral")

    lines = build_both_ways(run, corpus, *formats)
    assert coded(lines) == {"again.txt"}
    assert run("teach", corpus, "--from", corpus / "gold.json").code == 0
    lines = build_both_ways(run, corpus, *formats)
    assert all("lessons.yaml changed" in line for line in lines)


def test_an_unchanged_build_writes_nothing_and_says_so(run, corpus):
    run("build", corpus)
    before = {path: path.stat().st_mtime_ns for path in Path("briefs/trams").iterdir()}

    result = run("build", corpus)

    assert (result.code, result.out, result.err) == (0, "", "briefs/trams: unchanged\n")
    assert {path: path.stat().st_mtime_ns for path in Path("briefs/trams").iterdir()} == before


def test_an_unchanged_project_is_known_before_anything_heavy_is_imported(
    run, run_process, corpus, tmp_path
):
    (tmp_path / "briefgen.toml").write_text('[[brief]]\ncorpus = "trams"\n')
    run("build")
    code = (
        "import sys; sys.argv = ['briefgen', 'build']\n"
        "from briefgen.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, *sorted(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    ending, *modules = done.stdout.split()
    assert ending == "0"
    assert done.stderr == "briefs/trams: unchanged\n"
    assert "briefgen.pipeline.build" in modules
    assert not {*HEAVY} & {*modules}


def test_a_correction_that_is_not_followed_is_told_again(run, corpus):
    correct(corpus, "market-gazette", "tram-line", "neutral")
    file = corpus / "corrections.yaml"
    held = yaml.safe_load(file.read_text("utf-8"))
    held["stances"][0] |= {"article": "gone", "sha256": "0" * 64}
    file.write_text(yaml.safe_dump(held), "utf-8")
    first = run("build", corpus, "--format", "md")

    again = run("build", corpus, "--format", "md")

    assert "not applied" in first.err
    assert "not applied" in again.err
    assert "unchanged" in again.err


def test_a_build_with_problems_is_tried_again(run, corpus):
    bad = corpus / "articles" / "bad.txt"
    bad.write_bytes(b"")
    assert run("build", corpus, "--format", "md").code == 1

    again = run("build", corpus, "--format", "md", "--explain")

    assert again.code == 1
    assert "bad.txt" in again.err
    assert "market-gazette.md: kept" in again.out
    assert "1 failed, to be tried again" in again.out


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("records.jsonl", lambda data: data[: len(data) // 2]),
        ("records.jsonl", lambda data: data.replace(b'"oppose"', b'"support"', 1)),
        ("records.jsonl", lambda _: b'{"foreign": 1}\n'),
        ("manifest.json", lambda data: data[: len(data) // 2]),
        ("manifest.json", lambda data: data.replace(b'"problems": 0', b'"problems": 1', 1)),
        ("manifest.json", lambda _: b"[]"),
        ("manifest.json", lambda _: b'{\n "seal": ""\n}\n'),
        ("brief.json", lambda data: data.replace(b"tram", b"tran", 1)),
        ("executive.md", lambda _: None),
    ],
)
def test_what_was_torn_or_edited_is_made_anew(run, corpus, name, spoil):
    run("build", corpus, "--format", "md", "--no-changes")
    good = bytes_in("briefs/trams")
    file = Path("briefs/trams") / name
    spoilt = spoil(file.read_bytes())
    assert spoilt != file.read_bytes(), "this case spoils nothing"
    file.unlink()
    if spoilt is not None:
        file.write_bytes(spoilt)

    result = run("build", corpus, "--format", "md", "--no-changes")

    assert result.code == 0
    made = bytes_in("briefs/trams")
    assert {n: b for n, b in made.items() if n != "manifest.json"} == {
        n: b for n, b in good.items() if n != "manifest.json"
    }
    assert (
        json.loads(made["manifest.json"])["records"] == json.loads(good["manifest.json"])["records"]
    )


def test_a_page_edited_together_with_its_hash_is_made_anew(run, corpus):
    run("build", corpus, "--format", "md", "--no-changes")
    page, manifest = Path("briefs/trams/executive.md"), Path("briefs/trams/manifest.json")
    good = page.read_bytes()
    page.write_bytes(good + b"Forged.\n")
    told = manifest.read_text("utf-8")
    forged = told.replace(
        hashlib.sha256(good).hexdigest(), hashlib.sha256(page.read_bytes()).hexdigest()
    )
    assert forged != told, "the manifest does not hold the page's hash"
    manifest.write_text(forged, "utf-8")

    assert run("build", corpus, "--format", "md", "--no-changes").code == 0

    assert page.read_bytes() == good, "only the manifest's seal tells this edit"


def test_only_the_edited_line_is_coded_again(run, corpus):
    run("build", corpus, "--format", "md")
    file = Path("briefs/trams/records.jsonl")
    first, second = file.read_text("utf-8").splitlines()
    file.write_text(f"{first}\n{second[:-9]}\n", "utf-8")

    lines = run("build", corpus, "--format", "md", "--explain").out.splitlines()

    assert "articles/harbour-post.txt: kept" in lines
    assert any("market-gazette.md: coded anew, its line" in line for line in lines)


def test_an_edit_of_the_codebook_names_its_issues(run, corpus):
    run("build", corpus, "--format", "md")
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text().replace("[parking, car park]", "[parking]"))

    result = run("build", corpus, "--format", "md", "--explain")

    assert "codebook.yaml: changed: issue parking\n" in result.out
    assert "tram-line" not in result.out
    assert "harbour-post.txt: coded anew, the codebook changed" in result.out


def test_the_memo_and_the_report_tell_the_run(run, corpus):
    run("build", corpus, "--format", "md")
    (corpus / "articles" / "late.txt").write_text("There must be no rails in the old town.\n")
    (corpus / "articles" / "bad_[x].txt").write_bytes(b"")

    result = run(
        "build", corpus, "--format", "md", "-q", "--memo", "memo.md", "--report", "run.json"
    )

    memo, report = Path("memo.md").read_text("utf-8"), json.loads(Path("run.json").read_bytes())
    assert "# Trams in the old town: what changed" in memo
    assert "(late)" in memo
    assert "bad\\_" in memo
    assert re.search(r"executive: \d+ checks, passed", memo)
    (brief,) = report["briefs"]
    assert (result.code, report["exit_code"]) == (1, 1)
    assert brief["articles"] == {"kept": 2, "redone": 2}
    assert brief["counts"]["failures"] == 1
    assert brief["seconds"]["reading"] >= 0
    assert "bad_[x].txt" in brief["problems"][0]


def test_of_several_briefs_each_line_says_of_which_it_is(run, corpus):
    shutil.copytree(corpus, "ferries")
    briefs = "".join(f'[[brief]]\ncorpus = "{name}"\n' for name in ("trams", "ferries", "none"))
    Path("briefgen.toml").write_text(f'[defaults]\nformats = ["md"]\n{briefs}')
    Path("ferries/articles/late.txt").write_bytes(b"")

    result = run("build", "--explain")

    assert result.code == 2
    assert "briefgen: briefs/ferries: articles/late.txt: the file is empty" in result.err
    assert "briefgen: none: no such folder" in result.err, "it is named already"
    explained = [line for line in result.out.splitlines() if ": " in line]
    assert len(explained) > 6
    assert all(line.startswith(("briefs/trams: ", "briefs/ferries: ")) for line in explained)


def test_the_manifest_fits_its_schema_and_names_no_machine(run, corpus, tmp_path):
    import jsonschema

    from briefgen.schemas import schema_of

    correct(corpus, "market-gazette", "tram-line", "neutral")
    run("build", corpus, "--format", "md")

    text = Path("briefs/trams/manifest.json").read_text("utf-8")

    jsonschema.Draft202012Validator(schema_of("manifest")).validate(json.loads(text))
    assert str(tmp_path) not in text
    records = json.loads(text)["records"]
    assert records["market-gazette"]["machine"] is not None
    assert records["harbour-post"]["machine"] is None
