"""Templates as text, before they are run: what they use, and which of it does not exist.

What a trial printing cannot see is found here: names in branches that no brief takes.
"""

import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache, cached_property
from pathlib import Path

import jinja2
from jinja2 import meta, nodes
from pydantic import BaseModel

from briefgen.errors import TemplateError
from briefgen.rendering import view
from briefgen.rendering.missing_names import suggest, top_names
from briefgen.rendering.sandbox import METHOD_NAMES, Sandbox
from briefgen.rendering.template_errors import describe_error, read_line, unknown_name

HINT = "docs/templates.md lists what there is"
Kind = typing.TypeVar("Kind", bound=nodes.Node)


@dataclass(frozen=True)
class Macro:
    """A macro of a template."""

    name: str
    parameters: tuple[str, ...]
    """As they are written: `total`, `shows_divided=true`."""
    comment: str
    """What stands before it in ``{# … #}``; empty where nothing does."""
    line: int


@dataclass(frozen=True)
class TemplateText:
    """A template that was read."""

    name: str
    """As other templates import it."""
    file: Path
    tree: nodes.Template

    @cached_property
    def nodes(self) -> tuple[nodes.Node, ...]:
        """All that it is made of, in its order; found once, since each look for it costs."""
        found, waiting = [], [*self.tree.iter_child_nodes()][::-1]
        while waiting:
            found.append(waiting.pop())
            waiting += [*found[-1].iter_child_nodes()][::-1]
        return tuple(found)

    def all_of(self, kind: type[Kind]) -> Iterator[Kind]:
        """Yield what is of a kind."""
        return (node for node in self.nodes if isinstance(node, kind))

    @property
    def imports(self) -> dict[str, str]:
        """Local name to the template that it stands for."""
        return {
            node.target: node.template.value
            for node in self.all_of(nodes.Import)
            if isinstance(node.template, nodes.Const)
        }

    @property
    def names(self) -> frozenset[str]:
        """What other templates can import: macros, and what is set at the top."""
        set_ = {
            node.target.name
            for node in self.tree.body
            if isinstance(node, (nodes.Assign, nodes.AssignBlock))
            and isinstance(node.target, nodes.Name)
        }
        return frozenset(set_ | {node.name for node in self.all_of(nodes.Macro)})

    @property
    def filters(self) -> frozenset[str]:
        """The filters that it names."""
        return frozenset(node.name for node in self.all_of(nodes.Filter))

    @property
    def tests(self) -> frozenset[str]:
        """The tests that it names."""
        return frozenset(node.name for node in self.all_of(nodes.Test))


def read_templates(
    name: str, environment: Sandbox
) -> tuple[list[TemplateText], list[TemplateError]]:
    """Return a template and all that it imports, and what cannot be read of them.

    Args:
        name: of the template, from its templates folder.
        environment: in which it will run.
    """
    read: dict[str, TemplateText] = {}
    mistakes: list[TemplateError] = []
    waiting = [name]
    while waiting:
        name = waiting.pop(0)
        if name in read:
            continue
        try:
            text = read_template(name, environment)
        except TemplateError as error:
            mistakes.append(error)
            continue
        except jinja2.TemplateNotFound:
            continue  # told by who imports it
        read[name] = text
        waiting += [other for _, other in _imports(text)]
    return list(read.values()), mistakes


def read_template(name: str, environment: Sandbox) -> TemplateText:
    """Read one template.

    Raises:
        TemplateError: it is no template.
        jinja2.TemplateNotFound: there is none of that name.
    """
    assert environment.loader is not None  # noqa: S101 - make_environment gives one
    file = Path(name)
    try:
        source, filename, _ = environment.loader.get_source(environment, name)
        file = Path(filename or name)
        return TemplateText(name, file, environment.parse(source, name, filename))
    except jinja2.TemplateNotFound:
        raise
    except Exception as error:  # whatever makes it unreadable is told with its place
        raise describe_error(error, file, environment) from error


def find_unknown(
    text: TemplateText, others: Mapping[str, TemplateText], environment: Sandbox
) -> Iterator[TemplateError]:
    """Yield what a template names and what does not exist, with its place.

    Args:
        text: the template.
        others: templates by their names, with all that it imports.
        environment: in which it will run.
    """
    for line, message in sorted(
        {
            *_unknown_imports(text, others, environment),
            *_unknown_functions(text, environment),
            *_unknown_names(text, environment),
            *_unknown_attributes(text, others),
        }
    ):
        where = f"{text.file}:{line}"
        yield TemplateError(message, where=where, hint=HINT, line=read_line(where))


def _imports(text: TemplateText) -> Iterator[tuple[nodes.Node, str]]:
    """Yield what names another template in quotation marks, with that name."""
    for node in text.nodes:
        if not isinstance(node, (nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends)):
            continue
        named = node.template
        if isinstance(named, nodes.Const) and isinstance(named.value, str):
            yield node, named.value


