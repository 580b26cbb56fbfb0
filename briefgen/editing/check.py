"""An audience's templates, checked: everything that is wrong with them, each with its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.editing.samples import Sample, make_samples
from briefgen.errors import TemplateError
from briefgen.models import STANCES
from briefgen.rendering.audience import (
    PAGE_NAME,
    THEME_NAME,
    Audience,
    find_settings_mistakes,
    load_audience,
)
from briefgen.rendering.markdown import PrintedPage
from briefgen.rendering.page_checks import check_page, known_sections, mistake
from briefgen.rendering.places import SETTINGS_NAME
from briefgen.rendering.style_checks import check_style, classes_of, variables_of
from briefgen.rendering.trial import Trials


def check_audience(name: str, search_path: Sequence[Path]) -> list[TemplateError]:
    """Return all that is wrong with an audience, by file and line; empty where all is well.

    Its settings and its style are read, its templates read and printed with two samples, a rich one
    and a small one, and the printed pages looked at and audited.

    Raises:
        TemplateError: there is no audience of that name.
    """
    folder = find_folder(name, search_path)
    settings = find_settings_mistakes(folder / SETTINGS_NAME)
    if settings:
        # Without them nothing can be printed.
        return settings
    try:
        audience = load_audience(name, search_path)
    except TemplateError as error:
        return [error]
    trials = Trials(audience)
    found: dict[str | None, list[TemplateError]] = {}
    for fault in (*trials.read_mistakes(), *_print_samples(audience, trials, search_path)):
        here = found.setdefault(fault.where, [])
        if fault.message not in {each.message for each in here}:
            here.append(fault)
    return [each for where in sorted(found, key=_in_order) for each in _once(found[where])]


def find_folder(name: str, search_path: Sequence[Path]) -> Path:
    """Return the folder of an audience, whatever is wrong with it.

    Raises:
        TemplateError: there is none of that name.
    """
    for root in search_path:
        if (root / name / SETTINGS_NAME).is_file() and (root / name).parent == root:
            return root / name
    return load_audience(name, search_path).folder


def _in_order(where: str | None) -> tuple[str, int]:
    file, _, line = (where or "").rpartition(":")
    return (file, int(line)) if line.isdigit() else (where or "", 0)


def _once(errors: list[TemplateError]) -> list[TemplateError]:
    """Return the errors of a line; of two about one name only that which knows whose part it is."""
    vague = [e for e in errors if e.message.startswith("nothing has a part ")]
    jinjas = [e for e in errors if "does not export the requested name" in e.message]
    exact = [e for e in errors if e not in vague and (e not in jinjas or len(errors) == 1)]
    named = {e.message.split("'")[1] for e in exact if "'" in e.message}
    return exact + [e for e in vague if e.message.split("'")[1] not in named]


def _print_samples(
    audience: Audience, trials: Trials, search_path: Sequence[Path]
) -> Iterator[TemplateError]:
    sections = known_sections(classes_of(audience.theme), search_path[-1:])
    variables: set[str] = set()
    for sample in make_samples():
        trial = trials.print(sample.brief)
        yield from trial.mistakes
        if trial.page is None:
            continue
        problems = list(check_page(trial.page, sections, is_whole=not trial.mistakes))
        yield from problems
        drawn = trials.draw(trial.page, sample.brief)
        if isinstance(drawn, str):
            variables |= variables_of(drawn)
        elif not problems:
            yield drawn
        if not problems and not trial.mistakes:
            yield from _audit(trial.page, audience, trials, sample)
    yield from _check_styles(audience, search_path, variables)


def _check_styles(
    audience: Audience, search_path: Sequence[Path], variables: set[str]
) -> Iterator[TemplateError]:
    """Check the audience's own style, and the shared one."""
    shared = next((r / PAGE_NAME for r in search_path if (r / PAGE_NAME).is_file()), None)
    known = variables or {f"--{name}" for name in ("accent", "grey", "hairline", "ink", *STANCES)}
    for file in (audience.folder / THEME_NAME, shared):
        if file is not None:
            yield from check_style(file, known)


def _audit(
    page: PrintedPage, audience: Audience, trials: Trials, sample: Sample
) -> Iterator[TemplateError]:
    """Audit the page as a build does, and say what is past a threshold."""
    from briefgen.auditing.audit import audit_page
    from briefgen.auditing.evidence import Evidence

    evidence = Evidence(sample.brief, sample.records, {})
    name = f"{audience.name}.md"
    audit = audit_page(page.markdown, name, evidence)
    for finding in audit.findings:
        line = min(finding.line or 1, len(page.places))
        message = f"the audit ({finding.check}) finds: {finding.message}"
        yield mistake(message, str(page.places[line - 1]), finding.advice)
    printed = trials.print(sample.brief, audit)
    yield from printed.mistakes
    if printed.page is None or audit.findings:
        return
    again = audit_page(printed.page.markdown, name, evidence)
    for finding in again.findings:
        line = min(finding.line or 1, len(printed.page.places))
        message = "the result of the audit changes what is audited: print it in the part audit"
        yield mistake(message, str(printed.page.places[line - 1]), "<!-- audit --> … <!-- end -->")
