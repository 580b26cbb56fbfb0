"""Built briefs as web pages, and a way to open them in Chromium that sees everything they do."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus
from briefgen.models import Article, Brief, PositionRecord
from briefgen.pipeline import BuildRequest, build_brief
from briefgen.rendering.places import SETTINGS_NAME, default_search_path
from briefgen.rendering.webpage.claims import Claim, collect_claims
from tests.rendering.webpage.corpus import write_corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEEDS = Path(__file__).parents[3] / "seeds" / "ukraine-peace"
AUDIENCES = sorted(
    {file.parent.name for file in default_search_path()[-1].glob(f"*/{SETTINGS_NAME}")}
)


@dataclass(frozen=True)
class Site:
    """A brief that was built, with what it was built from."""

    folder: Path
    corpus: Path

    def file(self, audience: str = "executive") -> Path:
        return self.folder / f"{audience}.html"

    def html(self, audience: str = "executive") -> str:
        return self.file(audience).read_bytes().decode()

    @cached_property
    def brief(self) -> Brief:
        return Brief.model_validate_json((self.folder / "brief.json").read_bytes())

    @cached_property
    def records(self) -> list[PositionRecord]:
        lines = (self.folder / "records.jsonl").read_text(encoding="utf-8").split("\n")
        return [PositionRecord.model_validate_json(line) for line in lines if line]

    @cached_property
    def articles(self) -> dict[str, Article]:
        corpus = open_corpus(self.corpus)
        read = (read_article(path, corpus) for path in corpus.files)
        return {article.source.id: article for article in read}

    @cached_property
    def claims(self) -> list[Claim]:
        found = collect_claims(self.brief, self.records)
        return [claim for of_source in found.values() for claim in of_source]


def build(corpus: Path, folder: Path, audiences: tuple[str, ...]) -> Site:
    """Build the pages of a corpus."""
    build_brief(BuildRequest(corpus, folder, audiences, ("md", "html")))
    return Site(folder, corpus)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the brief of the invented valley, its hostile article among the others."""
    folder = tmp_path_factory.mktemp("valley")
    return build(write_corpus(folder / "corpus"), folder / "out", ("executive",))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the brief of the seeds for every audience that there is."""
    return build(SEEDS, tmp_path_factory.mktemp("seeds") / "out", tuple(AUDIENCES))


@dataclass
class Visit:
    """What a page did while it was open."""

    page: "Page"
    told: list[str] = field(default_factory=list)
    """What it wrote to the console, and its errors."""
    requests: list[str] = field(default_factory=list)
    """What it asked for, apart from itself."""

    def fragment(self) -> str:
        return self.page.evaluate("location.hash")

    def focus(self) -> str:
        """Return the id of what has the focus, else its text."""
        return self.page.evaluate(
            "document.activeElement.id || document.activeElement.textContent.trim()"
        )


@pytest.fixture
def visit(chromium: "Browser") -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a file; whatever a page writes or asks for fails the test."""
    visits: list[Visit] = []

    def open_file(file: Path, fragment: str = "", **settings: object) -> Visit:
        settings = {"viewport": {"width": 1400, "height": 900}, **settings}
        context = chromium.new_context(offline=True, **settings)
        context.set_default_timeout(60_000)
        page = context.new_page()
        visited = Visit(page)
        visits.append(visited)
        page.on("console", lambda message: visited.told.append(message.text))
        page.on("pageerror", lambda error: visited.told.append(str(error)))
        page.on("dialog", lambda dialog: visited.told.append(dialog.message))
        uri = file.as_uri()
        page.on(
            "request",
            lambda request: (
                visited.requests.append(request.url)
                if request.url.partition("#")[0] != uri
                else None
            ),
        )
        page.goto(uri + fragment)
        return visited

    yield open_file
    for visited in visits:
        visited.page.context.close()
        assert visited.told == []
        assert [url for url in visited.requests if url != "data:,"] == []


def read_data(html: str) -> dict:
    """Return what the page's script is given."""
    return json.loads(html.rpartition('id="pageData">')[2].partition("</script>")[0])
