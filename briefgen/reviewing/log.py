"""corrections.yaml as a log: entries are added to its text, each on the disk before the next.

The file belongs to people: they may edit it in between, with comments; what they wrote stays.
"""

from pathlib import Path

from briefgen.errors import CorrectionsError, OutputError
from briefgen.ingest.corrections import CORRECTIONS_NAME, parse_corrections
from briefgen.ingest.corrections_places import Gap, find_gaps, is_blank
from briefgen.ingest.marked_yaml import MAX_YAML_BYTES
from briefgen.models import Corrections, StanceCorrection, StatementCorrection
from briefgen.reviewing.entries import HEAD, entry_as_yaml
from briefgen.text_files import write_text_file

_BYTE_ORDER_MARK = "\ufeff"


class CorrectionsLog:
    """The corrections of one corpus, and the file that holds them.

    Raises:
        CorrectionsError: the file is there and cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / CORRECTIONS_NAME
        self._raw: bytes | None = None
        self._mark = ""
        self._text = ""
        self._gaps: dict[str, Gap] = {}
        self._tried: set[str] = set()
        self.corrections = Corrections()
        self._load(self._read())

    def add(self, entry: StatementCorrection | StanceCorrection) -> None:
        """Add an entry and write the file.

        Raises:
            CorrectionsError: somebody made the file unusable meanwhile.
            OutputError: it cannot be written; the entry is not in the log then.
        """
        raw = self._read()
        if raw != self._raw:
            self._load(raw)
        name = "statements" if isinstance(entry, StatementCorrection) else "stances"
        gap = self._gaps[name]
        item = gap.before + entry_as_yaml(entry, gap.indent)
        item = item.replace("\n", "\r\n") if "\r\n" in self._text else item
        text = self._text[: gap.start] + item + self._text[gap.end :]
        corrections = _with_entry(self.corrections, entry)
        if name not in self._tried:
            self._try(text, corrections)
        self._write(text)
        self._tried.add(name)
        self.corrections = corrections
        self._close_gap(name, gap, len(item))

    def _close_gap(self, name: str, gap: Gap, length: int) -> None:
        """Keep the gaps behind an addition where they belong: reading all again takes long."""
        grown = length - (gap.end - gap.start)
        for other, place in self._gaps.items():
            begins_here = place.start == gap.start and place.before.endswith(":\n")
            if other != name and (place.start > gap.start or begins_here):
                self._gaps[other] = place.moved(grown)
        behind = gap.start + length
        before = ", " if gap.indent is None else ""
        self._gaps[name] = Gap(behind, behind, before, gap.indent)

    def _read(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            raise CorrectionsError(message, where=str(self.path)) from error

    def _load(self, raw: bytes | None) -> None:
        text = _decode(raw, self.path) if raw is not None else HEAD
        self._mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        text = text.removeprefix(_BYTE_ORDER_MARK)
        end = "\r\n" if "\r\n" in text else "\n"
        text += "" if not text or text.endswith("\n") else end
        self._gaps = find_gaps(text, self.path.name)
        self.corrections = Corrections()
        if not is_blank(text):
            self.corrections = parse_corrections(text, self.path.name, None)
        self._raw, self._text, self._tried = raw, text, set()

    def _try(self, text: str, expected: Corrections) -> None:
        """Make sure that the text as it would be says what it should.

        Raises:
            CorrectionsError: it does not: the file is laid out in a way that was not foreseen.
        """
        if parse_corrections(text, self.path.name, None) != expected:
            message = "an entry cannot be added to this layout"
            hint = "write each list as lines that begin with a dash"
            raise CorrectionsError(message, where=str(self.path), hint=hint)

    def _write(self, text: str) -> None:
        content = self._mark + text
        if len(content.encode()) > MAX_YAML_BYTES:
            message = f"would be larger than {MAX_YAML_BYTES // 1024} KiB"
            raise OutputError(message, where=str(self.path), hint="take out entries of old days")
        try:
            write_text_file(self.path, content)
        except OutputError as error:
            hint = "what was decided before stands in it"
            raise OutputError(error.message, where=error.where, hint=hint) from error
        self._text, self._raw = text, content.encode()


def _with_entry(
    corrections: Corrections, entry: StatementCorrection | StanceCorrection
) -> Corrections:
    if isinstance(entry, StatementCorrection):
        changes: dict[str, object] = {"statements": (*corrections.statements, entry)}
    else:
        changes = {"stances": (*corrections.stances, entry)}
    return corrections.model_copy(update=changes)


def _decode(raw: bytes, path: Path) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        raise CorrectionsError("is not UTF-8", where=f"{path.name}:{line}", hint=hint) from error
