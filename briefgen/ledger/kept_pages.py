"""Pages of the build before, kept where nothing that decides them has changed.

A page is one audience in one format. The manifest says what it was made from; where all of that is
the same, and the bytes that stand there are those that were written, it need not be made again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.ledger.past import Past


@dataclass(frozen=True)
class KeptPages:
    """What the build before printed; empty where there was none."""

    past: Past | None
    out: Path
    """The folder in which the pages stand."""

    def find(self, page: str, made_from: Mapping[str, str]) -> bytes | None:
        """Return the bytes of a page, if it would be made the same now.

        Args:
            page: the name of its file.
            made_from: all that decides it now, as `models.manifest.KeptPage` holds it.
        """
        return None if self._why_other(page, made_from) else self._read_whole(page)

    def why_not(self, page: str, made_from: Mapping[str, str]) -> str:
        """Say why `find` gave no such page."""
        return self._why_other(page, made_from) or self._why_not_whole(page)

    def find_document(self, page: str, document: str) -> bytes | None:
        """Return the bytes of a PDF that was laid out from that very document.

        Whatever changed, a document that came out the same gives the same bytes.
        """
        if self.past is None or self.past.pages.get(page, {}).get("document") != document:
            return None
        return self._read_whole(page)

    def document_of(self, page: str) -> str:
        """Return the hash of the document from which a page was laid out; empty: none is known."""
        return str(self.past.pages[page]["document"]) if self.past is not None else ""

    def _why_other(self, page: str, made_from: Mapping[str, str]) -> str | None:
        if self.past is None:
            return "no build before is known"
        kept = self.past.pages.get(page)
        if kept is None:
            return "new"
        before = kept["made_from"]
        names = [n for n in {*before, *made_from} if before.get(n) != made_from.get(n)]
        return f"other than before: {', '.join(sorted(names))}" if names else None

    def _read_whole(self, page: str) -> bytes | None:
        try:
            content = (self.out / page).read_bytes()
        except OSError:
            return None
        is_whole = hashlib.sha256(content).hexdigest() == (self.past and self.past.outputs[page])
        return content if is_whole else None

    def _why_not_whole(self, page: str) -> str:
        return "changed by hand" if (self.out / page).exists() else "not there any more"
