"""The actors and stakeholders of a codebook: names with other names, each belonging to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.ingest.marked_yaml import (
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


def read_actors(fields: Mapping[str, yaml.Node], problems: Problems) -> Named:
    """Read ``actors:`` and ``stakeholders:``; a name that is given to two is a problem.

    Args:
        fields: the codebook's own keys with their values.
        problems: collects what is wrong.
    """
    owners: dict[str, _Owner] = {}
    read: dict[str, Aliases] = {}
    for key in Named._fields:
        found: Aliases = {}
        if key in fields:
            for where, name, node, aliases in _walk(fields[key], key, problems):
                found[name] = _claim(where, name, node, aliases, owners, problems)
        read[key] = found
    return Named(**read)


def _walk(
    node: yaml.Node, key: str, problems: Problems
) -> Iterator[tuple[str, str, yaml.Node, yaml.Node | None]]:
    """Yield the place, the name, its node and the node of its other names."""
    if describe(node) == "nothing":
        return
    if key == "stakeholders" and is_list(node):
        for where, item in items_of(node, key, problems):
            if is_list(item) or not isinstance(item.value, list):
                name = text_of(item, where, problems)
                if name is not None:
                    yield where, name, item, None
            else:  # "- Shippers: [the lines]", a list of names some of which have others
                yield from _walk_keys(item, where, problems)
        return
    yield from _walk_keys(node, key, problems)


def _walk_keys(
    node: yaml.Node, key: str, problems: Problems
) -> Iterator[tuple[str, str, yaml.Node, yaml.Node | None]]:
    for name, key_node, value in mapping_items(node, key, problems):
        text = text_of(key_node, key, problems)
        if text is not None:
            yield join_key(key, name), text, key_node, value


def _claim(
    where: str,
    name: str,
    node: yaml.Node,
    aliases: yaml.Node | None,
    owners: dict[str, _Owner],
    problems: Problems,
) -> tuple[str, ...]:
    """Give a name and its other names to one actor; return the other names."""
    _take(where, name, node, name, owners, problems)
    if aliases is None or describe(aliases) == "nothing":
        return ()
    texts = tuple(dict.fromkeys(texts_of(aliases, where, problems)))
    nodes = aliases.value if is_list(aliases) else ()
    for item in nodes:
        text = " ".join(str(item.value).split())
        if text in texts:
            _take(where, text, item, name, owners, problems)
    return texts


def _take(
    where: str,
    text: str,
    node: yaml.Node,
    actor: str,
    owners: dict[str, _Owner],
    problems: Problems,
) -> None:
    line = problems.first_line + node.start_mark.line
    if not is_name(text):
        problems.add(node, where, f"{text!r} is nobody's name; take it out")
        return
    is_alias = text != actor
    owner = owners.setdefault(fold_name(text), _Owner(actor, is_alias, line))
    if owner.actor == actor:
        return
    if is_alias:
        message = (
            f"{text!r} is a name of {owner.actor!r} at line {owner.line} already; "
            "leave it with one of the two"
        )
    elif owner.is_alias:
        message = (
            f"{text!r} is listed as another name of {owner.actor!r} at line {owner.line}; "
            f"did you mean {owner.actor!r}?"
        )
    else:
        message = (
            f"{text!r} and {owner.actor!r} at line {owner.line} are read as one name; "
            "write both in the same way"
        )
    problems.add(node, where, message)
