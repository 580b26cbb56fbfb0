"""A page is printed only where what decides it changed, and is what a full build writes."""

import json
import random
import shutil
from pathlib import Path

import pytest
import yaml

from tests.cli.test_ledger import EDITED, HEAVY, bytes_in, correct

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ASKED = ("-a", "house", "-a", "annex", "-f", "md", "-f", "html", "-f", "docx")


@pytest.fixture
def own(corpus, tmp_path):
    """Return templates of one's own: two audiences, of which one takes in a macro of ours."""
    own = tmp_path / "templates"
    shutil.copytree(TEMPLATES / "shared", own / "shared")
    shutil.copytree(TEMPLATES / "annex", own / "annex")
    shutil.copytree(TEMPLATES / "executive", own / "house")
    page = own / "house" / "brief.md.j2"
    head = (
        '{% import "parts/ours.md.j2" as ours %}\n{% include "parts/later.md.j2" ignore missing %}'
    )
    page.write_text(f"{head}\n{page.read_text('utf-8')}\n{{{{ ours.line() }}}}\n", "utf-8")
    (own / "parts").mkdir()
    (own / "parts" / "ours.md.j2").write_text("{% macro line() %}Ours.{% endmacro %}", "utf-8")
    return own


def explain(run, corpus, *options) -> dict[str, str]:
    """Build and return what was said of each page and article, by its name."""
    result = run("build", corpus, "--out", "out", "--explain", *options)
    assert result.code == 0, result.err
    lines = (line.partition(": ") for line in result.out.splitlines() if ": " in line)
    return {name: said for name, _, said in lines if name != "different"}


def printed(said) -> set[str]:
    return {name for name, why in said.items() if why.startswith("printed")}


def replace(path, before, after) -> None:
    text = path.read_text("utf-8")
    assert before in text, f"{before!r} is not in {path.name}"
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_a_template_prints_the_pages_that_take_it_in(run, corpus, own):
    pages = {"house.md", "house.html", "house.docx"}
    assert printed(explain(run, corpus, *ASKED)) == pages | {"annex.md", "annex.html", "annex.docx"}

    replace(own / "parts" / "ours.md.j2", "Ours.", "Our own.")
    said = explain(run, corpus)

    assert printed(said) == pages
    assert said["house.md"] == "printed, other than before: template parts/ours.md.j2"
    assert said["annex.md"] == "kept"
    assert said["articles/harbour-post.txt"] == "kept"
    assert "Our own." in Path("out/house.md").read_text("utf-8")
    (own / "parts" / "later.md.j2").write_text("Now it is there.\n", "utf-8")
    assert run("check", corpus, "--out", "out").code == 1
    assert printed(explain(run, corpus)) == pages
    assert Path("out/house.md").read_text("utf-8").startswith("Now it is there.")
    replace(own / "annex" / "theme.css", "}", "}\n")
    assert printed(explain(run, corpus)) == {"annex.md", "annex.html", "annex.docx"}


def test_a_page_that_is_added_or_spoilt_is_printed_alone(run, corpus, own):
    explain(run, corpus, "-a", "house", "-a", "annex", "-f", "md")
    assert printed(explain(run, corpus, "-a", "annex", "-f", "html")) == {"annex.html"}
    good = Path("out/house.md").read_bytes()
    Path("out/house.md").write_bytes(good + b"Mine.\n")
    Path("out/annex.html").unlink()

    said = explain(run, corpus)

    assert said["house.md"] == "printed, changed by hand"
    assert said["annex.html"] == "printed, not there any more"
    assert said["annex.md"] == "kept"
    assert Path("out/house.md").read_bytes() == good


