"""Audiences: found in order, checked with file and key; templates with file and line."""

from pathlib import Path

import pytest

from briefgen.errors import TemplateError
from briefgen.models import Brief
from briefgen.rendering.audience import load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path


def test_a_users_own_audience_goes_before_the_packaged_one(tmp_path: Path) -> None:
    folder = tmp_path / "executive"
    folder.mkdir()
    (folder / "brief.md.j2").write_text("mine", "utf-8")
    (folder / "theme.css").write_text("", "utf-8")
    (folder / "audience.toml").write_text('title = "Mine"\nreader = "me"\n', "utf-8")

    path = default_search_path([tmp_path, tmp_path / "missing"])

    assert load_audience("executive", path).settings.title == "Mine"
    assert len(path) == 2


def test_own_templates_can_use_the_packaged_phrases(own_templates: Path, brief: Brief) -> None:
    audience = load_audience("mine", default_search_path([own_templates]))

    assert "## In brief" in render_markdown(brief, audience)


@pytest.mark.parametrize("name", ["nobody", "", "..", "../executive", "a/b", "shared"])
def test_an_unknown_audience_is_named_with_the_known_ones(name: str) -> None:
    with pytest.raises(TemplateError, match="known: annex, committee, executive, public"):
        load_audience(name, default_search_path())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('title = "x"', "key 'reader': is missing"),
        ('title = "x"\nreader = "y"\ncolour = 1', "key 'colour': is not known"),
        ('title = "x"\nreader = "y"\n[limits]\nquotations = 0', "key 'limits.quotations'"),
        ('title = "x"\nreader = "y"\npage = "A3"', "key 'page'"),
        ("title = x", "not TOML"),
    ],
)
def test_wrong_settings_name_file_and_key(own_templates: Path, settings: str, message: str) -> None:
    file = own_templates / "mine" / "audience.toml"
    file.write_text(settings, "utf-8")

    with pytest.raises(TemplateError) as caught:
        load_audience("mine", [own_templates])

    line = 1 if "is missing" in message else settings.count("\n") + 1
    assert caught.value.where == f"{file}:{line}"
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["brief.md.j2", "theme.css"])
def test_a_missing_file_is_named(own_templates: Path, name: str) -> None:
    (own_templates / "mine" / name).unlink()

    with pytest.raises(TemplateError, match="the file is missing"):
        load_audience("mine", [own_templates])


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("one\n{{ topick }}", 2, "topick"),
        ("one\n\n{% if %}", 3, "Expected"),
        ("{{ topic.__class__.__mro__ }}", 1, ""),
        ("x\n{{ issues[0].notes }}", 2, "notes"),
        ("x\n{{ audience.titel }}", 2, "Settings has no 'titel'"),
        ("x\n{{ topic|safe }}", 2, "safe"),
        ("x\n{{ sources[1].outlet }}", 2, "missing"),
        ("x\n{{ 1 / 0 }}", 2, "zero"),
        ("x\n{% import 'nowhere.j2' as n %}", 2, "nowhere.j2"),
        ("x\n{{ '%s' % topic }}", 2, "not allowed"),
        ("x\n{{ sources.append(1) }}", 2, "append"),
    ],
)
def test_template_errors_name_file_and_line(
    own_templates: Path, brief: Brief, template: str, line: int, message: str
) -> None:
    file = own_templates / "mine" / "brief.md.j2"
    file.write_text(template, "utf-8")
    audience = load_audience("mine", default_search_path([own_templates]))

    with pytest.raises(TemplateError) as caught:
        render_markdown(brief, audience)

    assert caught.value.where == f"{file}:{line}"
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(topic) }}",
        "{% set x %}{{ topic }}{% endset %}{{ x }}",
        "{{ '' ~ topic }}",
        "{{ mark('support') ~ topic }}",
        "{{ mark('support') + topic }}",
        "{{ [mark('support'), topic]|join }}",
        "{{ topic|lower }}{{ [topic]|listing }}{{ topic|sentence }}{{ topic|full_stop }}",
        "{% autoescape false %}{{ topic }}{% endautoescape %}",
        "{{ topic if topic else '' }}{{ topic|default('x') }}",
    ],
)
def test_no_way_of_printing_lets_markup_through(
    own_templates: Path, brief: Brief, template: str
) -> None:
    (own_templates / "mine" / "brief.md.j2").write_text(template, "utf-8")
    audience = load_audience("mine", default_search_path([own_templates]))

    markdown = render_markdown(brief.model_copy(update={"topic": "*x* <b>[y](z)"}), audience)

    for mark in ("\\*x\\*", "\\<b>", "\\[y\\]"):
        assert mark in markdown.lower()
    for mark in ("*x*", "<b>", "[y]"):
        assert mark not in markdown.lower().replace("\\" + mark[0], "")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<!-- sides -->\n", "is not closed"),
        ("<!-- end -->\n", "closes nothing"),
        ("<!-- bar nowhere -->\n<!-- end -->\n", "names no issue"),
    ],
)
def test_markers_that_do_not_pair_are_errors(
    own_templates: Path, brief: Brief, template: str, message: str
) -> None:
    (own_templates / "mine" / "brief.md.j2").write_text(template, "utf-8")
    audience = load_audience("mine", default_search_path([own_templates]))

    with pytest.raises(TemplateError, match=message):
        render_html(render_markdown(brief, audience), brief, audience)
