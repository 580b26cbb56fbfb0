"""Where each text of a codebook stands in its file: line and key, for those who speak about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefgen.errors import CodebookError
from briefgen.ingest.marked_yaml import (
    Problems,
    compose_mapping,
    is_list,
    is_scalar,
    join_key,
    mapping_items,
    read_yaml_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    import yaml


class Place(NamedTuple):
    """A place in a codebook."""

    line: int
    """From 1."""
    key: str
    """As an analyst would write it: ``issues[2].terms[1]``."""


@dataclass(frozen=True)
class CodebookPlaces:
    """The places of a codebook's texts."""

    file: str
    places: dict[tuple[int, str, str], Place] = field(default_factory=dict)

    def of(self, issue: int, name: str, text: str = "") -> Place:
        """Return the place of a key or of one text of its list.

        Args:
            issue: number of the issue, from 1; 0 for the codebook's own keys.
            name: the key's name; empty for the issue itself.
            text: the text in the key's list; empty for the key itself.
        """
        wanted = ((issue, name, text), (issue, name, ""), (issue, "", ""))
        return next((self.places[key] for key in wanted if key in self.places), Place(1, ""))


def find_places(path: Path) -> CodebookPlaces:
    """Return the places of the texts in a codebook that :func:`load_codebook` accepts.

    Raises:
        CodebookError: the file cannot be read, or is no YAML of keys.
    """
    problems = Problems(path.name, CodebookError)
    root = compose_mapping(read_yaml_file(path, problems), problems)
    places: dict[tuple[int, str, str], Place] = {}
    for number, name, text, place in _walk(root, problems):
        places.setdefault((number, name, text), place)
    return CodebookPlaces(path.name, places)


def _walk(root: yaml.Node, problems: Problems) -> Iterator[tuple[int, str, str, Place]]:
    for name, key_node, value in mapping_items(root, "", problems):
        yield 0, name, "", _place(key_node, name)
        if name in {"actors", "stakeholders"}:
            yield from _names(name, name, value)
        if name != "issues" or not is_list(value):
            continue
        for number, issue in enumerate(value.value, 1):
            parent = f"issues[{number}]"
            yield number, "", "", _place(issue, parent)
            for field_name, field_key, field_value in mapping_items(issue, parent, problems):
                key = join_key(parent, field_name)
                yield number, field_name, "", _place(field_key, key)
                yield from _texts(number, field_name, key, field_value)


def _names(name: str, key: str, node: yaml.Node) -> Iterator[tuple[int, str, str, Place]]:
    """Yield the places of names and other names, however they are listed."""
    if is_list(node):
        yield from _texts(0, name, key, node)
        for at, item in enumerate(node.value, 1):
            yield from _names(name, f"{key}[{at}]", item) if not is_list(item) else ()
    elif not is_scalar(node):
        for key_node, value in node.value:
            text = " ".join(str(key_node.value).split())
            yield 0, name, text, _place(key_node, join_key(key, text))
            yield from _texts(0, name, join_key(key, text), value)


def _texts(
    number: int, name: str, key: str, node: yaml.Node
) -> Iterator[tuple[int, str, str, Place]]:
    if not is_list(node):
        return
    for at, item in enumerate(node.value, 1):
        if is_scalar(item):
            yield number, name, " ".join(str(item.value).split()), _place(item, f"{key}[{at}]")


def _place(node: yaml.Node, key: str) -> Place:
    return Place(node.start_mark.line + 1, key)
