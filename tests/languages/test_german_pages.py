"""German briefs: the same evidence in German words, and no English ones beside the sources'."""

import html as html_module
import io
import re
from functools import cache

import pikepdf
import pytest
from babel.messages.catalog import Catalog
from docx import Document

from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.auditing.own_words import find_own_words, hide_names
from briefgen.auditing.page import read_page
from briefgen.auditing.printed import find_passages, place_blocks
from briefgen.languages import speaking
from briefgen.languages.translated import read_catalogue
from briefgen.models import Brief
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import fit_audience, render_markdown
from briefgen.rendering.pdf import PdfWorker
from briefgen.rendering.places import default_search_path
from briefgen.rendering.spoken import speak_to
from briefgen.rendering.webpage.page import render_webpage
from briefgen.rendering.word.document import render_word
from briefgen.synthesis.brief import synthesize
from briefgen.synthesis.changes import find_changes
from tests.rendering.invented_corpora import invent_codebook, invent_records
from tests.rendering.sample_brief import sample_brief

AUDIENCES = ("executive", "committee", "public", "annex")
SHAPES = ((1, 1, 1), (2, 1, 8), (3, 4, 3), (5, 9, 8))
"""Seed, sources, issues."""
NAMES_OF_THINGS = frozenset("briefgen json jsonl lexical records brief audit".split())
"""Of files, of the program and of its commands: the same in every language."""


@cache
def invent(seed: int, sources: int, issues: int) -> Evidence:
    records = invent_records(seed, sources, issues)
    return Evidence(
        synthesize(records, invent_codebook(issues), generator="briefgen 0"), records, {}
    )


def german(name: str, tag: str = "de") -> Audience:
    return speak_to(load_audience(name, default_search_path()), tag, None)


@pytest.fixture(scope="module", params=AUDIENCES)
def audience(request: pytest.FixtureRequest) -> Audience:
    return german(request.param)


@cache
def messages() -> Catalog:
    return read_catalogue("de")


def texts(*, translated: bool) -> list[str]:
    found: list[str] = []
    for message in messages():
        if message.id:
            text = message.string if translated else message.id
            found += text if message.pluralizable else (text,)
    return found


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


ENGLISH = (
    words_of(
        " ".join(
            re.sub(r"%\(\w+\)s|\{\w+\}|\[.*?\]\(.*?\)", " ", t) for t in texts(translated=False)
        )
    )
    - words_of(" ".join(texts(translated=True)))
    - NAMES_OF_THINGS
)
"""Words of the program's English that its German has not."""


def own_words(markdown: str, evidence: Evidence) -> list[str]:
    with speaking("de"):
        placed = place_blocks(read_page(markdown, "page.md"), evidence)
        own = find_own_words(placed, find_passages(placed, evidence), evidence)
        return [hide_names(words, evidence).text for words in own]


def test_there_are_english_words_to_look_for():
    assert {"source", "supports", "passage", "undated", "the"} <= ENGLISH
    assert len(ENGLISH) > 300


@pytest.mark.parametrize("shape", SHAPES[1:3], ids=str)
def test_a_german_page_has_no_english_words_of_its_own(shape, audience):
    evidence = invent(*shape)

    markdown = render_markdown(evidence.brief, audience)

    for text in own_words(markdown, evidence):
        assert not words_of(text) & ENGLISH, text


@cache
def changed() -> Evidence:
    """Return a brief that tells what is different from one on other articles."""
    now, before = invent(5, 9, 8), invent(6, 8, 8)
    changes = find_changes(before.brief, now.brief)
    assert changes.stances
    assert changes.sources
    assert changes.support
    return Evidence(now.brief.model_copy(update={"changes": changes}), now.records, {})


def test_what_changed_is_told_in_german():
    audience = german("committee")
    evidence = changed()
    markdown = render_markdown(evidence.brief, audience)

    for text in own_words(markdown, evidence):
        assert not words_of(text) & ENGLISH, text
    assert "## Änderungen seit" in markdown
    assert re.search(r"vorher \w+", markdown)
    assert re.search(r"(Eine ist|sind) neu", markdown)


