"""The actors and stakeholders of a codebook: names with other names, each belonging to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.ingest.marked_yaml import (
    KEYS,
    describe,
    is_list,
    items_of,
    join_key,
    mapping_items,
    text_of,
    texts_of,
)
from briefgen.models.names import fold_name, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import yaml

    from briefgen.ingest.marked_yaml import Problems

Aliases = dict[str, tuple[str, ...] | None]


class Named(NamedTuple):
    """Both lists of a codebook."""

    actors: Aliases
    stakeholders: Aliases


class _Owner(NamedTuple):
    """To whom a name belongs, and where that is said."""

    actor: str
    is_alias: bool
    line: int


class _Entry(NamedTuple):
    """A name in the file with what stands behind it."""

    where: str
    name: str
    node: yaml.Node
    aliases: yaml.Node | None


def read_actors(fields: Mapping[str, yaml.Node], problems: Problems) -> Named:
    """Read ``actors:`` and ``stakeholders:``; a name that is given to two is a problem.

    Args:
        fields: the codebook's own keys with their values.
        problems: collects what is wrong.
    """
    names = _Names(problems)
    read: dict[str, Aliases] = {}
    for key in Named._fields:
        entries = _walk(fields[key], key, problems) if key in fields else ()
        read[key] = {entry.name: names.claim(entry) for entry in entries}
    return Named(**read)


def _walk(node: yaml.Node, key: str, problems: Problems) -> Iterator[_Entry]:
    if describe(node) == "nothing":
        return
    if key != "stakeholders" or not is_list(node):
        yield from _walk_keys(node, key, problems)
        return
    for where, item in items_of(node, key, problems):
        if describe(item) == KEYS:  # "- Shippers: [the lines]"
            yield from _walk_keys(item, where, problems)
            continue
        name = text_of(item, where, problems)
        if name is not None:
            yield _Entry(where, name, item, None)


def _walk_keys(node: yaml.Node, key: str, problems: Problems) -> Iterator[_Entry]:
    for name, key_node, value in mapping_items(node, key, problems):
        text = text_of(key_node, key, problems)
        if text is not None:
            yield _Entry(join_key(key, name), text, key_node, value)


class _Names:
    """Gives every name to one actor; what is given twice is a problem."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._owners: dict[str, _Owner] = {}

    def claim(self, entry: _Entry) -> tuple[str, ...]:
        """Take an entry's name and other names; return the other names."""
        self._take(entry, entry.name, entry.node)
        if entry.aliases is None or describe(entry.aliases) == "nothing":
            return ()
        texts = texts_of(entry.aliases, entry.where, self._problems)
        for item in entry.aliases.value if is_list(entry.aliases) else ():
            text = " ".join(str(item.value).split())
            if text in texts:
                self._take(entry, text, item)
        return tuple(dict.fromkeys(texts))

    def _take(self, entry: _Entry, text: str, node: yaml.Node) -> None:
        if not is_name(text):
            message = f"{text!r} is nobody's name alone; take it out"
            self._problems.add(node, entry.where, message)
            return
        line = self._problems.first_line + node.start_mark.line
        own = _Owner(entry.name, text != entry.name, line)
        owner = self._owners.setdefault(fold_name(text), own)
        if owner.actor != entry.name:
            self._problems.add(node, entry.where, _word_clash(text, own, owner))


def _word_clash(text: str, own: _Owner, owner: _Owner) -> str:
    if own.is_alias:
        return (
            f"{text!r} is a name of {owner.actor!r} at line {owner.line} already; "
            "leave it with one of the two"
        )
    if owner.is_alias:
        return (
            f"{text!r} is another name of {owner.actor!r} at line {owner.line}; "
            f"did you mean {owner.actor!r}?"
        )
    return (
        f"{text!r} and {owner.actor!r} at line {owner.line} are read as one name; "
        "write both in the same way"
    )
