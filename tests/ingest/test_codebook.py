"""codebook.yaml and sources.yaml: what is wrong is said with file, line and key."""

from pathlib import Path

import pytest

from briefgen.errors import CodebookError, SourcesError
from briefgen.ingest import codebook_sha256, load_codebook, open_corpus
from briefgen.ingest.metadata import normalise_date
from tests.ingest.conftest import CODEBOOK

TERMS = "[fee, harbour, 2020, no]"


def load(folder: Path, text: str | bytes):
    path = folder / "codebook.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_codebook(path)


def test_a_good_codebook_is_read_and_scalars_keep_their_source_text(tmp_path):
    codebook = load(tmp_path, CODEBOOK)

    assert codebook.topic == "Harbour fees"
    assert codebook.issues[0].terms == ("fee", "harbour", "2020", "no")
    assert len(codebook_sha256(codebook)) == 64
    assert codebook_sha256(codebook) == codebook_sha256(load(tmp_path, "# x\n" + CODEBOOK))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (CODEBOOK.replace("    terms:", "    termz:"), 6, "issues[1].termz: unknown key; did you"),
        (CODEBOOK.replace("    title: The harbour fee\n", ""), 3, "issues[1].title: this key is"),
        (CODEBOOK.replace("topic: Harbour fees\n", ""), 1, "topic: this key is missing"),
        (
            CODEBOOK.replace("trade will move", "trade will move, Raise its fees"),
            8,
            "issues[1].oppose: 'raise its fees' stands under support too",
        ),
        (CODEBOOK + "topic: Again\n", 9, "topic: this key stands here twice"),
        (CODEBOOK + CODEBOOK.split("issues:\n")[1], 9, "taken by the issue at line 3"),
        (
            CODEBOOK.replace(TERMS, "fee"),
            6,
            "issues[1].terms: expected a list",
        ),
        (
            CODEBOOK.replace(TERMS, "[]"),
            6,
            "issues[1].terms: the list is empty",
        ),
        (CODEBOOK.replace("harbour-fee", "Harbour fee"), 3, "is no id"),
        (CODEBOOK.replace("    title:", "\ttitle:"), 4, "a tab where YAML wants spaces"),
        (CODEBOOK.replace("fees\n", "fees: and more\n", 1), 1, "not valid YAML"),
        ("topic: x\nissues: []\n", 2, "issues: the list is empty"),
        ("topic: x\nissues: 3\n", 2, "issues: expected a list, found a single value"),
        ("topic: {a: b}\nissues: []\n", 1, "topic: expected text, found keys with values"),
        ("", 1, "the file is empty"),
        ("- a\n- b\n", 1, "expected keys with values, found a list"),
        ("just words\n", 1, "expected keys with values, found a single value"),
        ("a: &x [1]\nb: *x\n", 2, "aliases"),
        (b"topic: x\nissues: \xff\n", 2, "is not UTF-8"),
        ("a: " + "[" * 5000, 1, ""),
        ("topic: a\x07b\n", 1, "a character YAML does not allow"),
        ("a: 1\n---\nb: 2\n", 2, "not valid YAML"),
    ],
)
def test_a_bad_codebook_is_refused_with_file_line_and_key(tmp_path, text, line, words):
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, text)

    assert str(caught.value).startswith(f"codebook.yaml:{line}")
    assert words in str(caught.value)


def test_all_problems_are_named_first_one_first(tmp_path):
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, CODEBOOK.replace("terms:", "termz:").replace("title:", "titel:"))

    lines = str(caught.value).splitlines()
    assert [line.split(":")[1] for line in lines] == ["4", "6"]


def test_a_huge_codebook_is_refused_unread(tmp_path):
    with pytest.raises(CodebookError, match="larger than 1024 KiB"):
        load(tmp_path, b"# " + b"x" * 1024 * 1024)


def test_sources_are_read_by_file_name(corpus_folder):
    (corpus_folder / "sources.yaml").write_text(
        "articles/b.txt:\n  title: A title\n  authors: [Ana Brook, Tom Reed]\n"
        "  published: 2024-5-3\n  url: https://river.example/x\n  kind: digest\n  outlet:\n"
    )

    known = open_corpus(corpus_folder).metadata["b.txt"]

    assert known.authors == ("Ana Brook", "Tom Reed")
    assert (known.published, known.kind, known.outlet) == ("2024-05-03", "digest", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("b.txt:\n  titel: x\n", "sources.yaml:2: b.txt.titel: unknown key; did you mean 'title'"),
        ("b.txt:\n  published: 3 May\n", "sources.yaml:2: b.txt.published: '3 May' is no date"),
        ("b.txt:\n  published: 2024-02-30\n", "is no date"),
        ("b.txt:\n  url: javascript:alert(1)\n", "does not start with http"),
        ("b.txt:\n  kind: summary\n", "write verbatim or digest"),
        ("b.txt: 3\n", "expected keys with values"),
    ],
)
def test_bad_sources_are_refused_with_file_line_and_key(corpus_folder, text, words):
    (corpus_folder / "sources.yaml").write_text(text)

    with pytest.raises(SourcesError) as caught:
        open_corpus(corpus_folder)
    assert words in str(caught.value)


