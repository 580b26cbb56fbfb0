"""Auditing the files of a brief: finds its pages, reads what they rest on, audits each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.auditing.articles import read_texts
from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.auditing.report import audits_as_json, audits_as_text
from briefgen.auditing.thresholds import read_thresholds
from briefgen.errors import UsageError
from briefgen.json_files import read_json_file, read_json_lines
from briefgen.models import Brief, PositionRecord

REFUSED = 3
"""Exit code where a figure is past its threshold."""
PAGE_FORMATS = ("html", "pdf", "docx")

_BRIEF, _RECORDS = "brief.json", "records.jsonl"
_CITATION = "](#source-"


@dataclass(frozen=True)
class AuditRequest:
    """What to audit, and by which thresholds."""

    brief: Path
    """An output folder, or a brief.json or page in one."""
    audiences: tuple[str, ...] = ()
    """Whose pages; every page of the folder where empty."""
    corpus: Path | None = None
    settings: tuple[str, ...] = ()
    """Thresholds as ``name=value``."""
    as_json: bool = False


@dataclass(frozen=True)
class AuditReport:
    """What to print, and how to end."""

    text: str
    passed: bool

    @property
    def exit_code(self) -> int:
        """0 where every figure is within its threshold, else ``REFUSED``."""
        return 0 if self.passed else REFUSED


def run_audit(request: AuditRequest) -> AuditReport:
    """Audit the pages of a finished brief.

    Raises:
        UsageError: a threshold is none, the folder holds no brief or page, a file cannot be read,
            or the corpus is not the brief's.
    """
    thresholds = read_thresholds(request.settings)
    folder, audiences = _choose_folder(request)
    brief = read_json_file(folder / _BRIEF, Brief)
    records = read_json_lines(folder / _RECORDS, PositionRecord)
    _refuse_twins(records, folder)
    texts = read_texts(request.corpus, records) if request.corpus else {}
    evidence = Evidence(brief, records, texts)
    audits = [
        audit_page(
            _read_page(page),
            page.name,
            evidence,
            thresholds=thresholds,
            others=_read_others(page),
        )
        for page in _find_pages(folder, audiences)
    ]
    shown = audits_as_json(audits) if request.as_json else audits_as_text(audits, brief)
    return AuditReport(shown, all(audit.passed for audit in audits))


def _choose_folder(request: AuditRequest) -> tuple[Path, tuple[str, ...]]:
    """Return the output folder, and the audiences that were asked for."""
    path = request.brief
    if path.is_dir():
        return path, request.audiences
    if not path.exists():
        hint = "name the folder that a build wrote, such as briefs/ukraine-peace"
        raise UsageError("is not there", where=str(path), hint=hint)
    if path.suffix == ".md" and not request.audiences:
        return path.parent, (path.stem,)
    if path.suffix not in {".md", ".json"}:
        hint = "name the output folder, its brief.json or a page in Markdown"
        raise UsageError("is no brief", where=str(path), hint=hint)
    return path.parent, request.audiences


def _refuse_twins(records: Sequence[PositionRecord], folder: Path) -> None:
    seen: set[str] = set()
    for record in records:
        if record.source.id in seen:
            message = f"two records of {record.source.id}"
            raise UsageError(message, where=str(folder / _RECORDS), hint="build the brief again")
        seen.add(record.source.id)


def _find_pages(folder: Path, audiences: Sequence[str]) -> list[Path]:
    """Return the pages to audit: those of *audiences*, or all that cite a source list."""
    if audiences:
        return [folder / f"{name}.md" for name in dict.fromkeys(audiences)]
    pages = [path for path in sorted(folder.glob("*.md")) if _CITATION in _read_page(path)]
    if not pages:
        hint = "build with --format md: the page in Markdown is what is audited"
        raise UsageError("holds no page of a brief in Markdown", where=str(folder), hint=hint)
    return pages


def _read_page(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        hint = "build with --format md, or name another with --audience"
        message = f"cannot be read: {error.strerror}"
        raise UsageError(message, where=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=str(path), hint="build the brief again") from error


def _read_others(page: Path) -> dict[str, bytes]:
    """Return the HTML, PDF and Word files beside a page, by name."""
    found = {}
    for suffix in PAGE_FORMATS:
        path = page.with_suffix(f".{suffix}")
        try:
            if path.is_file():
                found[path.name] = path.read_bytes()
        except OSError as error:
            raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from error
    return found
