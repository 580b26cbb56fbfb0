"""The commands that look into articles and measure what a brief rests on."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.asking import (
    ChosenExtractor,
    Concurrency,
    KeyFile,
    MaxCost,
    MaxTokens,
    ModelName,
    PriceOf,
    Record,
    Replay,
    Timeout,
    asking_on,
    model_of,
    read_price,
)
from briefgen.cli.program import app, tell, tell_error
from briefgen.errors import ArticleError, UsageError
from briefgen.terminal import json_text, on_one_line

if TYPE_CHECKING:
    from briefgen.ingest.inspection import Inspection
    from briefgen.models import Article


CorpusFolder = Annotated[
    Path,
    typer.Argument(
        metavar="CORPUS",
        help="Folder with articles and codebook.yaml.",
        show_default=False,
        readable=False,  # what cannot be read is told in the words of the stage that reads it
    ),
]


class SchemaName(StrEnum):
    """The files that have a published JSON Schema."""

    RECORDS = "records"
    BRIEF = "brief"
    CODEBOOK = "codebook"
    CORRECTIONS = "corrections"
    LESSONS = "lessons"
    MANIFEST = "manifest"
    RUN = "run"
    LOG = "log"


@app.command(epilog="Example: briefgen inspect corpora/tariffs/articles/003.txt")
def inspect(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="An article; with --refused the output folder of a build.",
            show_default=False,
            readable=False,
        ),
    ],
    *,
    refused: Annotated[
        bool,
        typer.Option("--refused", help="Show what was proposed in a build and refused, and why."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show every block of an article and why it counts as what it is.

    The totals account for every character of the decoded text: headings, body, furniture, and
    the white space between blocks. With --refused, FILE is the output folder of a build: shown is
    what an extractor proposed and the articles do not bear out.
    """
    if refused:
        from briefgen.pipeline.refusals import (
            read_refusals,
            refusals_as_json,
            refusals_as_text,
        )

        report = read_refusals(file)
        typer.echo(refusals_as_json(report) if as_json else refusals_as_text(report))
        return
    from briefgen.ingest.article import read_article_file
    from briefgen.ingest.inspection import describe_blocks

    try:
        article = read_article_file(file)
    except ArticleError as error:  # the only input there is
        raise UsageError(error.message, where=error.where, hint=error.hint) from error
    show = _inspection_as_json if as_json else _inspection_as_text
    typer.echo(show(article, describe_blocks(article)))


