"""Two coders compared, and a coder with the program."""

import json

import pytest

OPTIONS = ("--who", "A. Holm")


def gold(*articles: tuple[str, dict[str, object]]) -> str:
    return json.dumps(
        {
            "articles": [
                {"id": name, "stances": {i: {"stance": s} for i, s in stances.items()}}
                for name, stances in articles
            ]
        }
    )


@pytest.fixture
def readers(tmp_path):
    """Return a function that writes a coder's gold.json and returns its path."""

    def write(name, *articles):
        path = tmp_path / f"{name}.json"
        path.write_text(gold(*articles), encoding="utf-8")
        return path

    return write


@pytest.fixture
def agree(run):
    def compare(*arguments: object) -> dict:
        result = run("agreement", *arguments, "--json")
        assert result.code == 0, result.err
        return json.loads(result.out)

    return compare


CRUMB = ("crumb", {"night": "support", "chimneys": "neutral"})
PILLOW = ("pillow", {"night": "oppose", "chimneys": "absent"})
SOOT = ("soot", {"chimneys": "support"})


def test_a_coder_agrees_with_themselves(readers, agree):
    one = readers("one", CRUMB, PILLOW, SOOT)

    compared = agree(one, one)

    assert compared["cells"] == 5
    assert [compared[name]["value"] for name in ("agreement", "kappa", "alpha")] == [1, 1, 1]
    assert compared["only_first"] == compared["only_second"] == []


def test_differences_are_named_by_issue_and_what_one_alone_coded(readers, agree, run):
    one = readers("one", CRUMB, PILLOW)
    other = readers("other", ("crumb", {"night": "oppose"}), PILLOW, SOOT)

    compared = agree(one, other)

    assert compared["cells"] == 3
    assert compared["agreement"]["value"] == pytest.approx(2 / 3)
    night = next(issue for issue in compared["issues"] if issue["issue"] == "night")
    assert night["confusion"] == {"support": {"oppose": 1}, "oppose": {"oppose": 1}}
    assert night["differences"] == [{"first": "support", "second": "oppose", "articles": ["crumb"]}]
    assert compared["only_first"] == [["crumb", "chimneys"]]
    assert compared["only_second"] == [["soot", "chimneys"]]
    text = run("agreement", one, other).out
    assert "  A support, B oppose: 1 (crumb)\n" in text
    assert "1 cell coded by B alone:\n  soot, chimneys\n" in text


def test_one_of_several_right_labels_is_enough(readers, agree):
    one = readers("one", ("crumb", {"night": ["conditional", "support"]}), PILLOW)
    other = readers("other", ("crumb", {"night": "support"}), PILLOW)

    compared = agree(one, other)

    assert (compared["several"], compared["agreement"]["value"]) == (1, 1)


def test_coarse_takes_what_is_no_side_for_one_label(readers, agree):
    one = readers("one", CRUMB)
    other = readers("other", ("crumb", {"night": "support", "chimneys": "unclear"}))

    assert agree(one, other)["agreement"]["value"] == 0.5
    assert agree(one, other, "--coarse")["agreement"]["value"] == 1


def test_a_review_against_the_program_that_it_corrected(review, build, agree, corpus, tmp_path):
    """The records hold the corrections; what is compared is what the program said before.

    So it is where a stance is gone because its one passage was dropped.
    """
    review("t", "o", "", "c", "d", "", "s", "q")
    review("p", "d", "u", "q", options=(*OPTIONS, "--source", "soot", "--issue", "night"))
    assert build().stance("soot", "night") is None

    compared = agree(corpus, tmp_path / "out")

    assert compared["first"].startswith("A. Holm (")
    assert compared["cells"] == 3
    assert compared["agreement"]["value"] == pytest.approx(1 / 3)
    by_issue = {issue["issue"]: issue["differences"] for issue in compared["issues"]}
    assert by_issue["chimneys"] == [
        {"first": "oppose", "second": "unclear", "articles": ["crumb"]},
        {"first": "absent", "second": "unclear", "articles": ["ledger"]},
    ]
    assert ["soot", "night"] in compared["only_second"]
    assert len(compared["only_second"]) == 5


def test_readers_may_name_an_article_by_the_end_of_its_name(
    readers, build, agree, corpus, tmp_path
):
    articles = corpus / "articles"
    (articles / "crumb.txt").rename(articles / "01_crumb.txt")
    build()

    compared = agree(readers("one", CRUMB, PILLOW), tmp_path / "out" / "records.jsonl")

    assert compared["articles"] == 2
    assert compared["issues"][0]["confusion"] == {
        "neutral": {"unclear": 1},
        "absent": {"unclear": 1},
    }


def test_two_programs_agree_where_both_are_silent(build, agree, corpus, tmp_path):
    build()
    records = tmp_path / "out" / "records.jsonl"
    other = tmp_path / "other.jsonl"
    lines = [json.loads(line) for line in records.read_text("utf-8").splitlines()]
    for record in lines:
        record["stances"].pop("chimneys")
    other.write_text("".join(f"{json.dumps(record)}\n" for record in lines), encoding="utf-8")

    compared = agree(other, records)

    assert compared["cells"] == 8
    assert compared["issues"][0]["confusion"] == {"absent": {"support": 1, "unclear": 3}}
    assert compared["issues"][1]["agreement"] == 1


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (("x.json", "{"), "x.json:1: is not JSON"),
        (("x.txt", ""), "x.txt: holds no coding"),
        (("x.yaml", "stances: [1]"), "x.yaml:1: stances[1]"),
        (("x.jsonl", ""), "the file is empty"),
        (("x.json", gold(("dune", {"night": "support"}))), "no article is coded on the same issue"),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_line(run, readers, tmp_path, file, told):
    name, text = file
    (tmp_path / name).write_text(text, encoding="utf-8")

    result = run("agreement", readers("one", CRUMB), tmp_path / name)

    assert result.code == 2
    assert told in result.err
    assert len(result.error_lines) == 1


def test_a_folder_without_a_coding(run, tmp_path):
    (tmp_path / "empty").mkdir()

    result = run("agreement", tmp_path / "empty", tmp_path / "empty")

    assert result.code == 2
    assert "neither corrections.yaml nor records.jsonl nor gold.json" in result.err
