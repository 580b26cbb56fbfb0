"""The Word document: the page's structure in real styles, links both ways, nothing that acts."""

import itertools
import re
import zipfile
from io import BytesIO

import pytest

pytest.importorskip("docx", reason="python-docx is missing: pip install 'briefgen[docx]'")

from docx.oxml.ns import qn

from briefgen.errors import TemplateError
from briefgen.models import Brief
from briefgen.models.audit import PAGE_SIGN
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.word.document import render_word
from briefgen.rendering.word.links import LONGEST_BOOKMARK, LONGEST_TIP
from tests.rendering.conftest import LIMITS
from tests.rendering.sample_brief import SAID, sample_brief
from tests.rendering.word_reading import (
    Read,
    markdown_headings,
    markdown_quotations,
    statement_ids,
)


@pytest.fixture(scope="module")
def audience() -> Audience:
    """Return the executive's, of whose page nothing is cut: contents and ways back are Word's."""
    executive = load_audience("executive", default_search_path())
    limits = executive.settings.limits.model_copy(update=LIMITS | {"pages": None})
    settings = executive.settings.model_copy(update={"limits": limits})
    return executive.model_copy(update={"settings": settings})


@pytest.fixture(scope="module")
def markdown(brief: Brief, audience: Audience) -> str:
    return render_markdown(brief, audience)


@pytest.fixture(scope="module")
def word(markdown: str, brief: Brief, audience: Audience) -> Read:
    return Read(render_word(markdown, brief, audience))


@pytest.fixture
def write(brief: Brief, audience: Audience):
    """Return a function from a page's Markdown to the document."""
    return lambda markdown: Read(render_word(markdown, brief, audience))


def quoted(text: str) -> list:
    """Return what the sources say, one passage of them being *text*."""
    first, *others = SAID
    return [(*first[:3], text, None), *others]


def test_headings_are_those_of_the_page_in_styles_that_word_knows(word, markdown):
    names = ("Title", "Heading 1", "Heading 2")

    assert word.styled("Title", "Heading") == markdown_headings(markdown)
    assert {p.style.name for p in word.paragraphs if p.style.name.startswith(names)} == set(names)


def test_no_heading_is_empty_and_levels_are_not_skipped(word):
    levels = [int(p.style.name[-1]) for p in word.paragraphs if p.style.name.startswith("Heading")]

    assert all(word.styled("Title", "Heading", "Side"))
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_quotations_are_those_of_the_page(word, markdown):
    assert word.styled("Quote") == markdown_quotations(markdown)


def test_a_quotation_has_the_colour_of_its_side_as_a_rule(word):
    by_text = {p.text: p.style for p in word.paragraphs}
    support = next(style for text, style in by_text.items() if "The strait needs a tunnel" in text)

    assert support.name == "Quote Support"
    assert support.base_style.name == "Quote"
    assert (
        support.element.find(f".//{qn('w:left')}").get(qn("w:color"))
        == STANCE_STYLES["support"].colour[1:]
    )


def test_a_side_is_a_heading_for_who_listens(word):
    """Word's navigation and screen readers find each side below its issue."""
    sides = [p for p in word.paragraphs if p.style.name.startswith("Side")]
    levels = {
        p.style.base_style.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) for p in sides
    }

    assert len(sides) > 10
    assert sides[0].text.startswith("● Support two")
    assert levels == {"2"}


def test_the_matrix_is_a_table_with_a_head_and_words(word, brief):
    (table,) = word.document.tables
    heads = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    words = {cell for row in cells[1:] for cell in row[1:]}

    assert len(heads) == 1
    assert cells[0] == ["Source", *(issue.title for issue in brief.issues)]
    assert len(cells) == 1 + len(brief.sources)
    assert {"●\nSupport", "■\nOppose", "·\nNone found", "◐ ✓\nConditional"} <= words
    assert all(re.search(r"[a-z]{3}", cell) for cell in words)


def test_the_word_of_a_mark_has_the_whole_width_of_its_column(word):
    """Eight issues leave narrow columns, and a word that a margin narrows is broken in two."""
    (table,) = word.document.tables

    for row in table.rows[1:]:
        for cell in row.cells[1:]:
            assert cell._tc.xpath("./w:tcPr/w:tcMar/*/@w:w") == ["0", "0"]


def test_the_matrix_has_a_title_and_a_description(word):
    (table,) = word.document.tables
    properties = table._tbl.tblPr

    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Who stands where"
    assert "● supports; ■ opposes" in properties.find(qn("w:tblDescription")).get(qn("w:val"))
    assert word.styled("Caption")[0].startswith("● supports")


