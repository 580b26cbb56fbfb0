"""The commands by which people check the coding: review, and agreement between coders."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.commands import CorpusFolder
from briefgen.cli.program import app, tell

_Name = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who reviews; git's user.name where not given."),
]


@app.command(
    short_help="Check the coding, stance by stance, and have the last word.",
    epilog="Example: briefgen review corpora/tariffs --issue parking",
)
def review(
    corpus: CorpusFolder,
    issue: Annotated[
        list[str] | None,
        typer.Option("--issue", metavar="ID", help="Only this issue; repeat for more."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="Only this article; repeat for more."),
    ] = None,
    who: _Name = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Also what a person has had a word on already.")
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="Also issues that an article only names, and passages on no issue."
        ),
    ] = False,
) -> None:
    """Walk through the records in the terminal, the least certain first.

    Each stance is shown with its passages; a key confirms, changes, drops or skips it. Every
    decision is saved at once in corrections.yaml beside the codebook, and the next review goes on
    where this one ends. `briefgen build` applies the file. Where standard input is no terminal,
    each line is a key.
    """
    from briefgen.reviewing.run import ReviewRequest
    from briefgen.reviewing.run import review as run_review

    request = ReviewRequest(
        corpus=corpus,
        sources=tuple(source or ()),
        issues=tuple(issue or ()),
        who=who,
        again=again,
        everything=everything,
    )
    run_review(request, tell=tell, working=_progress())


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Give what is called with what goes on; shown where it takes long."""
    from briefgen.progress import Progress

    with Progress(shown=True) as progress:
        yield progress.tell


_CODER = "A gold.json, a corrections.yaml, a records.jsonl, or a folder with one of them."


@app.command(
    short_help="Compare two coders, or a coder and the program.",
    epilog="Example: briefgen agreement corpora/tariffs briefs/tariffs",
)
def agreement(
    first: Annotated[
        Path, typer.Argument(metavar="A", help=_CODER, show_default=False, readable=False)
    ],
    second: Annotated[
        Path, typer.Argument(metavar="B", help="The same.", show_default=False, readable=False)
    ],
    *,
    coarse: Annotated[
        bool,
        typer.Option("--coarse", help="Take conditional, neutral and unclear for one label."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare two coders, or a coder and the program, article by article and issue by issue.

    Prints raw agreement, Cohen's kappa and Krippendorff's alpha with intervals, the confusion on
    each issue, and what one alone coded. Of a folder, corrections.yaml is read where there is one,
    else records.jsonl, else gold.json. Records count as the program made them, before corrections.
    """
    from briefgen.evaluation.agreement import compare_files
    from briefgen.evaluation.agreement_report import agreement_as_json, agreement_as_text

    compared = compare_files(first, second, coarse=coarse)
    show = agreement_as_json if as_json else agreement_as_text
    typer.echo(show(compared), nl=False)