def test_what_changed_is_audited_as_in_english():
    evidence = changed()
    page = render_markdown(evidence.brief, german("committee"))
    spoilt = re.sub(r"(Zustimmung|Ablehnung)\s(\d+)\s→\s(\d+)", r"\1 \2 → 17", page, count=1)
    assert spoilt != page

    english = render_markdown(evidence.brief, load_audience("committee", default_search_path()))
    expected = [f.message for f in audit_page(english, "page.md", evidence).findings]
    found = audit_page(page, "page.md", evidence)
    assert [finding.message for finding in found.findings] == expected
    assert found.not_audited == audit_page(english, "page.md", evidence).not_audited
    wrong = audit_page(spoilt, "page.md", evidence).findings
    assert "wrong-counts" in {finding.check for finding in wrong}


@pytest.mark.parametrize("shape", SHAPES[::3], ids=str)
def test_a_german_page_passes_the_audit(shape, audience):
    evidence = invent(*shape)
    fitted = fit_audience(evidence.brief, audience)

    first = render_markdown(evidence.brief, fitted)
    audit = audit_page(first, "page.md", evidence)
    page = render_markdown(evidence.brief, fitted, audit)

    assert audit.findings == ()
    assert audit_page(page, "page.md", evidence).findings == ()
    assert "Prüfung" in page


def test_the_audit_compares_the_same_figures_in_both_languages(audience):
    """Only where a page has to fit may one language have less room than the other."""
    if audience.settings.limits.pages is not None:
        pytest.skip("German words are longer, so less is quoted on two pages")
    evidence = invent(5, 9, 8)
    english = load_audience(audience.name, default_search_path())

    ours = audit_page(render_markdown(evidence.brief, audience), "page.md", evidence)
    theirs = audit_page(render_markdown(evidence.brief, english), "page.md", evidence)

    assert (ours.total, ours.issues, ours.quotations) == (
        theirs.total,
        theirs.issues,
        theirs.quotations,
    )
    assert ours.not_audited == theirs.not_audited


SPOILT = {
    "skewed-verbs": (r"(Von neun Quellen):", r"\1 behaupten:"),
    "loaded-words": (r"Von neun Quellen:", "Von neun radikalen Quellen:"),
    "wrong-counts": (r"Von neun Quellen:", "Von acht Quellen:"),
    "uncited-claims": (r"## Die Fragen\n", "## Die Fragen\n"),
    "misplaced-quotations": (
        r"<!-- side support -->\n\n\*\*● Zustimmung", "<!-- side support -->\n\n**● Ablehnung"
    ),
    "stale-files": (r"Belege [0-9a-f]{16}", "Belege 0123456789abcdef"),
}  # fmt: skip


@pytest.mark.parametrize("check", [name for name in SPOILT if name != "uncited-claims"])
def test_the_audit_finds_in_german_what_it_finds_in_english(check):
    evidence = invent(5, 9, 8)
    page = render_markdown(evidence.brief, german("committee"))
    old, new = SPOILT[check]
    spoilt = re.sub(old, new, page, count=1)
    assert spoilt != page

    audit = audit_page(spoilt, "page.md", evidence)

    assert check in {each.name for each in audit.checks if not each.passed}


def test_a_claim_without_a_source_is_found_in_german():
    evidence = invent(5, 9, 8)
    page = render_markdown(evidence.brief, german("committee"))
    opening = "<!-- in-brief -->\n"
    spoilt = page.replace(opening, f"{opening}\nDer Hafen braucht dringend neue Schleusen.\n", 1)

    audit = audit_page(spoilt, "page.md", evidence)

    assert "uncited-claims" in {each.name for each in audit.checks if not each.passed}


def test_both_languages_show_the_same_evidence(audience):
    evidence = invent(5, 9, 8)
    english = load_audience(audience.name, default_search_path())

    def cited(page: str) -> set[str]:
        return set(re.findall(r'#source-\d+ "([^"]+)"', page))

    if english.settings.limits.pages is None:
        assert cited(render_markdown(evidence.brief, audience)) == cited(
            render_markdown(evidence.brief, english)
        )


def seen_in(page: str) -> str:
    """Return what a reader of HTML is shown or told, the articles' own texts left out."""
    page = re.sub(r'(?s)<div class="text".*?</div>\n</article>', "", page)
    page = re.sub(r"(?s)<(style|script)>.*?</\1>", "", page)
    attributes = re.findall(r'(?:aria-label|title|alt)="([^"]*)"', page)
    return html_module.unescape(" ".join([re.sub(r"<[^>]+>", " ", page), *attributes]))


