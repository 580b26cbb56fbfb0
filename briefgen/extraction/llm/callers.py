"""Which protocol a provider speaks."""

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
        hint = "install it with: pip install 'briefgen[llm]'"
        raise ModelError(message, where=model.id, hint=hint) from error
