"""Two extractors on one corpus: how far they agree, and the cells on which they do not."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.evaluation.agreement import Agreement, compare_coders
from briefgen.evaluation.agreement_report import agreement_as_text, on_one_line_kept
from briefgen.evaluation.coders import coder_of_records
from briefgen.evaluation.corpus import code_articles
from briefgen.terminal import json_text

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.models import PositionRecord

ABSENT = "absent"
_SHOWN_CHARACTERS = 300


@dataclass(frozen=True)
class OneSide:
    """What one extractor says of a cell."""

    stance: str
    """``absent`` where it does not see the issue addressed."""
    quotation: str | None
    """Of the first statement that shows the stance; None where the stance is absent."""


@dataclass(frozen=True)
class DifferentCell:
    """An article on an issue of which the two say different things."""

    article: str
    issue: str
    first: OneSide
    second: OneSide


@dataclass(frozen=True)
class SideBySide:
    """Two extractors, compared."""

    agreement: Agreement
    cells: tuple[DifferentCell, ...]
    """By issue in the codebook's order, then by article."""


def put_side_by_side(
    folder: Path, first: "Asking | None", second: "Asking | None", *, coarse: bool = False
) -> SideBySide:
    """Code a corpus with two extractors and compare what they say.

    Args:
        folder: the corpus.
        first: whom the first asks; None for the lexical extractor.
        second: the same of the second.
        coarse: whether conditional, neutral and unclear are one label.

    Raises:
        UsageError: the corpus cannot be used, or an article cannot be read.
        ModelError: a language model cannot be asked, or not any more.
    """
    from briefgen.ingest.corpus import open_corpus

    corpus = open_corpus(folder)
    files = {corpus.source_id(path): path for path in corpus.files}
    one, other = (dict(code_articles(corpus, files, asking)) for asking in (first, second))
    names = [_name(records, asking) for records, asking in ((one, first), (other, second))]
    coders = [
        coder_of_records(records.values(), name)
        for records, name in zip((one, other), names, strict=True)
    ]
    compared = compare_coders(*coders, coarse=coarse)
    differing = {
        (article, issue.issue)
        for issue in compared.issues
        for difference in issue.differences
        for article in difference.articles
    }
    cells = tuple(
        DifferentCell(
            article, issue.id, _side(one[article], issue.id), _side(other[article], issue.id)
        )
        for issue in corpus.codebook.issues
        for article in files
        if (article, issue.id) in differing
    )
    return SideBySide(compared, cells)


def side_by_side_as_json(compared: SideBySide) -> str:
    """Return everything as JSON."""
    return json_text(asdict(compared)) + "\n"


def side_by_side_as_text(compared: SideBySide) -> str:
    """Return the figures of the agreement, then each cell that differs with both quotations."""
    lines = (on_one_line_kept(line) for line in _lines(compared))
    return agreement_as_text(compared.agreement) + "".join(f"{line}\n" for line in lines)


def _lines(compared: SideBySide) -> Iterator[str]:
    if not compared.cells:
        return
    yield ""
    yield "Where they differ:"
    for cell in compared.cells:
        yield ""
        yield f"{cell.article}, {cell.issue}"
        for letter, side in (("A", cell.first), ("B", cell.second)):
            said = f": {_cut(side.quotation)}" if side.quotation else ""
            yield f"  {letter} {side.stance}{said}"


def _name(records: Mapping[str, "PositionRecord"], asking: "Asking | None") -> str:
    """Name an extractor, and how often another had to do its work."""
    made_by = [record.provenance.extractor for record in records.values()]
    if asking is None:
        return made_by[0] if made_by else "lexical"
    others = sum(name != asking.model.extractor for name in made_by)
    aside = (
        f" ({others} of {len(made_by)} articles coded by another in its place)" if others else ""
    )
    return f"{asking.model.extractor}{aside}"


def _side(record: "PositionRecord", issue: str) -> OneSide:
    stance = record.stances.get(issue)
    if stance is None:
        return OneSide(ABSENT, None)
    shown = {said.id: said.quote for said in record.statements}
    return OneSide(stance.stance, next((shown[i] for i in stance.statements if i in shown), None))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN_CHARACTERS else f"{plain[:_SHOWN_CHARACTERS]} …"
