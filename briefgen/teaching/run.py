"""What ``briefgen teach`` does: read what people coded, learn, write lessons.yaml."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import CorpusError, OutputError, UsageError
from briefgen.evaluation.gold import GOLD_NAME, read_gold
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.ingest.codebook import codebook_sha256
from briefgen.ingest.corpus import Corpus, open_corpus
from briefgen.ingest.corrections import CORRECTIONS_NAME, load_corrections
from briefgen.ingest.lessons import LESSONS_NAME
from briefgen.ingest.marked_yaml import MAX_YAML_BYTES
from briefgen.models import LESSON_SIDES, Lessons
from briefgen.output.staging import stage_outputs
from briefgen.teaching.codings import Coding, Codings, codings_of_corrections, codings_of_gold
from briefgen.teaching.learning import count_namings, learn_lessons
from briefgen.teaching.lessons_file import lessons_as_yaml

_NO_PASSAGES = (
    "no passage was learned: confirm or change stances that show one, or passages themselves (p in "
    "briefgen review); docs/teaching.md says what teaches"
)


@dataclass(frozen=True)
class TeachRequest:
    """What to learn from, and where to write it."""

    corpus: Path
    source: Path | None = None
    """gold.json or corrections.yaml; None: corrections.yaml of the corpus, else its gold.json."""
    articles: tuple[str, ...] = ()
    """Source ids of the articles to learn from; none: all that are coded."""
    out: Path | None = None
    """The file to write; None: lessons.yaml of the corpus."""


@dataclass(frozen=True)
class TeachReport:
    """What was learned."""

    written: Path
    learned: str
    """In one line."""
    unused: tuple[str, ...]
    """What was not learned from, and why, one line each."""
    hint: str | None = None
    """What to do next, where no passage was learned."""

    @property
    def exit_code(self) -> int:
        """0 where all was learned from, 1 where something was not."""
        return 1 if self.unused else 0


def teach(request: TeachRequest) -> TeachReport:
    """Learn from codings and write lessons.yaml; a file that is there is replaced.

    Raises:
        UsageError: the corpus or the codings cannot be used, nothing is left to learn from, or the
            file cannot be written.
    """
    corpus = open_corpus(request.corpus, with_lessons=False)
    source = request.source or _find_source(request.corpus)
    codings = _read_codings(source, corpus)
    chosen = _choose(codings.articles, request.articles, source)
    lessons = learn(chosen, corpus)
    out = request.out or request.corpus / LESSONS_NAME
    _write(out, lessons)
    hint = None if _count_passages(lessons) else _NO_PASSAGES
    return TeachReport(out, _sum_up(lessons), tuple(codings.unused), hint)


def learn(codings: Sequence[Coding], corpus: Corpus) -> Lessons:
    """Return what codings of the corpus's articles teach."""
    extractor = _make_extractor(corpus)
    namings = {c.article.source.id: count_namings(c.article, extractor) for c in codings}
    return learn_lessons(codings, namings, corpus.codebook)


def _make_extractor(corpus: Corpus) -> LexicalExtractor:
    return LexicalExtractor(corpus.codebook, codebook_sha256(corpus.codebook))


def _find_source(folder: Path) -> Path:
    for name in (CORRECTIONS_NAME, GOLD_NAME):
        if (folder / name).exists():
            return folder / name
    message = f"neither {CORRECTIONS_NAME} nor {GOLD_NAME} in this folder: nothing to learn from"
    hint = "docs/teaching.md says how a few articles are coded; or name a file with --from"
    raise CorpusError(message, where=str(folder), hint=hint)


def _read_codings(source: Path, corpus: Corpus) -> Codings:
    match source.suffix.lower():
        case ".json":
            return codings_of_gold(read_gold(source, corpus.codebook), corpus)
        case ".yaml" | ".yml":
            corrections = load_corrections(source, corpus.codebook)
            return codings_of_corrections(
                corrections, corpus, source.name, _make_extractor(corpus).extract
            )
    message = "cannot be learned from"
    raise UsageError(message, where=str(source), hint="name a gold.json or a corrections.yaml")


def _choose(codings: list[Coding], wanted: tuple[str, ...], source: Path) -> list[Coding]:
    """Return the codings of the wanted articles, or all.

    Raises:
        UsageError: an article that is wanted is not coded, or there is none to learn from.
    """
    if not codings:
        hint = "code some passages or stances first; docs/teaching.md says how"
        raise UsageError("holds nothing that can be learned from", where=str(source), hint=hint)
    by_id = {coding.article.source.id: coding for coding in codings}
    missing = [name for name in wanted if name not in by_id]
    if missing:
        message = f"does not code {missing[0]!r}, or nothing of it can be used"
        hint = f"it codes {', '.join(by_id)}"
        raise UsageError(message, where=str(source), hint=hint)
    return [coding for name, coding in by_id.items() if not wanted or name in wanted]


def _write(out: Path, lessons: Lessons) -> None:
    if out.is_dir():
        raise OutputError("is a folder", where=str(out), hint="name a file with --out")
    content = lessons_as_yaml(lessons).encode()
    if len(content) > MAX_YAML_BYTES:
        message = f"the lessons would be larger than {MAX_YAML_BYTES // 1024} KiB"
        raise OutputError(message, where=str(out), hint="learn from fewer articles: --articles")
    with stage_outputs(out.parent) as staging:
        staging.write(out.name, content)
        staging.publish()


def _count_passages(lessons: Lessons) -> int:
    return sum(len(getattr(issue, side)) for issue in lessons.issues for side in LESSON_SIDES)


def _sum_up(lessons: Lessons) -> str:
    counts = {
        side: sum(len(getattr(issue, side)) for issue in lessons.issues) for side in LESSON_SIDES
    }
    sides = ", ".join(f"{count} {side}" for side, count in counts.items())
    bars = sum(issue.addressed is not None for issue in lessons.issues)
    articles = len(lessons.articles)
    return (
        f"learned from {articles} article{'' if articles == 1 else 's'}: {sum(counts.values())} "
        f"passages ({sides}), {bars} of {len(lessons.issues)} issues with a bar of their own"
    )
