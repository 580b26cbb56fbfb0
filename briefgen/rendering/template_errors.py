"""What can go wrong in a template, in words: file, line, its text, the names that would fit."""

import bisect
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2.exceptions import SecurityError

from briefgen.errors import TemplateError
from briefgen.rendering.budget import LimitError
from briefgen.rendering.missing_names import suggest
from briefgen.rendering.sandbox import Sandbox

TAGS = tuple(
    """block call elif else endblock endcall endfilter endfor endif endmacro endset endtrans endwith
    extends filter for from if import include macro pluralize set trans with""".split()
)
_CLOSED_BY = {
    name: f"end{name}" for name in "block call filter for if macro set trans with".split()
}
_LONGEST_LINE = 120
_UNCLOSED = re.compile("needs to be closed|unclosed translation block")
_WRONG = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    LookupError,
    RecursionError,
    MemoryError,
    SyntaxError,  # Python's, of a template that is nested too deeply
    OSError,
)


@contextmanager
def template_errors(file: Path, environment: Sandbox) -> Iterator[None]:
    """Turn everything that can go wrong in a template into a TemplateError.

    Args:
        file: the template that is run; named where the error does not say which it was.
        environment: in which it runs; its filters and templates are those that would fit.

    Raises:
        TemplateError: in the place of Jinja2's errors and of those that a template's expressions
            cause.
    """
    try:
        yield
    except _WRONG as exc:
        raise describe_error(exc, file, environment) from exc


def describe_error(exc: BaseException, file: Path, environment: Sandbox) -> TemplateError:
    """Return what went wrong, with file, line, the line's text and the names that would fit."""
    place = find_place(exc, file)
    if place == str(file):
        place = f"{file}:{find_unreadable(file, environment, type(exc))}"
    message, hint = _describe(exc, environment)
    if isinstance(exc, jinja2.TemplateSyntaxError):
        place = f"{exc.filename or file}:{exc.lineno}"
        if "end of print statement" in (exc.message or "") and _is_in_words(exc, file):
            message = "inside {% trans %} print plain names"
            hint = "such as {% trans name=source.label %}Of {{ name }}{% endtrans %}"
        if _UNCLOSED.search(exc.message or ""):
            opened = find_unclosed(Path(exc.filename or file), environment)
            if opened is not None:
                line, tag = opened
                place = f"{exc.filename or file}:{line}"
                message = f"{{% {tag} %}} is not closed: add {{% {_CLOSED_BY[tag]} %}}"
                hint = None
    return TemplateError(message, where=place, hint=hint, line=read_line(place))


def _is_in_words(exc: jinja2.TemplateSyntaxError, file: Path) -> bool:
    """Tell whether a mistake stands between {% trans %} and {% endtrans %}."""
    try:
        lines = Path(exc.filename or file).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    before, line = "\n".join(lines[: exc.lineno - 1]), lines[exc.lineno - 1]
    return "{% trans" in line or before.rfind("{% trans") > before.rfind("{% endtrans")


def _describe(exc: BaseException, environment: Sandbox) -> tuple[str, str | None]:
    """Return message and hint."""
    if isinstance(exc, jinja2.TemplateSyntaxError):
        message = _name_unknown(exc.message or "syntax error", environment)
        if message != exc.message:
            return message, "docs/templates.md lists what there is"
        return message, "compare with the packaged template of the same name"
    if isinstance(exc, jinja2.TemplateNotFound):
        known = suggest(str(exc.name), environment.list_templates(extensions=["j2"]))
        return f"imports {exc.name!r}, which is in no templates folder{known}", None
    if isinstance(exc, LimitError):
        return f"not allowed: {exc}", "a brief needs a small part of that"
    if isinstance(exc, SecurityError):
        return f"not allowed: {exc}", "a template may print and arrange, not change or run things"
    if isinstance(exc, jinja2.UndefinedError):
        message = _name_unknown(str(exc), environment)
        return message, "docs/templates.md lists what a template can print"
    if isinstance(exc, (RecursionError, MemoryError)):
        return "calls or holds itself without end, or is nested too deeply", None
    return _name_unknown(str(exc) or type(exc).__name__, environment), None


def _name_unknown(message: str, environment: Sandbox) -> str:
    """Say which filter, test or tag there is instead of one that there is not."""
    names = {"filter": environment.filters, "test": environment.tests}
    if match := re.match(r"the template '(.*?)' .*not export the requested name '(.*?)'", message):
        source = environment.loader.get_source(environment, match[1])[0]  # type: ignore[union-attr]
        known = sorted(set(re.findall(r"\{%-?\s*macro\s+(\w+)", source)))
        return f"{match[1]} has no macro {match[2]!r}{suggest(match[2], known)}"
    if match := re.match(r"No (filter|test) named '(.*?)'", message):
        return unknown_name(match[1], match[2], list(names[match[1]]))
    if (match := re.match(r"Encountered unknown tag '(.*?)'", message)) and match[1] not in TAGS:
        return unknown_name("tag", match[1], TAGS)
    return message


def unknown_name(kind: str, name: str, known: list[str] | tuple[str, ...]) -> str:
    """Return the message for a filter, test or tag that does not exist."""
    return f"there is no {kind} {name!r}{suggest(name, known)}"


def find_place(exc: BaseException, file: Path) -> str:
    """Return file and line of the template at which *exc* arose."""
    frames = [
        frame
        for frame in traceback.extract_tb(exc.__traceback__)
        if not frame.filename.endswith(".py") and not frame.filename.startswith("<")
    ]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(file)


def find_unreadable(file: Path, environment: Sandbox, kind: type[BaseException]) -> int:
    """Return the first line with which a template cannot be read for that reason; else the last."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return 1

    def fails(count: int) -> bool:
        try:
            environment.parse("\n".join(lines[:count]))
        except kind:
            return True
        except _WRONG:
            pass
        return False

    return bisect.bisect_left(range(1, len(lines)), True, key=fails) + 1


def read_line(place: str) -> str | None:
    """Return the text of a line, given as ``file:line``; None where there is no such line."""
    name, _, number = place.rpartition(":")
    if not number.isdigit():
        return None
    try:
        lines = Path(name).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    text = lines[int(number) - 1].strip() if 0 < int(number) <= len(lines) else ""
    return text if len(text) <= _LONGEST_LINE else f"{text[: _LONGEST_LINE - 1]}…"


def find_unclosed(file: Path, environment: Sandbox) -> tuple[int, str] | None:
    """Return line and name of the innermost tag that is not closed; None where all are."""
    try:
        tokens = list(environment.lex(file.read_text(encoding="utf-8")))
    except (jinja2.TemplateSyntaxError, OSError, UnicodeDecodeError):
        return None
    open_: list[tuple[int, str]] = []
    for line, words in _read_tags(tokens):
        name = words[0]
        if name == "set" and "=" in words:
            continue
        if name in _CLOSED_BY:
            open_.append((line, name))
        elif open_ and name.startswith("end"):
            if name != _CLOSED_BY[open_[-1][1]]:
                break
            open_.pop()
    return open_[-1] if open_ else None


def _read_tags(tokens: list[tuple[int, str, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the words of each ``{% … %}``."""
    words: list[str] | None = None
    start = 0
    for line, kind, text in tokens:
        if kind == "block_begin":
            words, start = [], line
        elif kind == "block_end" and words:
            yield start, words
            words = None
        elif words is not None and kind in {"name", "operator"}:
            words.append(text)