@app.command(
    short_help="Measure the extractor against what readers coded.",
    epilog="Example: briefgen evaluate seeds/ukraine-peace",
)
def evaluate(
    corpus: Annotated[
        Path | None,
        typer.Argument(metavar="CORPUS", help="Folder with gold.json.", readable=False),
    ] = None,
    *,
    attribution: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Measure who says it, on annotated articles (JSON Lines)."
        ),
    ] = None,
    sentences: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Measure sides and voices of single sentences (JSON Lines); repeat for more.",
        ),
    ] = None,
    grouping: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Measure which arguments say the same, on coded ones (JSON Lines)."
        ),
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Write what was predicted (JSON Lines)."),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of annotated articles, only this split: train, dev."),
    ] = None,
    learning_curve: Annotated[
        bool,
        typer.Option(
            "--learning-curve",
            help="Of a corpus: what teaching 2, 4, 8 of its articles does for the others.",
        ),
    ] = False,
    extractor: ChosenExtractor = None,
    model: ModelName = None,
    key_file: KeyFile = None,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    price: PriceOf = None,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    record: Record = None,
    replay: Replay = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure the extractor against what careful readers coded.

    CORPUS is a corpus whose gold.json holds the readers' coding: figures, confusion table and the
    worst errors are printed. Instead of it, --attribution, --sentences or --grouping names a file.
    """
    from briefgen.evaluation.run import EvaluationRequest, run_evaluation

    chosen = model_of(
        extractor,
        model,
        key_file=key_file,
        max_cost=max_cost,
        max_tokens=max_tokens,
        price=read_price(price),
        concurrency=concurrency,
        timeout=timeout,
        record=record,
        replay=replay,
    )
    with asking_on(corpus or Path(), chosen) as asking:
        request = EvaluationRequest(
            corpus=corpus,
            attribution=attribution,
            sentences=tuple(sentences or ()),
            grouping=grouping,
            predictions=predictions,
            split=split,
            as_json=as_json,
            learning_curve=learning_curve,
            asking=asking,
        )
        if learning_curve:
            from briefgen.teaching.curve import run_learning_curve

            typer.echo(run_learning_curve(request), nl=False)
        else:
            typer.echo(run_evaluation(request), nl=False)


@app.command(
    name="teach",
    short_help="Let what people coded on a few articles help with the others.",
    epilog="Example: briefgen teach corpora/tariffs --from gold.json --articles 001,004",
)
def teach_corpus(
    corpus: CorpusFolder,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="What people coded, in the form of gold.json or of corrections.yaml; where not "
            "given, the corpus's corrections.yaml, else its gold.json.",
        ),
    ] = None,
    articles: Annotated[
        str | None,
        typer.Option(
            "--articles",
            metavar="ID,ID",
            help="Learn from these articles alone; from all that are coded where not given.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="The file to write; lessons.yaml in the corpus folder where not given.",
        ),
    ] = None,
) -> None:
    """Learn from what people coded on a few articles of a corpus.

    Writes lessons.yaml, which every later build of the corpus reads: passages by the side that
    they take, and from when on an article addresses an issue. The file is made to be read and
    edited. Exit code 1 where something coded does not fit its article any more; it is named.
    """
    from briefgen.teaching.run import TeachRequest, teach

    wanted = (name.strip() for name in (articles or "").split(","))
    names = tuple(name for name in wanted if name)
    report = teach(TeachRequest(corpus, source, names, out))
    for line in report.unused:
        tell_error(line)
    tell(report.learned)
    if report.hint:
        tell(report.hint)
    typer.echo(on_one_line(str(report.written)))
    raise typer.Exit(report.exit_code)


@app.command(
    short_help="Check this machine and say how to mend it.", epilog="Example: briefgen doctor"
)
def doctor() -> None:
    """Check this machine: what is missing, what that costs, how to mend it.

    Exit code 1 where something is missing.
    """
    from briefgen.doctor import examine_machine, findings_as_text

    findings = examine_machine()
    typer.echo(findings_as_text(findings), nl=False)
    raise typer.Exit(0 if all(finding.fine for finding in findings) else 1)


@app.command(epilog="Example: briefgen schema records > records.schema.json")
def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(metavar="NAME", help="Which file's.", show_default=False),
    ],
) -> None:
    """Print the JSON Schema of a file that briefgen writes or reads.

    records: one line of records.jsonl. brief, manifest: brief.json, manifest.json. codebook,
    corrections, lessons: the YAML files of those names in a corpus folder. run: what build
    --report writes. log: one line of what --log-format json writes.
    """
    from briefgen.schemas import schema_as_json

    typer.echo(schema_as_json(name.value), nl=False)


def _inspection_as_text(article: "Article", inspection: "Inspection") -> str:
    digits = len(str(inspection.total))
    lines = [on_one_line(article.source.path)]
    for block in inspection.blocks:
        place = f"{block.start:>{digits}}-{block.end:<{digits}}  line {block.line:<4}"
        lines.append(f"{place}  {block.kind:<9}  {on_one_line(block.excerpt)}")
        if block.reason:
            lines.append(f"{'':{len(place)}}  {'':9}  ^ {on_one_line(block.reason)}")
    counts = [f"{kind} {count}" for kind, count in inspection.characters.items()]
    counts.append(f"white space between blocks {inspection.whitespace}")
    lines.append(f"characters: {inspection.total} = {' + '.join(counts)}")
    for each in article.addressing:
        place = f"{each.start}-{each.end}" if each.start is not None else each.place
        said = on_one_line(each.excerpt)
        lines.append(f"addresses a program that reads it ({each.kind}), {place}: {said}")
    return "\n".join(lines)


def _inspection_as_json(article: "Article", inspection: "Inspection") -> str:
    from dataclasses import asdict

    counts = {"whitespace": inspection.whitespace, "total": inspection.total}
    return json_text(
        {
            "source": article.source.model_dump(),
            "characters": {**inspection.characters, **counts},
            "blocks": [asdict(block) for block in inspection.blocks],
            "addressing": [each.model_dump() for each in article.addressing],
        }
    )
