"""The pages of one build: those that would come out the same are kept, the others printed."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, wait
from contextlib import ExitStack
from typing import TYPE_CHECKING

from briefgen.built import BRIEF_NAME, RECORDS_NAME
from briefgen.errors import Notice, PdfError, WordError
from briefgen.ledger.kept_pages import KeptPages
from briefgen.ledger.kept_records import hash_entry, hash_text
from briefgen.ledger.past import Past
from briefgen.ledger.reasons import AS_ASKED
from briefgen.ledger.snapshot import Snapshot
from briefgen.models.manifest import KeptPage
from briefgen.output.staging import Staging
from briefgen.pipeline.page_plan import plan_pages
from briefgen.pipeline.pages import find_page_contexts, write_pages
from briefgen.pipeline.requests import BuildRequest, PageResult

if TYPE_CHECKING:
    from briefgen.pipeline.material import Material
    from briefgen.rendering.audience import Audience
    from briefgen.rendering.pdf import PdfResult
    from briefgen.rendering.pdf_pool import PdfPool

_SECONDS_BETWEEN_LOOKS = 0.2
"""While a PDF is waited for, who listens is told again and again, and may break the build off."""


class PdfPrinter(ExitStack):
    """Writes PDFs in processes of their own, which are started when they are needed.

    A context manager. Getting ready takes a process as long as reading takes: where it is known
    early that there will be a PDF, `start` has that go on meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pool: PdfPool | None = None

    def start(self, count: int) -> None:
        """Get ready for so many PDFs; for none, or where that was done already, nothing happens."""
        if self._pool is None and count:
            from briefgen.rendering.pdf_pool import PdfPool

            self._pool = self.enter_context(PdfPool(count))

    def submit(self, html: str, material: "Material", language: str) -> "Future[PdfResult]":
        """Have a document written, with the records and the brief in it."""
        from briefgen.languages import speaking
        from briefgen.rendering.attached import describe_files

        self.start(1)
        assert self._pool is not None  # noqa: S101 (it was started just now)
        texts = {name: material.texts[name] for name in (RECORDS_NAME, BRIEF_NAME)}
        with speaking(language):
            described = describe_files(texts, material.brief)
        return self._pool.submit(html, described)


