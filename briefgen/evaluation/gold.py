"""gold.json: how careful readers coded a corpus.

Labels are the author's own stance toward an issue's proposition, as in position records, and
``absent`` for an issue that the article does not address or only names. Where careful readers would
differ, all their labels are right.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from briefgen.errors import CorpusError
from briefgen.json_files import Entry, read_json_file
from briefgen.models import Codebook

GOLD_NAME = "gold.json"
Label = Literal["support", "oppose", "conditional", "neutral", "unclear", "absent"]


def _as_tuple(value: object) -> object:
    """Take a text for a list of one; pass over an empty place."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _as_passages(value: object) -> object:
    """Take evidence as texts alone: offsets cannot be told from an edited article's."""
    value = _as_tuple(value)
    parts = value if isinstance(value, list) else ()
    if any(isinstance(part, int | float | list) for part in parts):
        msg = "evidence is given as offsets; give the passage's text as it stands in the article"
        raise ValueError(msg)
    return value


Evidence = Annotated[
    tuple[Annotated[str, Field(pattern=r"\S")], ...], BeforeValidator(_as_passages)
]


class GoldCell(Entry):
    """What the author holds on one issue."""

    stance: Annotated[tuple[Label, ...], BeforeValidator(_as_tuple), Field(min_length=1)]
    """Every label that is right; the first is the likeliest."""
    evidence: Evidence = ()
    """Passages that show it, word for word."""


class GoldReported(Entry):
    """A position that the article reports of somebody else."""

    holder: str
    issue: str
    evidence: Evidence


class GoldRecommendation(Entry):
    """What the author asks for."""

    actor: str
    """Who should act; names of several are parted by commas, slashes or "and"."""
    evidence: Evidence


class GoldArticle(Entry):
    """One article as careful readers coded it."""

    id: str = Field(min_length=1)
    """The source id, or what stands in it behind the first underscore."""
    stances: dict[str, GoldCell]
    reported: tuple[GoldReported, ...] = ()
    recommendations: tuple[GoldRecommendation, ...] = ()


class Gold(Entry):
    """A corpus as careful readers coded it."""

    articles: tuple[GoldArticle, ...] = Field(min_length=1)


def load_gold(folder: Path, codebook: Codebook) -> Gold:
    """Read a corpus folder's gold.json.

    Raises:
        UsageError: there is none, it cannot be read, or it names issues that the codebook lacks.
    """
    path = folder / GOLD_NAME
    if not path.exists():
        hint = "to evaluate, a person must first code the articles; docs/evaluation.md says how"
        raise CorpusError(f"no {GOLD_NAME} in this folder", where=str(folder), hint=hint)
    return read_gold(path, codebook)


def read_gold(path: Path, codebook: Codebook) -> Gold:
    """Read a coding.

    Raises:
        UsageError: it cannot be read, or it names issues that the codebook lacks.
    """
    gold = read_json_file(path, Gold)
    twice = [name for name, count in Counter(a.id for a in gold.articles).items() if count > 1]
    if twice:
        raise CorpusError(f"{twice[0]}: coded more than once", where=str(path))
    _refuse_unknown_issues(gold, codebook, path)
    return gold


def names_of(source_id: str) -> tuple[str, ...]:
    """Return the names by which a coding may mean a source, the exact one first."""
    stem = Path(source_id).stem
    return source_id, stem, stem.split("_", 1)[-1]


def match_articles(gold: Gold, source_ids: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """Return the file of each coded article, by its id in gold.json.

    Args:
        gold: the coding.
        source_ids: the corpus's files by source id.
        folder: the corpus, to name it.

    Raises:
        CorpusError: a coded article is not in the corpus.
    """
    found: dict[str, Path] = {}
    for source_id, path in source_ids.items():
        for name in names_of(source_id):
            found.setdefault(name, path)
    missing = [article.id for article in gold.articles if article.id not in found]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        message = f"codes {missing[0]}{more}, which the corpus does not hold"
        hint = "an id is an article file's name without its ending"
        raise CorpusError(message, where=str(folder / GOLD_NAME), hint=hint)
    return {article.id: found[article.id] for article in gold.articles}


def _refuse_unknown_issues(gold: Gold, codebook: Codebook, path: Path) -> None:
    known = {issue.id for issue in codebook.issues}
    for article in gold.articles:
        for name in (*article.stances, *(item.issue for item in article.reported)):
            if name not in known:
                hint = f"it has {', '.join(sorted(known))}"
                message = f"{article.id}: the codebook has no issue {name!r}"
                raise CorpusError(message, where=str(path), hint=hint)
