"""The sandbox in which templates run: what they may touch and what that costs them.

Jinja2's own sandbox refuses what is private by its name. Here only what is listed may be touched:
the fields of the views, macros, a loop's counters, and a few methods that cannot grow. What repeats
and what grows is counted against a :mod:`budget <briefgen.rendering.budget>`.
"""

# ruff: noqa: ANN401 - what a template hands over may be anything

import functools
from collections.abc import Callable, Collection, Iterable
from dataclasses import is_dataclass
from types import GeneratorType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import _GroupTuple
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup
from pydantic import BaseModel

from briefgen.rendering.budget import Budget, LimitError, Rounds, limit_filter
from briefgen.rendering.compiled import READ
from briefgen.rendering.escaping import Markdown
from briefgen.rendering.sections import trace_markers

LARGEST_FILE = 100_000
"""Characters of a template."""

_LARGEST_NUMBER = 10**30
_LARGEST_POWER = 64

_TEXT_METHODS = frozenset(
    "endswith lower removeprefix removesuffix split startswith strip title upper".split()
)
_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (Markup, frozenset()),  # any of them would let unescaped text in
    (str, _TEXT_METHODS),
    (dict, frozenset({"get", "items", "keys", "values"})),
    (_GroupTuple, frozenset({"count", "grouper", "index", "list"})),
    (list, frozenset({"count", "index"})),
    (tuple, frozenset({"count", "index"})),
    (
        LoopContext,
        frozenset(
            """changed cycle depth depth0 first index index0 last length nextitem previtem revindex
            revindex0""".split()
        ),
    ),
)
METHOD_NAMES = frozenset().union(*(names for _, names in _METHODS))
"""What a template may touch beside the fields of the views."""
_OF_TEXT = frozenset("capitalize date full_stop lower sentence shorten trim upper".split())
_JOINING = frozenset({"join", "listing"})
_OPERATORS = frozenset({"+", "-", "*", "/", "//", "%", "**"})


