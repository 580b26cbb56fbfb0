"""What a person is told of mistakes: file, line, the line's text, the names that would fit."""

import pytest

from briefgen.editing.samples import make_samples
from briefgen.errors import TemplateError
from briefgen.rendering.audience import load_audience
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path

# What is appended to a template that is in order; which of its lines is named; what is said of it.
STOPPING = {
    "unknown name": ("\n{{ sorces }}\n", 2, "did you mean 'sources'?"),
    "unknown part": ("\n{{ sources[0].lable }}\n", 2, "SourceView has no 'lable'; did you mean"),
    "unknown part of a part": ("{% for s in issues[0].sides %}\n{{ s.wrod }}\n{% endfor %}\n", 2,
                               "'word'"),
    "unknown setting": ("{{ audience.shows.matrx }}\n", 1, "Shows has no 'matrx'; did you mean"),
    "unknown filter": ("\n{{ topic|uper }}\n", 2, "no filter 'uper'; did you mean 'upper'"),
    "unknown test": ("{% if topic is defned %}{% endif %}\n", 1, "did you mean 'defined'"),
    "unknown tag": ("\n{% iff topic %}\n", 2, "there is no tag 'iff'; did you mean 'if'"),
    "unknown function": ("\n\n{{ cit(sources) }}\n", 3, "did you mean 'cite'"),
    "unknown macro": (
        '{% import "shared/phrases.md.j2" as words_of %}\n{{ words_of.quotatoin(1) }}\n', 2,
        "shared/phrases.md.j2 has no macro 'quotatoin'; did you mean 'quotation'",
    ),
    "unknown import": ('\n{% import "shared/phrase.md.j2" as x %}\n', 2,
                       "did you mean 'shared/phrases.md.j2'"),
    "macro not in the file": (
        '{% from "shared/phrases.md.j2" import qotation %}{{ qotation(1) }}\n', 1, "quotation"
    ),
    "unclosed for": ("{% for s in sources %}\n{{ s.label }}\n", 1,
                     "{% for %} is not closed: add {% endfor %}"),
    "unclosed if in a for": ("{% for s in sources %}\n{% if s.title %}x\n{% endfor %}\n", 2,
                             "{% if %} is not closed: add {% endif %}"),
    "unclosed macro": ("x\n{% macro m(a) %}\n{{ a }}\n", 2, "add {% endmacro %}"),
    "unclosed words": ("x\n{% trans n=3 %}\n{{ n }}\n", 2,
                       "{% trans %} is not closed: add {% endtrans %}"),
    "a condition in words": ("{% trans %}a\n{% if topic %}b{% endif %}{% endtrans %}\n", 2,
                             "control structures in translatable sections are not allowed"),
    "an expression in words": ("\n{% trans %}{{ topic.a }}{% endtrans %}\n", 2,
                               "inside {% trans %} print plain names"),
    "unknown name in words": ("\n{% trans who=tpic %}of {{ who }}{% endtrans %}\n", 2, "'topic'"),
    "counting what is no number": (
        "\n{% trans n=topic %}{{ n }} a{% pluralize %}{{ n }} b{% endtrans %}\n", 2,
        "put the number first",
    ),
    "a list in words": ("\n{% trans who=sources %}of {{ who }}{% endtrans %}\n", 2,
                        "prints a list"),
    "unclosed brackets": ("x\n{{ topic }\n", 2, "unexpected '}'"),
    "empty if": ("\n{% if %}{% endif %}\n", 2, "Expected an expression"),
    "printing what is missing": ("\n{{ audience.organisation }}\n", 2, "prints a value that is"),
    "printing a list": ("\n{{ sources }}\n", 2, "prints a list"),
    "printing a thing": ("\n{{ sources[0] }}\n", 2, "prints SourceView, which is no text"),
    "wrong filter for a list": ("{{ sources|upper }}\n", 1, "prints a list"),
    "too many arguments": (
        '{% import "shared/phrases.md.j2" as w %}\n{{ w.name(sources[0], 2) }}\n', 2, "name"
    ),
    "dividing by nothing": ("\n{{ 1 / 0 }}\n", 2, "zero"),
    "reaching out": ("\n{{ topic.__class__ }}\n", 2, "not allowed: '__class__' of a text"),
    "reaching for a file": ("{{ audience.parse_file('x') }}\n", 1, "not allowed: 'parse_file'"),
    "an endless loop": (
        "{% for a in range(9999) %}{% for b in range(9999) %}\n{% endfor %}{% endfor %}\n", 1,
        "takes too long",
    ),
    "a macro without end": ("{% macro m() %}{{ m() }}{% endmacro %}\n\n{{ m() }}\n", 1,
                            "without end"),
    "marker not closed": ("\n<!-- notes -->\n\nWords.\n", 2, "is not closed: add <!-- end -->"),
    "end without a beginning": ("Words.\n\n<!-- end -->\n", 3, "closes nothing"),
}  # fmt: skip
# What a build prints without a word, and a check finds.
SILENT = {
    "misspelt marker": ("<!-- metod -->\n\nWords.\n\n<!-- end -->\n", 1, "did you mean 'method'?"),
    "marker with a capital": ("\n<!-- Notes -->\n", 2, "this is no section marker"),
    "marker without spaces": ("\n<!--notes-->\n", 2, "this is no section marker"),
    "marker cut short": ("\n<!-- notes ->\n", 2, "this is no section marker"),
    "marker among words": ("Words. <!-- notes -->\n", 1, "stands alone on its line"),
    "branch that no brief takes": ("{% if topic == 'x' %}\n{{ sources[0].lable }}\n{% endif %}\n",
                                   2, "nothing has a part 'lable'; did you mean 'label'?"),
    "name in such a branch": ("{% if topic == 'x' %}\n{{ sorces }}\n{% endif %}\n", 2, "sources"),
    "second title": ("\n# Another title\n", 2, "a second title"),
    "row that is too short": ("\n| A | B |\n| --- | --- |\n| a |\n", 4, "this row has not 2 cells"),
    "table without a rule": ("\n| A | B |\n\n", 2, "this is no table"),
    "heading without a space": ("\n#Heading\n", 2, "a heading needs a space"),
    "HTML": ("\nSome <b>bold</b> words.\n", 2, "HTML is printed as it stands"),
    "stars that do not pair": ("\nSome ** bold** words.\n", 2, "** is printed as it stands"),
    "brackets as text": ("\nThe {{ '{{ topic }}' }} words.\n", 2, "Jinja's brackets"),
    "an opinion without a source": ("<!-- in-brief -->\n\nEverybody knows that this is foolish.\n"
                                    "\n<!-- end -->\n", 3, "the audit (uncited-claims)"),
}  # fmt: skip


