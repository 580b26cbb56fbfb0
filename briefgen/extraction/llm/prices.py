"""What tokens cost, where a list that is on this machine says so."""

from dataclasses import dataclass

from briefgen.language_model import LanguageModel

_LISTED = ("anthropic", "openai")
"""Providers whose own prices are listed; who else serves a model sets a price of their own."""
_MILLION = 1_000_000


@dataclass(frozen=True)
class Price:
    """Dollars for a million tokens."""

    input: float
    output: float

    def of(self, tokens_in: int, tokens_out: int) -> float:
        """Return the dollars that so many tokens cost."""
        return (tokens_in * self.input + tokens_out * self.output) / _MILLION


def find_price(model: LanguageModel) -> Price | None:
    """Return the model's price; None where it is not known.

    Nothing is fetched: the list comes with the package genai-prices, a dependency of pydantic-ai.
    """
    if model.price is not None:
        return Price(*model.price)
    if model.provider not in _LISTED:
        return None
    try:
        from genai_prices import Usage, calc_price
    except ImportError:
        return None
    try:
        # For a small question: prices that rise with the length of a question count from far more.
        found = calc_price(
            Usage(input_tokens=1000, output_tokens=1000),
            model_ref=model.name,
            provider_id=model.provider,
        )
    except LookupError:
        return None
    return Price(float(found.input_price) * 1000, float(found.output_price) * 1000)
