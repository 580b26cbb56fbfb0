"""The filter over the evidence, as a form that the page's script brings to life."""

from collections.abc import Iterable, Mapping, Sequence

from briefgen.languages import tr
from briefgen.models import Brief
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.webpage import labels
from briefgen.rendering.webpage.claims import Claim
from briefgen.rendering.webpage.escaping import escape_text

Option = tuple[str, str]
"""A value, as it stands in the page's address, and its words."""


def render_filters(brief: Brief, claims: Mapping[str, Sequence[Claim]]) -> str:
    """Return the filter with what there is to choose from; hidden until the script runs."""
    every = [claim for of_source in claims.values() for claim in of_source]
    held = {claim.side for claim in every if claim.statement.issue}
    fields = [
        _field(
            "source", tr(labels.SOURCE), [(s.id, f"[{s.number}] {s.label}") for s in brief.sources]
        ),
        _field(
            "side",
            tr(labels.SIDE),
            [(k, style.word) for k, style in STANCE_STYLES.items() if k in held],
        ),
        _field("issue", tr(labels.ISSUE), _issues(brief, every)),
        _field("holder", tr(labels.HOLDER), _holders(every)),
        _field("checked", tr(labels.CHECKED), [("yes", tr(labels.YES)), ("no", tr(labels.NO))]),
    ]
    return f"""\
<section id="pageFilters" aria-label="{escape_text(tr(labels.FILTER))}" hidden>
<div class="bar-line">
<button type="button" id="filterToggle" aria-expanded="false" aria-controls="filterFields">\
{escape_text(tr(labels.FILTER))}</button>
<output id="filterCount" role="status" aria-live="polite"></output>
<button type="button" id="filterReset" hidden>{escape_text(tr(labels.RESET))}</button>
<button type="button" id="filterCopy" hidden>{escape_text(tr(labels.COPY_VIEW))}</button>
</div>
<form id="filterFields" hidden>
<p>{escape_text(tr(labels.FILTER_INTRO))}</p>
{"".join(fields)}</form>
<div id="pageFound" hidden>
<h2 id="foundName">{escape_text(tr(labels.LIST))}</h2>
<ol id="foundList" aria-labelledby="foundName"></ol>
<button type="button" id="foundMore" hidden>{escape_text(tr(labels.MORE))}</button>
</div>
</section>
"""


def _issues(brief: Brief, claims: Iterable[Claim]) -> list[Option]:
    options = [(issue.id, issue.title) for issue in brief.issues]
    if any(claim.statement.issue is None for claim in claims):
        options.append(("-", tr(labels.NO_ISSUE)))
    return options


def _holders(claims: Iterable[Claim]) -> list[Option]:
    """Return the authors, the others, and each of the others by name, most statements first."""
    counts: dict[str, int] = {}
    for claim in claims:
        if claim.holder is not None:
            counts[claim.holder] = counts.get(claim.holder, 0) + 1
    names = sorted(counts, key=lambda name: (-counts[name], name))
    named = [(f"={name}", f"{name} ({counts[name]})") for name in names]
    return [("authors", tr(labels.AUTHORS)), ("others", tr(labels.OTHERS)), *named]


def _field(name: str, words: str, options: Sequence[Option]) -> str:
    choices = "".join(
        f'<option value="{escape_text(value)}">{escape_text(shown)}</option>'
        for value, shown in (("", tr(labels.ANY)), *options)
    )
    return f'<label>{escape_text(words)} <select name="{name}">{choices}</select></label>\n'