@pytest.mark.parametrize("name", [*STOPPING, *SILENT])
def test_a_check_names_the_place_of_a_mistake_and_nothing_else(mine, name):
    text, line, message = {**STOPPING, **SILENT}[name]
    first = mine.append(mine.template, text)

    found = mine.check()

    where = f"{mine.template}:{first + line - 1}"
    assert [error.where for error in found] == [where]
    assert message in found[0].message
    assert found[0].line == text.split("\n")[line - 1].strip()


@pytest.mark.parametrize("name", STOPPING)
def test_a_build_names_the_place_as_well(mine, name):
    text, line, message = STOPPING[name]
    first = mine.append(mine.template, text)
    audience = load_audience("mine", mine.search_path)

    with pytest.raises(TemplateError) as caught:
        render_markdown(make_samples()[0].brief, audience)

    assert caught.value.where == f"{mine.template}:{first + line - 1}"
    assert message in caught.value.message
    assert text.split("\n")[line - 1].strip() in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (".a { color: red }\n.b { color: }}\n", 2, "closes nothing"),
        (".a {\n  color: red;\n", 1, "this { is not closed"),
        (".a {\n  colour: red;\n}\n", 2, "there is no property 'colour'; did you mean 'color'?"),
        (".a { color: var(--acent) }\n", 1, "'--acent'; did you mean '--accent'"),
        (".a {\n  color red;\n}\n", 2, "this is no declaration"),
        ('.a { background: url("https://example.org/x.png") }\n', 1, "is not fetched"),
        ('\n@import "other.css";\n', 2, "@import fetches a file"),
        ("{ color: red }\n", 1, "a rule without a name"),
        ("@media print {\n  .a { margn: 0 }\n}\n", 2, "'margin'"),
    ],
)
def test_mistakes_in_the_style_are_named(mine, text, line, message):
    first = mine.append(mine.theme, text)

    found = mine.check()

    assert [error.where for error in found] == [f"{mine.theme}:{first + line - 1}"]
    assert message in found[0].message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Mine brief"', 'titel = "Mine brief"', "did you mean 'title'?"),
        ("quotations = 2", "quotations = 0", "greater than or equal to 1"),
        ("quotations = 2", 'quotations = "two"', "valid integer"),
        ("matrix = true", "matrx = true", "did you mean 'shows.matrix'?"),
        ('page = "A4"', 'page = "A3"', "'A4' or 'Letter'"),
        ("matrix = true", "matrix = yes", "not TOML"),
    ],
)
def test_mistakes_in_the_settings_have_their_line(mine, old, new, message):
    text = mine.settings.read_text("utf-8")
    line = next(n for n, each in enumerate(text.split("\n"), 1) if each.startswith(old))
    mine.settings.write_text(text.replace(old, new, 1), "utf-8")

    found = mine.check()

    assert f"{mine.settings}:{line}" in [error.where for error in found]
    assert any(message in error.message for error in found)
    assert any(error.line and error.line.startswith(new) for error in found)


