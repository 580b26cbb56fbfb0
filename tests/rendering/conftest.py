"""The sample brief, rendered once for all tests that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.built import read_brief
from briefgen.errors import PdfError
from briefgen.models import Brief
from briefgen.pipeline import BuildRequest, build_brief
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import fit_audience, render_markdown
from briefgen.rendering.pdf import PdfWorker
from briefgen.rendering.pdf_worker import PdfMaker
from briefgen.rendering.places import default_search_path
from tests.rendering.sample_brief import sample_brief

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES, SEEDS = ROOT / "templates", ROOT / "seeds" / "ukraine-peace"


@pytest.fixture(scope="session")
def brief() -> Brief:
    return sample_brief()


LIMITS = {
    "quotations": 2, "undetermined": 1, "conditions": 2, "reported": 3, "recommendations": 2,
    "recommendations_in_all": 7, "actors": 12, "changes": 3, "label": 32,
}  # fmt: skip


@pytest.fixture(scope="session")
def audience() -> Audience:
    """Return the committee's, which shows every part, with limits that a small brief can reach."""
    committee = load_audience("committee", default_search_path())
    limits = committee.settings.limits.model_copy(update=LIMITS)
    shows = committee.settings.shows.model_copy(update={"actors": False})
    settings = committee.settings.model_copy(update={"limits": limits, "shows": shows})
    return committee.model_copy(update={"settings": settings})


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


@pytest.fixture(scope="module")
def maker() -> PdfMaker:
    try:
        return PdfMaker()
    except OSError as error:
        pytest.skip(f"no Pango, see briefgen doctor: {error}")


@pytest.fixture
def own_templates(tmp_path: Path, audience: Audience) -> Path:
    """Make a user's own templates folder with an audience ``mine``, ready to be changed."""
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)
    for name in ("brief.md.j2", "theme.css", "audience.toml"):
        (folder / name).write_text((audience.folder / name).read_text("utf-8"), "utf-8")
    return folder.parent


AUDIENCES = tuple(sorted(path.parent.name for path in TEMPLATES.glob("*/audience.toml")))
"""Every audience that comes with the program."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the seeds for every audience, with the HTML of which each PDF is made; return where."""
    out = tmp_path_factory.mktemp("built")
    request = BuildRequest(SEEDS, out, audiences=AUDIENCES, formats=("md", "pdf"))
    report = build_brief(request)
    if any(
        "WeasyPrint's native libraries are missing" in str(problem) for problem in report.problems
    ):
        pytest.skip(str(report.problems[0]))
    assert report.problems == ()
    assert not [note for note in report.notes if ".pdf:" in note]
    brief = read_brief(out)
    for name in AUDIENCES:
        fitted = fit_audience(brief, load_audience(name, default_search_path()))
        html = render_html((out / f"{name}.md").read_text("utf-8"), brief, fitted)
        (out / f"{name}.pdf.html").write_text(html, "utf-8")
    return out
