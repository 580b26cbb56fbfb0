"""What holds of every drawing, whatever the brief: words in their places, well formed, harmless."""

import itertools
import re

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.models import (
    Actor,
    ActorPosition,
    ActorReport,
    Brief,
    Changes,
    CoverageRow,
    EarlierBrief,
    Position,
    PositionSource,
    StanceChange,
)
from briefgen.rendering.audience import Limits
from briefgen.rendering.drawings import DRAWN_TABLES, draw_part
from tests.rendering.drawn import STANCES, drawings_of, texts_of
from tests.rendering.sample_brief import sample_brief

SAMPLE = sample_brief()
WORDS = ["the", "Observatory", "of", "WMMW", "Ærø", "港湾", "x" * 40, "й" * 9]
HOSTILE = [
    "</title><script>alert(1)</script>",
    '"><svg onload="alert(1)">',
    "]]>\x00\x1b",
    "&lt;b&gt;",
    "<!-- end -->",
    "javascript:alert(1)",
]
NAMES = st.one_of(
    st.text(min_size=1, max_size=60),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.sampled_from(HOSTILE),
)
TAGS = {
    "figure", "div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "span", "a",
    "figcaption", "svg", "title", "g", "path", "circle", "rect", "text",
}  # fmt: skip


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Return a brief with any names, titles and stances, some actors, and some that moved."""
    titles = draw(st.lists(NAMES, min_size=1, max_size=24))
    labels = draw(st.lists(NAMES, min_size=1, max_size=8))
    cell = st.sampled_from(STANCES)
    table = draw(
        st.lists(
            st.lists(cell, min_size=len(titles), max_size=len(titles)),
            min_size=len(labels),
            max_size=len(labels),
        )
    )
    confidence = draw(st.sampled_from([0.5, 0.9]))
    issues = tuple(
        SAMPLE.issues[0].model_copy(
            update={
                "id": f"i{place}",
                "title": title,
                "positions": tuple(
                    Position(
                        stance=stance,
                        sources=tuple(
                            PositionSource(source=f"s{n}", confidence=confidence, statements=())
                            for n in takers
                        ),
                        shown=(),
                    )
                    for stance in STANCES
                    if stance and (takers := [n for n, row in enumerate(table)
                                              if row[place] == stance])
                ),
            }
        )
        for place, title in enumerate(titles)
    )  # fmt: skip
    return SAMPLE.model_copy(
        update={
            "issues": issues,
            "sources": tuple(
                SAMPLE.sources[0].model_copy(
                    update={"id": f"s{n}", "number": n + 1, "label": label}
                )
                for n, label in enumerate(labels)
            ),
            "coverage": tuple(
                CoverageRow(
                    source=f"s{n}",
                    stances={f"i{place}": stance for place, stance in enumerate(row)},
                )
                for n, row in enumerate(table)
            ),
            "actors": _actors(draw, len(titles), len(labels)),
            "changes": _changes(draw, len(titles), len(labels)),
        }
    )


def _actors(draw: st.DrawFn, issues: int, sources: int) -> tuple[Actor, ...]:
    names = draw(st.lists(NAMES, max_size=8, unique=True))
    held = st.lists(
        st.tuples(st.integers(0, issues - 1), st.sampled_from(STANCES[:3])), min_size=1, max_size=3,
        unique=True,
    )  # fmt: skip
    return tuple(
        Actor(
            name=name,
            aliases=(),
            positions=tuple(
                ActorPosition(
                    issue=f"i{issue}",
                    stance=stance,
                    reports=tuple(
                        ActorReport(source=f"s{n}", names=(name,), statements=())
                        for n in range(sources)
                    ),
                )
                for issue, stance in draw(held)
            ),
        )
        for name in names
    )


def _changes(draw: st.DrawFn, issues: int, sources: int) -> Changes:
    move = st.tuples(
        st.integers(0, issues - 1),
        st.integers(0, sources - 1),
        st.permutations(STANCES),
        st.booleans(),
    )
    since = EarlierBrief(
        evidence_sha256="0" * 64, evidence_date=None, generator="briefgen 0.1.0",
        extractors=("lexical/1",), sources=5, dated=0,
    )  # fmt: skip
    return Changes(
        since=since,
        is_recoded=False,
        stances=tuple(
            StanceChange(
                kind="reversed", issue=f"i{issue}", source=f"s{source}", before=order[0],
                after=order[1], then=None, now=None, same_article=same,
            )
            for issue, source, order, same in draw(st.lists(move, max_size=4))
        ),
    )  # fmt: skip


def all_drawings(brief: Brief) -> list[str]:
    parts = [[name] for name in sorted(DRAWN_TABLES)]
    parts += [["bar", issue.id] for issue in brief.issues]
    return [drawn for part in parts if (drawn := draw_part(part, brief, Limits()))]


quick = settings(max_examples=30, derandomize=True)


@quick
@given(briefs())
def test_no_words_leave_their_drawing_or_lie_on_others(brief: Brief) -> None:
    for drawn in all_drawings(brief):
        for svg in drawings_of(drawn):
            _, _, width, height = map(float, svg.get("viewBox").split())
            boxes = texts_of(svg)
            for box in boxes:
                for x, y in box.corners():
                    assert -0.1 <= x <= width + 0.1, f"{box} leaves {width} x {height}"
                    assert -0.1 <= y <= height + 0.1, f"{box} leaves {width} x {height}"
            for one, other in itertools.combinations(boxes, 2):
                if one.angle == other.angle:
                    assert not one.meets(other), f"{one} lies on {other}"


@quick
@given(briefs())
def test_no_mark_leaves_its_drawing(brief: Brief) -> None:
    for drawn in all_drawings(brief):
        for svg in drawings_of(drawn):
            _, _, width, height = map(float, svg.get("viewBox").split())
            for circle in svg.iter("{*}circle"):
                x, y, r = (float(circle.get(name)) for name in ("cx", "cy", "r"))
                assert r <= x + 0.01
                assert x + r <= width + 0.01
                assert r <= y + 0.01
                assert y + r <= height + 0.01


@quick
@given(briefs())
def test_every_drawing_is_well_formed_says_what_it_shows_and_does_nothing(brief: Brief) -> None:
    for drawn in all_drawings(brief):
        for svg in drawings_of(drawn):
            assert svg.get("role") == "img"
            assert (svg.findtext("{*}title") or "").strip()
        figure = lxml.html.fragment_fromstring(drawn)
        elements = list(figure.iter())
        assert {element.tag for element in elements} <= TAGS
        names = {name for element in elements for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or name in {"src", "style"}]
        links = [element.get("href") for element in elements if element.get("href")]
        assert all(re.fullmatch(r"#source-\d+", link) for link in links)


@quick
@given(briefs())
def test_the_same_brief_gives_the_same_drawings(brief: Brief) -> None:
    again = Brief.model_validate_json(brief.model_dump_json())

    assert all_drawings(again) == all_drawings(brief)
