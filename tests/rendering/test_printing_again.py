"""Templates are read and loaded once, and a page that was measured is not printed again: what comes
out is what printing it all anew gives.
"""

from pathlib import Path

import pytest

from briefgen.errors import TemplateError
from briefgen.models import Brief
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.markdown import Printer, fit_audience, render_markdown
from briefgen.rendering.places import default_search_path
from briefgen.rendering.template_uses import find_used_templates


def _make_audience(folder: Path, own: str, part: str = "") -> Audience:
    mine = folder / "mine"
    mine.mkdir(exist_ok=True)
    (mine / "audience.toml").write_text('title = "x"\nreader = "y"\n', encoding="utf-8")
    (mine / "theme.css").write_text("", encoding="utf-8")
    (mine / "brief.md.j2").write_text(own, encoding="utf-8")
    (mine / "part.md.j2").write_text(part, encoding="utf-8")
    return load_audience("mine", default_search_path([folder]))


def test_a_template_that_changed_since_it_was_read_is_printed_as_it_is_now(
    brief: Brief, tmp_path: Path
) -> None:
    own = '{% import "mine/part.md.j2" as part %}\n{{ part.say() }}\n'
    audience = _make_audience(tmp_path, own, "{% macro say() %}The old ferry.{% endmacro %}\n")
    assert find_used_templates(audience) == ("mine/brief.md.j2", "mine/part.md.j2")

    audience = _make_audience(tmp_path, own, "{% macro say() %}The new quay.{% endmacro %}\n")

    assert render_markdown(brief, audience).startswith("The new quay.")


def test_what_a_changed_template_takes_in_is_found_anew(tmp_path: Path) -> None:
    audience = _make_audience(tmp_path, '{% import "mine/part.md.j2" as part %}\n')
    assert find_used_templates(audience) == ("mine/brief.md.j2", "mine/part.md.j2")

    audience = _make_audience(tmp_path, "No other.\n")

    assert find_used_templates(audience) == ("mine/brief.md.j2",)


def test_a_template_prints_the_same_whether_it_was_read_before_or_not(
    brief: Brief, tmp_path: Path
) -> None:
    own = "{% for issue in issues %}\n- {{ issue.title }}, {{ loop.index }}\n{% endfor %}\n"
    audience = _make_audience(tmp_path, own)
    unread = render_markdown(brief, audience)
    other = tmp_path / "other"
    other.mkdir()
    audience = _make_audience(other, own)
    find_used_templates(audience)

    assert render_markdown(brief, audience) == unread
    assert unread.count("\n- ") >= 1


def test_the_rounds_of_a_template_that_was_read_before_are_counted(
    brief: Brief, tmp_path: Path
) -> None:
    inner = "{% for b in range(9000) %}{% for c in range(9000) %}{% endfor %}{% endfor %}\n"
    audience = _make_audience(tmp_path, inner)
    find_used_templates(audience)

    with pytest.raises(TemplateError, match="takes too long"):
        render_markdown(brief, audience)


def test_a_page_that_was_made_to_fit_is_the_one_that_its_settings_give(brief: Brief) -> None:
    executive = load_audience("executive", default_search_path())
    limits = executive.settings.limits.model_copy(update={"pages": 1})
    settings = executive.settings.model_copy(update={"limits": limits})
    narrow = executive.model_copy(update={"settings": settings})

    printer = Printer(brief, narrow)
    fitted = fit_audience(brief, narrow)

    assert printer.audience == fitted
    assert fitted.cut
    assert printer.print() == render_markdown(brief, fitted)
    assert printer.print() != render_markdown(brief, executive)
