"""What the pages of a brief are printed from: read from the articles, or kept from before.

Where nothing that the records and the brief depend on has changed, both stand in the output folder
as a build would write them again: no article is read, coded or compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.built import BRIEF_NAME, RECORDS_NAME
from briefgen.errors import ArticleError
from briefgen.languages import speaking
from briefgen.ledger.kept_records import hash_text
from briefgen.ledger.past import Past
from briefgen.pipeline.linking import link
from briefgen.pipeline.reading import CorpusRead, Evidence, read_corpus
from briefgen.pipeline.remembering import Memory, count, describe_codebook, keep_records
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.models import Article, Brief
    from briefgen.models.linking import DroppedSentence
    from briefgen.models.manifest import KeptRecord


@dataclass(frozen=True)
class Material:
    """A brief with all that it rests on, and what is remembered of it."""

    read: CorpusRead
    brief: "Brief"
    """With what is different from the brief that was there."""
    texts: Mapping[str, str]
    """What brief.json and records.jsonl hold, by their names."""
    coding: Mapping[str, str]
    """What the coding of every article depends on."""
    codebook: Mapping[str, str]
    counts: Mapping[str, int]
    records: "Mapping[str, KeptRecord]"
    """Source ids to what the manifest keeps of them."""
    reasons: Mapping[str, str | None]
    """Articles to why they were coded anew, None where their records were kept."""
    changes: str = ""
    """What is different from the brief that was there, in Markdown, where that was asked for."""
    is_kept: bool = False
    """Whether it is the build's before."""
    dropped: "tuple[DroppedSentence, ...]" = ()
    """Sentences that a model wrote between quotations and that are not in the brief."""
    digests: Mapping[str, str] = field(init=False)
    """The texts' SHA-256."""

    def __post_init__(self) -> None:
        digests = {name: hash_text(text) for name, text in self.texts.items()}
        object.__setattr__(self, "digests", digests)


def read_material(
    request: BuildRequest,
    memory: Memory,
    tell: Callable[[str], None],
    asking: "Asking | None" = None,
) -> Material:
    """Read the corpus and compare its brief with the one that is there.

    Args:
        request: what is built.
        memory: of the build before.
        tell: called with what goes on.
        asking: asks a language model; None for the lexical extractor.

    Raises:
        UsageError: corpus, codebook or sources cannot be used, or not one article can.
    """
    from briefgen.comparing.earlier import compare_with_earlier, tell_changes

    with_articles = any("html" in formats for formats in request.pages.values())
    read = read_corpus(
        request.corpus,
        tell,
        remember=memory.remember,
        keep_articles=with_articles,
        dated=request.dated,
        asking=asking,
    )
    earlier, language = request.out / BRIEF_NAME, request.language_of(read.corpus.codebook.language)
    brief, dropped = link(read.brief, request, language, read.evidence, asking=asking, tell=tell)
    with speaking(language):
        changes = tell_changes(brief, earlier) if request.memo else ""
    if request.tell_changes:
        compared = compare_with_earlier(brief, earlier)
        brief = compared.brief
        read.evidence.notes += compared.notes
    return Material(
        read,
        brief,
        {
            RECORDS_NAME: "".join(f"{each.model_dump_json()}\n" for each in read.evidence.records),
            BRIEF_NAME: f"{brief.model_dump_json(indent=2)}\n",
        },
        coding=memory.coding,
        codebook=describe_codebook(read.corpus.codebook),
        counts=count(read),
        records=keep_records(read),
        reasons=memory.reasons,
        changes=changes,
        dropped=dropped,
    )


def keep_material(request: BuildRequest, past: Past) -> Material | None:
    """Return what the build before made; None where its files are not as it wrote them."""
    from briefgen.errors import UsageError
    from briefgen.ingest.corpus import open_corpus
    from briefgen.models import Brief, PositionRecord
    from briefgen.models.linking import DroppedSentence
    from briefgen.models.manifest import KeptRecord

    texts: dict[str, str] = {}
    for name in (RECORDS_NAME, BRIEF_NAME):
        try:
            texts[name] = (request.out / name).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None
        if hash_text(texts[name]) != past.outputs.get(name):
            return None
    try:
        corpus = open_corpus(request.corpus)
        brief = Brief.model_validate_json(texts[BRIEF_NAME])
        lines = texts[RECORDS_NAME].split("\n")
        evidence = Evidence(
            records=[PositionRecord.model_validate_json(line) for line in lines if line],
            warnings=[*past.warnings],
        )
        records = {id_: KeptRecord.model_validate(kept) for id_, kept in past.records.items()}
        dropped = tuple(DroppedSentence.model_validate(each) for each in past.linking)
    except (UsageError, ValueError):  # reading it again says what is wrong
        return None
    return Material(
        CorpusRead(corpus, evidence, brief),
        brief,
        texts,
        coding=past.coding,
        codebook=past.codebook,
        counts=past.counts,
        records=records,
        reasons={kept.path: None for kept in records.values()},
        is_kept=True,
        dropped=dropped,
    )


def fetch_articles(read: CorpusRead) -> bool:
    """Read the articles behind the records; tell whether each still is the one that was coded."""
    from briefgen.ingest.article import read_article

    paths: dict[str, Path] = {read.corpus.source_id(path): path for path in read.corpus.files}
    articles: dict[str, Article] = {}
    for record in read.evidence.records:
        path = paths.get(record.source.id)
        try:
            article = read_article(path, read.corpus) if path is not None else None
        except ArticleError:
            return False
        if article is None or article.input_sha256 != record.provenance.input_sha256:
            return False
        articles[record.source.id] = article
    read.evidence.articles.update(articles)
    return True