PHRASES = [
    piece.strip()
    for text in texts(translated=False)
    for piece in re.split(r"%\(\w+\)s|\{\w+\}", text)
    if len(words_of(piece)) >= 2 and len(piece.strip()) >= 12
]
"""Pieces of English messages that are long enough not to stand in a source by chance."""


@pytest.mark.parametrize("shape", SHAPES[2:3], ids=str)
def test_drawings_and_web_page_have_no_english_phrase(shape, audience):
    evidence = invent(*shape)
    markdown = render_markdown(evidence.brief, audience)

    printed = seen_in(render_html(markdown, evidence.brief, audience))
    web = seen_in(render_webpage(markdown, evidence.brief, audience, evidence.records, {}))

    assert [p for p in PHRASES if p in printed or p in web] == []
    assert "Belege filtern" in web


def test_the_page_says_its_language_and_that_of_its_quotations(audience):
    evidence = invent(5, 9, 8)
    markdown = render_markdown(evidence.brief, audience)

    page = render_html(markdown, evidence.brief, audience)

    assert '<html lang="de">' in page
    assert markdown.endswith("\n[//]: #language-de\n")
    assert "language-de" not in page
    quotations = re.findall(r"(?s)<blockquote>(.*?)</blockquote>", page)
    assert quotations
    assert all('<span lang="en">' in quotation for quotation in quotations)


def test_an_english_page_marks_no_language():
    evidence = invent(5, 9, 8)
    audience = load_audience("committee", default_search_path())
    page = render_html(render_markdown(evidence.brief, audience), evidence.brief, audience)

    assert page.count("lang=") == 1


def test_passages_of_digests_in_a_line_are_marked_too():
    brief = sample_brief()
    audience = german("committee")
    page = render_html(render_markdown(brief, audience), brief, audience)

    notes = [line for line in page.splitlines() if "(Zusammenfassung)" in line]
    assert notes
    assert all(re.search(r"</span> \(Zusammenfassung\)", line) for line in notes)


def test_the_foot_of_the_page_is_in_german(audience):
    page = render_html(render_markdown(sample_brief(), audience), sample_brief(), audience)

    assert 'counter(page) " von " counter(pages)' in page
    assert "Maschinell eingestuft" in page
    assert "Machine-coded" not in page


def test_word_has_the_language_and_marks_quotations():
    brief = sample_brief()
    audience = german("committee")

    document = Document(io.BytesIO(render_word(render_markdown(brief, audience), brief, audience)))

    assert document.core_properties.language == "de"
    xml = document.element.xml
    assert '<w:lang w:val="en-GB"/>' in xml
    assert "Wer wo steht" in xml
    assert "Dafür" in xml


@pytest.mark.slow
def test_the_pdf_has_the_language_and_german_words(audience):
    brief: Brief = sample_brief()
    fitted = fit_audience(brief, audience)
    with PdfWorker() as worker:
        result = worker.render(render_html(render_markdown(brief, fitted), brief, fitted))

    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert str(pdf.Root.Lang) == "de"
        pages = len(pdf.pages)
    assert result.warnings == ()
    assert fitted.settings.limits.pages is None or pages <= fitted.settings.limits.pages


def test_drawings_speak_as_the_key_of_the_page_does():
    """The public page says "for it" and "against it"; so do its drawings."""
    brief = sample_brief()
    plain = load_audience("public", default_search_path())
    formal = load_audience("committee", default_search_path())

    public = render_html(render_markdown(brief, plain), brief, plain)
    committee = render_html(render_markdown(brief, formal), brief, formal)

    key = re.findall(r"(?s)<figcaption>(.*?)</figcaption>", public)[0]
    assert "for it" in key
    assert "supports" not in key
    assert "supports" in re.findall(r"(?s)<figcaption>(.*?)</figcaption>", committee)[0]
    assert "for it: 1" in public or "for it: 2" in public
    with_german = german("public")
    page = render_html(render_markdown(brief, with_german), brief, with_german)
    assert "dafür" in re.findall(r"(?s)<figcaption>(.*?)</figcaption>", page)[0]
