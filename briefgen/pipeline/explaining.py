"""What a build kept and what it made anew, and why, in lines for a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.ledger.past import Past
from briefgen.ledger.reasons import Reason, name_issues

if TYPE_CHECKING:
    from briefgen.models import Codebook

_CODEBOOK = "codebook.yaml"


def explain_build(
    reasons: Iterable[Reason],
    articles: Mapping[str, str | None],
    pages: Mapping[str, str | None],
    past: Past | None,
    codebook: "Codebook",
) -> tuple[str, ...]:
    """Return a line for each article, each difference, and each page.

    Args:
        reasons: what is different from the build before.
        articles: each with why it was coded anew, None where its record was kept.
        pages: each with why it was printed, None where it was kept.
        past: the build before.
        codebook: as it is now.
    """
    lines = [
        f"{name}: kept" if why is None else f"{name}: coded anew, {why}"
        for name, why in articles.items()
    ]
    lines += (f"different: {line}" for line in describe_reasons(reasons, past, codebook))
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
