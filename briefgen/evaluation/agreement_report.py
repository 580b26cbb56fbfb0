"""How far two coders agree, as text for people and as JSON for scripts."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefgen.evaluation.agreement import Agreement, Figure, IssueAgreement
from briefgen.evaluation.coders import Cell
from briefgen.terminal import counted, json_text, on_one_line

_CELLS_NAMED = 20
"""Cells that one alone coded are named up to this number; JSON has all."""
_UNDEFINED = "not defined, one label alone occurs"


def agreement_as_json(compared: Agreement) -> str:
    """Return everything as JSON."""
    return json_text(asdict(compared)) + "\n"


def agreement_as_text(compared: Agreement) -> str:
    """Return the figures, then issue by issue where the two differ, then what one alone coded."""
    return "".join(f"{on_one_line_kept(line)}\n" for line in _lines(compared))


def on_one_line_kept(line: str) -> str:
    """Return a line without control characters, its leading white space kept."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + on_one_line(line)


def _lines(compared: Agreement) -> Iterator[str]:
    yield f"A: {compared.first}"
    yield f"B: {compared.second}"
    where = f"{counted(compared.articles, 'article')}, {counted(len(compared.issues), 'issue')}"
    yield f"{counted(compared.cells, 'cell')} coded by both ({where})"
    if compared.reprints:
        left_out = counted(len(compared.reprints), "article")
        yield f"left out: {left_out} with the text of another ({', '.join(compared.reprints)})"
    if compared.several:
        cells = counted(compared.several, "cell")
        yield f"{cells} with more than one right label: agreed where one is shared"
    yield ""
    yield f"agreement {_shown(compared.agreement)}"
    yield f"Cohen's kappa {_shown(compared.kappa)}"
    yield f"Krippendorff's alpha {_shown(compared.alpha)}"
    for issue in compared.issues:
        yield ""
        yield from _issue_lines(issue)
    yield from _only("A", compared.only_first)
    yield from _only("B", compared.only_second)


def _issue_lines(issue: IssueAgreement) -> Iterator[str]:
    figures = (f"{name} {_number(value)}" for name, value in _figures(issue))
    yield f"{issue.issue}: {counted(issue.cells, 'cell')}, {', '.join(figures)}"
    same = (f"{label} {row[label]}" for label, row in issue.confusion.items() if label in row)
    agreed = ", ".join(same)
    if agreed:
        yield f"  both: {agreed}"
    for each in issue.differences:
        names = ", ".join(each.articles)
        yield f"  A {each.first}, B {each.second}: {len(each.articles)} ({names})"


def _figures(issue: IssueAgreement) -> tuple[tuple[str, float | None], ...]:
    return ("agreement", issue.agreement), ("kappa", issue.kappa), ("alpha", issue.alpha)


def _only(coder: str, cells: Sequence[Cell]) -> Iterator[str]:
    if not cells:
        return
    yield ""
    yield f"{counted(len(cells), 'cell')} coded by {coder} alone:"
    for article, issue in cells[:_CELLS_NAMED]:
        yield f"  {article}, {issue}"
    if len(cells) > _CELLS_NAMED:
        yield f"  and {len(cells) - _CELLS_NAMED} more (--json names all)"


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return _UNDEFINED
    if figure.interval is None:
        return _number(figure.value)
    low, high = figure.interval
    return f"{_number(figure.value)} (95 % from {_number(low)} to {_number(high)})"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
