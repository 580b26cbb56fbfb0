"""What ``briefgen export`` does: read what a build left, write it for other tools."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.built import RECORDS_NAME, find_brief, read_brief, read_records_beside
from briefgen.exporting.annotations import write_annotations
from briefgen.exporting.articles import read_texts
from briefgen.exporting.csv_text import write_csv
from briefgen.exporting.graphml import write_graphml
from briefgen.exporting.manifest import (
    MANIFEST_NAME,
    Manifest,
    find_untouched,
    hash_content,
    make_manifest,
    read_manifest,
    refuse_foreign_files,
    write_manifest,
)
from briefgen.exporting.material import Material, gather_material
from briefgen.exporting.networks import (
    TIES_LIMIT,
    Network,
    affiliation_network,
    conflict_network,
    congruence_network,
)
from briefgen.exporting.tables import Row, actor_table, coverage_table, statement_table
from briefgen.output.hidden_places import tidied_when_interrupted
from briefgen.output.staging import stage_whole_folder
from briefgen.terminal import counted

FORMATS = ("csv", "graphml", "jsonld")

_TABLES: dict[str, Callable[[Material], Iterator[Row]]] = {
    "coverage.csv": coverage_table,
    "actors.csv": actor_table,
    "statements.csv": statement_table,
}
_NETWORKS: dict[str, tuple[Callable[[Material], Network | None], str]] = {
    "affiliation.graphml": (affiliation_network, "actors by issues, a tie for each stance"),
    "congruence.graphml": (congruence_network, "actors, tied by issues on the same side"),
    "conflict.graphml": (conflict_network, "actors, tied by issues on opposite sides"),
}
_ANNOTATIONS = "annotations.jsonld"
_TOO_LARGE = (
    f"it would have more than {TIES_LIMIT:,} ties; make it of a part of affiliation.graphml"
)


@dataclass(frozen=True)
class ExportRequest:
    """What to export, in which forms, and where to."""

    built: Path
    """A brief.json, or the folder of one."""
    to: Path
    formats: Sequence[str] = FORMATS
    """Of ``FORMATS``."""
    corpus: Path | None = None
    """The corpus folder, for what stands around the annotated passages; None: without it."""


@dataclass(frozen=True)
class ExportReport:
    """What an export wrote."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]
    """What a person should know although nothing failed. One line each."""


def export_brief(
    request: ExportRequest, tell: Callable[[str], None] = lambda message: None
) -> ExportReport:
    """Write a brief for other tools: all files at once, or none.

    Args:
        request: what to export.
        tell: called where it has to wait for another run that writes the folder.

    Raises:
        UsageError: the brief, its records or the corpus cannot be used, the folder cannot be
            written, or a file in it is somebody else's.
    """
    brief = read_brief(request.built)
    records = read_records_beside(request.built)
    notes = []
    if records is None:
        place = find_brief(request.built).with_name(RECORDS_NAME)
        notes.append(f"{place}: not there, so only the statements that the brief names are written")
    material = gather_material(brief, records)
    if material.nameless:
        views = counted(material.nameless, "reported view")
        notes.append(f"{views} left out of networks and actors: the holder is no name")
    notes += [
        f"{same.source.path}: left out, the same text as {same.of}, which counts for both"
        for same in material.reprints
    ]
    if request.corpus is not None:
        texts = read_texts(request.corpus, material.said)
        material = replace(material, texts=texts.by_source)
        notes += texts.notes
    contents: dict[str, bytes] = {}
    for name, content in _make_files(material, request.formats):
        if content is None:
            notes.append(f"{name}: left out, {_TOO_LARGE}")
        else:
            contents[name] = content
    written, removed = _write(request.to, material, contents, tell)
    notes += [f"{path}: removed, it showed an earlier brief" for path in removed]
    return ExportReport(written, tuple(notes))


def _make_files(material: Material, formats: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and content of each file; None where it would be too large."""
    if "csv" in formats:
        for name, table in _TABLES.items():
            yield name, write_csv(table(material))
    if "graphml" in formats:
        for name, (network, what) in _NETWORKS.items():
            brief = material.brief
            description = f"{brief.topic}: {what}. {brief.generator}, {brief.evidence_sha256}"
            made = network(material)
            yield name, write_graphml(made, description) if made else None
    if "jsonld" in formats:
        yield _ANNOTATIONS, write_annotations(material)


def _write(
    folder: Path, material: Material, contents: dict[str, bytes], tell: Callable[[str], None]
) -> tuple[tuple[Path, ...], list[Path]]:
    """Write the files and the manifest; return what was written, and what was removed."""
    with tidied_when_interrupted(folder), stage_whole_folder(folder, tell=tell) as staging:
        earlier = read_manifest(folder)
        stale, kept = _sort_others(folder, earlier, material, contents)
        hashes = {name: hash_content(content) for name, content in contents.items()}
        manifest = make_manifest(material.brief, {**kept, **hashes})
        contents = {**contents, MANIFEST_NAME: write_manifest(manifest)}
        refuse_foreign_files(folder, contents, earlier)
        for name, content in contents.items():
            staging.write(name, content)
        written = staging.publish(remove=stale)
    return written, [folder / name for name in stale]


def _sort_others(
    folder: Path, earlier: Manifest | None, material: Material, contents: dict[str, bytes]
) -> tuple[list[str], dict[str, str]]:
    """Sort the files of an earlier export that are not written now: to remove, or to keep.

    Those that show the same evidence stay; of the others those that nobody touched go.
    """
    if earlier is None:
        return [], {}
    ours = {*_TABLES, *_NETWORKS, _ANNOTATIONS}  # whatever else the manifest may claim
    names = [name for name in earlier.files if name in ours and name not in contents]
    untouched = find_untouched(folder, earlier, names)
    brief = material.brief
    if (earlier.evidence_sha256, earlier.generator) == (brief.evidence_sha256, brief.generator):
        return [], {name: earlier.files[name] for name in untouched}
    return untouched, {}
