"""The commands that help to write a codebook."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app, tell, tell_error
from briefgen.terminal import on_one_line

group = typer.Typer(
    name="codebook",
    help="Help with writing a codebook: begin one, check it, see what it lacks. None of these "
    "commands changes a codebook that is there.",
    short_help="Begin a codebook, check it, see what it lacks.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
app.add_typer(group)


@group.command(
    short_help="Find what is wrong or weak in a codebook.",
    epilog="Example: briefgen codebook check corpora/tariffs",
)
def check(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS",
            help="A corpus folder, or a codebook.yaml alone.",
            show_default=False,
            readable=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find what is wrong or weak in a codebook, with line, key and what to do.

    Propositions that are questions, hold two claims or none; terms that never occur, stand
    everywhere or in two issues; phrases that say nothing; sides without phrases; placeholders.
    Exit code 1 where something was found.
    """
    from briefgen.authoring.check import check_codebook, report_as_json, report_as_text

    report = check_codebook(corpus)
    for problem in report.problems:
        tell_error(problem)
    show = report_as_json if as_json else report_as_text
    typer.echo(show(report), nl=False)
    raise typer.Exit(report.exit_code)


@group.command(
    short_help="Show what a codebook could add.",
    epilog="Example: briefgen codebook suggest corpora/tariffs",
)
def suggest(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", help="A corpus folder.", show_default=False, readable=False
        ),
    ],
    min_articles: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="How many articles must discuss what is proposed as an issue; one in five, and "
            "two at least, where not given.",
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_yaml: Annotated[bool, typer.Option("--yaml", help="Print YAML to paste.")] = False,
) -> None:
    """Show what a codebook could add, each with examples from the articles.

    Terms that set an issue's passages apart, phrases heard near each side, and what several
    articles discuss outside every issue. The codebook is not changed.
    """
    from briefgen.authoring import suggest_wording as wording
    from briefgen.authoring.suggest import suggest as collect

    found = collect(corpus, min_articles=min_articles)
    for problem in found.problems:
        tell_error(problem)
    if as_json:
        text = wording.suggestions_as_json(found)
    else:
        show = wording.suggestions_as_yaml if as_yaml else wording.suggestions_as_text
        text = show(found)
    typer.echo(text, nl=False)
    raise typer.Exit(1 if found.problems else 0)


@group.command(
    short_help="Begin a codebook from a topic and articles.",
    epilog='Example: briefgen codebook new corpora/trams --topic "Trams in the old town"',
)
def new(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="A folder of articles.", show_default=False, readable=False
        ),
    ],
    topic: Annotated[
        str, typer.Option(metavar="TEXT", help="What the articles are about.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Where to write it; codebook.yaml beside the articles where not given.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Begin a codebook from a topic and a folder of articles.

    Proposes issues as groups of terms that keep together. Their propositions are marked TODO:
    only a person can say what a source supports or opposes.
    """
    from briefgen.authoring.draft import DraftRequest, draft_codebook

    report = draft_codebook(DraftRequest(folder, topic, out, force))
    for problem in report.problems:
        tell_error(problem)
    for note in report.notes:
        tell(note)
    typer.echo(on_one_line(str(report.path)))
    raise typer.Exit(1 if report.problems else 0)
