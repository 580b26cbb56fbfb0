"""Which names on a page are names of sources, actors and issues, and not the brief's own words."""

import re
from collections.abc import Iterator

from briefgen.auditing.evidence import Evidence, squeeze
from briefgen.auditing.page_words import page_words
from briefgen.models import Source, Statement
from briefgen.models.headline_words import without_kicker

_IN_MARKS = (re.compile(r"“([^”]*)”"), re.compile(r"„([^“”]*)[“”]"))
_EDGE = " :.,;—–-[]()\0\t"
_CUT_EDGE = " ,;:.–—-"
CUT_SIGN = "…"
_SHORTEST = 4
"""Characters from which the beginning of a name stands for it."""


def names_of(source: Source) -> tuple[str, ...]:
    """Return every name by which a page may call a source, on one line each."""
    found = [source.outlet, source.title, getattr(source, "label", None), *source.authors]
    found += [page_words().joiner.join(source.authors), ", ".join(source.authors), source.id]
    found += [without_kicker(squeeze(name)) for name in found if name]
    return tuple(dict.fromkeys(squeeze(name) for name in found if name and name.strip()))


def names_source(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether *text* names a source, in full or by the beginning of a name and "…"."""
    text = squeeze(text)
    there = (name for name in names if name in text)
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in there):
        return True
    pieces = [found for marks in _IN_MARKS for found in marks.findall(text)]
    pieces.append(text.strip(_EDGE))
    beginnings = [piece[:-1].rstrip() for piece in pieces if piece.endswith("…")]
    return any(
        len(beginning) >= _SHORTEST and name.startswith(beginning)
        for beginning in beginnings
        for name in names
    )


def printed_names(source: Source, text: str = CUT_SIGN) -> Iterator[str]:
    """Yield the names of a source, and their beginnings, which a page prints of long ones.

    Args:
        source: whose names.
        text: in which they are looked for; without a cut name in it only whole ones are yielded.
    """
    for name in names_of(source):
        yield name
        for end in range(_SHORTEST, len(name)) if CUT_SIGN in text else ():
            yield f"{name[:end].rstrip(_CUT_EDGE)}…"


def names_in_statement(statement: Statement) -> Iterator[str]:
    """Yield the names that a page prints with a statement: its holder, who should act."""
    if statement.holder is not None:
        yield statement.holder.name
        yield statement.holder.role or ""
    yield statement.addressee or ""


def names_of_codebook(evidence: Evidence) -> Iterator[str]:
    """Yield what a page prints of the codebook: topic, titles, propositions."""
    yield evidence.brief.topic
    for issue in evidence.brief.issues:
        yield from (issue.title, issue.proposition)


def all_names(evidence: Evidence) -> Iterator[str]:
    """Yield everything that a page prints of the codebook, the sources and their actors."""
    yield from names_of_codebook(evidence)
    for issue in evidence.brief.issues:
        for view in issue.reported:
            yield from (view.holder, view.role or "")
    for source in (*evidence.brief.sources, *(record.source for record in evidence.records)):
        yield from printed_names(source)
    yield from evidence.further_texts
    for failure in evidence.brief.failures:
        yield from (failure.path, failure.reason)
    for statement in evidence.statements.values():
        yield from names_in_statement(statement)
