"""codebook.yaml: read, checked as a whole, every complaint with its line and key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.errors import CodebookError
from briefgen.ingest.codebook_actors import read_actors
from briefgen.ingest.codebook_glossary import read_glossary
from briefgen.ingest.marked_yaml import (
    KEYS,
    Problems,
    compose_mapping,
    describe,
    fields_of,
    is_list,
    join_key,
    read_yaml_file,
    text_of,
    texts_of,
)
from briefgen.languages import known_tags, main_tag
from briefgen.models import Codebook, Issue

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

_TOP = ("topic", "language", "issues", "actors", "stakeholders", "glossary")
_TOP_NEEDED = ("topic", "issues")
_ISSUE = ("id", "title", "proposition", "terms", "support", "oppose")
_NEEDED = ("id", "title", "proposition", "terms")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def load_codebook(path: Path) -> Codebook:
    """Read and check a codebook.

    Raises:
        CodebookError: names file, line and key of everything that is wrong.
    """
    problems = Problems(path.name, CodebookError)
    root = compose_mapping(read_yaml_file(path, problems), problems)
    fields = fields_of(root, "", _TOP, problems)
    for name in _TOP_NEEDED:
        if name not in fields and name not in problems.meant:
            problems.add(root, name, "this key is missing")
    topic = text_of(fields["topic"], "topic", problems) if "topic" in fields else None
    issues = _read_issues(fields["issues"], problems) if "issues" in fields else []
    language = _read_language(fields["language"], problems) if "language" in fields else None
    named = read_actors(fields, problems)
    glossary = read_glossary(fields.get("glossary"), problems)
    problems.raise_if_any()
    return Codebook(
        topic=topic or "",
        language=language,
        issues=tuple(issues),
        actors=named.actors,
        stakeholders=named.stakeholders,
        glossary=glossary,
    )


def codebook_sha256(codebook: Codebook) -> str:
    """Return the SHA-256 of the canonical JSON of what records rest on, hexadecimal.

    Without actors, stakeholders, glossary and language, which are looked at when a brief is made.
    """
    return codebook.coding_digest()


def _read_language(node: yaml.Node, problems: Problems) -> str | None:
    """Return the language of the brief, which has to be one that there are words in."""
    tag = text_of(node, "language", problems)
    if tag is not None and main_tag(tag) not in known_tags():
        known = ", ".join(known_tags())
        problems.add(node, "language", f"there are no words in {tag!r}; known: {known}")
    return tag


def _read_issues(node: yaml.Node, problems: Problems) -> list[Issue]:
    if not is_list(node):
        problems.add(node, "issues", f"expected a list, found {describe(node)}")
        return []
    if not node.value:
        problems.add(node, "issues", "the list is empty; a codebook needs at least one issue")
    lines: dict[str, int] = {}
    issues = []
    for number, item in enumerate(node.value, 1):
        issue = _read_issue(item, f"issues[{number}]", lines, problems)
        if issue is not None:
            issues.append(issue)
    return issues


def _read_issue(
    node: yaml.Node, key: str, lines: dict[str, int], problems: Problems
) -> Issue | None:
    before = len(problems.found)
    fields = fields_of(node, key, _ISSUE, problems)
    if describe(node) == KEYS:
        for name in _NEEDED:
            if name not in fields and join_key(key, name) not in problems.meant:
                problems.add(node, join_key(key, name), "this key is missing")
    texts = {
        name: text_of(fields[name], join_key(key, name), problems)
        for name in ("id", "title", "proposition")
        if name in fields
    }
    lists = {
        name: _read_phrases(fields[name], join_key(key, name), problems, needed=name == "terms")
        for name in ("terms", "support", "oppose")
        if name in fields
    }
    if texts.get("id") is not None:
        _check_id(fields["id"], join_key(key, "id"), str(texts["id"]), lines, problems)
    both = {t.casefold() for t in lists.get("support", ())} & {
        t.casefold() for t in lists.get("oppose", ())
    }
    for phrase in sorted(both):
        where = join_key(key, "oppose")
        problems.add(fields["oppose"], where, f"{phrase!r} stands under support too; one can go")
    if len(problems.found) > before:
        return None
    return Issue(
        id=str(texts["id"]),
        title=str(texts["title"]),
        proposition=str(texts["proposition"]),
        terms=lists["terms"],
        support=lists.get("support", ()),
        oppose=lists.get("oppose", ()),
    )


def _read_phrases(
    node: yaml.Node, key: str, problems: Problems, *, needed: bool
) -> tuple[str, ...]:
    if not needed and describe(node) == "nothing":
        return ()
    phrases = texts_of(node, key, problems)
    if needed and is_list(node) and not node.value:
        problems.add(node, key, "the list is empty; at least one term is needed")
    return tuple(dict.fromkeys(phrases))


def _check_id(
    node: yaml.Node, key: str, name: str, lines: dict[str, int], problems: Problems
) -> None:
    line = problems.first_line + node.start_mark.line
    if not _ID.fullmatch(name):
        problems.add(
            node, key, f"{name!r} is no id: small letters, digits and single hyphens, like 'my-id'"
        )
    elif name in lines:
        problems.add(node, key, f"the id {name!r} is taken by the issue at line {lines[name]}")
    else:
        lines[name] = line
