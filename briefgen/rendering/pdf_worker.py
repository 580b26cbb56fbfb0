"""The process that turns HTML into PDF: run as a program by :mod:`briefgen.rendering.pdf`.

Importing WeasyPrint and loading the fonts takes longer than all else that a build does, so this
process starts first and gets ready while the articles are read. Of briefgen it imports only what
mends and fills the PDF, and nothing that takes time.

It reads requests on standard input and answers on standard output; each is a length of eight bytes
(big endian) and as many bytes of JSON, and after the answer's JSON, ``size`` bytes of PDF. It ends
when its input does. It fetches nothing but the fonts named below.
"""

import gc
import hashlib
import json
import logging
import os
import re
import shutil
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from briefgen.rendering.pdf_attachments import AttachedFile, attach_files
from briefgen.rendering.pdf_tags import TagMender

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document

LENGTH_BYTES = 8
CONTENTS_FROM = 5
"""Pages from which a document shows its contents list."""
LONG_TEXT = 15_000
"""Characters from which a document is laid out with its contents list first. Four pages hold about
so many; where the guess is wrong it is laid out a second time."""
CONTENTS_SHEETS = {
    True: ".contents { display: block !important }",
    False: ".contents { display: none !important }",
}
_CONTENTS = re.compile('<section [^>]*class="contents')
_MARKUP = re.compile(r"<(style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
FONT_SCHEME = "briefgen-font"
# Family, weight, style, package, file. Only these are used; each that is loaded costs time.
FONT_FACES = (
    ("Source Serif Pro", 400, "normal", "font_source_serif_pro", "SourceSerifPro-Regular"),
    ("Source Serif Pro", 400, "italic", "font_source_serif_pro", "SourceSerifPro-It"),
    ("Source Serif Pro", 600, "normal", "font_source_serif_pro", "SourceSerifPro-Semibold"),
    ("Source Sans Pro", 400, "normal", "font_source_sans_pro", "SourceSansPro-Regular"),
    ("Source Sans Pro", 600, "normal", "font_source_sans_pro", "SourceSansPro-Semibold"),
)
# Uses each face once and the features that load late, so that the first brief finds all ready.
_WARM_UP = (
    "<html lang=en><title>x</title><body><p style='font: 9pt Source Serif Pro'>a <i>b</i> <b>c</b>"
    "<p style='font: 9pt Source Sans Pro'>a <b>c</b><svg viewBox='0 0 9 9' width=9 height=9>"
    "<circle r=3 /><path d='M0 0h3'/><text y=5>a</text></svg>"
    "<table><tr><td>a</table><a href='#x'>b</a><p id=x>c"
)


def font_css() -> str:
    """Return the ``@font-face`` rules for the packaged fonts."""
    return "".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style};"
        f" src: url({FONT_SCHEME}:{name}); }}\n"
        for family, weight, style, _, name in FONT_FACES
    )


def font_files() -> dict[str, Path]:
    """Return the address of each packaged font with its file."""
    # Found without importing the font packages, which list their folders when imported.
    from importlib.util import find_spec

    files = {}
    for _, _, _, package, name in FONT_FACES:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            files[f"{FONT_SCHEME}:{name}"] = Path(spec.origin).parent / "files" / f"{name}.otf"
    return files


