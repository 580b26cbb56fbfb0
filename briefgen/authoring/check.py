"""What ``briefgen codebook check`` does: read, run every check, say what it found."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.authoring.actor_checks import check_actors_in_corpus, check_stakeholders
from briefgen.authoring.corpus_checks import check_in_corpus
from briefgen.authoring.findings import Finding
from briefgen.authoring.proposition_checks import check_proposition
from briefgen.authoring.reading import Text, read_corpus
from briefgen.authoring.word_checks import (
    check_placeholders,
    check_shared_terms,
    check_sides,
    check_words,
    is_placeholder,
)
from briefgen.ingest.codebook import load_codebook
from briefgen.ingest.codebook_places import CodebookPlaces, find_places
from briefgen.ingest.corpus import open_corpus
from briefgen.models import Codebook
from briefgen.terminal import counted, json_text, on_one_line

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class CheckReport:
    """What a check found."""

    file: str
    articles: int | None
    """How many articles it was held against; None where no corpus was given."""
    findings: tuple[Finding, ...]
    """In the order of the file."""
    problems: tuple[str, ...]
    """Articles that could not be read, one line each."""

    @property
    def exit_code(self) -> int:
        """0 where nothing was found, 1 otherwise."""
        return 1 if self.findings or self.problems else 0


def check_codebook(path: Path) -> CheckReport:
    """Check a codebook.

    Args:
        path: a corpus folder, for checks beside its articles, or a codebook alone.

    Raises:
        UsageError: corpus or codebook cannot be used.
    """
    if not path.is_dir():
        return _report(load_codebook(path), find_places(path), None, ())
    corpus = open_corpus(path)
    reading = read_corpus(corpus)
    places = find_places(path / "codebook.yaml")
    return _report(corpus.codebook, places, reading.texts, reading.problems)


def _report(
    codebook: Codebook,
    places: CodebookPlaces,
    texts: tuple[Text, ...] | None,
    problems: tuple[str, ...],
) -> CheckReport:
    found = sorted(_run_checks(codebook, places, texts or ()), key=_in_file_order)
    count = None if texts is None else len(texts)
    return CheckReport(places.file, count, tuple(found), problems)


def _in_file_order(finding: Finding) -> tuple[int, list[int], str]:
    # The tenth term stands behind the ninth.
    return finding.line, [int(number) for number in _NUMBER.findall(finding.key)], finding.check


def _run_checks(
    codebook: Codebook, places: CodebookPlaces, texts: tuple[Text, ...]
) -> Iterator[Finding]:
    yield from check_placeholders(codebook, places)
    yield from check_shared_terms(codebook, places)
    for number, issue in enumerate(codebook.issues, 1):
        if not is_placeholder(issue.proposition):
            yield from check_proposition(issue, places.of(number, "proposition"))
        yield from check_words(issue, number, places)
        yield from check_sides(issue, number, places)
    yield from check_stakeholders(codebook, places)
    if texts:
        yield from check_in_corpus(codebook, places, texts)
        yield from check_actors_in_corpus(codebook, places, texts)


def report_as_text(report: CheckReport) -> str:
    """Return the findings, each on one line with file, line and key."""
    lines = [
        f"{report.file}:{each.line}: {each.key}: {each.message} ({each.advice})"
        for each in report.findings
    ]
    beside = "" if report.articles is None else f" beside {counted(report.articles, 'article')}"
    if not lines:
        return f"{on_one_line(report.file)}: nothing found{beside}\n"
    lines.append(f"{counted(len(report.findings), 'finding')}{beside}")
    return "\n".join(map(on_one_line, lines)) + "\n"


def report_as_json(report: CheckReport) -> str:
    """Return the same for scripts."""
    return json_text(asdict(report)) + "\n"
