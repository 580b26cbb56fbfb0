"""Invented layouts of many sites: all furniture is marked, and no opinion is lost."""

import textwrap
import time

import pytest

from briefgen.errors import ArticleError
from briefgen.ingest import describe_blocks
from briefgen.ingest.metadata import find_slips
from tests.ingest.conftest import PROSE, text_of

ONE, TWO, THREE, FOUR = PROSE
TITLE = "The harbour fee must rise"

LAYOUTS = {
    "broadcaster": (
        [
            TITLE,
            "Jane Miller",
            "Environment correspondent",
            "Published 3 May 2024",
            "Image source, Getty Images",
            "Image caption, A ferry leaves the old harbour at dawn",
            ONE,
            TWO,
            "Related topics",
            "Shipping",
            "Clean air",
            THREE,
            "Read more: Ferry owners threaten to leave the port",
            FOUR,
            "More on this story",
            "Ferry owners threaten to leave",
            "Top stories",
            "Minister resigns over hospital",
            "Most read",
            "1",
            "Actor found alive",
            "2",
            "A new planet",
        ],
        [],
    ),
    "liberal daily": (
        [
            TITLE,
            "Tom Reed",
            "It asks of owners what it asks of everyone else on the river",
            "Tom Reed is a Harbour Weekly columnist",
            "Fri 3 May 2024 08.00 BST",
            "Last modified on Fri 3 May 2024 10.12 BST",
            "Share",
            "234",
            ONE,
            TWO,
            "Sign up to The Tide: our free weekly email on ports and people",
            "skip past newsletter promotion",
            "after newsletter promotion",
            THREE,
            FOUR,
            "• Tom Reed is the author of Salt and Smoke",
            "• Do you have an opinion on the issues raised in this article? Click here.",
            "Explore more on these topics",
            "Shipping",
            "Opinion",
            "Most viewed",
        ],
        ["It asks of owners what it asks of everyone else on the river"],
    ),
    "universities": (
        [
            TITLE,
            "Published: May 3, 2024 6.20am BST",
            "Ana Brook, University of Westmere",
            "Author",
            "Ana Brook\nProfessor of Transport Economics, University of Westmere",
            "Disclosure statement",
            "Ana Brook does not work for, consult, own shares in or receive funding from any "
            "company that would benefit from this article.",
            ONE,
            TWO,
            THREE,
            "Read more: Who pays when ships idle?",
            FOUR,
            "This article is republished from The Estuary under a Creative Commons license.",
        ],
        [],
    ),
    "paper of record": (
        [
            "OPINION",
            "GUEST ESSAY",
            TITLE,
            "May 3, 2024",
            "Credit...Lena Park for The Daily River",
            "Listen to this article · 5:12 min Learn more",
            "By Ana Brook",
            "Ms. Brook is a transport economist.",
            ONE,
            "Advertisement",
            "SKIP ADVERTISEMENT",
            TWO,
            THREE,
            "Continue reading the main story",
            FOUR,
            "Ana Brook is a professor of economics at Westmere and the author of “Salt and Smoke.”",
            "Follow the Daily River Opinion section on Facebook, Instagram and Threads.",
        ],
        [],
    ),
    "syndicate": (
        [
            TITLE,
            "May 3, 2024 | Ana Brook",
            ONE,
            TWO,
            "Subscribe to River Digital\nSubscribe now for unlimited access.",
            THREE,
            FOUR,
            "Ana Brook, a former transport minister of Westmere, is Professor of Economics at the "
            "River School.",
            "https://river.example/abc",
        ],
        [],
    ),
    "German weekly in English": (
        [
            "Opinion",
            TITLE,
            "A Commentary by Lena Park",
            "03.05.2024, 14.22 Uhr",
            ONE,
            TWO,
            "Foto: Lena Park / DER FLUSS",
            THREE,
            "Read more on this topic",
            FOUR,
        ],
        [],
    ),
    "agency": (
        [
            TITLE,
            "BY ANA BROOK",
            "Updated 10:20 AM EDT, May 3, 2024",
            "Share",
            "Copy\nLink copied\nEmail\nFacebook\nX",
            "FILE - A ferry leaves the harbour on May 1, 2024. (AP Photo/Lena Park, File)",
            ONE,
            TWO,
            "___",
            THREE,
            FOUR,
            "___\nFollow our coverage at https://river.example/hub",
        ],
        [],
    ),
    "think tank": (
        [
            "Commentary",
            TITLE,
            "Ana Brook and Tom Reed",
            "May 3, 2024",
            "5 min read",
            "Follow the authors",
            ONE,
            TWO,
            THREE,
            FOUR,
            "Authors",
            "Ana Brook",
            "Senior Fellow – Transport Studies",
            "Tom Reed",
            "Nonresident Fellow – Ports",
        ],
        [],
    ),
    "teasers in a list": (
        [
            TITLE,
            ONE,
            TWO,
            THREE,
            FOUR,
            "Ana Brook is a former pilot who teaches at the Sea School.",
            "More from Opinion",
            "The library needs a roof",
            "Rain came in through the ceiling of the reading room last winter and nobody minds.",
            "Give teachers a day off",
            "A shorter week would keep the young ones from leaving for better paid work.",
            "Copyright © 2024 The Daily River. All rights reserved.",
        ],
        [],
    ),
    "teaser with a link to its rest": (
        [
            TITLE,
            ONE,
            TWO,
            THREE,
            FOUR,
            "The opinions expressed in this article are those of the author.",
            "Photo: Lena Park/Reuters",
            "The library roof",
            "Culture",
            "Rain came in through the ceiling of the reading room last winter, and the librarians "
            "moved nine thousand volumes into cardboard boxes that now stand in the gymnasium.",
            "Nobody in the council has said who will pay for a new roof, or when.",
            "Continue reading",
        ],
        [],
    ),
    "cookies, tags and comments": (
        [
            "We use cookies to improve your visit. Accept all cookies",
            TITLE,
            "By Ana Brook",
            "Filed under: Ports, Fees",
            ONE,
            TWO,
            "Story continues below advertisement",
            THREE,
            "WATCH: Pilots bring in the largest ship",
            FOUR,
            "Tags: ports, fees",
            "234 comments",
            "Editor's note: An earlier version misnamed the port.",
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_body_is_the_opinion_and_nothing_else(read, name):
    paragraphs, also = LAYOUTS[name]

    article = read(*paragraphs)

    assert text_of(article, "body") == [*also, ONE, TWO, THREE, FOUR]
    assert text_of(article, "heading") == [TITLE]
    assert article.source.title == TITLE
    assert describe_blocks(article).total == len(article.text)
    assert all(block.reason for block in article.blocks if block.kind == "furniture")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Sign up to the treaty. It is the only promise that small towns ever got from owners.",
        "Copyright law should protect pilots' charts. Nobody else will.",
        "Getty Images sued the harbour for its pictures and won.",
        "Read my lips: there will be no second fee.",
        "Support the pilots' claim at once.",
        "Donate the old tugs to Linden.",
        "By contrast, smaller ports have no such luck.",
        "It was a wise choice.",
        "THIS MUST STOP NOW, AND EVERY OWNER KNOWS IT!",
        "Advertisement alone will not save the ferries, nor will any newsletter.",
        "Share the burden, and share it now.",
        "The privacy policy of the port is a scandal that the council has known of for years.",
        "Tom Reed, who was minister then, is the man who let the owners off.",
        "- Raise the fee for the largest ships first.",
        "What then has gone wrong?",
    ],
)
def test_opinion_that_looks_like_furniture_stays_body(read, paragraph):
    article = read(TITLE, ONE, TWO, paragraph, THREE, FOUR)

    assert paragraph in text_of(article, "body")


def test_headlines_glued_to_a_name_are_cut_out_of_the_paragraph(read):
    article = read(
        TITLE,
        "Ana Brook Ana Maria BrookFerry owners 'may leave' by May Fees on the rise MORE has said "
        "for years that the fee is too low, and the towns along the river have believed her.",
        *PROSE,
    )

    assert text_of(article, "body")[:2] == [
        "Ana Brook",
        "has said for years that the fee is too low, and the towns along the river have believed "
        "her.",
    ]


@pytest.mark.parametrize(
    ("start", "links"),
    [
        (TWO, "Ad Policy"),
        (TWO, "Ferries Are Leaving Linden Tom Reed The Fee That Was Ana Brook More in this series"),
        (FOUR, "Current Issue View our current issue"),
    ],
)
def test_links_run_into_a_paragraph_are_cut_off_its_end(read, start, links):
    article = read(TITLE, ONE, f"{start} {links}", THREE)

    assert text_of(article, "body") == [ONE, start, THREE]
    assert links in text_of(article, "furniture")


@pytest.mark.parametrize(
    ("repeated", "reason"),
    [
        (
            "It has not moved in nine years, and the port of Linden has more ferries",
            "pull quote that shortens",
        ),
        ("The engineers warn that filters clog in cold winters.", "pull quote that repeats"),
        (ONE, "repeats an earlier paragraph"),
    ],
)
def test_what_is_said_twice_is_body_once(read, repeated, reason):
    article = read(TITLE, *PROSE[:3], repeated, FOUR, PROSE[0][:30] + " x y z.")

    block = next(b for b in article.blocks if (b.reason or "").startswith(reason))
    assert article.text[block.start : block.end] == repeated
    assert [text for text in text_of(article, "body") if text in PROSE] == list(PROSE)


def test_a_standfirst_that_repeats_a_sentence_is_furniture_and_no_title(read):
    article = read(
        "A fund for small companies along the river would help them.",
        "What would help, the pilots say, is a fund for small companies along the river. "
        "It would help them at once.",
        *PROSE,
    )

    assert article.source.title is None
    assert article.blocks[0].kind == "furniture"


def test_crossheads_are_headings_and_capitals_between_paragraphs_link_elsewhere(read):
    article = read(
        TITLE,
        ONE,
        "A fair price",
        TWO,
        "MINISTER SAYS FERRIES WILL NOT LEAVE",
        THREE,
        "THE NEXT STEP",
        FOUR,
    )

    assert text_of(article, "heading") == [TITLE, "A fair price", "THE NEXT STEP"]
    assert text_of(article, "body") == list(PROSE)


def test_sections_after_a_picture_or_a_newsletter_box_are_not_taken_for_teasers(read):
    other = (
        "Rain came in through the ceiling of the reading room last winter, and the librarians "
        "moved nine thousand volumes into cardboard boxes."
    )
    article = read(
        TITLE,
        *PROSE,
        "Photo: Lena Park/Reuters",
        "What libraries teach",
        other,
        "Sign up for our newsletter",
        "The same river",
        ONE.replace("again", "soon"),
        TWO,
    )

    assert other in text_of(article, "body")


def test_a_text_that_begins_with_its_body_has_no_title(read):
    assert read(*PROSE).source.title is None
    assert read(*PROSE, between="\n").source.title is None


def test_lines_wrapped_to_a_width_are_one_paragraph(read):
    wrapped = [textwrap.fill(text, 72) for text in PROSE]

    article = read(TITLE, *wrapped)

    assert text_of(article, "body") == wrapped
    assert article.source.title == TITLE


def test_byline_date_and_copyright_line_are_taken_only_as_they_stand(read):
    article = read(
        TITLE,
        "By Ana Brook and Tom Reed",
        "3 May 2024",
        *PROSE,
        "Copyright © 2024 The Daily River, LLC. Click here for reprints.",
    )
    source = article.source

    assert source.authors == ("Ana Brook", "Tom Reed")
    assert (source.published, source.outlet) == ("2024-05-03", "The Daily River")

    syndicated = read(TITLE, *PROSE, "© 2018 River Features Syndicate").source
    assert (syndicated.outlet, syndicated.authors) == (None, ())


def test_words_are_counted_in_the_body_alone(read):
    article = read(TITLE, "Share", "Two words and 3 more stand in this body, don’t they, by now.")

    assert article.source.words == 14


def test_markdown_with_front_matter(read):
    article = read(
        "---\ntitle: 'Fees: a plea'\nkind: digest\nauthors: Ana Brook\npublished: 2024-05\n"
        "layout: post\n---",
        "# Fees: a plea",
        ONE,
        "## What it costs",
        f"> {TWO}",
        "- a first point of the list\n- a second one",
        "[Read more](https://river.example)",
        THREE.replace(" ", "\n", 8),
        name="a.md",
    )

    assert article.source.kind == "digest"
    assert (article.source.title, article.source.authors) == ("Fees: a plea", ("Ana Brook",))
    assert article.source.published == "2024-05"
    assert article.blocks[0].reason == "front matter"
    assert text_of(article, "heading") == ["# Fees: a plea", "## What it costs"]
    assert text_of(article, "body") == [
        ONE,
        f"> {TWO}",
        "- a first point of the list",
        "- a second one",
        THREE.replace(" ", "\n", 8),
    ]


def test_keys_of_front_matter_that_mean_a_field_of_a_source_are_named():
    front = "---\ndate: 2024-05-03\nauthor: Ana Brook\ntitel: Fees\nlayout: post\ntags: [a]\n---\n"

    assert list(find_slips(f"{front}\n{ONE}\n", "a.md")) == [
        "a.md:2: date: not read; did you mean 'published'?",
        "a.md:3: author: not read; did you mean 'authors'?",
        "a.md:4: titel: not read; did you mean 'title'?",
    ]
    both = front.replace("tags: [a]", "published: 2024-05-03")
    assert not [slip for slip in find_slips(f"{both}\n{ONE}\n", "a.md") if "date" in slip]
    assert list(find_slips(f"{ONE}\ndate: 2024\n", "a.md")) == []


def test_bad_front_matter_is_an_article_error_with_its_line(read):
    with pytest.raises(ArticleError, match=r"a\.md:3: .*no kind"):
        read("---\ntitle: x\nkind: summary\n---", *PROSE, name="a.md")


@pytest.mark.parametrize("line", ["1" * 70 + "x", "may 1" + "1 " * 14 + "!", "by A" + ", B" * 15])
def test_no_line_sends_a_rule_through_every_way_to_read_it(read, line):
    """Regression: a run of digits took the date rule minutes."""
    start = time.process_time()
    read(TITLE, ONE, line, TWO)

    assert time.process_time() - start < 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["Word and more words here. " * 100_000, "aB MORE in [READ: " * 125_000, "a. " * 500_000],
)
def test_one_paragraph_of_megabytes_takes_seconds_at_most(read, text):
    start = time.process_time()
    read(text)

    assert time.process_time() - start < 20
