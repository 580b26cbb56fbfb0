"""Bytes to text: encodings, line ends, and what is refused."""

import codecs

import pytest

from briefgen.errors import ArticleError
from briefgen.ingest import describe_blocks, read_article_file
from briefgen.ingest.decoding import decode_bytes
from tests.ingest.conftest import PROSE

TEXT = "Gebühren für Häfen – “ja”, sagt er.\r\n\r\n" + "\r\n\r\n".join(PROSE)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_text_is_decoded_and_line_ends_stay(encoding, mark):
    assert decode_bytes(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_other_encodings_go_to_the_detector():
    text = "Портовый сбор должен расти, потому что суда не платят за чистый воздух в городах. " * 9

    assert decode_bytes(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 abc", "a PDF file"),
        (b"PK\x03\x04abc", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"{\\rtf1 abc}", "an RTF document"),
        (b"abc\0\0\0def" * 9, "a binary file"),
        (bytes(range(1, 32)) * 9, "a binary file"),
        (codecs.BOM_UTF16_LE + b"abc", "not valid UTF-16-LE"),
        (codecs.BOM_UTF8 + b"\xff", "not valid UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(data, words):
    with pytest.raises(ArticleError, match=words):
        decode_bytes(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, b"\xef\xbb\xbf \n", b"...\n"])
def test_a_file_without_words_is_an_article_error(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    with pytest.raises(ArticleError, match=r"empty|no article text"):
        read_article_file(path)


def test_invisible_and_bidirectional_characters_stay_and_are_accounted_for(tmp_path):
    path = tmp_path / "a.txt"
    text = f"\u200b\n\n\u202e{PROSE[0]}\u202c\n\n\ufeff{PROSE[1]}\u2028{PROSE[2]}\n\u200f\n"
    path.write_bytes(text.encode())

    article = read_article_file(path)

    assert article.text == text
    assert describe_blocks(article).total == len(text)
