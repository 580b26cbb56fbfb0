"""One file becomes one article: decoded text, blocks, source metadata. The text is never edited."""

from __future__ import annotations

import hashlib
import re
import stat
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError
from briefgen.ingest.addressed_blocks import mark_addressed
from briefgen.ingest.addressing import Unseen, find_addressing, kinds_of
from briefgen.ingest.corpus import ARTICLE_SUFFIXES, Corpus, assign_ids, leads_outside
from briefgen.ingest.decoding import decode_bytes
from briefgen.ingest.furniture import Layout, mark_paragraphs
from briefgen.ingest.metadata import Metadata, load_sources, read_front_matter
from briefgen.ingest.paragraphs import Paragraph, make_paragraph, split_markdown, split_plain
from briefgen.ingest.text_metadata import metadata_from_text
from briefgen.models import Article, Block, Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_ARTICLE_BYTES = 10_000_000
"""An article of a million words has some 6 MB; what is larger is no article."""
_OPENING_WORDS = 8
_MIN_HTML_WORDS = 25
"""A page's navigation that passes for an article has fewer words."""
_PAGES = (".html", ".htm")
_WORD = re.compile(r"\w+")


def read_article(path: Path, corpus: Corpus) -> Article:
    """Read one of a corpus's articles.

    Raises:
        ArticleError: the file cannot be read, is no text, or holds no article.
    """
    where = _relative(path, corpus.folder)
    reason = leads_outside(path, corpus.folder)
    if reason:
        raise ArticleError(f"{reason}; it is not read", where=where)
    given = corpus.metadata.get(path.name, Metadata())
    return _read(path, where, corpus.source_id(path), given)


def read_article_file(path: Path) -> Article:
    """Read a file that need not lie in a corpus; sources.yaml is heeded where it does.

    Raises:
        ArticleError: as for :func:`read_article`.
        SourcesError: the corpus's sources.yaml cannot be used.
    """
    path = path.absolute()
    if path.is_dir():
        raise ArticleError("this is a folder; name one article in it", where=path.name)
    folder = _corpus_folder(path)
    if folder is None:
        return _read(path, path.name, path.stem, Metadata())
    files = sorted(p for p in path.parent.iterdir() if p.suffix.lower() in ARTICLE_SUFFIXES)
    sources = folder / "sources.yaml"
    given = load_sources(sources, [p.name for p in files]).metadata if sources.exists() else {}
    source_id = assign_ids(files).get(path, path.stem)
    return _read(path, _relative(path, folder), source_id, given.get(path.name, Metadata()))


def _corpus_folder(path: Path) -> Path | None:
    for folder in (path.parent, path.parent.parent):
        in_articles = folder == path.parent or path.parent.name == "articles"
        if in_articles and any((folder / n).is_file() for n in ("codebook.yaml", "sources.yaml")):
            return folder
    return None


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _read(path: Path, where: str, source_id: str, given: Metadata) -> Article:
    data = _read_bytes(path, where)
    suffix = path.suffix.lower()
    unseen: list[Unseen] = []
    if suffix in _PAGES:
        text, layout, found, unseen = _read_html(data, where)
    else:
        text, layout, found = _read_text(decode_bytes(data, where), where, markdown=suffix == ".md")
    if _words_in_body(text, layout.blocks) < (_MIN_HTML_WORDS if suffix in _PAGES else 1):
        raise ArticleError(
            "no article text found in this " + ("HTML page" if suffix in _PAGES else "file"),
            where=where,
            hint="save the article's text as .txt or .md",
        )
    known = given.or_else(found)
    # A title stands in the text as well, but it is told of a source wherever it is named.
    stated = (Unseen("metadata", given) for given in known.texts())
    addressing = find_addressing(text, (*stated, *unseen))
    blocks = mark_addressed(text, layout.blocks, addressing)
    opening = _opening(text, blocks) if known.title is None else None
    source = _source(source_id, where, known, _words_in_body(text, blocks), opening)
    return Article(
        source=source.model_copy(update={"addressing": kinds_of(addressing)}),
        text=text,
        blocks=blocks,
        input_sha256=hashlib.sha256(data).hexdigest(),
        addressing=addressing,
    )


def _opening(text: str, blocks: Iterable[Block]) -> str | None:
    """Return the first words of the body, white space aside."""
    body = (text[block.start : block.end].split() for block in blocks if block.kind == "body")
    words = next((found for found in body if found), [])
    return " ".join(words[:_OPENING_WORDS]) or None


def _source(source_id: str, where: str, known: Metadata, words: int, opening: str | None) -> Source:
    return Source(
        id=source_id,
        path=where,
        title=known.title,
        opening=opening,
        outlet=known.outlet,
        authors=known.authors,
        published=known.published,
        url=known.url,
        kind=known.kind or "verbatim",
        words=words,
    )


def _read_bytes(path: Path, where: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError("this is no regular file", where=where)
        if status.st_size > MAX_ARTICLE_BYTES:
            raise ArticleError(
                f"the file has {status.st_size / 1e6:.0f} MB; an article has at most "
                f"{MAX_ARTICLE_BYTES // 1_000_000} MB",
                where=where,
                hint="split it, or take it out of the corpus",
            )
        data = path.read_bytes()
    except (OSError, ValueError) as exc:
        detail = getattr(exc, "strerror", None) or str(exc)
        raise ArticleError(f"cannot be read: {detail}", where=where) from exc
    if not data.strip():
        raise ArticleError("the file is empty", where=where)
    return data


def _read_text(text: str, where: str, *, markdown: bool) -> tuple[str, Layout, Metadata]:
    if not text.strip():
        raise ArticleError("the file is empty", where=where)
    stated, start = read_front_matter(text, where) if markdown else (Metadata(), 0)
    paragraphs = split_markdown(text, start) if markdown else split_plain(text)
    if start:
        front = make_paragraph(text, 0, len(text[:start].rstrip()))
        front.mark("furniture", "front matter", "front matter")
        paragraphs.insert(0, front)
    layout = mark_paragraphs(paragraphs, text)
    return text, layout, stated.or_else(metadata_from_text(layout))


def _read_html(data: bytes, where: str) -> tuple[str, Layout, Metadata, list[Unseen]]:
    from briefgen.ingest.html_metadata import metadata_from_page
    from briefgen.ingest.html_page import decode_html, read_page

    page = read_page(decode_html(data, where), where)
    stated = metadata_from_page(page.tree)
    _restore_title(page.paragraphs, stated.title)
    layout = mark_paragraphs(page.paragraphs, page.text)
    shown = metadata_from_text(layout)
    # A page's copyright line is the site's, of the year in which the page was saved.
    shown = Metadata(title=shown.title, authors=shown.authors)
    return page.text, layout, stated.or_else(shown), page.unseen


def _restore_title(paragraphs: list[Paragraph], title: str | None) -> None:
    """Make the page's heading that states the title a heading again: it is often left outside."""
    wanted = " ".join((title or "").split()).casefold()
    for paragraph in paragraphs:
        if paragraph.markup == "heading" and paragraph.text.casefold() == wanted:
            paragraph.mark("heading", "title", "title")
            return


def _words_in_body(text: str, blocks: Iterable[Block]) -> int:
    return sum(_count_words(text, block) for block in blocks if block.kind == "body")


def _count_words(text: str, block: Block) -> int:
    return len(_WORD.findall(text, block.start, block.end))