class _CodeGenerator(CodeGenerator):
    """Joins with ``~`` for Markdown, and hands what can grow to the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.concat_text((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        # One by one, so that the compiled code knows the line of each piece of text.
        for part in node.nodes:
            self.newline(part)
            super().visit_Output(nodes.Output([part], lineno=part.lineno), frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        rounds = nodes.Call(nodes.EnvironmentAttribute("rounds"), [node.iter], [], None, None)
        node.iter = rounds.set_lineno(node.iter.lineno).set_environment(self.environment)
        super().visit_For(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        self._weighed(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        self._weighed(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        visit = super().visit_Tuple
        if node.ctx == "load":
            self._weighed(visit, node, frame)
        else:
            visit(node, frame)

    def _weighed(self, visit: Callable[[Any, Frame], None], node: nodes.Node, frame: Frame) -> None:
        self.write("environment.weighed(")
        visit(node, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox with Markdown in the place of HTML, a list of what may be touched, limits.

    Args:
        budget: what a template may use up.
        options: of Jinja2's environment.
    """

    code_generator_class = _CodeGenerator
    intercepted_binops = _OPERATORS

    def __init__(self, budget: Budget, **options: Any) -> None:
        # Constants are folded when a template is compiled, out of sight of the counts.
        super().__init__(optimized=False, **options)
        self.budget = budget
        self.globals.clear()
        self.globals.update(namespace=Namespace, range=self._range)
        self.concat = self._concat  # type: ignore[method-assign]  # looked up by the compiled code

        self.on_mistake: Callable[[Exception], None] | None = None
        """Called with a mistake, which then costs only its place; where None, mistakes raise."""

    def forgive(self, error: Exception) -> Any:
        """Raise a mistake; where mistakes are collected, note it and return nothing instead."""
        if self.on_mistake is None:
            raise error
        self.on_mistake(error)
        return Markdown()

    def limit_filters(self) -> None:
        """Count what the filters do."""
        for name, function in self.filters.items():
            taking = function
            if name in _OF_TEXT:
                taking = self._taking_text(function)
            elif name in _JOINING:
                taking = self._joining(function)
            self.filters[name] = limit_filter(taking, self.budget, self.forgive)

    def _taking_text(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that takes only what may become text."""

        @functools.wraps(function)
        def taking(value: Any, *args: Any, **kwargs: Any) -> Any:
            return function(self.printable(value), *args, **kwargs)

        return taking

    def _joining(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that measures the texts before it makes one of them."""

        @functools.wraps(function)
        def joining(items: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
            parts = [self.printable(item) for item in items]
            letters = sum(len(part) for part in parts if isinstance(part, str))
            between = sum(len(each) for each in (*args, *kwargs.values()) if isinstance(each, str))
            self.budget.take_letters(letters + between * len(parts))
            return function(parts, *args, **kwargs)

        return joining

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Leave a trace at each section marker, by which its line is found again."""
        return trace_markers(super().preprocess(source, name, filename), filename or name or "")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > LARGEST_FILE:
            message = f"the template has more than {LARGEST_FILE} characters"
            raise jinja2.TemplateSyntaxError(message, 1, name, filename)
        return READ.take_tree(filename or name or "", source) or super()._parse(
            source, name, filename
        )

    def rounds(self, items: Iterable[Any]) -> Iterable[Any]:
        """Return what a loop goes through, counted."""
        return items if isinstance(items, jinja2.Undefined) else Rounds(items, self.budget)

    def weighed(self, value: object) -> object:
        """Return a list or the like that a template made, if it is not too large."""
        self.budget.weigh(value)
        return value

    def _range(self, *bounds: int) -> range:
        """Return whole numbers, as many as a list may have."""
        numbers = range(*bounds)
        if numbers[self.budget.elements :]:  # the length of a very long one is beyond Python
            message = f"a range of more than {self.budget.elements} numbers"
            raise LimitError(message)
        return numbers

    def _concat(self, parts: Iterable[str]) -> str:
        """Join what a macro or a block printed."""
        parts = list(parts)
        self.budget.take_letters(sum(map(len, parts)))
        return "".join(parts)

    def concat_text(self, parts: Iterable[object]) -> str:
        """Join values: Markdown where one of them is, the others escaped for it."""
        parts = [self.printable(part) for part in parts]
        self.budget.step()
        self.budget.take_letters(sum(len(part) for part in parts if isinstance(part, str)))
        if any(hasattr(part, "__html__") for part in parts):
            return Markdown("").join(Markdown.escape(part) for part in parts)
        return "".join(str(part) for part in parts)

    def printable(self, value: Any) -> Any:
        """Return a value that may become text: text, a number, yes or no.

        Raises:
            TypeError: it is missing, or a list or a thing, whose parts should be printed.
        """
        if isinstance(value, (str, int, float, jinja2.Undefined)):
            return value
        if value is None:
            message = "prints a value that is missing: ask for it first with {% if … %}"
            raise TypeError(message)
        if isinstance(value, (list, tuple, dict, GeneratorType)):
            message = "prints a list: print its items with {% for … %} or with |listing"
            raise TypeError(message)
        message = f"prints {_name_kind(value)}, which is no text: name one of its parts"
        raise TypeError(message)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add texts for Markdown and lists; calculate with numbers that stay small."""
        self.budget.step()
        if isinstance(left, jinja2.Undefined) or isinstance(right, jinja2.Undefined):
            return super().call_binop(context, operator, left, right)
        if isinstance(left, (str, list, tuple)) or isinstance(right, (str, list, tuple)):
            if operator != "+":
                message = f"{operator!r} does not work on text and lists"
                raise SecurityError(message)
            if isinstance(left, str) or isinstance(right, str):
                return self.concat_text((left, right))
            self.budget.weigh((left, right))
        elif operator == "**" and not (abs(right) <= _LARGEST_POWER >= abs(left)):
            message = "a power of large numbers"
            raise LimitError(message)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, (int, float)) and abs(result) > _LARGEST_NUMBER:
            message = "a number that is too large"
            raise LimitError(message)
        return result

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or function; a loop that calls itself goes through counted items."""
        self.budget.step()
        self.budget.weigh(args)
        if isinstance(called, LoopContext) and args:
            args = (self.rounds(args[0]), *args[1:])
        try:
            result = super().call(context, called, *args, **kwargs)
        except TypeError as error:
            return self.forgive(error)
        self.budget.weigh(result)
        return result

    def get_template(self, *args: Any, **kwargs: Any) -> jinja2.Template:
        """Return a template; including one in a loop counts."""
        self.budget.step(100)
        with self.budget.paused():
            return super().get_template(*args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a part of a thing: only what is listed, and what a table has under that key."""
        if self.is_safe_attribute(obj, attribute, None):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        try:
            return obj[attribute]
        except (TypeError, LookupError):
            pass
        if attribute.startswith("_") or attribute in dir(type(obj)):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a part of a thing by its key or place, else by its name."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            if isinstance(argument, str) and not isinstance(obj, (list, tuple, str)):
                return self.getattr(obj, str(argument))
        return self.undefined(obj=obj, name=argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may touch it: only what is listed."""
        return not attr.startswith("_") and attr in names_of(obj)

    def wrap_str_format(self, value: Any) -> None:
        """Give no way to ``str.format``: it can reach attributes and make very long texts."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:
        """Return what raises when it is used."""
        message = f"{attribute!r} of {_name_kind(obj)}"
        return self.undefined(message, obj=obj, name=attribute, exc=SecurityError)


def names_of(obj: Any) -> Collection[str]:
    """Return the names of a thing that a template may touch."""
    if isinstance(obj, (TemplateModule, Namespace)):
        held = obj.__dict__ if isinstance(obj, TemplateModule) else _namespace_values(obj)
        return [name for name in held if not name.startswith("_")]
    return () if isinstance(obj, type) else _names_of_kind(type(obj))  # type: ignore[arg-type]


@functools.cache
def _names_of_kind(kind: type) -> tuple[str, ...]:
    """Return the names of the fields, in their order; else those of the methods that are listed."""
    if issubclass(kind, BaseModel):
        return (*kind.model_fields, *_properties(kind))
    if is_dataclass(kind):
        return (*kind.__dataclass_fields__, *_properties(kind))
    return tuple(sorted(next((names for each, names in _METHODS if issubclass(kind, each)), ())))


def _namespace_values(space: Namespace) -> dict[str, Any]:
    values = object.__getattribute__(space, "_Namespace__attrs")
    return values if isinstance(values, dict) else {}


def _properties(kind: type) -> tuple[str, ...]:
    own = (vars(each) for each in kind.__mro__ if each not in {object, *BaseModel.__mro__})
    return tuple(name for each in own for name, value in each.items() if type(value) is property)


def _name_kind(obj: Any) -> str:
    """Return what a thing is, for a person."""
    if isinstance(obj, TemplateModule):
        return repr(obj.__name__)
    if isinstance(obj, LoopContext):
        return "a loop"
    if isinstance(obj, Macro):
        return "a macro"
    kinds = {str: "a text", dict: "a table", list: "a list", tuple: "a list", int: "a number"}
    kinds |= {float: "a number", bool: "yes or no", type(None): "nothing"}
    kinds |= {Markdown: "a text", Markup: "a text"}
    return kinds.get(type(obj)) or ("a function" if callable(obj) else type(obj).__name__)
