"""What a coder says of a corpus, cell by cell: gold.json, corrections.yaml or records.jsonl."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from briefgen.errors import UsageError
from briefgen.evaluation.gold import GOLD_NAME, Gold, names_of
from briefgen.ingest.corrections import CORRECTIONS_NAME, load_corrections
from briefgen.json_files import read_json_file, read_json_lines
from briefgen.likeness.reprints import find_reprints
from briefgen.models import CodedStance, PositionRecord

RECORDS_NAME = "records.jsonl"
LABELS: tuple[str, ...] = get_args(CodedStance)
Cell = tuple[str, str]
"""Source id and issue id."""


@dataclass(frozen=True)
class Coder:
    """One coder's labels."""

    name: str
    """What was read, in words."""
    cells: Mapping[Cell, tuple[str, ...]]
    """Every label that is right for a cell, the likeliest first."""
    articles: frozenset[str]
    """All that the coder went through, whether or not a cell came of it."""
    is_complete: bool
    """Whether an issue without a label is ``absent``, and not just left out: so it is in records,
    whose extractor looks for every issue."""
    reprints: frozenset[str] = frozenset()
    """Of the articles, those whose text another has, which counts for both."""

    def labels_for(self, cell: Cell) -> tuple[str, ...] | None:
        """Return the labels of a cell; None where the coder did not code it."""
        found = self.cells.get(cell)
        if found is None and self.is_complete and cell[0] in self.articles:
            return ("absent",)
        return found


def read_coder(path: Path) -> Coder:
    """Read a coder's labels.

    Args:
        path: a gold.json, a corrections.yaml or a records.jsonl, or a folder with one of them:
            corrections.yaml is looked for first, then records.jsonl, then gold.json.

    Raises:
        UsageError: there is none of them, or it cannot be used.
    """
    file = _find_file(path) if path.is_dir() else path
    match file.suffix.lower():
        case ".json":
            return _of_gold(read_json_file(file, Gold), file)
        case ".jsonl":
            return _of_records(read_json_lines(file, PositionRecord), file)
        case ".yaml" | ".yml":
            return _of_corrections(file)
    hint = f"name a {GOLD_NAME}, a {CORRECTIONS_NAME}, a {RECORDS_NAME}, or a folder with one"
    raise UsageError("holds no coding", where=str(path), hint=hint)


def _find_file(folder: Path) -> Path:
    for name in (CORRECTIONS_NAME, RECORDS_NAME, GOLD_NAME):
        if (folder / name).exists():
            return folder / name
    message = f"neither {CORRECTIONS_NAME} nor {RECORDS_NAME} nor {GOLD_NAME} in this folder"
    hint = "briefgen review makes the first, briefgen build the second"
    raise UsageError(message, where=str(folder), hint=hint)


def _of_gold(gold: Gold, file: Path) -> Coder:
    cells = {
        (article.id, issue): tuple(dict.fromkeys(cell.stance))
        for article in gold.articles
        for issue, cell in article.stances.items()
    }
    return Coder(f"readers ({file})", cells, _articles(cells), is_complete=False)


def _of_records(records: Iterable[PositionRecord], file: Path) -> Coder:
    """Return what the extractor says, before anybody corrected it."""
    return coder_of_records(records, f"the program ({file})")


def coder_of_records(records: Iterable[PositionRecord], name: str) -> Coder:
    """Return what an extractor says in its records, before anybody corrected it.

    Args:
        records: one a source.
        name: of the coder, in words.
    """
    cells: dict[Cell, tuple[str, ...]] = {}
    names: set[str] = set()
    records = list(records)
    reprints = find_reprints((record.source, record.provenance.text) for record in records)
    for record in records:
        source = record.source.id
        names.add(source)
        for issue, stance in record.stances.items():
            cells[source, issue] = (stance.machine or stance.stance,)
        for issue, gone in record.unaddressed.items():
            cells[source, issue] = (gone.machine,)
    return Coder(
        name,
        cells,
        frozenset(names),
        is_complete=True,
        reprints=frozenset(reprints),
    )


def _of_corrections(file: Path) -> Coder:
    """Return what people said of stances as a whole, the last word each; skipped is not coded."""
    decided = [said for said in load_corrections(file, None).stances if said.what != "skipped"]
    cells = {(said.article, said.issue): (str(said.stance),) for said in decided}
    people = ", ".join(sorted({said.who for said in decided})) or "nobody"
    return Coder(f"{people} ({file})", cells, _articles(cells), is_complete=False)


def _articles(cells: Iterable[Cell]) -> frozenset[str]:
    return frozenset(article for article, _ in cells)


def with_names_of(coder: Coder, other: Coder) -> Coder:
    """Return *coder* with its articles named as *other* names them.

    Readers often name an article by what stands in its file's name behind the first underscore.
    """
    known: dict[str, str] = {}
    for article in sorted(other.articles):
        for name in names_of(article):
            known.setdefault(name, article)
    taken = coder.articles & other.articles
    found = {name: known[name] for name in coder.articles - taken if name in known}
    renamed = {name: new for name, new in found.items() if new not in taken}
    if not renamed or len(set(renamed.values())) < len(renamed):
        return coder
    return replace(
        coder,
        cells={(renamed.get(name, name), i): labels for (name, i), labels in coder.cells.items()},
        articles=frozenset(renamed.get(name, name) for name in coder.articles),
        reprints=frozenset(renamed.get(name, name) for name in coder.reprints),
    )


def without_articles(coder: Coder, names: frozenset[str]) -> Coder:
    """Return *coder* as if there were no articles of these names."""
    return replace(
        coder,
        cells={cell: labels for cell, labels in coder.cells.items() if cell[0] not in names},
        articles=coder.articles - names,
        reprints=coder.reprints - names,
    )
