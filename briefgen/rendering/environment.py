"""The Jinja2 environment: a sandbox in which nothing that is printed can become markup.

Every value that a template prints is escaped for Markdown, unless it already is Markdown (what a
macro, ``cite`` or ``join`` returns). A template's own text is printed as it is written.
"""

import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.errors import TemplateError
from briefgen.models import Stance
from briefgen.rendering import wording
from briefgen.rendering.escaping import Markdown, squeeze
from briefgen.rendering.slugs import slug
from briefgen.rendering.stances import SILENT_MARK, STANCE_STYLES
from briefgen.rendering.view import SourceView, statements_of

# Those that cannot turn text into markup or cut an escape in two.
_FILTERS = frozenset(
    """abs attr batch capitalize count default d first float groupby int last length list lower map
    max min reject rejectattr reverse round select selectattr slice sort sum trim unique upper
    """.split()
)
_TITLE_SPECIAL = re.compile(r'[\\"&<|`*_~\[\]]')


class _MarkdownCodeGenerator(CodeGenerator):
    """Joins with ``~`` for Markdown, where Jinja2's own would escape for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.concat_text((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _MarkdownEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox with Markdown in the place of HTML."""

    code_generator_class = _MarkdownCodeGenerator
    intercepted_binops = frozenset({"+", "%", "*"})

    def concat_text(self, parts: Iterable[object]) -> str:
        """Join values: Markdown where one of them is, the others escaped for it."""
        parts = list(parts)
        if any(hasattr(part, "__html__") for part in parts):
            return Markdown("").join(Markdown.escape(part) for part in parts)
        return "".join(str(part) for part in parts)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Add texts for Markdown; refuse the other operations on texts that would format."""
        if isinstance(left, str) or isinstance(right, str):
            if operator != "+":
                message = f"{operator!r} does not work on text"
                raise SecurityError(message)
            return self.concat_text((left, right))
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Refuse the methods of Markdown text: they would let unescaped text in."""
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


def make_environment(search_path: Sequence[Path]) -> jinja2.Environment:
    """Return the environment in which an audience's template runs."""
    environment = _MarkdownEnvironment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in search_path]),
        undefined=jinja2.StrictUndefined,
        # Macros give back safe text only with autoescape; what is printed is escaped by finalize.
        autoescape=True,
        finalize=_print_as_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in set(environment.filters) - _FILTERS:
        del environment.filters[name]
    environment.filters.update(
        join=wording.join,
        listing=wording.listing,
        date=wording.long_date,
        words=wording.number_word,
        sentence=wording.start_sentence,
        full_stop=wording.with_full_stop,
        shorten=wording.shorten,
        slug=slug,
    )
    environment.globals.update(
        cite=cite,
        counted=wording.counted,
        date_range=wording.date_range,
        mark=mark,
        words=wording.number_word,
    )
    return environment


def cite(sources: Sequence[SourceView], statements: Sequence[str] = ()) -> Markdown:
    """Return the numbers of sources as links to the source list: ``[1, 3]``.

    Args:
        sources: the sources to name.
        statements: ids of the statements behind the sentence; each link's title names those of
            its source, so that the sentence can be traced.
    """
    links = [_link(source, statements_of(source, statements)) for source in sources]
    return Markdown("[") + Markdown(", ").join(links) + Markdown("]") if links else Markdown()


def mark(stance: Stance | None) -> Markdown:
    """Return the mark of a stance, which the layout draws; None is *not addressed*."""
    return Markdown(STANCE_STYLES[stance].mark if stance else SILENT_MARK)


def _link(source: SourceView, statements: Sequence[str]) -> Markdown:
    title = squeeze(", ".join(statements))
    title = _TITLE_SPECIAL.sub(r"\\\g<0>", title)
    extra = f' "{title}"' if title else ""
    return Markdown(f"[{source.number}](#source-{source.number}{extra})")


def _print_as_markdown(value: object) -> Markdown:
    """Escape what a template prints; the last step of every ``{{ … }}``."""
    if value is None:
        message = "prints a value that is missing: ask for it first with {% if … %}"
        raise TypeError(message)
    return Markdown.escape(value)


def _in_plain_words(message: str) -> str:
    """Say "Settings has no 'titel'" for Jinja2's "'….Settings object' has no attribute 'titel'"."""
    return re.sub(r"^'(?:\w+\.)*(\w+) object' has no attribute ", r"\1 has no ", message)


@contextmanager
def template_errors(file: Path) -> Iterator[None]:
    """Turn everything that can go wrong in a template into a TemplateError with file and line.

    Args:
        file: the template that is run; named where the error does not say which it was.

    Raises:
        TemplateError: in the place of Jinja2's errors and of those that a template's expressions
            cause.
    """
    try:
        yield
    except jinja2.TemplateSyntaxError as exc:
        where = f"{exc.filename or file}:{exc.lineno}"
        hint = "compare with the packaged template of the same name"
        raise TemplateError(exc.message or "syntax error", where=where, hint=hint) from exc
    except jinja2.TemplateNotFound as exc:
        message = f"imports {exc.name!r}, which is in no templates folder"
        raise TemplateError(message, where=_place(exc, file)) from exc
    except SecurityError as exc:
        hint = "a template may print and arrange, not change or run things"
        raise TemplateError(f"not allowed: {exc}", where=_place(exc, file), hint=hint) from exc
    except jinja2.UndefinedError as exc:
        hint = "docs/templates.md lists what a template can print"
        raise TemplateError(_in_plain_words(str(exc)), where=_place(exc, file), hint=hint) from exc
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        AttributeError,
        ArithmeticError,
        LookupError,
        RecursionError,
    ) as exc:
        raise TemplateError(str(exc), where=_place(exc, file)) from exc


def _place(exc: BaseException, file: Path) -> str:
    """Return file and line of the template at which *exc* arose."""
    frames = [
        frame
        for frame in traceback.extract_tb(exc.__traceback__)
        if not frame.filename.endswith(".py") and not frame.filename.startswith("<")
    ]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(file)
