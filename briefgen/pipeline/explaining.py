"""What a build kept and what it made anew, and why, in lines for a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.ledger.past import Past
from briefgen.ledger.reasons import Reason, name_issues

if TYPE_CHECKING:
    from briefgen.models import Codebook

_CODEBOOK = "codebook.yaml"


def explain_build(
    differences: Iterable[str],
    articles: Mapping[str, str | None],
    pages: Mapping[str, str | None],
) -> tuple[str, ...]:
    """Return a line for each article, each difference, and each page.

    Args:
        differences: what is different from the build before, as `describe_reasons` says it.
        articles: each with why it was coded anew, None where its record was kept.
        pages: each with why it was printed, None where it was kept.
    """
    lines = [
        f"{name}: kept" if why is None else f"{name}: coded anew, {why}"
        for name, why in articles.items()
    ]
    lines += (f"different: {line}" for line in differences)
    lines += (
        f"{name}: kept" if why is None else f"{name}: printed, {why}" for name, why in pages.items()
    )
    return tuple(lines)


def describe_reasons(
    reasons: Iterable[Reason], past: Past | None, codebook: "Codebook | None"
) -> Iterator[str]:
    """Yield each reason in a line; an edit of the codebook with the issues that it touches."""
    for reason in reasons:
        line = str(reason)
        if reason.about == _CODEBOOK and past is not None and codebook is not None:
            from briefgen.pipeline.remembering import describe_codebook

            line += f": {name_issues(past.codebook, describe_codebook(codebook))}"
        yield line