class Printing:
    """What is printed of a build, and what is kept.

    Args:
        request: what is built.
        now: what it depends on.
        past: the build before; None where nothing of it counts.
        material: what the pages are printed from.
        audiences: for whom.
    """

    def __init__(
        self,
        request: BuildRequest,
        now: Snapshot,
        past: Past | None,
        material: "Material",
        audiences: "Sequence[Audience]",
    ) -> None:
        from briefgen.rendering.spoken import speak_to

        self.material = material
        of_corpus = material.read.corpus.codebook.language
        self.language = request.language_of(of_corpus)
        """Of the brief's own words, where an audience has none of its own."""
        audiences = [speak_to(each, request.language, of_corpus) for each in audiences]
        self._evidence = material.read.evidence
        self._audiences = audiences
        self._past = past
        self._is_fresh = request.fresh
        self._kept = KeptPages(past, request.out)
        # The brief does not hold all that the codebook says, and what it does not may shape a page.
        data = {**material.digests, "codebook": hash_entry(dict(material.codebook))}
        plan = plan_pages(request, now, data, audiences)
        self._made_from = plan.made_from
        self.templates = plan.templates
        """Templates that the pages are made from, to their SHA-256."""
        self._contents = {
            name: self._kept.find(name, made) for name, made in self._made_from.items()
        }
        self.reasons = {
            name: None if content is not None else self._why(name)
            for name, content in self._contents.items()
        }
        """Names of pages to why they are printed; None where they are kept."""
        self.audits: dict[str, PageResult] = {}
        """Audiences to the audits of their pages."""
        self._documents: dict[str, str] = {}
        self._promised: dict[str, Future[PdfResult]] = {}

    def _why(self, name: str) -> str:
        """Say why a page is printed."""
        if self._is_fresh:
            return AS_ASKED
        return self._kept.why_not(name, self._made_from[name])

    def formats_of(self, audience: "Audience") -> list[str]:
        """Return the formats in which an audience's page is printed."""
        names = (name.rpartition(".") for name, why in self.reasons.items() if why is not None)
        return [suffix for name, _, suffix in names if name == audience.name]

    @property
    def needs_articles(self) -> bool:
        """Whether what is printed shows the articles' texts."""
        return any(
            "html" in formats or (formats and audience.settings.shows.context)
            for audience, formats in ((each, self.formats_of(each)) for each in self._audiences)
        )

    @property
    def pdfs(self) -> int:
        """How many PDFs are printed."""
        return sum("pdf" in self.formats_of(each) for each in self._audiences)

    def print(
        self,
        staging: Staging,
        pdfs: PdfPrinter,
        *,
        limits: Mapping[str, float],
        tell: Callable[[str], None],
    ) -> None:
        """Stage the pages that are kept, and print the others; PDFs are only asked for.

        Raises:
            UsageError: a template cannot be used, or the disk does not take a page.
        """
        self._leave_out_missing_formats()
        for name, content in self._contents.items():
            if content is not None:
                staging.write(name, content)
                self._documents[name] = self._kept.document_of(name)
        printed = [each for each in self._audiences if self.formats_of(each)]
        brief, corpus = self.material.brief, self.material.read.corpus
        contexts = find_page_contexts(brief, printed, corpus, self._evidence.articles)
        for audience in self._audiences:
            if audience not in printed:
                self._remember_audit(audience.name)
                continue
            tell(f"Writing {audience.name}")
            html, self.audits[audience.name] = write_pages(
                brief,
                audience,
                self._evidence,
                self.formats_of(audience),
                contexts=contexts,
                limits=limits,
                staging=staging,
            )
            if html is not None:
                self._ask_for(f"{audience.name}.pdf", html, staging, pdfs)

    def wait_for_pdfs(self, staging: Staging, tell: Callable[[str], None]) -> None:
        """Write the PDFs; where one cannot be had the other files are there."""
        for name, promised in self._promised.items():
            tell(f"Writing {name}")
            while not promised.done():
                wait([promised], _SECONDS_BETWEEN_LOOKS)
                tell(f"Writing {name}")
            try:
                result = promised.result()
            except PdfError as error:
                self._evidence.problems.append(Notice(error.message, name, error.hint))
            else:
                staging.write(name, result.pdf)
                self._evidence.notes += [f"{name}: {warning}" for warning in result.warnings]

    def keep(self, staging: Staging) -> dict[str, KeptPage]:
        """Return what the next build has to know of the pages that are staged."""
        return {
            name: KeptPage(made_from=made, document=self._documents.get(name, ""))
            for name, made in self._made_from.items()
            if name in staging.digests
        }

    def _leave_out_missing_formats(self) -> None:
        """Print no Word documents where python-docx is missing, and say so once."""
        missing = [n for n, why in self.reasons.items() if why is not None and n.endswith(".docx")]
        if not missing:
            return
        from briefgen.rendering.word.availability import require_python_docx

        try:
            require_python_docx()
        except WordError as error:
            self._evidence.problems.append(error.notice)
            for name in missing:
                del self.reasons[name], self._made_from[name]

    def _remember_audit(self, audience: str) -> None:
        """Take over how the audit went of an audience whose pages are all kept."""
        held = self._past.audits.get(audience) if self._past is not None else None
        if held is not None:
            self.audits[audience] = PageResult(held["checks"], tuple(held["past"]))

    def _ask_for(self, name: str, html: str, staging: Staging, pdfs: PdfPrinter) -> None:
        """Have a PDF written, unless the very same document was laid out before."""
        made = self._made_from[name]
        around = [made["program"], made["packages"], self.language, *self.material.digests.values()]
        document = self._documents[name] = hash_entry(hash_text(html), *around)
        content = self._kept.find_document(name, document)
        if content is None:
            self._promised[name] = pdfs.submit(html, self.material, self.language)
        else:
            self.reasons[name] = None
            staging.write(name, content)
