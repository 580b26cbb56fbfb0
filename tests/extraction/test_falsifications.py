"""No false quotation is accepted, whatever was turned round; true ones are, however they are typed.

The same rules make false quotations of an invented article, and of the articles of the corpora that
BRIEFGEN_CORPORA names.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefgen.extraction.aligning import Found, find_quotation
from briefgen.extraction.lexical.language.text import split_sentences
from briefgen.extraction.verification import is_named_near, verify
from briefgen.ingest.article import read_article, read_article_file
from briefgen.ingest.corpus import open_corpus
from briefgen.models import Article, Holder, PositionRecord, Provenance, Span, Statement
from tests.extraction.falsifying import RULES, SIX, STYLES, Place, distort, retype
from tests.extraction.invented import TOLL

HARBOUR = Path(__file__).with_name("harbour.txt")
SEEDS = Path(__file__).parents[2] / "seeds"
CORPORA = os.environ.get("BRIEFGEN_CORPORA")
WANTED = 200
MIN_CHARACTERS = 30
SHORT = 4
"""A name of fewer letters is rarely one."""
SAYING = (
    r"(?:said|says|say|argued|argues|argue|claimed|claims|claim|warned|warns|warn|believes?|thinks?"
    r"|insists?|insisted|wrote|writes|noted|notes|told|announced|has warned)"
)
NAME = r"(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]{2,}"


@dataclass(frozen=True)
class Read:
    """An article with its sentences."""

    article: Article
    spans: Sequence[Span]
    places: Sequence[Place]


def read(article: Article) -> Read:
    sentences = [(each.start, each.end) for each in split_sentences(article)]
    spans = [block for block in article.blocks if block.kind != "furniture"]
    places = [
        Place(article.text, start, end, sentences)
        for start, end in sentences
        if end - start >= MIN_CHARACTERS
    ]
    return Read(article, spans, places)


@cache
def read_harbour() -> tuple[Read, ...]:
    return (read(read_article_file(HARBOUR)),)


@cache
def read_corpora() -> tuple[Read, ...]:
    """Return the articles of all corpora that lie in the folder, and of the repository's."""
    roots = (Path(CORPORA or SEEDS), SEEDS)
    folders = sorted(path.parent for root in roots for path in root.glob("*/codebook.yaml"))
    corpora = [open_corpus(folder) for folder in folders]
    return tuple(read(read_article(path, each)) for each in corpora for path in each.files)


def spread(items: Sequence, wanted: int = WANTED) -> list:
    """Return at most *wanted* of the items, from all over them."""
    step = max(1.0, len(items) / wanted)
    return [items[int(number * step)] for number in range(min(wanted, len(items)))]


def falsify(articles: Sequence[Read], rule: str) -> list[tuple[Read, Place, str]]:
    made = [
        (each, place, false)
        for each in articles
        for place in each.places
        for false in distort(place, rule)
    ]
    return spread(made)


def is_accepted(each: Read, place: Place, false: str) -> bool:
    """Tell whether a false quotation was taken for the article's: a place that is the whole
    sentence, with what the quotation left out, is not.
    """
    near = Span(start=place.start, end=place.end)
    found = find_quotation(each.article.text, each.spans, false, near)
    if not isinstance(found, Found):
        return False
    whole = found.span.start <= place.start + 1 and found.span.end >= place.end - 2
    return not (found.widened and whole)


def find_accepted(articles: Sequence[Read], rule: str) -> list[tuple[str, str]]:
    return [
        (place.said, false)
        for each, place, false in falsify(articles, rule)
        if is_accepted(each, place, false)
    ]


@pytest.mark.parametrize("rule", RULES)
def test_no_false_quotation_of_the_invented_article_is_accepted(rule):
    assert falsify(read_harbour(), rule), "the invented article lacks what the rule needs"

    assert find_accepted(read_harbour(), rule) == []


@pytest.mark.skipif(not CORPORA, reason="BRIEFGEN_CORPORA is not set")
@pytest.mark.parametrize("rule", RULES)
def test_no_false_quotation_of_a_real_article_is_accepted(rule):
    accepted = len(find_accepted(read_corpora(), rule))  # a number: the sentences are not ours

    assert accepted == 0


@pytest.mark.parametrize("style", range(len(STYLES)))
def test_a_true_quotation_is_found_however_it_is_typed(style):
    (harbour,) = read_harbour()
    for place in harbour.places:
        found = find_quotation(harbour.article.text, harbour.spans, retype(place.said, style))

        assert isinstance(found, Found), (retype(place.said, style), found)
        assert (found.span.start, found.span.end) == (place.start, place.end)


@pytest.mark.skipif(not CORPORA, reason="BRIEFGEN_CORPORA is not set")
def test_true_quotations_of_real_articles_are_found_however_they_are_typed():
    chosen = spread([(each, place) for each in read_corpora() for place in each.places])
    found = 0
    for number, (each, place) in enumerate(chosen):
        near = Span(start=place.start, end=place.end)
        said = retype(place.said, number)
        place_found = find_quotation(each.article.text, each.spans, said, near)
        if isinstance(place_found, Found):
            span = place_found.span
            found += span.start <= place.start + 1 and span.end >= place.end - 1

    assert found >= 0.975 * len(chosen)


# --- holders -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Swapped:
    """A true quotation with somebody who does not hold it."""

    article: Article
    start: int
    end: int
    holder: str | None


