"""Whatever the text: every quotation is its slice, ids are sound, the same input gives the same."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.verification import verify
from briefgen.ingest.article import read_article_file
from briefgen.models import Article, Codebook, PositionRecord
from tests.extraction.invented import (
    CODEBOOKS,
    TOLL,
    TRAINS,
    extract,
    make_article,
    statement_with,
)

ROOT = Path(__file__).resolve().parents[2]
TOLL_EXTRACTOR = LexicalExtractor(TOLL, "0" * 64)
OPINION = (
    "The city should introduce a congestion charge, because drivers should pay for the space they "
    "take. Mayor Mara Holt said: “The toll punishes the poor.” She is wrong.",
    "According to the traders, empty lanes are all that the toll will bring. Provided that buses "
    "move faster, it will bring more.",
)
FRAGMENTS = (
    "The congestion charge clears the streets. ",
    "drivers should pay for the space they take",
    " Mayor Holt said: “",
    "the toll, they argue, punishes the poor, ",
    "According to the guild, ",
    "provided that buses move faster",
    " because the toll is worth every penny. ",
    "''It is a tax on commuters,'' said Mara Holt. ",
    "The claim that ",
    " is wrong. ",
    "“",
    "”",
    '"',
    "'s ",
    "’ ",
    "\r\n",
    "\n",
    "\t",
    "\x00",
    "\x0b\x1c\x85",
    "\u2028",
    "\u00a0",
    "\u200b\u200f\u202e",
    "\ufeff",
    "🚋👩🏽‍🌾",
    "İstanbul ẞ ﬀ ",
    "e\u0301",
    "…",
    "?!",
    "(",
    ")",
    "—",
)

paragraphs = st.one_of(
    st.text(min_size=1, max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=14).map("".join),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), min_size=1, max_size=14
    ).map("".join),
)


def assert_sound(record: PositionRecord, article: Article, codebook: Codebook = TOLL) -> None:
    """Assert all that holds for the record of any article whatsoever."""
    for statement in record.statements:
        assert article.text[statement.start : statement.end] == statement.quote
        assert re.fullmatch(rf"{re.escape(article.source.id)}:s[1-9][0-9]*", statement.id)
        for part in (*statement.conditions, *statement.reasons):
            assert article.text[part.start : part.end] == part.quote
            assert statement.contains(part)
    ids = [statement.id for statement in record.statements]
    assert len(ids) == len(set(ids))
    named = {i for stance in record.stances.values() for i in stance.statements}
    assert named | ({record.thesis} - {None}) <= set(ids)
    # Of a name that a mutation made of other words the proof may doubt that it holds anything; what
    # rested on such statements alone goes with them.
    dropped = verify(record, article, codebook).dropped
    assert {each.reason for each in dropped if each.item in ids} <= {"holder"}
    assert len(dropped) <= 3 * sum(each.item in ids for each in dropped)


@given(st.lists(paragraphs, min_size=1, max_size=4), st.sampled_from(["\n\n", "\r\n\r\n", " "]))
@settings(max_examples=250)
def test_any_text_gives_a_record_that_its_article_bears_out(texts, between):
    """Unicode, controls, stray quotation marks: quotes are slices, nothing is dropped."""
    article = make_article(*texts, between=between)

    assert_sound(TOLL_EXTRACTOR.extract(article), article)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \r\n ",
        "...",
        "🚋🚋🚋",
        "\x00\x01\x02",
        "toll",
        "“”“”",
        "no sentence here only a toll and a toll and a congestion charge",
    ],
)
def test_a_text_without_sentences_gives_a_sound_record(text):
    article = make_article(text) if text else make_article("x").model_copy(update={"text": ""})
    article = article if text else article.model_copy(update={"blocks": ()})

    assert_sound(TOLL_EXTRACTOR.extract(article), article)


def test_the_same_sentence_twice_gives_two_statements_each_at_its_own_place():
    line = "Drivers should pay for the space they take."
    article = make_article(line, "Winter came early to Marrow.", line)

    record = TOLL_EXTRACTOR.extract(article)

    starts = [s.start for s in record.statements if s.quote == line]
    assert [0, article.text.rindex(line)] == starts


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_of_any_line_ends_and_encoding_keeps_its_quotes(tmp_path, newline, encoding):
    """The offsets count in the decoded text, whose line ends nobody has touched."""
    path = tmp_path / "a.txt"
    path.write_bytes((newline * 2).join(OPINION).encode(encoding))
    article = read_article_file(path)

    record = TOLL_EXTRACTOR.extract(article)

    assert_sound(record, article)
    assert newline * 2 in article.text
    assert {"Mara Holt", None} <= {s.holder and s.holder.name for s in record.statements}


def test_a_sentence_wrapped_over_lines_is_quoted_with_its_line_ends():
    """A wrapped line is white space inside a sentence, and stays in the quote as it is."""
    wrapped = "Drivers should pay\r\nfor the space\r\nthey take."

    assert wrapped == statement_with(extract(TOLL, wrapped), "Drivers").quote


def test_headings_may_speak_and_furniture_is_silent():
    share = "Share: the toll is worth every penny, and drivers should pay for the space they take"
    article = make_article(share, *OPINION, share, kinds=["furniture", "body", "body", "furniture"])

    record = TOLL_EXTRACTOR.extract(article)

    furniture = [block for block in article.blocks if block.kind == "furniture"]
    assert record.statements
    assert not [s for s in record.statements for b in furniture if b.contains(s)]


@pytest.mark.parametrize("topic", CODEBOOKS)
def test_extraction_twice_gives_the_same_record(topic):
    article = make_article(*OPINION)
    codebook = CODEBOOKS[topic]

    first = LexicalExtractor(codebook, "0" * 64).extract(article)

    assert first == LexicalExtractor(codebook, "0" * 64).extract(article)


def test_statements_stand_in_the_order_of_the_text():
    """The record promises ids numbered in that order, also where the report stands last."""
    record = extract(
        TOLL,
        "The city should introduce a congestion charge, but Mayor Holt says that the toll punishes "
        "the poor. Buses move faster, though the guild's chairman says the lanes stand idle.",
    )

    starts = [statement.start for statement in record.statements]
    assert len(starts) >= 3
    assert sorted(starts) == starts


def test_the_record_names_what_it_was_made_from():
    article = make_article(*OPINION)

    record = LexicalExtractor(TOLL, "c" * 64).extract(article)

    assert article.input_sha256 == record.provenance.input_sha256
    assert record.provenance.codebook_sha256 == "c" * 64
    assert record.provenance.extractor.startswith("lexical/")
    assert article.source == record.source


@pytest.mark.slow
def test_a_fresh_process_with_another_hash_seed_gives_the_same_record():
    script = (
        "from tests.extraction.invented import TOLL, extract\n"
        "from tests.extraction.test_spans import OPINION\n"
        "print(extract(TOLL, *OPINION).model_dump_json())\n"
    )

    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, check=True
        ).stdout

    expected = (extract(TOLL, *OPINION).model_dump_json() + os.linesep).encode()
    assert {expected} == {run("1"), run("4242")}


def seconds_for(text: str) -> float:
    """Return the processor time that the extraction of a text as one paragraph takes."""
    article = make_article(text)
    begin = time.process_time()
    TOLL_EXTRACTOR.extract(article)
    return time.process_time() - begin


@pytest.mark.slow
def test_one_paragraph_of_200_kilobytes_takes_seconds_and_linear_time():
    piece = " ".join(OPINION) + " "
    seconds_for(piece)

    less, whole = (seconds_for(piece * (size // len(piece))) for size in (40_000, 200_000))

    assert whole < 10
    assert whole < 10 * less


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "toll ",
        "\n",
        '" ',
        "(",
        "the toll clears the streets, because buses move faster, and ",
        "Holt says that ",
    ],
)
def test_a_text_without_full_stops_takes_linear_time(piece):
    """Four times the text takes at most eight times as long: transcripts have no stops."""
    seconds_for(piece * 9)

    few, many = (
        min(seconds_for(piece * (size // len(piece))) for _ in range(3)) for size in (2_400, 9_600)
    )

    assert many < max(8 * few, 0.2)


def test_quotes_of_repeated_words_point_at_the_right_one():
    """Conditions and reasons are offsets, not searches: the second "because" is the second."""
    record = extract(
        TRAINS,
        "Night trains replace short flights because nobody likes airports. "
        "The ministry should abolish track access fees because nobody likes airports.",
    )

    places = [part.start for s in record.statements for part in s.reasons]
    assert len(places) == 2
    assert len(set(places)) == 2
