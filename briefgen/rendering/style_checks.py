"""The style of an audience, checked: what a browser or WeasyPrint would pass over in silence."""

import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, ParseError, QualifiedRule

from briefgen.errors import TemplateError
from briefgen.rendering.missing_names import find_like, suggest
from briefgen.rendering.template_errors import read_line

_BESIDE = re.compile(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL)
_VARIABLE = re.compile(r"(--[\w-]+)\s*:")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_RULES_WITHIN = frozenset({"media", "supports", "layer", "container"})
_DESCRIPTORS = frozenset({"font-face", "counter-style", "color-profile", "property"})


def check_style(file: Path, variables: Set[str]) -> Iterator[TemplateError]:
    """Yield the mistakes of a style sheet, each with its line.

    Args:
        file: the style sheet.
        variables: custom properties that the page gives, such as ``--ink``.
    """
    text = file.read_text(encoding="utf-8")
    known = variables | set(_VARIABLE.findall(text))
    found: dict[int, str] = {}  # the first of a line: what follows from it is no news
    for line, message in (*_find_unbalanced(text), *_check_rules(_parse(text), known)):
        found.setdefault(line, message)
    for line, message in sorted(found.items()):
        where = f"{file}:{line}"
        yield TemplateError(message, where=where, line=read_line(where))


def classes_of(style: str) -> frozenset[str]:
    """Return the classes that a style sheet names."""
    found: set[str] = set()
    waiting = _parse(style)
    while waiting:
        rule = waiting.pop()
        if isinstance(rule, QualifiedRule):
            found |= set(_CLASS.findall(tinycss2.serialize(rule.prelude)))
        elif isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _RULES_WITHIN:
            waiting += _parse_within(rule.content)
    return frozenset(found)


def variables_of(style: str) -> frozenset[str]:
    """Return the custom properties that a style sheet sets."""
    return frozenset(_VARIABLE.findall(style))


def _parse(text: str) -> list[Node]:
    return list(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _parse_within(content: list[Node]) -> list[Node]:
    return list(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))


def _find_unbalanced(text: str) -> Iterator[tuple[int, str]]:
    """Yield the brackets that have no partner: the rest of the style is lost then."""
    bare = _BESIDE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    open_: list[int] = []
    for number, line in enumerate(bare.split("\n"), start=1):
        for character in line:
            if character == "{":
                open_.append(number)
            elif character == "}" and open_:
                open_.pop()
            elif character == "}":
                yield number, "this } closes nothing"
    for number in open_:
        yield number, "this { is not closed: add }"


def _check_rules(rules: list[Node], variables: Set[str]) -> Iterator[tuple[int, str]]:
    for rule in rules:
        if isinstance(rule, ParseError):
            yield rule.source_line, _in_plain_words(rule.message)
        elif isinstance(rule, Declaration):
            yield from _check_declaration(rule, variables)
        elif isinstance(rule, QualifiedRule):
            if not rule.prelude:
                yield rule.source_line, "a rule without a name before its {"
            yield from _check_rules(_parse_within(rule.content), variables)
        elif isinstance(rule, AtRule):
            yield from _check_at_rule(rule, variables)


def _check_at_rule(rule: AtRule, variables: Set[str]) -> Iterator[tuple[int, str]]:
    if rule.lower_at_keyword == "import":
        yield rule.source_line, "@import fetches a file, and nothing is fetched: put the rules here"
    elif rule.content is not None and rule.lower_at_keyword not in _DESCRIPTORS:
        yield from _check_rules(_parse_within(rule.content), variables)


def _check_declaration(rule: Declaration, variables: Set[str]) -> Iterator[tuple[int, str]]:
    name = rule.lower_name
    if not name.startswith("--") and name not in _known_properties():
        like = find_like(name, _known_properties())
        # A browser knows more than WeasyPrint does; only what looks like a slip is told.
        if like and _is_slip(name, like[0]):
            yield rule.source_line, f"there is no property {name!r}; did you mean {like[0]!r}?"
    waiting = list(rule.value)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ParseError):
            yield node.source_line, _in_plain_words(node.message)
        address = _address_of(node)
        if address is not None and not address.startswith(("#", "data:")):
            yield node.source_line, f"{address!r} is not fetched: a page holds all it shows"
        if isinstance(node, FunctionBlock):
            waiting += node.arguments
            named = next((a for a in node.arguments if a.type == "ident"), None)
            if node.lower_name == "var" and named and named.value not in variables:
                message = f"there is no colour or variable {named.value!r}"
                yield node.source_line, message + suggest(named.value, sorted(variables))


def _address_of(node: Node) -> str | None:
    """Return what ``url(…)`` names, with or without quotation marks; None of anything else."""
    if node.type == "url":
        return str(node.value)
    if isinstance(node, FunctionBlock) and node.lower_name == "url":
        return next((str(part.value) for part in node.arguments if part.type == "string"), None)
    return None


def _is_slip(name: str, like: str) -> bool:
    """Tell whether two names differ by no more than a letter or two."""
    return abs(len(name) - len(like)) <= 1 and len({*name} ^ {*like}) <= 2


@cache
def _known_properties() -> frozenset[str]:
    """Return the properties that WeasyPrint knows; none where it cannot be loaded here."""
    try:
        from weasyprint.css.properties import KNOWN_PROPERTIES
        from weasyprint.css.validation import EXPANDERS
    except (ImportError, OSError):
        return frozenset()
    return frozenset({*KNOWN_PROPERTIES, *EXPANDERS})


def _in_plain_words(message: str) -> str:
    """Return tinycss2's message, with what to look for."""
    if "expected ':'" in message.lower() or "qualified rule" in message:
        return "this is no declaration: write property: value; and see the line before"
    return f"not CSS: {message[:1].lower()}{message[1:].rstrip('.')}"