def test_every_link_leads_to_a_bookmark(word, markdown):
    anchors = word.values("w:hyperlink", "w:anchor")
    bookmarks = word.values("w:bookmarkStart", "w:name")

    assert len(anchors) > markdown.count("](#source-") > 50
    assert set(anchors) <= set(bookmarks)
    assert len(bookmarks) == len(set(bookmarks))
    assert all(
        len(name) <= LONGEST_BOOKMARK and re.fullmatch(r"[a-z]\w*", name) for name in bookmarks
    )
    starts, ends = (word.values(f"w:bookmark{each}", "w:id") for each in ("Start", "End"))
    assert sorted(starts) == sorted(ends)


def test_a_source_leads_back_to_where_it_is_cited(word, brief):
    """Each heading under which its words are cited, with a link to the first citation there."""
    ways_back = [p for p in word.paragraphs if p.style.name == "Cited In"]
    cites = dict(
        zip(
            word.values("w:bookmarkStart", "w:name"),
            word.document.element.body.iter(qn("w:bookmarkStart")),
            strict=True,
        )
    )

    assert len(ways_back) == len(brief.sources)
    assert ways_back[0].text.startswith("↩ In brief · A fixed link · Public money")
    for number, paragraph in enumerate(ways_back, start=1):
        for link in paragraph._p.iter(qn("w:hyperlink")):
            citation = cites[link.get(qn("w:anchor"))].getnext()
            assert citation.get(qn("w:anchor")) == f"source_{number}"


def test_every_statement_that_is_cited_is_named(word, markdown):
    tips = {id_ for tip in word.values("w:hyperlink", "w:tooltip") for id_ in tip.split(", ")}

    assert statement_ids(markdown) == tips
    assert all(id_ in word.part("customXml/item1.xml") for id_ in statement_ids(markdown))


def test_a_tip_without_room_for_all_statements_ends_and_the_evidence_does_not(write):
    ids = ", ".join(f"some-long-source-name:s{number}" for number in range(40))
    word = write(f'Said [[1](#source-1 "{ids}")].\n\n1. <a id="source-1"></a>**One.**\n')
    (tip,) = word.values("w:hyperlink", "w:tooltip")

    assert len(tip) <= LONGEST_TIP
    assert tip.endswith(" …")
    assert ids in word.part("customXml/item1.xml")


def test_the_document_says_what_it_is_and_never_the_time(word, brief, markdown):
    properties = word.document.core_properties

    assert properties.title == brief.topic
    assert properties.author == brief.generator
    assert "3 May to 18 June 2031" in properties.subject
    assert properties.language == "en"
    assert re.fullmatch(f"{PAGE_SIGN}[0-9a-f]{{64}}", properties.keywords)
    assert properties.created.isoformat() == "2031-06-18T00:00:00+00:00"
    assert properties.modified == properties.created


def test_undated_evidence_gives_no_date(brief, audience):
    undated = brief.model_copy(update={"evidence_date": None, "evidence_from": None})
    properties = Read(render_word("# A page\n", undated, audience)).document.core_properties

    assert (properties.created, properties.modified) == (None, None)


def test_the_same_page_gives_the_same_bytes(word, brief, audience, markdown):
    with zipfile.ZipFile(BytesIO(word.content)) as package:
        dates = {member.date_time for member in package.infolist()}

    assert render_word(markdown, brief, audience) == word.content
    day = tuple(map(int, brief.evidence_date.split("-")))
    assert dates == {(*day, 0, 0, 0)}, "the newest source's, never the clock's"
    assert word.names[0] == "[Content_Types].xml"
    assert word.names[1:] == sorted(word.names[1:])


@pytest.mark.parametrize(
    ("page", "language", "tag"),
    [("A4", "en", "en-GB"), ("Letter", "en", "en-US"), ("A4", "de", "de-DE"),
     ("A4", "de-AT", "de-AT")],
)  # fmt: skip
def test_paper_and_language_are_the_audiences(brief, audience, page, language, tag):
    size = {"A4": (210, 297), "Letter": (215.9, 279.4)}[page]
    settings = audience.settings.model_copy(update={"page": page, "language": language})
    other = audience.model_copy(update={"settings": settings})
    word = Read(render_word("# A page\n", brief, other))
    section = word.document.sections[0]

    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == size
    assert f'w:lang w:val="{tag}"' in word.part("word/styles.xml")