class _Collector(logging.Handler):
    """Keeps WeasyPrint's warnings for the answer."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class PdfMaker:
    """WeasyPrint with the packaged fonts and nothing else to fetch.

    Raises:
        OSError: Pango or another native library is missing.
    """

    def __init__(self) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        files = font_files()

        class FontFetcher(URLFetcher):  # type: ignore[misc]
            """Serves the packaged fonts; refuses every other address."""

            def __init__(self) -> None:
                super().__init__(allowed_protocols=(), allow_redirects=False)

            def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
                """Return a packaged font."""
                if url not in files:
                    message = f"refused to fetch {url[:200]}"
                    raise ValueError(message)
                return URLFetcherResponse(url, files[url].read_bytes())

        self._html, self._css = weasyprint.HTML, weasyprint.CSS
        self._fetcher = FontFetcher()
        self._log = logging.getLogger("weasyprint")
        self._log.setLevel(logging.WARNING)
        self._log.propagate = False
        self._fonts = FontConfiguration()
        self._sheet = self._css(
            string=font_css(), font_config=self._fonts, url_fetcher=self._fetcher
        )
        self._contents_sheets = {
            shown: self._css(string=text) for shown, text in CONTENTS_SHEETS.items()
        }

    def write(self, html: str, files: list[AttachedFile]) -> tuple[bytes, list[str]]:
        """Return the PDF of a document, and WeasyPrint's warnings."""
        collector = _Collector()
        self._log.addHandler(collector)

        def finish(document: "Document", pdf: "pydyf.PDF") -> None:
            TagMender(document, pdf).mend()
            attach_files(pdf, files)

        try:
            document = self.lay_out(html, collector.messages)
            pdf = document.write_pdf(
                finisher=finish,
                # The same document is the same file: no clock and no chance in its name.
                pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
                pdf_variant="pdf/ua-1",
            )
        finally:
            self._log.removeHandler(collector)
        return bytes(pdf), collector.messages

    def lay_out(self, html: str, messages: list[str]) -> "Document":
        """Return the document, with its contents list where it fills more than four pages.

        How many pages it fills is known when it is laid out, so a wrong guess costs a second
        layout: a document that is just long enough with the list may be short without it.
        """
        if not _CONTENTS.search(html):
            return self._render(html, shows_contents=False)
        shows = len(_MARKUP.sub("", html)) >= LONG_TEXT
        first = self._render(html, shows)
        pages = len(first.pages)
        if (pages > CONTENTS_FROM) if shows else (pages < CONTENTS_FROM):
            return first
        messages.clear()  # of the layout that is given up
        second = self._render(html, not shows)
        plain, listed = (second, first) if shows else (first, second)
        return listed if len(plain.pages) >= CONTENTS_FROM else plain

    def _render(self, html: str, shows_contents: bool) -> "Document":
        return self._html(string=html, url_fetcher=self._fetcher, base_url=None).render(
            stylesheets=[self._sheet, self._contents_sheets[shows_contents]],
            font_config=self._fonts,
            pdf_variant="pdf/ua-1",
        )


def _read(stream: BinaryIO) -> dict[str, Any] | None:
    """Read one message; None at the end."""
    head = stream.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    message: dict[str, Any] = json.loads(stream.read(struct.unpack(">Q", head)[0]))
    return message


def _answer(stream: BinaryIO, message: dict[str, Any], pdf: bytes = b"") -> None:
    """Write one message, and the PDF behind it."""
    data = json.dumps({**message, "size": len(pdf)}).encode()
    stream.write(struct.pack(">Q", len(data)) + data + pdf)
    stream.flush()


def main() -> None:
    """Answer requests until the input ends, with the folder that is named for temporary files."""
    folder = Path(sys.argv[1])
    try:
        _answer_all(folder)
    except BrokenPipeError:  # who asked is gone
        pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _answer_all(folder: Path) -> None:
    requests = sys.stdin.buffer
    # Collecting garbage takes about a tenth of the time of a PDF and frees about 10 MB; it is done
    # between the documents instead.
    gc.disable()
    # Libraries that print must not print into the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as exc:
        _refuse_all(requests, answers, {"error": exc.strerror, "unready": True})
        return
    try:
        maker = PdfMaker()
    except (OSError, ImportError) as exc:
        _refuse_all(requests, answers, {"error": str(exc), "missing": True})
        return
    maker.write(_WARM_UP, [])
    is_first = True
    while (request := _read(requests)) is not None:
        if not is_first:
            gc.collect()
        is_first = False
        try:
            pdf, warnings = maker.write(request["html"], request["files"])
        except Exception as exc:  # the parent reports it with its own error
            _answer(answers, {"error": f"{type(exc).__name__}: {exc}"})
        else:
            _answer(answers, {"warnings": warnings}, pdf)


def _refuse_all(requests: BinaryIO, answers: BinaryIO, why: dict[str, Any]) -> None:
    while _read(requests) is not None:
        _answer(answers, why)


if __name__ == "__main__":
    main()
