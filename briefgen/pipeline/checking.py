"""Whether the outputs are what a build would write now, found out without building."""

from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.errors import UsageError
from briefgen.pipeline.build import look_at
from briefgen.pipeline.explaining import describe_reasons
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.models import Codebook


def find_stale_parts(request: BuildRequest) -> tuple[str, ...]:
    """Return what is not as a build would write it, and why, one line each; none: nothing.

    Nothing is written, and no article is opened but to be hashed.

    Raises:
        UsageError: there is no such corpus folder.
    """
    if not request.corpus.is_dir():
        hint = "name a folder with articles and codebook.yaml"
        raise UsageError("no such folder", where=str(request.corpus), hint=hint)
    look = look_at(request)
    if not look.reasons:
        return ()
    return tuple(describe_reasons(look.reasons, look.past, _codebook_of(request)))


def _codebook_of(request: BuildRequest) -> "Codebook | None":
    """Return the codebook as it is now; None where it cannot be used, which a build will tell."""
    from briefgen.ingest.codebook import load_codebook

    with suppress(UsageError):
        return load_codebook(request.corpus / "codebook.yaml")
    return None