def test_pages_are_numbered_and_all_but_the_first_have_a_head(word, brief, audience):
    section = word.document.sections[0]
    feet = (section.first_page_footer, section.footer)

    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.header.paragraphs[0].text == f"{brief.topic}\t{audience.settings.title}"
    for foot in feet:
        fields = [f.get(qn("w:instr")).strip() for f in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == 22


@pytest.mark.parametrize(
    ("css", "foot"),
    [
        (
            '@page { @bottom-left { content: "Made by a \\"program\\""; color: red; } }',
            'Made by a "program"',
        ),
        (
            '@page { @bottom-left { content: "One" } } @page { @bottom-left { content: "Two" } }',
            "Two",
        ),
        ("@page { @bottom-left { padding: 0 } }", "Executive brief"),
    ],
)
def test_the_foot_says_what_the_themes_foot_says(brief, audience, css, foot):
    word = Read(render_word("# A page\n", brief, audience.model_copy(update={"theme": css})))

    assert word.document.sections[0].footer.paragraphs[0].text.startswith(f"{foot}\t")


def test_all_styles_that_are_used_are_defined(word):
    defined = {style.style_id for style in word.document.styles}
    body = word.document.element.body

    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        assert {each.get(qn("w:val")) for each in body.iter(qn(tag))} <= defined
    styles = word.part("word/styles.xml")
    assert set(re.findall(r'<w:(?:basedOn|next) w:val="(\w+)"', styles)) <= defined


def test_numbered_lists_count_for_themselves(write):
    word = write("1. one\n2. two\n\nbetween\n\n7. seven\n   - inner\n8. eight\n")
    numbered = [p for p in word.paragraphs if p.style.name == "List Number"]
    ids = [p._p.pPr.numPr.numId.val for p in numbered]
    starts = re.findall(r'<w:startOverride w:val="(\d+)"/>', word.part("word/numbering.xml"))

    assert [p.text for p in numbered] == ["one", "two", "seven", "eight"]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert starts == ["1", "7"]
    (inner,) = [p for p in word.paragraphs if p.style.name == "List Bullet"]
    assert inner._p.pPr.numPr.ilvl.val == 1


def test_a_part_that_only_one_template_has_gets_its_own_style(write):
    word = write("<!-- next-steps -->\n\n## To do\n\nWrite to the board.\n\n<!-- end -->\n")
    paragraph = next(p for p in word.paragraphs if p.text == "Write to the board.")

    assert paragraph.style.name == "Part Next Steps"
    assert paragraph.style.base_style.name == "Body Text"


def test_a_list_of_contents_is_one_that_word_can_update(write):
    word = write(
        "<!-- contents -->\n\n## Contents\n\n- [First](#first)\n  - [Second](#second)\n\n"
        "<!-- end -->\n\n## First\n\n### Second\n\nText.\n"
    )
    field = "".join(t.text for t in word.document.element.body.iter(qn("w:instrText")))

    assert field.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z"]
    assert word.values("w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]
    assert [p.style.name for p in word.paragraphs][:3] == ["TOC Heading", "toc 1", "toc 2"]
    assert word.styled("Heading") == ["First", "Second"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("● for it; ■ against it; · not in this text", ["For it", "Not in this text"]),
        ("● supports; ■ opposes; · none found", ["Support", "None found"]),
        ("", ["Support", "None found"]),
    ],
)
def test_marks_get_the_words_of_the_pages_key(write, key, expected):
    word = write(f"## Where\n\n| Source | Issue | Other |\n| - | - | - |\n| A | ● | · |\n\n{key}\n")
    (table,) = word.document.tables

    assert [cell.text.split("\n")[1] for cell in table.rows[1].cells[1:]] == expected


def test_a_table_with_too_many_marks_is_split_and_names_its_rows_again(write):
    heads = " | ".join(f"Issue {number}" for number in range(14))
    row = " | ".join("●■"[number % 2] for number in range(14))
    word = write(f"| Source | {heads} |\n|{' - |' * 15}\n| A post | {row} |\n\nKey\n")
    first, second = word.document.tables

    assert [len(table.columns) for table in (first, second)] == [8, 8]
    assert [table.rows[1].cells[0].text for table in (first, second)] == ["A post", "A post"]
    assert first.rows[0].cells[-1].text == "Issue 6"
    assert second.rows[0].cells[1].text == "Issue 7"
    assert first._tbl.getnext().tag == qn("w:p")  # tables that touch are one in Word


@pytest.mark.parametrize(
    "text",
    [
        "A bell \x07 rings, \x1b[31mred, \x0b down and \ufffe out, all of it in one long line.",
        "A word " + "of" * 4000 + " no end.",
        "Joy 👩‍👩‍👧 and 🏳️‍🌈 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 beyond the plane, 2️⃣ of them.",
        "</w:t></w:r><w:fldSimple w:instr='DDEAUTO cmd'/> & <x> ]]> {{ 7*7 }} {% raw %}",
        '" onclick="x" INCLUDETEXT "http://example.org/x" \\* MERGEFORMAT',
    ],
)
def test_what_an_article_holds_stays_text(text, audience):
    """Every character is there, or a mark where XML cannot hold it; nothing of it acts."""
    brief = sample_brief(quoted(text))
    markdown = render_markdown(brief, audience)
    word = Read(render_word(markdown, brief, audience))
    expected = re.sub("[\x07\x1b\ufffe]", "\ufffd", " ".join(text.split()))

    assert any(expected in quotation for quotation in word.styled("Quote"))
    assert "instrText" not in word.part("word/document.xml")
    assert "fldSimple" not in re.sub("&lt;.*?&gt;", "", word.part("word/document.xml"))
    assert 'TargetMode="External"' not in word.part("word/_rels/document.xml.rels")


def test_right_to_left_words_are_set_so_and_their_citation_is_not(audience):
    brief = sample_brief(quoted("The harbour office wrote שלום לכולם 12 ביולי and then left it."))
    word = Read(render_word(render_markdown(brief, audience), brief, audience))
    runs = [
        run
        for paragraph in word.paragraphs
        if "harbour office" in paragraph.text
        for run in paragraph.runs
    ]

    turned = [run.text for run in runs if run.font.rtl]
    assert turned == ["שלום לכולם 12 ביולי"]


@pytest.mark.parametrize(
    ("text", "closing"),
    [("turned \u202eround", "\u202c"), ("held \u2067apart \u202bhere", "\u202c\u2069"),
     ("opened \u2066and closed\u2069 again", ""), ("ends \u2069 what is not open", "")],
)  # fmt: skip
def test_an_article_cannot_turn_the_citation_behind_its_words(write, text, closing):
    word = write(f'> {text} — *A post* [[1](#source-1 "a:s1")]\n\n1. <a id="source-1"></a>One\n')
    (quotation,) = [p for p in word.paragraphs if p.style.name == "Quote"]

    assert quotation.text == f"{text} — {closing}A post [1]"


@pytest.mark.parametrize(
    "address",
    ["https://", "http://[::1", "https://a b/", "https://x.example:99999/", "http://%00/"],
)
def test_an_address_that_word_would_refuse_stays_text(write, address):
    word = write(f"See [the paper](<{address}>).\n")

    assert word.values("w:hyperlink", "r:id") == []
    assert "the paper" in word.paragraphs[0].text


def test_an_address_on_the_web_is_a_link(write):
    word = write("See [the paper](https://paper.example/a?b=c&d=%C3%A9).\n")

    assert len(word.values("w:hyperlink", "r:id")) == 1
    rels = word.part("word/_rels/document.xml.rels")
    assert 'Target="https://paper.example/a?b=c&amp;d=%C3%A9"' in rels


def test_a_link_that_leads_nowhere_is_text(write):
    word = write("As said [[4](#source-4)].\n")

    assert word.values("w:hyperlink", "w:anchor") == []
    assert word.paragraphs[0].text == "As said [4]."


@pytest.mark.parametrize(
    ("markdown", "message"),
    [("<!-- notes -->\n\nText\n", "is not closed"), ("Text\n\n<!-- end -->\n", "closes nothing")],
)
def test_section_markers_that_do_not_pair_are_named(write, markdown, message):
    with pytest.raises(TemplateError, match=message) as caught:
        write(markdown)

    assert "line" in str(caught.value)


def test_emphasis_never_cancels_out(write):
    """Word adds bold to bold and gets plain, and so for italics."""
    word = write("## A **bold** word\n\n*All of it slanted.*\n\nSome ***of both*** here.\n")
    heading, proposition, both = word.paragraphs[:3]

    assert {run.style.name for run in heading.runs} == {"Default Paragraph Font"}
    assert proposition.style.name == "Proposition"
    assert {run.style.name for run in proposition.runs} == {"Default Paragraph Font"}
    assert [(run.bold, run.italic) for run in both.runs if run.text == "of both"] == [(True, True)]
