"""The command that writes a brief for other tools."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app, tell
from briefgen.terminal import on_one_line


class ExportFormat(StrEnum):
    """What a brief can be exported as."""

    CSV = "csv"
    GRAPHML = "graphml"
    JSONLD = "jsonld"


@app.command(
    short_help="Write a brief for other tools: CSV, GraphML, JSON-LD.",
    epilog="Example: briefgen export briefs/tariffs --to tables --format csv",
)
def export(
    built: Annotated[
        Path,
        typer.Argument(
            metavar="BRIEF",
            help="The output folder of a build, or its brief.json.",
            show_default=False,
            readable=False,
        ),
    ],
    to: Annotated[
        Path,
        typer.Option("--to", metavar="DIR", help="Where to write the files.", show_default=False),
    ],
    formats: Annotated[
        list[ExportFormat] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="[csv|graphml|jsonld]",
            help="What to write; repeat for more. All where not given.",
        ),
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            metavar="CORPUS",
            help="The corpus folder: annotations then hold what stands around each passage.",
            readable=False,
        ),
    ] = None,
) -> None:
    """Write a brief for other tools: tables, networks, annotations.

    csv: coverage.csv, actors.csv, statements.csv. graphml: affiliation.graphml,
    congruence.graphml, conflict.graphml. jsonld: annotations.jsonld. docs/exports.md says what is
    in them and which tool reads which. A file in DIR that an export did not leave there is never
    replaced.
    """
    from briefgen.exporting.run import FORMATS, ExportRequest, export_brief

    chosen = tuple(dict.fromkeys(each.value for each in formats or ())) or FORMATS
    report = export_brief(ExportRequest(built, to, chosen, corpus), tell)
    for note in report.notes:
        tell(note)
    for path in report.written:
        typer.echo(on_one_line(str(path)))
