"""Where in the text of corrections.yaml a new entry goes, so that everything else stays as it is.

An analyst's comments, order and spelling are theirs: an entry is added to the text, and the text is
never written anew from what was read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.errors import CorrectionsError
from briefgen.ingest.marked_yaml import (
    Problems,
    compose_mapping,
    describe,
    is_list,
    is_scalar,
    mapping_items,
)

if TYPE_CHECKING:
    import yaml

LISTS = ("statements", "stances")
_INDENT = 2


@dataclass(frozen=True)
class Gap:
    """The place of the next entry of one list, as offsets into the text."""

    start: int
    end: int
    """What stands from start to end gives way; mostly nothing."""
    before: str
    """What goes before the entry: the list's key, where it is not there yet."""
    indent: int | None
    """Columns before the entry's dash; None within ``[ … ]``, where it has none."""

    def moved(self, distance: int) -> Gap:
        """Return the gap behind text that has grown by *distance* before it."""
        return replace(self, start=self.start + distance, end=self.end + distance)


def find_gaps(text: str, name: str) -> dict[str, Gap]:
    """Return the gap of each list.

    Args:
        text: of the file; ends with a line end, or is empty.
        name: of the file, to complain.

    Raises:
        CorrectionsError: the text is no YAML to which an entry can be added.
    """
    problems = Problems(name, CorrectionsError)
    gaps = {each: Gap(len(text), len(text), f"{each}:\n", _INDENT) for each in LISTS}
    if is_blank(text):
        return gaps
    root = compose_mapping(text, problems)
    if _is_flow(root):
        problems.fail(root, "", "entries cannot be added between { and }", "write keys on lines")
    for key, key_node, value in mapping_items(root, "", problems):
        if key in LISTS:
            gaps[key] = _find_gap(text, key_node, value, problems)
    problems.raise_if_any()
    return gaps


def is_blank(text: str) -> bool:
    """Tell a text of nothing but comments."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.split("\n"))


def _find_gap(text: str, key: yaml.ScalarNode, value: yaml.Node, problems: Problems) -> Gap:
    if is_list(value) and value.value and not _is_flow(value):
        end = _behind_line(text, _end_of(value))
        return Gap(end, end, "", value.start_mark.column)
    if is_list(value) and value.value:
        end = value.end_mark.index - 1  # before the bracket
        return Gap(end, end, ", ", None)
    if is_list(value):  # []
        return Gap(value.start_mark.index, value.end_mark.index, "\n", _INDENT)
    if describe(value) != "nothing":
        problems.fail(value, key.value, f"expected a list, found {describe(value)}")
    end = _behind_line(text, max(key.end_mark.index, value.end_mark.index))
    return Gap(end, end, "", key.start_mark.column + _INDENT)


def _is_flow(node: yaml.Node) -> bool:
    """Tell a list or keys between brackets."""
    return bool(getattr(node, "flow_style", False))


def _end_of(node: yaml.Node) -> int:
    """Return where the last word of a node ends: a block ends only where the next one begins."""
    if is_scalar(node) or _is_flow(node) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end_of(last if is_list(node) else last[1])


def _behind_line(text: str, index: int) -> int:
    """Return the start of the line behind the one that ends with *index*, comment and all."""
    if text[index - 1 : index] == "\n":  # a text block ends with its line
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1
