"""The Jinja2 environment: a sandbox in which nothing that is printed can become markup.

Every value that a template prints is escaped for Markdown, unless it already is Markdown (what a
macro, ``cite`` or ``join`` returns). A template's own text is printed as it is written.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import jinja2

from briefgen.models import Stance
from briefgen.rendering import wording
from briefgen.rendering.budget import Budget, for_lists, of_numbers
from briefgen.rendering.compiled import PROCESS_WIDE, CompiledTemplates
from briefgen.rendering.escaping import Markdown, squeeze
from briefgen.rendering.missing_names import MissingName
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.slugs import slug
from briefgen.rendering.stances import SILENT_MARK, STANCE_STYLES
from briefgen.rendering.translating import EXTENSION, install_words
from briefgen.rendering.view import SourceView, statements_of

# Those that cannot turn text into markup or cut an escape in two.
_FILTERS = frozenset(
    """abs batch capitalize count default d first float groupby int last length list lower map
    max min reject rejectattr reverse round select selectattr slice sort sum trim unique upper
    """.split()
)
_FOR_LISTS = frozenset(
    "batch groupby list map max min reject rejectattr select selectattr slice sort unique".split()
)
_TITLE_SPECIAL = re.compile(r'[\\"&<|`*_~\[\]]')


def make_environment(
    search_path: Sequence[Path],
    *,
    budget: Budget | None = None,
    undefined: type[jinja2.Undefined] = MissingName,
    compiled: CompiledTemplates = PROCESS_WIDE,
) -> Sandbox:
    """Return the environment in which an audience's template runs.

    Args:
        search_path: where templates are looked for.
        budget: what a template may use up; that of a small brief where not given.
        undefined: what stands for a name that does not exist.
        compiled: where compiled templates are kept.
    """
    environment = Sandbox(
        budget or Budget(),
        loader=jinja2.FileSystemLoader([str(folder) for folder in search_path]),
        undefined=undefined,
        bytecode_cache=compiled,
        # Macros give back safe text only with autoescape; what is printed is escaped by finalize.
        autoescape=True,
        finalize=_print_as_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[EXTENSION],
    )
    for name in set(environment.filters) - _FILTERS:
        del environment.filters[name]
    for name in _FOR_LISTS:
        environment.filters[name] = for_lists(name, environment.filters[name])
    environment.filters.update(
        sum=of_numbers(environment.filters["sum"]),
        join=wording.join,
        listing=wording.listing,
        date=wording.long_date,
        words=wording.number_word,
        figure=wording.figure,
        sentence=wording.start_sentence,
        full_stop=wording.with_full_stop,
        shorten=wording.shorten,
        slug=slug,
    )
    environment.limit_filters()
    environment.globals.update(
        cite=cite,
        counted=wording.counted,
        date_range=wording.date_range,
        mark=mark,
        words=wording.number_word,
    )
    install_words(environment)
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


@jinja2.pass_environment
def _print_as_markdown(environment: Sandbox, value: object) -> Markdown:
    """Escape what a template prints; the last step of every ``{{ … }}``."""
    try:
        text = Markdown.escape(environment.printable(value))
    except TypeError as error:
        return Markdown(environment.forgive(error))
    environment.budget.take_letters(len(text))
    return text
