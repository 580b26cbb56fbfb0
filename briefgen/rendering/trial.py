"""A trial printing of an audience's template, which notes all mistakes instead of the first."""

from dataclasses import dataclass

from jinja2.exceptions import TemplateSyntaxError

from briefgen.errors import TemplateError
from briefgen.models import Brief
from briefgen.models.audit import Audit
from briefgen.rendering.audience import TEMPLATE_NAME, Audience
from briefgen.rendering.collecting import Mistakes, collecting_names, noting
from briefgen.rendering.compiled import TRIED
from briefgen.rendering.environment import make_environment
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import PrintedPage, count_items, print_page
from briefgen.rendering.template_errors import describe_error
from briefgen.rendering.template_reading import find_unknown, read_templates


@dataclass(frozen=True)
class Trial:
    """What came of it."""

    page: PrintedPage | None
    """None where the printing had to stop."""
    mistakes: tuple[TemplateError, ...]


class Trials:
    """An audience's templates, read once and printed as often as there are briefs to try."""

    def __init__(self, audience: Audience) -> None:
        self._audience = audience
        self._name = f"{audience.folder.name}/{TEMPLATE_NAME}"
        self._mistakes = Mistakes()
        self._environment = make_environment(
            audience.search_path,
            undefined=collecting_names(self._mistakes),
            compiled=TRIED,
        )
        self._environment.on_mistake = noting(self._mistakes)
        self._texts, self._unreadable = read_templates(self._name, self._environment)
        self._stand_in_for_unknown()

    def read_mistakes(self) -> list[TemplateError]:
        """Return what is wrong with the templates as they are written, none being run."""
        environment = make_environment(self._audience.search_path)
        others = {text.name: text for text in self._texts}
        found = list(self._unreadable)
        for text in self._texts:
            found += find_unknown(text, others, environment)
        return found

    def print(self, brief: Brief, audit: Audit | None = None) -> Trial:
        """Print a brief and go on after each mistake, as far as that can be done."""
        self._mistakes.found = []
        self._environment.budget.items = count_items(brief)
        page = None
        try:
            page = print_page(brief, self._audience, self._environment, audit)
        except TemplateSyntaxError:
            pass  # told by who read the template
        except Exception as error:  # whatever stops it is told with its place
            file = self._audience.folder / TEMPLATE_NAME
            self._mistakes.add(describe_error(error, file, self._environment))
        return Trial(page, tuple(self._mistakes.found))

    def draw(self, page: PrintedPage, brief: Brief) -> TemplateError | str:
        """Return the page as HTML, or why it cannot be made."""
        try:
            return render_html(page.markdown, brief, self._audience)
        except TemplateError as error:
            return error

    def _stand_in_for_unknown(self) -> None:
        """Let unknown filters and tests pass: ``read_mistakes`` tells of them."""
        filters, tests = self._environment.filters, self._environment.tests
        for text in self._texts:
            for name in text.filters - set(filters):
                filters[name] = lambda value, *_args, **_more: value
            for name in text.tests - set(tests):
                tests[name] = lambda *_args, **_more: False
