"""A preview from beginning to end: serve, watch, make the page again, until a person ends it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefgen.ingest.corpus import open_corpus
from briefgen.previewing.board import Board
from briefgen.previewing.pages import PageMaker
from briefgen.previewing.server import PreviewServer
from briefgen.rendering.audience import load_audience
from briefgen.rendering.places import SETTINGS_NAME
from briefgen.watching.watcher import Watcher

_SECONDS_BETWEEN_LOOKS = 0.5


@dataclass(frozen=True)
class PreviewRequest:
    """What to preview."""

    corpus: Path
    audience: str
    templates: Path
    """The folder of a person's own templates."""
    port: int


def run_preview(
    request: PreviewRequest,
    opened: Callable[[str], None],
    stop: Callable[[], bool] = lambda: False,
    *,
    tell: Callable[[str], None] = lambda message: None,
) -> None:
    """Serve the brief until *stop* says so, or a person interrupts.

    Args:
        request: what to preview.
        opened: called with the address once it is served.
        stop: asked now and then.
        tell: called, from another thread, with what a person should know.

    Raises:
        UsageError: there is no such corpus or audience, the port cannot be had, or a package is
            missing. What is wrong within the corpus or the templates is shown in the page instead.
    """
    maker = PageMaker(request.corpus, request.audience, request.templates)
    if not (request.corpus / "codebook.yaml").is_file():
        open_corpus(request.corpus)
    if not any((root / request.audience / SETTINGS_NAME).is_file() for root in maker.templates):
        load_audience(request.audience, maker.templates)
    board = Board()
    watcher = Watcher([request.corpus, *maker.templates], tell=tell)
    with PreviewServer(board, f"{request.corpus.name}, {request.audience}", request.port) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        serving.start()
        try:
            with watcher:
                opened(server.url)
                _follow(maker, board, watcher, request.corpus.resolve(), stop)
        except KeyboardInterrupt:
            pass
        finally:
            board.close()
            server.shutdown()


def _follow(
    maker: PageMaker, board: Board, watcher: Watcher, corpus: Path, stop: Callable[[], bool]
) -> None:
    """Make the page, and again whenever something changes."""
    for made in maker.make(tell=board.tell):
        board.put(made)
    while not stop():
        changed = watcher.wait(_SECONDS_BETWEEN_LOOKS)
        if changed:
            is_corpus_new = any(path.is_relative_to(corpus) for path in changed)
            for made in maker.make(is_corpus_new=is_corpus_new):
                board.put(made)