def test_an_entry_without_an_article_costs_no_other_entry(corpus_folder):
    (corpus_folder / "sources.yaml").write_text(
        "b.txt:\n  title: A title\nbb.txt:\n  title: x\nharvest.md:\n  title: y\n"
    )

    corpus = open_corpus(corpus_folder)

    assert corpus.metadata["b.txt"].title == "A title"
    assert [str(stray).partition(" (")[0] for stray in corpus.strays] == [
        "sources.yaml:3: bb.txt: no article has this file name; did you mean 'b.txt'?",
        "sources.yaml:5: harvest.md: no article has this file name",
    ]


def test_sources_of_comments_alone_state_nothing(corpus_folder):
    (corpus_folder / "sources.yaml").write_text("# nothing yet\n")

    assert open_corpus(corpus_folder).metadata == {}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-5", "2024-05"),
        ("2024-05-03T08:00:00Z", "2024-05-03"),
        ("2024-13", None),
        ("0000", None),
        ("May 2024", None),
        ("03/05/2024", None),
    ],
)
def test_dates_are_normalised_or_refused(text, date):
    assert normalise_date(text) == date


NAMED = """actors:
  Harbour Board: [the Board, HB]
  Pilots:
stakeholders:
"""


def test_actors_and_stakeholders_are_names_with_other_names(tmp_path):
    codebook = load(tmp_path, CODEBOOK + NAMED + "  - Pilots\n  - Anglers: [rod men]\n")

    assert codebook.listed_actors() == {
        "Harbour Board": ("the Board", "HB"),
        "Pilots": (),
        "Anglers": ("rod men",),
    }
    assert codebook.listed_stakeholders() == {"Pilots": (), "Anglers": ("rod men",)}


def test_stakeholders_may_be_keys_and_have_the_names_of_their_actor(tmp_path):
    codebook = load(tmp_path, CODEBOOK + NAMED + "  Harbour Board: [quay office]\n  Anglers:\n")

    assert codebook.listed_stakeholders() == {
        "Harbour Board": ("the Board", "HB", "quay office"),
        "Anglers": (),
    }


def test_actors_are_no_reason_to_code_anew(tmp_path):
    plain = codebook_sha256(load(tmp_path, CODEBOOK))

    assert codebook_sha256(load(tmp_path, CODEBOOK + NAMED)) == plain


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("actor:\n  Pilots:\n", 9, "actor: unknown key; did you mean 'actors'?"),
        ("stakeholder: [Pilots]\n", 9, "did you mean 'stakeholders'?"),
        (NAMED + "  - the hb\n", 13, "'the hb' is another name of 'Harbour Board' at line 10; did"),
        (
            "actors:\n  Pilots: [the Board]\n  Harbour Board: [board]\n",
            11,
            "actors.Harbour Board: 'board' is a name of 'Pilots' at line 10 already; leave it",
        ),
        (
            "actors:\n  Pilots:\n  the pilots:\n",
            11,
            "'the pilots' and 'Pilots' at line 10 are read",
        ),
        ("actors:\n  Pilots: they\n", 10, "actors.Pilots: expected a list, found a single value"),
        ("actors:\n  Pilots: [they]\n", 10, "'they' is nobody's name alone"),
        ("actors:\n  Pilots: [[a]]\n", 10, "actors.Pilots[1]: expected text, found a list"),
        ("actors: [Pilots]\n", 9, "actors: expected keys with values, found a list"),
        ("stakeholders: Pilots\n", 9, "stakeholders: expected keys with values, found a single"),
        ("stakeholders: [3, [4]]\n", 9, "stakeholders[2]: expected text, found a list"),
        ("actors:\n  Pilots: [crew]\n  Pilots: [men]\n", 11, "this key stands here twice"),
    ],
)
def test_bad_actors_are_refused_with_line_and_key(tmp_path, text, line, words):
    with pytest.raises(CodebookError) as caught:
        load(tmp_path, CODEBOOK + text)

    assert f"codebook.yaml:{line}" in str(caught.value)
    assert words in str(caught.value)
