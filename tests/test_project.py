"""briefgen.toml: what it says, and what is told where it says something wrong."""

from pathlib import Path

import pytest

from briefgen.errors import UsageError
from briefgen.project import find_project, load_project


def write(folder, text):
    file = folder / "briefgen.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults_stand_where_a_brief_says_nothing(tmp_path):
    file = write(
        tmp_path,
        """
[defaults]
audiences = ["executive", "annex"]
formats = ["md"]
audit = { loaded-words = 1, skewed-verbs = 2 }

[[brief]]
corpus = "corpora/toll"

[[brief]]
corpus = "corpora/wolves"
out = "out/wolves"
audiences = ["public", "public"]
changes = false
audit = { loaded-words = 3 }
""",
    )

    toll, wolves = load_project(file)

    assert (toll.corpus, toll.out) == (tmp_path / "corpora/toll", tmp_path / "briefs/toll")
    assert (toll.audiences, toll.formats, toll.changes) == (("executive", "annex"), ("md",), True)
    assert (wolves.out, wolves.audiences, wolves.changes) == (
        tmp_path / "out/wolves",
        ("public",),
        False,
    )
    assert wolves.audit == {"loaded-words": 3, "skewed-verbs": 2}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[[brief]]\ncorpus = "a"\nformat = ["md"]\n', 3, "'format' is not known .*'formats'"),
        ('[[brief]]\ncorpus = "a"\n\n[[brief]]\nout = "b"\n', None, "'corpus' is missing"),
        ('[[brief]]\ncorpus = "a"\n[[brief]]\ncorpus = "b"\nformats = ["odt"]\n', 5, "formats"),
        ('[default]\nformats = ["md"]\n[[brief]]\ncorpus = "a"\n', 1, "'default' .*'defaults'"),
        ("[defaults]\n", None, "no brief is named"),
        ('[[brief]]\ncorpus = "a\n', 2, "is not TOML"),
        ('[[brief]]\ncorpus = ""\n', 2, "corpus"),
        ('[[brief]]\ncorpus = "x/a"\n[[brief]]\ncorpus = "y/a"\n', None, "both be written to"),
        ('[[brief]]\ncorpus = "a"\naudiences = "executive"\n', 3, "audiences"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, text, line, said):
    file = write(tmp_path, text)

    with pytest.raises(UsageError, match=said) as caught:
        load_project(file)

    assert caught.value.where == (f"{file}:{line}" if line else str(file))


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "briefgen.toml").write_bytes(content)

    with pytest.raises(UsageError, match=r"briefgen\.toml"):
        load_project(tmp_path / "briefgen.toml")


def test_the_nearest_file_above_is_found(tmp_path, monkeypatch):
    write(tmp_path, '[[brief]]\ncorpus = "a"\n')
    (tmp_path / "x" / "y").mkdir(parents=True)

    assert find_project(tmp_path / "x" / "y") == tmp_path / "briefgen.toml"
    monkeypatch.chdir(tmp_path)
    assert find_project(Path()) == Path("briefgen.toml")
    monkeypatch.chdir(tmp_path / "x" / "y")
    assert find_project(Path()) == Path("../../briefgen.toml"), "no place of this machine"


def test_where_there_is_none_the_next_step_is_said(tmp_path):
    with pytest.raises(UsageError, match="briefgen init"):
        find_project(tmp_path)
