"""The stage: records and corrections in, corrected records out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.correcting.placing import Entries, sort_entries
from briefgen.correcting.stances import correct_stances
from briefgen.correcting.statements import Fault, correct_statements
from briefgen.models import (
    Article,
    Codebook,
    Corrections,
    FlaggedCorrection,
    PositionRecord,
)


@dataclass(frozen=True)
class Corrected:
    """Records behind their corrections."""

    records: tuple[PositionRecord, ...]
    """In the order in which they came."""
    articles: dict[str, Article]
    """By source id, those whose records changed: a record is verified against its article."""
    statements: int = 0
    """How many decisions about passages were applied."""
    stances: int = 0
    """How many decisions about stances as a whole were applied."""
    flagged: tuple[FlaggedCorrection, ...] = ()
    """What was not applied, or at another place; in the order of the file."""


def correct_records(
    records: Sequence[PositionRecord],
    corrections: Corrections,
    codebook: Codebook,
    *,
    read: Callable[[str], Article],
    fault: Fault,
) -> Corrected:
    """Put corrections into records; of two about the same thing the later one counts.

    Args:
        records: as the extractor made them.
        corrections: the entries, in the order of the file.
        codebook: the issues.
        read: gives the article of a source id; asked only for those that have entries.
        fault: what a corrected statement must pass.
    """
    by_source, flagged = sort_entries(
        corrections, {r.source.id: r.provenance.input_sha256 for r in records}
    )
    articles = {name: read(name) for name in by_source}
    issues = [issue.id for issue in codebook.issues]
    corrected: list[PositionRecord] = []
    applied = [0, 0]
    for record in records:
        name = record.source.id
        if name in by_source:
            done = _correct_record(record, by_source[name], articles[name], issues, fault)
            record, counts, flags = done  # noqa: PLW2901 (the same record, corrected)
            applied = [sum(pair) for pair in zip(applied, counts, strict=True)]
            flagged += flags
        corrected.append(record)
    return Corrected(
        records=tuple(corrected),
        articles=articles,
        statements=applied[0],
        stances=applied[1],
        flagged=tuple(sorted(flagged, key=_place_in_file)),
    )


def _correct_record(
    record: PositionRecord,
    entries: Entries,
    article: Article,
    issues: Sequence[str],
    fault: Fault,
) -> tuple[PositionRecord, tuple[int, int], list[FlaggedCorrection]]:
    said = correct_statements(record, entries.statements, article, issues, fault)
    stands = correct_stances(
        record,
        said.statements,
        said.affected,
        entries.stances,
        article=article,
        issues=issues,
        fault=fault,
    )
    statements = sorted([*said.statements, *stands.added], key=lambda each: (each.start, each.end))
    own = {statement.id for statement in statements if statement.holder is None}
    corrected = record.model_copy(
        update={
            "statements": tuple(statements),
            "stances": stands.stances,
            "unaddressed": stands.unaddressed,
            "thesis": record.thesis if record.thesis in own else None,
        }
    )
    flagged = [f for f in (*said.flagged, *stands.flagged) if not _is_settled(f, stands.settled)]
    return corrected, (said.applied, stands.applied), flagged


def _is_settled(flag: FlaggedCorrection, settled: Mapping[str, str]) -> bool:
    """Tell whether a person looked at the issue again since, in the article as it is now.

    ISO dates compare as texts; a day alone counts as its beginning.
    """
    return not flag.applied and settled.get(flag.issue or "", "") > flag.when


def _place_in_file(flag: FlaggedCorrection) -> tuple[bool, int]:
    kind, _, number = flag.entry.removesuffix("]").partition("[")
    return kind != "statements", int(number)
