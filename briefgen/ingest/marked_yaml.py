"""YAML read as nodes with their places, so that every complaint can name file, line and key.

Only what the project's files need: one document of mappings, lists and scalars. Aliases are
refused (a few lines of them can stand for gigabytes), values are never turned into objects, and
``no`` or ``2020`` in a list of terms stay the text that the analyst typed.
"""

from __future__ import annotations

import difflib
import math
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from briefgen.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    import yaml

MAX_YAML_BYTES = 1024 * 1024
_SHOWN_PROBLEMS = 20


@dataclass
class Problems:
    """Collects what is wrong in one file; :meth:`raise_if_any` decides at the end."""

    file: str
    error: type[UsageError] | type[ArticleError]
    first_line: int = 1
    """Line of the file at which the YAML starts (front matter starts at 2)."""
    found: list[tuple[int, str, str]] = field(default_factory=list)
    meant: set[str] = field(default_factory=set)
    """Keys that an unknown key was probably meant to be: not missing as well."""

    def add(self, node: yaml.Node | None, key: str, message: str) -> None:
        """Note that *message* holds for *key* at the place of *node*."""
        line = node.start_mark.line if node is not None else 0
        self.found.append((self.first_line + line, key, message))

    def raise_if_any(self, hint: str | None = None) -> None:
        """Raise one error that names every problem, in the order of the file."""
        if not self.found:
            return
        lines = [
            (f"{self.file}:{line}" + (f": {key}" if key else ""), message)
            for line, key, message in sorted(self.found, key=lambda item: item[0])
        ]
        (where, message), *others = lines
        shown = [f"{place}: {text}" for place, text in others[:_SHOWN_PROBLEMS]]
        if len(others) > _SHOWN_PROBLEMS:
            shown.append(f"{self.file}: and {len(others) - _SHOWN_PROBLEMS} more")
        raise self.error("\n".join([message, *shown]), where=where, hint=hint)

    def fail(self, node: yaml.Node | None, key: str, message: str, hint: str | None = None) -> None:
        """Note a problem after which reading on makes no sense, and raise."""
        self.add(node, key, message)
        self.raise_if_any(hint)


def read_yaml_file(path: Path, problems: Problems) -> str:
    """Return the text of a YAML file of at most ``MAX_YAML_BYTES`` in UTF-8."""
    try:
        if path.stat().st_size > MAX_YAML_BYTES:
            problems.fail(None, "", f"the file is larger than {MAX_YAML_BYTES // 1024} KiB")
        data = path.read_bytes()
    except OSError as exc:
        raise problems.error(f"cannot be read: {exc.strerror}", where=problems.file) from exc
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data[: exc.start].count(b"\n") + 1
        raise problems.error(
            "is not UTF-8", where=f"{problems.file}:{line}", hint="save the file as UTF-8"
        ) from exc


@cache
def _loaders() -> tuple[Any, ...]:
    """Return the loaders to try, made at run time: yaml is imported late.

    PyYAML's own in C, where it was built with it, is five times as fast on a long log; the one in
    Python comes after it, because its words for what is wrong are the ones that are explained.
    """
    import yaml

    class NoAliases(yaml.composer.Composer):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):  # type: ignore[attr-defined]
                event = self.peek_event()  # type: ignore[attr-defined]
                raise yaml.composer.ComposerError(
                    None, None, "aliases (*name) are not allowed", event.start_mark
                )
            return super().compose_node(parent, index)

    class InPython(NoAliases, yaml.SafeLoader):
        pass

    if not yaml.__with_libyaml__:
        return (InPython,)

    class InC(NoAliases, yaml.cyaml.CParser, yaml.resolver.Resolver):  # type: ignore[misc,name-defined]
        def __init__(self, text: str) -> None:
            yaml.cyaml.CParser.__init__(self, text)  # type: ignore[attr-defined]
            NoAliases.__init__(self)
            yaml.resolver.Resolver.__init__(self)

    return InC, InPython


def _compose(text: str) -> yaml.Node | None:
    """Return the document's node; None where there is none.

    Raises:
        yaml.YAMLError: the text is no YAML, or more than one document.
    """
    import yaml

    *faster, last = _loaders()
    for each in faster:
        with suppress(yaml.YAMLError):
            return _compose_with(each, text)
    return _compose_with(last, text)


