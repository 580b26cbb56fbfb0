"""Numbers, dates, lists and quotation marks as a language has them, and the words of templates."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.languages import current, fill, find_language, speaking, tr, trc, trn
from briefgen.languages.page_note import language_of_page, note_language
from briefgen.rendering.budget import Budget
from briefgen.rendering.environment import make_environment
from briefgen.rendering.wording import (
    counted,
    date_range,
    decimal,
    figure,
    in_quotation_marks,
    listing,
    long_date,
    number_word,
)

ROOT = Path(__file__).resolve().parents[2]


def test_words_are_english_where_nobody_says_otherwise():
    assert current().tag == "en"
    assert tr("Who stands where") == "Who stands where"
    assert counted(2, "source", "sources") == "two sources"


def test_german_counts_have_their_article_in_the_word_for_one():
    with speaking("de"):
        found = [counted(n, "source", "sources") for n in (0, 1, 2, 12, 1234)]

    assert found == ["keine Quellen", "eine Quelle", "zwei Quellen", "12 Quellen", "1.234 Quellen"]


def test_words_that_no_catalogue_has_stay_with_the_number_in_words():
    with speaking("de"):
        assert counted(3, "otter", "otters") == "drei otters"
        assert tr("no message of ours: %(name)s", name="A") == "no message of ours: A"


def test_german_dates_numbers_and_lists():
    with speaking("de"):
        assert long_date("2025-10-03") == "3. Oktober 2025"
        assert long_date("2025-10") == "Oktober 2025"
        assert long_date("2025") == "2025"
        assert long_date("last autumn") == "last autumn"
        assert date_range("2025-05-03", "2025-10-17") == "3. Mai bis 17. Oktober 2025"
        assert date_range("2024-05-03", "2025-10-17") == "3. Mai 2024 bis 17. Oktober 2025"
        assert decimal(0.834, 2) == "0,83"
        assert figure(12345) == "12.345"
        assert [number_word(n) for n in (1, 10, 11)] == ["eine", "zehn", "11"]
        assert listing(["A", "B", "C"]) == "A, B und C"
        assert listing(["A", "B"]) == "A und B"


def test_a_day_that_no_calendar_has_is_left_as_it_is():
    with speaking("de"):
        assert long_date("2025-06-31") == "2025-06-31"


def test_quotation_marks_are_those_of_the_page():
    with speaking("de"):
        assert in_quotation_marks("Trams pay.") == "„Trams pay.“"
        assert in_quotation_marks("“Trams pay.”") == "“Trams pay.”"
    assert in_quotation_marks("Trams pay.") == "“Trams pay.”"


def test_one_language_ends_where_its_block_ends_also_after_an_error():
    with pytest.raises(RuntimeError), speaking("de"):
        raise RuntimeError

    assert current().tag == "en"


def test_a_region_has_the_words_of_its_language_and_its_own_formats():
    assert find_language("de-AT").message("Sources") == "Quellen"
    with speaking("de-AT"):
        assert long_date("2025-01-03") == "3. Jänner 2025"
    assert find_language("de-XX1").message("Sources") == "Quellen"
    assert find_language("en-US").tag == "en"


def test_plural_and_context():
    with speaking("de"):
        assert trn("on %(count)s issue", "on %(count)s issues", 1) == "zu einer Frage"
        assert trn("on %(count)s issue", "on %(count)s issues", 3) == "zu drei Fragen"
        assert trc("cell", "Support") == "Dafür"
        assert tr("Support") == "Zustimmung"


def test_only_named_places_are_filled():
    assert fill("%(a)s, 5 %% of %(b)s %s %(a)5d", {"a": "x"}) == "x, 5 % of %(b)s %s %(a)5d"


def test_a_page_says_its_language_unless_it_is_english():
    assert language_of_page("# A page\n" + note_language("de-CH")) == "de-CH"
    assert note_language("en") == ""
    assert language_of_page("# A page\n[//]: #language-x y\n") == "en"


def test_an_english_page_imports_no_babel():
    code = (
        "import sys\n"
        "from tests.rendering.sample_brief import sample_brief\n"
        "from briefgen.rendering.audience import load_audience\n"
        "from briefgen.rendering.html import render_html\n"
        "from briefgen.rendering.markdown import render_markdown\n"
        "from briefgen.rendering.places import default_search_path\n"
        "brief, audience = sample_brief(), load_audience('public', default_search_path())\n"
        "render_html(render_markdown(brief, audience), brief, audience)\n"
        "assert 'babel' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def run(source: str, tmp_path: Path, **values: object) -> str:
    (tmp_path / "t.j2").write_text(source, encoding="utf-8")
    environment = make_environment([tmp_path], budget=Budget(1))
    environment.budget.start()
    return environment.get_template("t.j2").render(values)


def test_a_template_speaks_the_language_of_the_page(tmp_path):
    source = '{{ _("Sources") }}: {{ ngettext("on %(count)s issue", "on %(count)s issues", n) }}'

    english = run(source, tmp_path, n=2)
    with speaking("de"):
        german = run(source, tmp_path, n=2)

    assert (english, german) == ("Sources: on two issues", "Quellen: zu zwei Fragen")


def test_what_is_put_into_a_message_is_escaped_for_markdown(tmp_path):
    source = "{% trans name=who %}Of {{ name }}{% endtrans %}"

    assert run(source, tmp_path, who="*a* [b](c)") == r"Of \*a\* \[b\](c)"


@pytest.mark.parametrize(
    "source",
    [
        '{{ _("%(x)999999999d", x=1) }}',
        '{{ _("%(x.__class__)s %s %d", x=1) }}',
        '{{ _("{0.__class__}", x=1) }}',
    ],
)
def test_a_message_is_no_format_string(tmp_path, source):
    assert len(run(source, tmp_path)) < 40


def test_a_message_that_grows_ends_with_the_budget(tmp_path):
    source = (
        "{% set ns = namespace(t='aaaaaaaaaa') %}{% for i in range(60) %}"
        '{% set ns.t = _("%(t)s%(t)s", t=ns.t) %}{% endfor %}'
    )
    with pytest.raises(Exception, match="too much text"):
        run(source, tmp_path)
