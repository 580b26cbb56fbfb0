"""Which protocol a provider speaks."""

import importlib.metadata

from briefgen.errors import ModelError
from briefgen.extraction.llm.access import Access
from briefgen.extraction.llm.calling import Caller
from briefgen.language_model import LanguageModel


def make_caller(model: LanguageModel, access: Access) -> Caller:
    """Return what speaks the provider's protocol.

    Raises:
        ModelError: the package for it is missing.
    """
    try:
        if model.provider == "ollama":
            from briefgen.extraction.llm.ollama import OllamaCaller

            return OllamaCaller(model, access)
        from briefgen.extraction.llm.hosted import HostedCaller

        return HostedCaller(model, access)
    except ImportError as error:
        message = f"the package {error.name or 'pydantic-ai-slim'} is missing"
        hint = f"install it with: pip install '{_requirement()}'"
        raise ModelError(message, where=model.id, hint=hint) from error


def _requirement() -> str:
    """Return what to install: a package of the registry, wherever briefgen itself came from."""
    try:
        known = importlib.metadata.requires("briefgen") or []
    except importlib.metadata.PackageNotFoundError:
        known = []
    parts = (each.partition(";") for each in known)
    found = [
        what.strip() for what, _, marker in parts if marker.split("=")[-1].strip(" '\"") == "llm"
    ]
    return found[0] if found else "pydantic-ai-slim[anthropic,openai]"