def _unknown_imports(
    text: TemplateText, others: Mapping[str, TemplateText], environment: Sandbox
) -> Iterator[tuple[int, str]]:
    for node, name in _imports(text):
        if name not in others:
            known = environment.list_templates(extensions=["j2"])
            if name not in known:
                message = f"imports {name!r}, which is in no templates folder"
                yield node.lineno, message + suggest(name, known)
        elif isinstance(node, nodes.FromImport):
            for each in node.names:
                macro = each[0] if isinstance(each, tuple) else each
                if macro not in others[name].names:
                    yield node.lineno, _no_macro(name, macro, others[name])


def _no_macro(name: str, macro: str, text: TemplateText) -> str:
    return f"{name} has no macro {macro!r}{suggest(macro, sorted(text.names))}"


def _unknown_functions(text: TemplateText, environment: Sandbox) -> Iterator[tuple[int, str]]:
    for filter_ in text.all_of(nodes.Filter):
        if filter_.name not in environment.filters:
            yield filter_.lineno, unknown_name("filter", filter_.name, [*environment.filters])
    for test in text.all_of(nodes.Test):
        if test.name not in environment.tests:
            yield test.lineno, unknown_name("test", test.name, [*environment.tests])


def _unknown_names(text: TemplateText, environment: Sandbox) -> Iterator[tuple[int, str]]:
    unknown = _undeclared(text.tree) - set(top_names()) - set(environment.globals)
    # What is set in one branch is undeclared in the others: a trial printing tells of those.
    unknown -= {node.name for node in text.all_of(nodes.Name) if node.ctx != "load"}
    for node in text.all_of(nodes.Name):
        if node.ctx == "load" and node.name in unknown:
            yield node.lineno, f"there is no {node.name!r}{suggest(node.name, top_names())}"


def _undeclared(tree: nodes.Template) -> set[str]:
    """Return the names that a template does not set itself; none where it cannot be compiled."""
    try:
        return meta.find_undeclared_variables(tree)
    except jinja2.TemplateError:
        return set()


def _unknown_attributes(
    text: TemplateText, others: Mapping[str, TemplateText]
) -> Iterator[tuple[int, str]]:
    """Yield what is asked of an import that lacks it, and parts that nothing at all has."""
    imported = text.imports
    kept = {key.key for call in text.all_of(nodes.Call) for key in call.kwargs}
    kept |= {str(key.value) for key in text.all_of(nodes.Const)}
    for node in text.all_of(nodes.Getattr):
        held = node.node.name if isinstance(node.node, nodes.Name) else None
        if held in imported:
            other = others.get(imported[held])
            if other is not None and node.attr not in other.names:
                yield node.lineno, _no_macro(other.name, node.attr, other)
        elif node.attr not in part_names() and node.attr not in kept:
            known = sorted(part_names())
            yield node.lineno, f"nothing has a part {node.attr!r}{suggest(node.attr, known)}"


@cache
def part_names() -> frozenset[str]:
    """Return the names of all parts of all things that a template can reach."""
    names: set[str] = set(METHOD_NAMES)
    for kind in kinds_reached():
        names |= {name for name in _hints_of(kind) if not name.startswith(("_", "model_"))}
        names |= {n for n, v in vars(kind).items() if type(v) is property and n[0] != "_"}
    return frozenset(names)


@cache
def kinds_reached() -> tuple[type, ...]:
    """Return the classes of all things that a template can reach, those with fields."""
    found: dict[object, None] = {}
    waiting: list[object] = [view.BriefView]
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found[kind] = None
        waiting += typing.get_args(kind)
        if _has_fields(kind):
            waiting += _hints_of(typing.cast("type", kind)).values()
    return tuple(typing.cast("type", kind) for kind in found if _has_fields(kind))


def _has_fields(kind: object) -> bool:
    return isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, BaseModel))


def _hints_of(kind: type) -> dict[str, object]:
    # A view module may name another one's class for type checkers alone.
    return typing.get_type_hints(kind, localns=vars(view))


def read_macros(text: TemplateText, environment: Sandbox) -> list[Macro]:
    """Return the macros of a template, in their order, each with the comment before it."""
    source = text.file.read_text(encoding="utf-8")
    comments: dict[int, str] = {}
    for line, kind, value in environment.lex(source):
        if kind == "comment":
            comments[line + value.count("\n") + 1] = " ".join(value.split())
    found = []
    for node in text.all_of(nodes.Macro):
        signature = re.search(
            rf"\bmacro\s+{node.name}\s*\((.*?)\)\s*-?%}}", source, flags=re.DOTALL
        )
        written = signature[1] if signature else ""
        parameters = tuple(part for each in written.split(",") if (part := each.strip()))
        found.append(Macro(node.name, parameters, comments.get(node.lineno, ""), node.lineno))
    return found


def names_used(text: TemplateText) -> frozenset[str]:
    """Return the brief's own names that a template uses."""
    return frozenset(_undeclared(text.tree) & set(top_names()))


def macros_used(text: TemplateText) -> list[tuple[str, str]]:
    """Return the macros that a template takes from others: the other's name, and the macro's."""
    imported = text.imports
    used = {
        (imported[node.node.name], node.attr)
        for node in text.all_of(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name in imported
    }
    for node, other in _imports(text):
        if isinstance(node, nodes.FromImport):
            names = (each[0] if isinstance(each, tuple) else each for each in node.names)
            used |= {(other, name) for name in names}
    return sorted(used)
