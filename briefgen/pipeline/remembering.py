"""What a build keeps of the one before, and what it leaves for the next."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.ledger.kept_records import hash_entry, hash_text, read_ledger
from briefgen.ledger.past import MANIFEST_NAME, Past, seal_manifest
from briefgen.ledger.reasons import AS_ASKED, WHOLE
from briefgen.ledger.snapshot import Snapshot, hash_file
from briefgen.models.manifest import Counts, KeptRecord, Manifest, Options, PageAudit
from briefgen.output.staging import Staging
from briefgen.pipeline.coding import Coded, Coder, name_in
from briefgen.pipeline.reading import CorpusRead
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import Codebook, PositionRecord
    from briefgen.pipeline.printing import Printing


class Memory:
    """Keeps the records of articles whose coding would be the same again.

    Args:
        request: what is built.
        now: what it depends on.
        past: the build before; None where nothing of it counts.
    """

    def __init__(self, request: BuildRequest, now: Snapshot, past: Past | None) -> None:
        self._request = request
        self._now = now
        self._past = past
        self.coding: dict[str, str] = {}
        """What the coding of every article depends on."""
        self.reasons: dict[str, str | None] = {}
        """Articles as they are named in the outputs: why they were made anew, None where kept."""

    def remember(self, code: Coder, corpus: "Corpus") -> Coder:
        """Return the coder that codes an article only where something about it is new."""
        self.coding = {
            "program": self._now.program,
            "packages": hash_entry(self._now.packages),
            "extractor": self._request.extractor_name,
            "codebook": corpus.codebook.coding_digest(),
            "lessons": corpus.lessons.digest() if corpus.lessons is not None else "",
        }
        ledger = read_ledger(self._past, self._request.out, self.coding)
        # In the order of the articles, whichever is coded first.
        self.reasons = {name_in(corpus, path): None for path in corpus.files}

        def remembered(path: Path) -> Coded:
            sign = _sign(path, corpus)
            kept = ledger.find(*sign)
            why = AS_ASKED if self._request.fresh else ledger.why_not(*sign)
            self.reasons[name_in(corpus, path)] = None if kept else why
            return Coded(kept.record, kept.notes, refused=kept.refused) if kept else code(path)

        return remembered


def describe_codebook(codebook: "Codebook") -> dict[str, str]:
    """Return the hashes of what the codebook says of each issue, and of the rest."""
    issues = {issue.id: issue.digest() for issue in codebook.issues}
    rest = codebook.digest(without=frozenset({"issues"}))
    return issues | {WHOLE: hash_entry(rest, list(issues))}


def count(read: CorpusRead) -> dict[str, int]:
    """Return how much there is, as the manifest holds it."""
    return {
        "articles": len(read.corpus.files),
        "sources": len(read.evidence.records),
        "failures": len(read.evidence.failures),
        "statements": sum(len(record.statements) for record in read.evidence.records),
        "issues": len(read.corpus.codebook.issues),
    }


def write_manifest(
    request: BuildRequest, now: Snapshot, printing: "Printing", staging: Staging
) -> None:
    """Write the manifest of the files that are staged, for the next build to be compared with.

    Args:
        request: what was asked for.
        now: what the build depends on.
        printing: its pages, and what they were printed from.
        staging: the new files.
    """
    material, audits = printing.material, printing.audits
    evidence = material.read.evidence
    manifest = Manifest(
        program=now.program,
        packages=now.packages,
        options=Options.model_validate(request.options()),
        language=printing.language,
        inputs=dict(sorted(now.inputs.items())),
        codebook=dict(material.codebook),
        templates=dict(sorted({**printing.templates, **now.templates}.items())),
        coding=dict(material.coding),
        outputs=dict(sorted(staging.digests.items())),
        records=dict(material.records),
        pages=dict(sorted(printing.keep(staging).items())),
        audits={name: PageAudit(**asdict(audits[name])) for name in sorted(audits)},
        counts=Counts(**material.counts),
        warnings=tuple(evidence.warnings),
        problems=len(evidence.problems),
        linking=material.dropped,
    )
    text = f"{manifest.model_dump_json(indent=1)}\n"
    staging.write(MANIFEST_NAME, seal_manifest(text).encode())


def keep_records(read: CorpusRead) -> dict[str, KeptRecord]:
    """Say what each record was made from; the machine's goes with it where a person changed it."""
    corpus, coded = read.corpus, read.evidence.coded
    paths = {corpus.source_id(path): path for path in corpus.files}
    return {
        record.source.id: KeptRecord(
            path=record.source.path,
            article=record.provenance.input_sha256,
            entry=_hash_said(paths[record.source.id], corpus),
            line=hash_text(record.model_dump_json()),
            notes=coded[record.source.id].notes,
            refused=coded[record.source.id].refused,
            machine=_changed(coded[record.source.id].record, record),
        )
        for record in read.evidence.records
        if coded[record.source.id].problem is None  # such a one is to be made anew
    }


def _changed(machine: "PositionRecord", record: "PositionRecord") -> "PositionRecord | None":
    return machine if machine != record else None


def _sign(path: Path, corpus: "Corpus") -> tuple[str, str, str]:
    """Return an article's source id, the hash of its bytes, and that of what is said of it."""
    return corpus.source_id(path), hash_file(path) or "", _hash_said(path, corpus)


def _hash_said(path: Path, corpus: "Corpus") -> str:
    """Return the hash of what is said of an article: where it lies, its id, its entry."""
    given = corpus.metadata.get(path.name)
    return hash_entry(
        name_in(corpus, path), corpus.source_id(path), given and given.model_dump(mode="json")
    )
