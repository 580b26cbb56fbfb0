"""The command that shows a brief in the browser while its templates are changed."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.commands import CorpusFolder
from briefgen.cli.program import app, tell
from briefgen.cli.templates import OWN


@app.command(
    short_help="Show a brief in the browser while you change its templates.",
    epilog="Example: briefgen preview corpora/tariffs --audience newsroom",
)
def preview(
    corpus: CorpusFolder,
    audience: Annotated[
        str,
        typer.Option("--audience", "-a", metavar="NAME", help="Whom to write for."),
    ] = "executive",
    *,
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", min=0, max=65535, help="0 for any that is free."),
    ] = 8321,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Whether to open a browser.")
    ] = True,
) -> None:
    """Show a brief in the browser, and again whenever you save.

    Templates, style, codebook, corrections and articles are watched; only what changed is made
    again. A mistake is shown with file and line over the last good page. The address is for this
    machine alone; nothing is written. Ctrl-C ends it. Faster with the extra: briefgen[preview].
    """
    from briefgen.previewing.run import PreviewRequest, run_preview

    def opened(url: str) -> None:
        typer.echo(url)
        tell("Ctrl-C ends the preview")
        if open_browser:
            import webbrowser

            webbrowser.open(url)

    run_preview(PreviewRequest(corpus, audience, Path(OWN), port), opened, tell=tell)
    tell("The preview has ended")
