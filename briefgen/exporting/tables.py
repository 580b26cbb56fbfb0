"""The tables: who stands where, who is reported to hold what, and every statement.

The statements have the columns of a statement list of the Discourse Network Analyzer (P. Leifeld's
DNA and rDNA: a statement type with person, organization, concept and agreement, in a document with
a date, from start to stop); what DNA has no column for stands behind them. Agreement is 1 or 0 with
the issue's proposition and nothing else: a conditional, neutral or undetermined stance is no
agreement and no disagreement, so its cell is empty, and the column ``stance`` says what it is.
"""

from collections.abc import Iterator, Sequence

from briefgen.exporting.csv_text import Cell
from briefgen.exporting.material import Material, Said
from briefgen.holdings import Holding
from briefgen.models import STANCES, Stance

Row = Sequence[Cell]

AGREEMENT: dict[Stance, int] = {"support": 1, "oppose": 0}
STATEMENT_COLUMNS = (
    *(
        "person",
        "organization",
        "concept",
        "agreement",
        "date",
        "document",
        "start",
        "stop",
        "text",
    ),
    *("statement", "issue", "stance", "kind", "actor", "actor_kind", "role"),
)
SEPARATOR = "|"
"""Between the stances of an actor whom sources report differently."""


def coverage_table(material: Material) -> Iterator[Row]:
    """Yield the coverage matrix: a row a source, in the brief's order, a column an issue.

    A cell holds the author's own stance; it is empty where the source does not address the issue.
    """
    issues = list(material.issues)
    sources = {source.id: source for source in material.brief.sources}
    yield ("source", "label", "published", *map(_column, issues))
    for row in material.brief.coverage:
        source = sources[row.source]
        stances = [row.stances.get(issue) or "" for issue in issues]
        yield (source.id, source.label, source.published or "", *stances)


def actor_table(material: Material) -> Iterator[Row]:
    """Yield the actor matrix: a row a reported actor, by name, a column an issue.

    A cell holds the stances that sources report the actor to hold, ``support|oppose`` where they
    differ; ``sources`` counts the sources that report the actor at all.
    """
    issues = list(material.issues)
    yield ("actor", "role", "sources", *map(_column, issues))
    held: dict[str, list[Holding]] = {}
    for holding in material.holdings:
        held.setdefault(holding.holder, []).append(holding)
    for name, holdings in held.items():
        sources = {source for holding in holdings for source in holding.sources}
        cells = [_stances_on(issue, holdings) for issue in issues]
        yield (name, holdings[0].role or "", len(sources), *cells)


def statement_table(material: Material) -> Iterator[Row]:
    """Yield every statement, by source and in the order of the text."""
    yield STATEMENT_COLUMNS
    for said in material.said:
        yield _statement_row(said, material)


def _statement_row(said: Said, material: Material) -> Row:
    statement, source = said.statement, said.source
    issue = material.issues.get(statement.issue or "")
    is_own = said.kind == "source"
    # The records do not tell persons from organisations: a holder's name stands under person.
    return (
        "; ".join(source.authors) if is_own else said.actor,
        (source.outlet or "") if is_own else "",
        issue.proposition if issue else "",
        AGREEMENT.get(statement.stance, "") if issue else "",
        source.published or "",
        source.id,
        statement.start,
        statement.end,
        statement.quote,
        statement.id,
        statement.issue or "",
        statement.stance,
        statement.kind,
        said.actor,
        said.kind,
        said.role,
    )


def _column(issue: str) -> str:
    """Return the name of an issue's column; no id holds a dot, so it is no other column's."""
    return f"issue.{issue}"


def _stances_on(issue: str, holdings: Sequence[Holding]) -> str:
    found = {holding.stance for holding in holdings if holding.issue == issue}
    return SEPARATOR.join(stance for stance in STANCES if stance in found)
