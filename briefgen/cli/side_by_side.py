"""The command that puts two extractors side by side."""

from contextlib import ExitStack
from typing import Annotated

import typer

from briefgen.cli.asking import (
    Concurrency,
    ExtractorName,
    KeyFile,
    MaxCost,
    MaxTokens,
    PriceOf,
    Record,
    Replay,
    Timeout,
    asking_on,
    model_of,
    read_price,
)
from briefgen.cli.commands import CorpusFolder
from briefgen.cli.program import app
from briefgen.errors import UsageError


@app.command(
    name="compare",
    short_help="Put two extractors side by side on a corpus.",
    epilog="Example: briefgen compare corpora/tariffs --extractor lexical --extractor llm "
    "--model ollama:qwen3",
)
def compare_extractors(
    corpus: CorpusFolder,
    *,
    extractor: Annotated[
        list[ExtractorName] | None,
        typer.Option(
            "--extractor",
            metavar="[lexical|llm]",
            help="Give it twice; lexical and llm where not given.",
        ),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            metavar="PROVIDER:NAME",
            help="The model that --extractor llm asks; give it twice for two models.",
        ),
    ] = None,
    key_file: KeyFile = None,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    price: PriceOf = None,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    record: Record = None,
    replay: Replay = None,
    coarse: Annotated[
        bool,
        typer.Option("--coarse", help="Take conditional, neutral and unclear for one label."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Code a corpus with two extractors and say how far they agree.

    Prints agreement, Cohen's kappa and Krippendorff's alpha, issue by issue where the two differ,
    and each cell that differs with the quotation that each of them shows.
    """
    from briefgen.evaluation.side_by_side import (
        put_side_by_side,
        side_by_side_as_json,
        side_by_side_as_text,
    )

    names = extractor or [ExtractorName.LEXICAL, ExtractorName.LLM]
    if len(names) != 2:
        hint = "such as --extractor lexical --extractor llm"
        raise UsageError("two are compared", where="--extractor", hint=hint)
    asked = list(model or ())
    wanted = names.count(ExtractorName.LLM)
    if len(asked) == 1 and wanted:
        asked *= wanted
    if len(asked) != wanted:
        hint = "one --model for each --extractor llm"
        raise UsageError(f"{len(asked)} given, {wanted} needed", where="--model", hint=hint)
    chosen = [
        model_of(
            name,
            asked.pop(0) if name is ExtractorName.LLM else None,
            key_file=key_file,
            max_cost=max_cost,
            max_tokens=max_tokens,
            price=read_price(price),
            concurrency=concurrency,
            timeout=timeout,
            record=record,
            replay=replay,
        )
        if name is ExtractorName.LLM
        else None
        for name in names
    ]
    with ExitStack() as stack:
        first, second = (stack.enter_context(asking_on(corpus, each)) for each in chosen)
        compared = put_side_by_side(corpus, first, second, coarse=coarse)
    show = side_by_side_as_json if as_json else side_by_side_as_text
    typer.echo(show(compared), nl=False)