def swap_holders(article: Article) -> Iterator[Swapped]:
    """Give what somebody says to others who are named near it, and to the author."""
    named = list(dict.fromkeys(re.findall(rf"({NAME}),? {SAYING}\b", article.text)))
    named += re.findall(rf"{SAYING} ({NAME})", article.text)
    named = [name for name in dict.fromkeys(named) if len(name) >= SHORT]
    text = article.text
    quoted = rf"(?<![^\s(])[“\"](?=\w)([^”\"\n]{{20,300}}?)[,.?!]*[”\"],? {SAYING} ({NAME})"
    saying = rf"(?:{SAYING} that|says|said|believes|thinks|argues|claims)"
    told = rf"({NAME}) {saying} ([a-z][^.”\"\n]{{20,250}})\."
    found = [(m.start(1), m.end(1), m[2]) for m in re.finditer(quoted, text)]
    found += [(m.start(2), m.end(2), m[1]) for m in re.finditer(told, text)]
    for start, end, true in found:
        if re.search(SAYING, text[start:end]):
            continue  # a report in a report has two holders
        for other in named:
            is_another = not set(other.split()) & set(true.split())
            if (
                is_another
                and other not in text[start:end]
                and is_named_near(other, start, end, text)
            ):
                yield Swapped(article, start, end, other)
        yield Swapped(article, start, end, None)


def give_away(each: Read) -> Iterator[Swapped]:
    """Give the author's own sentences, which name and quote nobody, to people named near them."""
    text = each.article.text
    named = list(dict.fromkeys(re.findall(rf"({NAME}),? {SAYING}\b", text)))
    for place in each.places:
        if re.search(rf"[“”\"]|\b{SAYING}\b|\b(?:he|she|his|her|their|they)\b", place.said):
            continue
        for name in named[:3]:
            if name not in place.said and is_named_near(name, place.start, place.end, text):
                yield Swapped(each.article, place.start, place.end, name)


def is_borne_out(swapped: Swapped) -> bool:
    """Tell whether the swapped holder passes the proof that every extractor passes."""
    text = swapped.article.text
    name = swapped.article.source.id
    said = Statement(
        id=f"{name}:s1",
        start=swapped.start,
        end=swapped.end,
        quote=text[swapped.start : swapped.end],
        kind="claim",
        holder=Holder(name=swapped.holder) if swapped.holder else None,
        issue=None,
        stance="unclear",
        modality="plain",
    )
    made = Provenance(
        input_sha256=swapped.article.input_sha256, codebook_sha256="0" * 64, extractor="test/1"
    )
    record = PositionRecord(
        source=swapped.article.source, provenance=made, thesis=None, stances={}, statements=(said,)
    )
    return bool(verify(record, swapped.article, TOLL).record.statements)


def swap_coded(each: Read, gold: Mapping[str, Any]) -> Iterator[Swapped]:
    """Give what readers coded as one holder's to the other holders of the article, and what they
    coded as the author's to those who are named near it.

    Who is named in the same sentence may hold it as well ("A and B agreed that …"): of these,
    readers code one.
    """
    text = each.article.text
    reported = [(said["holder"], said["evidence"]) for said in gold.get("reported", ())]
    holders = list(dict.fromkeys(holder for holder, _ in reported))
    own = [(None, cell["evidence"]) for cell in gold["stances"].values() if cell.get("evidence")]
    for holder, evidence in (*reported, *own):
        for quote in [evidence] if isinstance(evidence, str) else evidence:
            start = text.find(quote)
            around = " ".join(p.said for p in each.places if p.start <= start < p.end)
            known = set(re.findall(r"\w+", f"{holder} {quote} {around}"))
            for other in holders if start >= 0 else ():
                alike = known.intersection(re.findall(r"\w+", other))
                if not alike and is_named_near(other, start, start + len(quote), text):
                    yield Swapped(each.article, start, start + len(quote), other)


def read_gold(articles: Sequence[Read]) -> Iterator[tuple[Read, Mapping[str, Any]]]:
    """Yield the articles that readers coded, with their coding."""
    for path in sorted(Path(CORPORA or "").glob("*/gold.json")):
        for coded in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            for each in articles:
                if each.article.source.id.endswith(coded["id"]):
                    yield each, coded


def all_swaps(articles: Sequence[Read]) -> list[Swapped]:
    swaps = [swapped for each in articles for swapped in swap_holders(each.article)]
    swaps += [swapped for each, gold in read_gold(articles) for swapped in swap_coded(each, gold)]
    given = [swapped for each in articles for swapped in give_away(each)]
    return [*swaps, *spread(given, max(0, WANTED - len(swaps)))]


def test_no_swapped_holder_in_the_invented_article_is_accepted():
    swaps = all_swaps(read_harbour())

    accepted = [
        (swapped.holder, swapped.article.text[swapped.start : swapped.end])
        for swapped in swaps
        if is_borne_out(swapped)
    ]

    assert len(swaps) > 20
    assert accepted == []


@pytest.mark.skipif(not CORPORA, reason="BRIEFGEN_CORPORA is not set")
def test_no_swapped_holder_in_a_real_article_is_accepted():
    accepted = sum(is_borne_out(swapped) for swapped in all_swaps(read_corpora()))

    assert accepted == 0


def test_the_six_kinds_are_among_the_rules():
    assert set(SIX) - {"holder swapped"} <= set(RULES)