def test_a_missing_setting_is_named(mine):
    mine.settings.write_text('title = "x"\n', "utf-8")

    (found,) = mine.check()

    assert found.where == f"{mine.settings}:1"
    assert found.message == "key 'reader': is missing"


def test_many_mistakes_are_told_at_once(mine):
    first = mine.append(
        mine.template,
        "{{ sorces }}\n{{ topic|uper }}\n<!-- nots -->\n{{ sources[0].lable }}\n"
        "{{ audience.organisation }}\n# Another\n",
    )
    style = mine.append(mine.theme, ".a { colr: red }\n")

    found = mine.check()

    lines = {error.where for error in found}
    assert lines == {
        *(f"{mine.template}:{first + line}" for line in range(6)),
        f"{mine.theme}:{style}",
    }


def test_a_mistake_in_a_shared_file_of_ones_own_is_named_there(mine):
    shared = mine.root / "shared"
    shared.mkdir()
    packaged = default_search_path()[-1] / "shared" / "phrases.md.j2"
    text = packaged.read_text("utf-8")
    (shared / "phrases.md.j2").write_text(text.replace("source.label", "source.lable"), "utf-8")

    found = mine.check()

    assert {str(error.where).rpartition(":")[0] for error in found} == {
        str(shared / "phrases.md.j2")
    }
    assert all("did you mean 'label'" in error.message for error in found)


@pytest.mark.parametrize("folder", sorted(default_search_path()[-1].glob("*/audience.toml")))
def test_nothing_is_wrong_with_the_packaged_audiences(folder):
    from briefgen.editing.check import check_audience

    assert [str(e) for e in check_audience(folder.parent.name, default_search_path())] == []


def test_the_rich_sample_has_one_of_everything():
    """Else a branch of a template would never be tried."""
    brief = make_samples()[0].brief
    positions = [position for issue in brief.issues for position in issue.positions]

    assert {position.stance for position in positions if position.sources} == {
        "support", "oppose", "conditional", "neutral", "unclear"
    }  # fmt: skip
    for name in ("agreements", "divergences", "companions", "gaps", "unheard", "actors"):
        assert getattr(brief, name), name
    for name in ("failures", "same_texts", "recommendations", "in_brief"):
        assert getattr(brief, name), name
    for name in ("concessions", "conditions", "reported", "in_passing", "silent"):
        assert any(getattr(issue, name) for issue in brief.issues), name
    assert brief.changes is not None
    assert brief.review.flagged
    assert any(source.reviewed for source in brief.sources)
    assert {source.kind for source in brief.sources} == {"verbatim", "digest"}
    assert any(not issue.in_passing and not any(p.sources for p in issue.positions)
               for issue in brief.issues)  # fmt: skip
