"""Every catalogue has every message of the program, whole and with its places for values."""

import importlib.util
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from briefgen.auditing.page_words import AUDITED_LANGUAGES
from briefgen.ingest.furniture.lines import REASONS as LINE_REASONS
from briefgen.languages import known_tags
from briefgen.languages.filling import placeholders
from briefgen.rendering.webpage.furniture_words import REASONS

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "briefgen" / "languages").glob("*.po"))


def load_script() -> ModuleType:
    path = ROOT / "scripts" / "update_languages.py"
    spec = importlib.util.spec_from_file_location("update_languages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()
collect_anew = SCRIPT.collect_messages
SCRIPT.collect_messages = cache(collect_anew)
"""Reading all of the program takes seconds; it does not change meanwhile."""


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def catalogue(file: Path) -> Catalog:
    with file.open("rb") as content:
        return read_po(content, locale=file.stem, abort_invalid=True)


def ids_of(catalogue: Catalog) -> set[tuple]:
    return {
        (m.context or "", *(m.id if m.pluralizable else (m.id, None))) for m in catalogue if m.id
    }


def test_german_is_there():
    assert known_tags() == ("de", "en")


def test_a_catalogue_has_every_message_and_no_other(catalogue):
    wanted = {(m.context, m.one, m.more) for m in SCRIPT.collect_messages()}

    assert ids_of(catalogue) == wanted
    assert not catalogue.obsolete


def test_messages_come_from_templates_program_style_and_settings():
    places = {message.place.partition(":")[0] for message in SCRIPT.collect_messages()}

    assert {
        "templates/shared/phrases.md.j2",
        "templates/public/brief.md.j2",
        "templates/shared/page.css",
        "templates/executive/audience.toml",
        "briefgen/rendering/charts.py",
        "briefgen/rendering/webpage/labels.py",
        "briefgen/comparing/wording.py",
    } <= places


def test_every_message_is_translated_and_none_is_fuzzy(catalogue):
    messages = [message for message in catalogue if message.id]

    assert messages
    assert [m.id for m in messages if m.fuzzy] == []
    for message in messages:
        forms = message.string if message.pluralizable else (message.string,)
        assert all(forms), message.id
        assert len(forms) == (catalogue.num_plurals if message.pluralizable else 1)


def test_translations_have_the_places_for_values_of_their_message(catalogue):
    """The form for one may write its number out: "eine Quelle"."""
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if message.pluralizable else (message.id,)
        forms = message.string if message.pluralizable else (message.string,)
        wanted = placeholders(ids[-1]) | set(re.findall(r"\{\w+\}", ids[-1]))
        for place, form in enumerate(forms):
            found = placeholders(form) | set(re.findall(r"\{\w+\}", form))
            written_out = {"count", "n"} if message.pluralizable and place == 0 else set()
            assert found | written_out == wanted | written_out, form
            assert found <= wanted, form


def test_markdown_of_a_message_is_in_its_translation(catalogue):
    for message in catalogue:
        ids = message.id if message.pluralizable else (message.id,)
        forms = message.string if message.pluralizable else (message.string,)
        for form in forms if message.id else ():
            for sign in ("**", "`", "](#"):
                assert form.count(sign) == ids[-1].count(sign), form


def test_the_file_is_as_the_script_writes_it(file):
    text = SCRIPT.as_text(SCRIPT.make_catalogue(file.stem), file.stem)

    assert file.read_text(encoding="utf-8") == text, "run: make languages"


def test_the_audit_knows_every_language():
    assert set(known_tags()) <= AUDITED_LANGUAGES


def test_reasons_of_furniture_have_messages():
    assert set(LINE_REASONS.values()) <= set(REASONS)


def test_a_new_message_of_a_template_is_found(tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "brief.md.j2").write_text(
        '{{ _("A label") }} {{ counted(2, "otter", "otters") }}\n'
        "{% trans n=3, who=topic %}{{ n }} of {{ who }}{% pluralize %}{{ n }} each{% endtrans %}",
        encoding="utf-8",
    )
    monkeypatch.setattr(SCRIPT, "TEMPLATES", tmp_path)
    monkeypatch.setattr(SCRIPT, "ROOT", tmp_path)

    found = {(m.one, m.more) for m in collect_anew()}

    assert ("A label", None) in found
    assert ("%(count)s otter", "%(count)s otters") in found
    assert ("%(n)s of %(who)s", "%(n)s each") in found
