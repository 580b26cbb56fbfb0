"""The commands for the people who edit templates, as they are typed; an audience of one's own."""

import re
from pathlib import Path

import pytest

from briefgen.cli import main

SAMPLE = Path(__file__).resolve().parents[2] / "briefgen" / "editing" / "samples" / "rich"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["briefgen", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return run


def test_a_new_audience_is_made_listed_shown_and_in_order(run, tmp_path):
    code, out, _ = run("templates", "new", "news-room", "--from", "executive")

    assert code == 0
    assert out.split() == [
        f"templates/news-room/{name}" for name in ("audience.toml", "brief.md.j2", "theme.css")
    ]
    assert "{% import" in (tmp_path / "templates/news-room/brief.md.j2").read_text()
    assert run("templates", "check", "news-room")[0] == 0
    listed = run("templates", "list")[1]
    assert (
        "news-room: News room brief, for decision-makers\n    templates/news-room (own)" in listed
    )
    assert "executive: " in listed
    shown = run("templates", "show", "news-room")[1]
    assert 'title = "News room brief"' in shown
    assert "limits.quotations = " in shown
    assert "shared/" in shown


def test_an_own_audience_stands_before_the_packaged_one(run):
    run("templates", "new", "executive")

    listed = run("templates", "list")[1]

    assert "(own, stands before the packaged one)" in listed
    assert "replaced by templates/executive" in listed


@pytest.mark.parametrize("name", ["../x", "Mine", "a b", "shared", "x/y", ".", "", "-x", "é"])
def test_a_name_that_is_none_is_refused(run, tmp_path, name):
    code, _, told = run("templates", "new", "--from", "executive", "--", name)

    assert code == 2
    assert "is no name for an audience" in told
    assert not (tmp_path / "templates").exists()
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_replaced(run, tmp_path):
    run("templates", "new", "mine")
    theme = tmp_path / "templates/mine/theme.css"
    theme.write_text("/* mine */")

    code, _, told = run("templates", "new", "mine")

    assert code == 2
    assert "there is such a folder already" in told
    assert theme.read_text() == "/* mine */"


def test_an_unknown_audience_is_told_with_those_that_there_are(run):
    for command in ("show", "check"):
        code, _, told = run("templates", command, "nobody")

        assert code == 2
        assert "executive" in told


def test_a_check_prints_place_line_and_names_that_fit(run, tmp_path):
    run("templates", "new", "mine")
    template = tmp_path / "templates/mine/brief.md.j2"
    template.write_text(template.read_text() + "\n{{ sorces }}\n{{ topic|uper }}\n")
    lines = template.read_text().count("\n")

    code, out, told = run("templates", "check", "mine")

    assert code == 1
    assert f"templates/mine/brief.md.j2:{lines - 1}: there is no 'sorces'; did you mean" in out
    assert "\n    {{ sorces }}\n" in out
    assert f"templates/mine/brief.md.j2:{lines}: there is no filter 'uper'" in out
    assert "mine: 2 mistakes" in told


def test_a_packaged_audience_that_is_broken_is_found_without_a_name(run, tmp_path):
    run("templates", "new", "mine")
    (tmp_path / "templates/mine/audience.toml").write_text('title = "x"\n')

    code, out, told = run("templates", "check")

    assert code == 1
    assert "templates/mine/audience.toml:1: key 'reader': is missing" in out
    assert "executive: nothing is wrong" in told
    assert "mine: key 'reader': is missing" not in run("templates", "list")[2]


@pytest.mark.slow
def test_an_audience_with_ten_lines_changed_works_in_every_format(run, tmp_path):
    """An analyst changes words of Markdown and one setting; every format has them."""
    run("templates", "new", "newsroom")
    template = tmp_path / "templates/newsroom/brief.md.j2"
    lines = template.read_text().split("\n")
    end = max(place for place, line in enumerate(lines) if line.strip()) + 1
    added = [
        "<!-- notes -->",
        "",
        "## For the desk",
        "",
        "*Ask first:* {{ sources|map(attribute='label')|listing }}.",
        "",
        "{{ counted(issues|length, 'question', 'questions')|sentence }} stand behind this page.",
        "",
        "<!-- end -->",
    ]
    template.write_text("\n".join([*lines[:end], "", *added, ""]))
    settings = tmp_path / "templates/newsroom/audience.toml"
    settings.write_text(
        re.sub(r"^reader = .*$", 'reader = "the desk"', settings.read_text(), flags=re.M)
    )

    assert run("templates", "check", "newsroom")[0] == 0
    formats = [word for each in _formats() for word in ("--format", each)]
    code, out, _ = run("build", str(SAMPLE), "--out", "out", "-a", "newsroom", *formats)

    assert code == 1, "the sample has an article that cannot be read"
    assert len(out.split()) == 3 + len(_formats())  # records, brief, manifest, pages
    for file in (tmp_path / "out").glob("newsroom.*"):
        text = " ".join(_text_of(file).split())
        assert "the desk" in text, file
        assert re.search(r"for the desk", text, re.IGNORECASE), file
        assert "Seven questions stand behind this page" in text, file
        assert "Lower Town Courier" in text, file


def _formats() -> list[str]:
    from briefgen.pipeline import FORMATS

    return list(FORMATS)


def _text_of(file: Path) -> str:
    if file.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix == ".docx":
        import docx

        return "\n".join(part.text for part in docx.Document(str(file)).element.iter() if part.text)
    return re.sub(r"<[^>]+>", " ", file.read_text("utf-8"))
