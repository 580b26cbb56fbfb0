"""The commands that make briefs, and that say whether they are as a build would make them."""

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
from briefgen.cli.program import app, tell, tell_error
from briefgen.errors import BriefgenError
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from briefgen.pipeline import BuildReport
    from briefgen.pipeline.memo import Outcome
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
        help="Whom to write for, a folder of templates; repeat for more. executive where not "
        "given.",
    ),
]
Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="[md|html|pdf|docx]",
        help="What to write; repeat for more. md and pdf where not given.",
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
    tell_changes: Changes = None,
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
) -> None:
    """Build a brief from a folder of articles; without CORPUS, all briefs of briefgen.toml.

    Writes records.jsonl, brief.json, manifest.json and, for each audience, the brief in each
    format. Only what changed is made anew: where nothing did, nothing is written. Files that are
    already there are replaced all at once, at the end.
    """
    import time
    from dataclasses import replace

    started = time.time()
    wishes = replace(
        _wishes(out, audience, formats, tell_changes=tell_changes),
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
        },
    )
    if dry_run:
        raise typer.Exit(_estimate_all(corpus, wishes))
    outcomes, code = _build_all(corpus, wishes, explain=explain, quiet=quiet)
    if memo is not None:
        from briefgen.json_files import write_text_file
        from briefgen.pipeline.memo import make_memo

        write_text_file(memo, make_memo(outcomes))
    if report is not None:
        _write_run_report(report, outcomes, started, code)
    raise typer.Exit(code)


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
    tell_changes: Changes = None,
    extractor: ChosenExtractor = None,
    model: ModelName = None,
) -> None:
    """Say whether every output is what a build would write now; give the options of the build.

    Writes nothing. Exit code 1 where something is stale: what, and why, is listed.
    """
    from dataclasses import replace

    from briefgen.pipeline.checking import find_stale_parts
    from briefgen.pipeline.planning import plan_builds

    code = 0
    wishes = replace(
        _wishes(out, audience, formats, tell_changes=tell_changes),
        extractor=extractor.value if extractor else None,
        model=model,
    )
    for request in plan_builds(corpus, wishes):
        try:
            stale = find_stale_parts(request)
        except BriefgenError as error:
            tell_error(str(error))
            code = max(code, error.exit_code)
            continue
        code = max(code, bool(stale))
        for line in stale:
            typer.echo(on_one_line(f"{request.out}: stale, {line}"))
        if not stale:
            tell(f"{request.out}: up to date")
    raise typer.Exit(code)


def end_if_unchanged(arguments: list[str]) -> None:
    """End the program where all that is asked for is a project in which nothing has changed.

    Typer imports more, to read its options, than an unchanged project needs in all. Whatever is
    not as plain as that is left to it, and so are all mistakes.
    """
    if arguments[:1] != ["build"] or not {*arguments[1:]} <= {"--quiet", "-q"}:
        return
    from briefgen.pipeline.build import look_at, report_unchanged
    from briefgen.pipeline.planning import Wishes, plan_builds

    try:
        requests = plan_builds(None, Wishes())
        reports = [report_unchanged(request, look_at(request)) for request in requests]
    except BriefgenError:
        return
    if None in reports:
        return
    for report in filter(None, reports):
        _print_report(report, explain=False, quiet=len(arguments) > 1)
    raise SystemExit(0)


def _wishes(
    out: Path | None,
    audience: list[str] | None,
    formats: list[Format] | None,
    *,
    tell_changes: bool | None,
) -> "Wishes":
    from briefgen.pipeline.planning import Wishes

    names = tuple(each.value for each in formats or ())
    return Wishes(out, tuple(audience or ()), names, tell_changes)


def _build_all(
    corpus: Path | None, wishes: "Wishes", *, explain: bool, quiet: bool
) -> "tuple[list[Outcome], int]":
    """Build one brief after the other; one that cannot be built does not cost the others."""
    from briefgen.pipeline import build_brief
    from briefgen.pipeline.memo import Outcome
    from briefgen.pipeline.planning import plan_builds
    from briefgen.progress import Progress

    outcomes: list[Outcome] = []
    code = 0
    for request in plan_builds(corpus, wishes):
        try:
            with Progress(shown=not quiet) as progress:
                report = build_brief(request, tell=progress.tell)
        except BriefgenError as error:
            tell_error(str(error))
            outcomes.append(Outcome(request, None, str(error)))
            code = max(code, error.exit_code)
        else:
            _print_report(report, explain=explain, quiet=quiet)
            outcomes.append(Outcome(request, report))
            code = max(code, report.exit_code)
    return outcomes, code


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
            tell_error(str(error))
            code = max(code, error.exit_code)
    return code


def _print_report(report: "BuildReport", *, explain: bool, quiet: bool) -> None:
    for problem in report.problems:
        tell_error(problem)
    for warning in report.warnings:
        tell(warning)
    for line in report.explained if explain else ():
        typer.echo(on_one_line(line))
    if quiet:
        return
    for note in report.notes:
        tell(note)
    for path in report.written:
        typer.echo(on_one_line(str(path)))


def _write_run_report(file: Path, outcomes: "list[Outcome]", started: float, code: int) -> None:
    """Write the report of the run: the one file that has a clock."""
    import time
    import uuid
    from datetime import UTC, datetime

    from briefgen.json_files import write_text_file
    from briefgen.pipeline.memo import report_as_json

    text = report_as_json(
        outcomes,
        run=uuid.uuid4().hex,
        started=datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        seconds=time.time() - started,
        exit_code=code,
    )
    write_text_file(file, text)
