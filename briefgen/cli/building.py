"""The commands that make briefs, and that say whether they are as a build would make them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.asking import (
    ChosenExtractor,
    Concurrency,
    KeyFile,
    Linking,
    MaxCost,
    MaxTokens,
    Missing,
    ModelName,
    OnMissing,
    PriceOf,
    Record,
    Replay,
    Stream,
    Timeout,
    read_price,
)
from briefgen.cli.program import app, tell_error
from briefgen.cli.running import (
    LogFormat,
    LogFormatName,
    Run,
    check_all,
    printing_reports,
    reported,
)
from briefgen.errors import BriefgenError
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from briefgen.pipeline.planning import Wishes


class Format(StrEnum):
    """What a brief can be written as."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


MaybeCorpus = Annotated[
    Path | None,
    typer.Argument(
        metavar="CORPUS",
        help="Folder with articles and codebook.yaml; all briefs of briefgen.toml where not given.",
        show_default=False,
        readable=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="DIR",
        help="Output folder; briefs/<name of the corpus folder> where not given.",
    ),
]
Audiences = Annotated[
    list[str] | None,
    typer.Option(
        "--audience",
        "-a",
        metavar="NAME",
        help="Whom to write for, a folder of templates; repeat for more. Where not given, those in "
        "the output folder, else executive.",
    ),
]
Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="[md|html|pdf|docx]",
        help="What to write; repeat for more. Where not given, what is in the output folder, else "
        "md and pdf.",
    ),
]
Only = Annotated[
    bool,
    typer.Option(
        "--only", help="Take the other pages in the output folder away; else they are kept current."
    ),
]
InLanguage = Annotated[
    str | None,
    typer.Option(
        metavar="TAG",
        help="Language of the brief's own words, such as de; that of the codebook, else English, "
        "where not given. Quotations stay as they are.",
    ),
]
Changes = Annotated[
    bool | None,
    typer.Option(
        "--changes/--no-changes",
        help="Whether to say what is different from the brief that is there.",
        show_default=False,
    ),
]


@app.command(
    short_help="Build a brief from a folder of articles, or all briefs of the project.",
    epilog="Example: briefgen build corpora/tariffs --out out --format md --format html",
)
def build(
    corpus: MaybeCorpus = None,
    out: Out = None,
    *,
    audience: Audiences = None,
    formats: Formats = None,
    only: Only = False,
    tell_changes: Changes = None,
    language: InLanguage = None,
    extractor: ChosenExtractor = None,
    model: ModelName = None,
    key_file: KeyFile = None,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    price: PriceOf = None,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    stream: Stream = None,
    record: Record = None,
    replay: Replay = None,
    on_missing: Missing = OnMissing.ERROR,
    linking_sentences: Linking = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help="Say what would be asked of the model and what that costs; write nothing.",
        ),
    ] = False,
    fresh: Annotated[
        bool,
        typer.Option(
            "--fresh",
            help="Make everything anew, for those who change briefgen itself.",
        ),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what is kept, what is made anew, and why.")
    ] = False,
    memo: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write what changed and what failed, in Markdown, to a file."
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write counts, times and problems, as JSON, to a file."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no list of written files.")
    ] = False,
    log_format: LogFormat = LogFormatName.TEXT,
) -> None:
    """Build a brief from a folder of articles; without CORPUS, all briefs of briefgen.toml.

    Writes records.jsonl, brief.json, manifest.json and, for each audience, the brief in each
    format. Only what changed is made anew: where nothing did, nothing is written. Files that are
    already there are replaced all at once, at the end.
    """
    from dataclasses import replace

    wishes = replace(
        make_wishes(
            out, audience, formats, only=only, tell_changes=tell_changes, language=language
        ),
        fresh=fresh,
        memo=memo is not None,
        extractor=extractor.value if extractor else None,
        model=model,
        asking={
            "key_file": key_file,
            "max_cost": max_cost,
            "max_tokens": max_tokens,
            "price": read_price(price),
            "concurrency": concurrency,
            "timeout": timeout,
            "stream": stream,
            "record": record,
            "replay": replay,
            "on_missing": on_missing.value if replay is not None else None,
            "linking_sentences": linking_sentences,
        },
    )
    if dry_run:
        raise typer.Exit(_estimate_all(corpus, wishes))

    show = printing_reports(log_format, explain=explain, quiet=quiet)
    run = Run("build", log_format, show, progress=not quiet)
    with reported(run, report, memo):
        for request in run.plan(corpus, wishes):
            run.build(request)
    raise typer.Exit(run.code)


@app.command(
    short_help="Say whether the briefs are what a build would write now.",
    epilog="Example: briefgen check corpora/tariffs --out out --format md --format html",
)
def check(
    corpus: MaybeCorpus = None,
    out: Out = None,
    *,
    audience: Audiences = None,
    formats: Formats = None,
    only: Only = False,
    tell_changes: Changes = None,
    log_format: LogFormat = LogFormatName.TEXT,
    language: InLanguage = None,
    extractor: ChosenExtractor = None,
    model: ModelName = None,
    linking_sentences: Linking = None,
) -> None:
    """Say whether every output is what a build would write now; give the options of the build.

    Writes nothing. Exit code 1 where something is stale: what, and why, is listed.
    """
    from dataclasses import replace

    run = Run("check", log_format)
    wishes = replace(
        make_wishes(
            out, audience, formats, only=only, tell_changes=tell_changes, language=language
        ),
        extractor=extractor.value if extractor else None,
        model=model,
        asking={"linking_sentences": linking_sentences},
    )
    check_all(run, corpus, wishes)
    raise typer.Exit(run.code)


def make_wishes(
    out: Path | None,
    audience: list[str] | None,
    formats: list[Format] | None,
    *,
    tell_changes: bool | None,
    only: bool = False,
    language: str | None = None,
) -> "Wishes":
    """Return what the options ask for."""
    from briefgen.pipeline.planning import Wishes

    names = tuple(each.value for each in formats or ())
    return Wishes(out, tuple(audience or ()), names, tell_changes, only, language)


def _estimate_all(corpus: Path | None, wishes: "Wishes") -> int:
    """Print what building each brief would cost; one that cannot be built is named."""
    from briefgen.pipeline.estimating import estimate_build
    from briefgen.pipeline.planning import plan_builds

    code = 0
    for request in plan_builds(corpus, wishes):
        try:
            for line in estimate_build(request):
                typer.echo(on_one_line(line))
        except BriefgenError as error:
            tell_error(error)
            code = max(code, error.exit_code)
    return code