def _compose_with(kind: Any, text: str) -> yaml.Node | None:  # noqa: ANN401 (see _loaders)
    loader = kind(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def compose_mapping(text: str, problems: Problems) -> yaml.MappingNode:
    """Return the document's one mapping; anything else is a problem and raises."""
    import yaml

    node: yaml.Node | None = None
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as exc:
        _fail_marked(exc, problems)
    except yaml.reader.ReaderError as exc:
        line = text[: exc.position].count("\n")
        problems.found.append((problems.first_line + line, "", "a character YAML does not allow"))
    except RecursionError:
        problems.add(None, "", "nested too deeply")
    problems.raise_if_any()
    if node is None:
        problems.fail(None, "", "the file is empty")
    if not isinstance(node, yaml.MappingNode):
        problems.fail(node, "", f"expected keys with values, found {describe(node)}")
    assert isinstance(node, yaml.MappingNode)  # noqa: S101 (fail() raised otherwise)
    return node


def _fail_marked(exc: yaml.MarkedYAMLError, problems: Problems) -> None:
    problem = exc.problem or "not valid YAML"
    mark = exc.problem_mark or exc.context_mark
    line = problems.first_line + (mark.line if mark else 0)
    if "\\t" in problem or "tab" in problem:
        problems.found.append((line, "", "a tab where YAML wants spaces"))
        problems.raise_if_any("indent with spaces")
    hint = None
    if "mapping values are not allowed" in problem:
        hint = 'put a value that contains ": " between quotation marks'
    problems.found.append((line, "", f"not valid YAML: {problem}"))
    problems.raise_if_any(hint)


def describe(node: yaml.Node | None) -> str:
    """Say in words what a node is."""
    if node is None or (is_scalar(node) and node.tag.endswith(":null")):
        return "nothing"
    return "a single value" if is_scalar(node) else "a list" if is_list(node) else KEYS


KEYS = "keys with values"


def is_scalar(node: yaml.Node) -> bool:
    """Tell a single value."""
    return bool(getattr(node, "id", "") == "scalar")


def is_list(node: yaml.Node) -> bool:
    """Tell a list."""
    return bool(getattr(node, "id", "") == "sequence")


def mapping_items(
    node: yaml.Node, key: str, problems: Problems
) -> Iterator[tuple[str, yaml.ScalarNode, yaml.Node]]:
    """Yield name, key node and value node of a mapping; duplicate names are problems."""
    if describe(node) != KEYS:
        problems.add(node, key, f"expected keys with values, found {describe(node)}")
        return
    seen: set[str] = set()
    for key_node, value in node.value:
        if not is_scalar(key_node):
            problems.add(key_node, key, "a key must be a single word")
            continue
        name = str(key_node.value)
        if name in seen:
            problems.add(key_node, join_key(key, name), "this key stands here twice")
            continue
        seen.add(name)
        yield name, key_node, value


def fields_of(
    node: yaml.Node, key: str, known: tuple[str, ...], problems: Problems
) -> dict[str, yaml.Node]:
    """Return the known fields of a mapping; unknown names are problems that name the nearest."""
    fields: dict[str, yaml.Node] = {}
    for name, key_node, value in mapping_items(node, key, problems):
        if name in known:
            fields[name] = value
            continue
        near = difflib.get_close_matches(name, known, 1, 0.6)
        problems.meant.update(join_key(key, other) for other in near)
        meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        problems.add(key_node, join_key(key, name), f"unknown key; {meant}")
    return fields


def text_of(node: yaml.Node, key: str, problems: Problems) -> str | None:
    """Return a scalar's source text in one line, or None with a problem noted."""
    if not is_scalar(node) or describe(node) == "nothing":
        problems.add(node, key, f"expected text, found {describe(node)}")
        return None
    text = " ".join(str(node.value).split())
    if not text:
        problems.add(node, key, "the text is empty")
        return None
    return text


def texts_of(node: yaml.Node, key: str, problems: Problems) -> tuple[str, ...]:
    """Return the texts of a list of scalars; anything else is a problem."""
    if not is_list(node):
        problems.add(node, key, f"expected a list, found {describe(node)}")
        return ()
    items = (text_of(item, f"{key}[{n}]", problems) for n, item in enumerate(node.value, 1))
    return tuple(item for item in items if item is not None)


def join_key(parent: str, name: str) -> str:
    """Return the path of a key as an analyst would write it."""
    return f"{parent}.{name}" if parent else name


def items_of(
    node: yaml.Node | None, key: str, problems: Problems
) -> Iterator[tuple[str, yaml.Node]]:
    """Yield key and node of a list's items; a key without a value is an empty list."""
    if node is None or describe(node) == "nothing":
        return
    if not is_list(node):
        problems.add(node, key, f"expected a list, found {describe(node)}")
        return
    for number, item in enumerate(node.value, 1):
        yield f"{key}[{number}]", item


def number_of(node: yaml.Node, key: str, problems: Problems) -> float | None:
    """Return a scalar's finite number, or None with a problem noted."""
    text = text_of(node, key, problems)
    if text is None:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        problems.add(node, key, f"{text!r} is no number")
        return None
    return number


def choice_of(
    node: yaml.Node, key: str, choices: Collection[str], problems: Problems
) -> str | None:
    """Return a scalar that is one of *choices*, or None with a problem noted."""
    text = text_of(node, key, problems)
    if text is None or text in choices:
        return text
    near = difflib.get_close_matches(text, list(choices), 1, 0.6)
    meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(choices)}"
    problems.add(node, key, f"{text!r} is not known here; {meant}")
    return None


def require(
    fields: Collection[str], needed: tuple[str, ...], node: yaml.Node, key: str, problems: Problems
) -> bool:
    """Tell whether a mapping has all fields that it needs; those it lacks are problems."""
    if describe(node) != KEYS:
        return False
    missing = [name for name in needed if name not in fields]
    for name in missing:
        if join_key(key, name) not in problems.meant:
            problems.add(node, join_key(key, name), "this key is missing")
    return not missing
