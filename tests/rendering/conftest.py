"""The sample brief, rendered once for all tests that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.errors import PdfError
from briefgen.models import Brief
from briefgen.rendering.audience import Audience, default_search_path, load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.pdf import PdfWorker
from tests.rendering.sample_brief import sample_brief


@pytest.fixture(scope="session")
def brief() -> Brief:
    return sample_brief()


@pytest.fixture(scope="session")
def audience() -> Audience:
    return load_audience("executive", default_search_path())


@pytest.fixture(scope="session")
def markdown(brief: Brief, audience: Audience) -> str:
    return render_markdown(brief, audience)


@pytest.fixture(scope="session")
def html(markdown: str, brief: Brief, audience: Audience) -> str:
    return render_html(markdown, brief, audience)


@pytest.fixture(scope="session")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as running:
        try:
            running.render("<html lang=en><title>x</title><p>x")
        except PdfError as error:
            pytest.skip(str(error))
        yield running


@pytest.fixture
def own_templates(tmp_path: Path, audience: Audience) -> Path:
    """Make a user's own templates folder with an audience ``mine``, ready to be changed."""
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)
    for name in ("brief.md.j2", "theme.css", "audience.toml"):
        (folder / name).write_text((audience.folder / name).read_text("utf-8"), "utf-8")
    return folder.parent
