"""lessons.yaml is edited by people: what is wrong in it is told with file, line and key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.ingest.lessons import load_lessons
from briefgen.models import Codebook, Example, Issue, IssueLessons, Lessons, TaughtArticle
from briefgen.teaching.lessons_file import lessons_as_yaml

LESSONS = """\
articles:
  - id: litter
    sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
issues:
  - issue: ban
    addressed: 2.5
    support:
      - quote: The fireworks leave caps on the beach
        articles: [litter]
        weight: 0.5
    oppose:
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "issue: ban",
            "issue: bann",
            (5, "issues[1].issue: 'bann' is not known here; did you mean"),
        ),
        ("addressed: 2.5", "addressed: often", (6, "issues[1].addressed: 'often' is no number")),
        (
            "addressed: 2.5",
            "addressed: -1",
            (6, "issues[1].addressed: must be more than 0, not -1"),
        ),
        ("addressed: 2.5", "addressed: nan", (6, "issues[1].addressed: 'nan' is no number")),
        (
            "    support:",
            "    supports:",
            (7, "issues[1].supports: unknown key; did you mean 'support'"),
        ),
        ("quote: The", "quotes: The", (8, "issues[1].support[1].quotes: unknown key")),
        ("[litter]", "litter", (9, "issues[1].support[1].articles: expected a list")),
        ("        articles: [litter]\n", "", (8, "issues[1].support[1].articles: this key is")),
        ("weight: 0.5", "weight: 7", (10, "weight: must be more than 0 and at most 1, not 7")),
        ("    oppose:\n", "    oppose: x\n", (11, "issues[1].oppose: expected a list")),
        ("aaaa\n", "\n", (3, "articles[1].sha256: 'aaaa")),
        ("  - id: litter\n    sha", "  - sha", (2, "articles[1].id: this key is missing")),
        ("    oppose:\n", "  - issue: ban\n", (11, "issues[2].issue: 'ban' stands here twice")),
        ("articles:\n  - id", "article:\n  - id", (1, "article: unknown key; did you mean")),
        ("  - issue: ban", "  - issue: ban: x", (5, "not valid YAML")),
    ],
)
def test_what_is_wrong_is_told_with_line_and_key(run, corpus, old, new, told):
    line, words = told
    assert old in LESSONS
    (corpus / "lessons.yaml").write_text(LESSONS.replace(old, new, 1), encoding="utf-8")

    result = run("build", corpus, "--format", "md")

    assert result.code == 2
    assert len(result.error_lines) == 1, result.err
    assert f"lessons.yaml:{line}" in result.err
    assert words in result.err


def test_it_may_be_written_by_hand(run, corpus):
    (corpus / "lessons.yaml").write_text(LESSONS, encoding="utf-8")

    assert run("build", corpus, "--format", "md").code == 0


LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
EXAMPLES = st.builds(
    Example,
    quote=LINES.filter(bool),
    articles=st.tuples(LINES.filter(bool)),
    weight=st.sampled_from([1.0, 0.5, 0.25]),
)


@given(support=st.lists(EXAMPLES), addressed=st.none() | st.sampled_from([0.5, 2.25, 17.01]))
def test_whatever_a_passage_holds_it_is_read_as_it_was_written(
    tmp_path_factory, support, addressed
):
    issue = Issue(id="ban", title="A ban", proposition="The town should ban it.", terms=("ban",))
    lessons = Lessons(
        articles=(TaughtArticle(id="litter", sha256="0" * 64),),
        issues=(IssueLessons(issue="ban", addressed=addressed, support=tuple(support)),),
    )
    path = tmp_path_factory.mktemp("lessons") / "lessons.yaml"
    path.write_text(lessons_as_yaml(lessons), encoding="utf-8")

    assert load_lessons(path, Codebook(topic="A ban", issues=(issue,))) == lessons