def test_other_options_print_nothing_and_load_nothing_heavy(run, run_process, corpus):
    run("build", corpus, "--out", "out", "-f", "md", "-f", "pdf")
    code = (
        "import sys; sys.argv = ['briefgen', 'build', 'trams', '--out', 'out', *sys.argv[1:]]\n"
        "from briefgen.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, *sorted(sys.modules))"
    )
    import subprocess
    import sys

    def modules(*options) -> set[str]:
        command = [sys.executable, "-c", code, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        return {*done.stdout.splitlines()[-1].split()}

    loaded = modules("-f", "md", "-f", "pdf", "--memo", "memo.md", "--report", "run.json")
    assert "0" in loaded
    assert not {"weasyprint", "trafilatura", "jinja2", "lxml", "yaml"} & loaded
    loaded = modules("-f", "html")
    assert "briefgen.rendering.webpage.page" in loaded
    assert not {"weasyprint", "briefgen.rendering.pdf_pool", "briefgen.synthesis.brief"} & loaded
    assert "jinja2" in HEAVY


def test_a_codebook_edit_that_changes_no_word_prints_nothing(run, corpus):
    """The codebook's bytes are others, the brief is the same."""
    explain(run, corpus, "-f", "md", "-f", "html")
    file = corpus / "codebook.yaml"
    file.write_text(f"# ours\n{file.read_text('utf-8')}", "utf-8")

    result = run("build", corpus, "--out", "out", "--explain")

    assert "different: codebook.yaml: changed: no issue says anything else" in result.out
    assert "executive.md: kept" in result.out
    # The page shows the corpus, and something in it changed: better once too often.
    assert "executive.html: printed, other than before: corpus" in result.out
    assert run("check", corpus, "--out", "out").code == 0


def test_a_pdf_whose_document_comes_out_the_same_is_kept(run, corpus, own):
    explain(run, corpus, "-a", "house", "-f", "pdf", "-f", "md")
    page = own / "house" / "brief.md.j2"
    page.write_text(f"{{# a remark #}}{page.read_text('utf-8')}", "utf-8")

    said = explain(run, corpus)

    assert said["house.md"].startswith("printed, other than before: template house/brief.md.j2")
    assert said["house.pdf"] == "kept"
    assert run("check", corpus, "--out", "out").code == 0


WORDS = ("Surely", "By all accounts", "In our view", "As the mayor said,", "Nobody doubts that")


class Edits:
    """Edits of a project as people make them, each by chance."""

    def __init__(self, corpus: Path, own: Path, chance: random.Random) -> None:
        self.corpus, self.own, self.chance = corpus, own, chance
        self.count = 0

    def article(self) -> None:
        file = self.chance.choice(sorted((self.corpus / "articles").iterdir()))
        said = f"{self.chance.choice(WORDS)} the city should build the tram, number {self.count}."
        file.write_text(f"{file.read_text('utf-8')}\n{said}\n", "utf-8")

    def new_article(self) -> None:
        text = f"No rails\n\nThere must be no rails in the old town, for {self.count} reasons.\n"
        (self.corpus / "articles" / f"new-{self.count}.txt").write_text(text, "utf-8")

    def codebook(self) -> None:
        file = self.corpus / "codebook.yaml"
        values = yaml.safe_load(file.read_text("utf-8"))
        values["issues"][self.count % 2]["title"] += "!"
        file.write_text(yaml.safe_dump(values, sort_keys=False), "utf-8")

    def remark(self) -> None:
        file = self.corpus / "codebook.yaml"
        file.write_text(f"# {self.count}\n{file.read_text('utf-8')}", "utf-8")

    def template(self) -> None:
        file = self.own / self.chance.choice(("house", "annex")) / "brief.md.j2"
        file.write_text(f"{file.read_text('utf-8')}\nLine {self.count}.\n", "utf-8")

    def macro(self) -> None:
        text = f"{{% macro line() %}}Ours, {self.count}.{{% endmacro %}}"
        (self.own / "parts" / "ours.md.j2").write_text(text, "utf-8")

    def shared_template(self) -> None:
        file = self.chance.choice(sorted((self.own / "shared").glob("*.j2")))
        file.write_text(f"{file.read_text('utf-8')}{{# {self.count} #}}", "utf-8")

    def shared_style(self) -> None:
        file = self.own / "shared" / "page.css"
        file.write_text(f"{file.read_text('utf-8')}\n/* {self.count} */\n", "utf-8")

    def theme(self) -> None:
        file = self.own / self.chance.choice(("house", "annex")) / "theme.css"
        file.write_text(f"{file.read_text('utf-8')}\np {{ margin: {self.count}pt; }}\n", "utf-8")

    def web_style(self) -> None:
        (self.own / "house" / "web.css").write_text(f"p {{ margin: {self.count}px; }}\n", "utf-8")

    def settings(self) -> None:
        file = self.own / "house" / "audience.toml"
        text = file.read_text("utf-8").splitlines()
        titles = [n for n, line in enumerate(text) if line.startswith("title")]
        text[titles[0]] = f'title = "Brief {self.count}"'
        file.write_text("\n".join(text) + "\n", "utf-8")

    def correction(self) -> None:
        articles = sorted((self.corpus / "articles").iterdir())
        stance = self.chance.choice(("support", "oppose", "neutral"))
        correct(self.corpus, self.chance.choice(articles).stem, "tram-line", stance)

    def sources(self) -> None:
        text = f"market-gazette.md:\n  outlet: Gazette {self.count}\n"
        (self.corpus / "sources.yaml").write_text(text, "utf-8")

    def output_by_hand(self) -> None:
        file = self.chance.choice(self._outputs())
        file.write_bytes(file.read_bytes() + b"\nmine\n")

    def output_gone(self) -> None:
        self.chance.choice(self._outputs()).unlink()

    def _outputs(self) -> list[Path]:
        return sorted(file for file in Path("kept").iterdir() if file.name != "brief.json")

    def make(self) -> str:
        kinds = [name for name in vars(Edits) if not name.startswith("_") and name != "make"]
        self.count += 1
        kind = self.chance.choice(kinds)
        getattr(self, kind)()
        return kind


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(EDITED))
def test_after_any_edits_a_build_writes_what_a_full_one_writes(run, corpus, own, seed):
    """Byte for byte, manifest and all: what is kept is what would be printed."""
    chance = random.Random(seed)
    edits = Edits(corpus, own, chance)
    run("build", corpus, "--out", "kept", *ASKED)
    kept = 0
    for _ in range(8):
        made = [edits.make() for _ in range(chance.randint(1, 2))]
        shutil.rmtree("fresh", ignore_errors=True)
        shutil.copytree("kept", "fresh")

        stale = run("check", corpus, "--out", "kept", *ASKED)
        ours = run("build", corpus, "--out", "kept", "--explain", *ASKED)
        full = run("build", corpus, "--out", "fresh", "--fresh", *ASKED)

        assert (ours.code, full.code) == (0, 0), ours.err + full.err
        assert bytes_in("kept") == bytes_in("fresh"), made
        assert bool(stale.code) == ("unchanged" not in ours.err), made
        kept += sum(line.endswith(": kept") for line in ours.out.splitlines() if "." in line)
        checked = run("check", corpus, "--out", "kept", *ASKED)
        assert checked.code == 0, f"{made}: {checked.out}"
    assert kept, "nothing was ever kept: this test compares two full builds"


def test_the_manifest_says_what_each_page_was_made_from(run, corpus, own):
    explain(run, corpus, *ASKED)

    held = json.loads(Path("out/manifest.json").read_bytes())

    assert {*held["pages"]} == {
        name for name in held["outputs"] if not name.endswith(("json", "l"))
    } | {"annex.html", "house.html"}
    made = held["pages"]["house.md"]["made_from"]
    assert made["template parts/later.md.j2"] == ""
    assert made["brief.json"] == held["outputs"]["brief.json"]
    assert "template annex/theme.css" not in made
    assert "template shared/evidence.md.j2" not in made, "only the annex takes it in"
