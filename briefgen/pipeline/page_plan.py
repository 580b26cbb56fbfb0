"""What decides each page of a brief: by it a page is kept or made again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.ledger.kept_records import hash_entry
from briefgen.ledger.snapshot import WORD, Snapshot, hash_named_templates
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.rendering.audience import Audience

_TEMPLATE_SUFFIX = ".j2"
_OF_NO_PAGE = frozenset({"pages", "extractor", "changes", "linking"})
"""Options that decide which pages there are and what brief.json holds, and no page beside that."""


@dataclass(frozen=True)
class PagePlan:
    """What the pages of a build are made from."""

    made_from: dict[str, dict[str, str]]
    """Names of pages to all that decides them, as `models.manifest.KeptPage` holds it."""
    templates: dict[str, str]
    """Templates that the pages are made from, to their SHA-256."""


def plan_pages(
    request: BuildRequest,
    now: Snapshot,
    data: Mapping[str, str],
    audiences: "Sequence[Audience]",
) -> PagePlan:
    """Find out what decides each page.

    Args:
        request: what is built.
        now: what it depends on.
        data: what all pages are printed from, by name, to its SHA-256.
        audiences: those that are built.
    """
    shared = {"program": now.program, **data}
    shared |= {
        f"option {name}": hash_entry(value)
        for name, value in request.options().items()
        if name not in _OF_NO_PAGE
    }
    plan = PagePlan({}, {})
    for audience in audiences:
        files = _find_files(audience, now, {*request.pages} - {audience.name})
        plan.templates.update(files)
        named = {f"template {name}": digest for name, digest in files.items()}
        for suffix in request.pages[audience.name]:
            causes = {**shared, **named, **_find_causes(suffix, audience, now)}
            plan.made_from[f"{audience.name}.{suffix}"] = dict(sorted(causes.items()))
    return plan


def _find_causes(suffix: str, audience: "Audience", now: Snapshot) -> dict[str, str]:
    """Return what decides some pages and not others, beside their templates."""
    packages = {name: v for name, v in now.packages.items() if name != WORD or suffix == "docx"}
    causes = {"packages": hash_entry(packages)}
    if suffix == "html" or audience.settings.shows.context:
        causes["corpus"] = hash_entry(now.inputs)
    return causes


def _find_files(audience: "Audience", now: Snapshot, others: set[str]) -> dict[str, str]:
    """Return the files that make an audience's pages: its own, and of the shared ones what it uses.

    A shared file that is no template, such as a style, counts for every audience.
    """
    from briefgen.rendering.template_uses import find_used_templates

    files = {}
    for name, digest in now.templates.items():
        folder = name.partition("/")[0]
        is_shared_style = folder not in others and not name.endswith(_TEMPLATE_SUFFIX)
        if folder == audience.name or is_shared_style:
            files[name] = digest
    return files | hash_named_templates(find_used_templates(audience), audience.search_path)
