"""Taking a rendered page apart: blocks, lines, parts, citations."""

from briefgen.auditing.page import CITATION, Citation, read_page

PAGE = """\
<!-- masthead -->

# Ferries and bridges

<!-- end -->

Two support it [[1](#source-1 "a:s1, b, c:s12"), [2](#source-2)] and *one* is silent.
<!-- side support -->
> “Keep the ferry \\*now\\*.” — *The Quay* [[2](#source-2 "d:s3")]
<!-- end -->

| Source | Ferries |
| --- | :-: |
| The Quay [[2](#source-2)] | ● |

1. First.
2. <a id="source-2"></a>**The Quay.** Undated.

<!-- audit -->

*Audit.* All is well.

<!-- end -->
"""


def test_blocks_have_their_kind_line_and_parts():
    blocks = read_page(PAGE, "committee.md").blocks

    heading, sentence, quotation = blocks[:3]
    assert (heading.kind, heading.level, heading.line, heading.parts) == (
        "heading",
        1,
        3,
        (("masthead",),),
    )
    assert (sentence.kind, sentence.line, sentence.parts) == ("paragraph", 7, ())
    assert (quotation.kind, quotation.line, quotation.parts) == (
        "quotation",
        9,
        (("side", "support"),),
    )


def test_citations_are_read_with_the_statements_in_their_titles():
    """A file's stem, and so a source's id, may hold a comma."""
    sentence = read_page(PAGE, "committee.md").blocks[1]

    assert sentence.text.count(CITATION) == 2
    assert sentence.citations == (
        Citation(1, 1, ("a:s1", "b, c:s12")),
        Citation(2, 2, ()),
    )


def test_what_the_markdown_escapes_is_read_as_it_is_seen():
    quotation = read_page(PAGE, "committee.md").blocks[2]

    assert quotation.text.startswith("“Keep the ferry *now*.” — The Quay [")
    (span,) = quotation.emphasised
    assert quotation.text[slice(*span)] == "The Quay"


def test_cells_and_the_source_list_keep_their_place():
    blocks = read_page(PAGE, "committee.md").blocks

    cells = [(c.row, c.level, c.text) for c in blocks if c.kind == "cell"]
    assert cells[0] == (0, 0, "Source")
    assert cells[-1] == (1, 1, "●")
    items = [(i.level, i.anchor) for i in blocks if i.kind == "item"]
    assert items == [(1, None), (2, 2)]


def test_the_part_with_the_result_of_an_audit_is_left_out():
    assert not any("All is well" in block.text for block in read_page(PAGE, "x.md").blocks)
