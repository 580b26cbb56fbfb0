"""HTTP answers that are no answers: what each status means for the next step."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from briefgen.extraction.llm.faults import (
    AccessError,
    CallError,
    OptionError,
    PassingError,
    UnusableError,
)

_TOO_LONG = re.compile(
    r"context (?:length|window|size)|maximum context|too long|too many (?:input )?tokens"
    r"|exceeds? the (?:available|maximum)|prompt is too|num_ctx|reduce the length",
    re.IGNORECASE,
)
_SCHEMA = re.compile(
    r"response_format|json_schema|output_config|output_format|grammar|\bschema\b|structured output",
    re.IGNORECASE,
)
_TEMPERATURE = re.compile(r"temperature", re.IGNORECASE)
_REFUSED = re.compile(r"content[ _]?(?:policy|filter|management)|safety|moderation", re.IGNORECASE)
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524, 529})
_NO_ENTRY = {
    401: "the server does not take the key",
    402: "the account has no credit left",
    403: "the key may not be used for this",
    404: "the server does not know this model, or the base URL is not its own",
}
_UNPAID = frozenset({408, 409, 425, 429, 503, 529})
_SHOWN = 200


class TooLongError(CallError):
    """The question has no room in the model's memory."""


class RefusedError(CallError):
    """The provider will not have this question answered."""


def fault_of(status: int, said: str, headers: Mapping[str, str]) -> CallError:
    """Return what an HTTP status means.

    Args:
        status: of 300 and above.
        said: the body, or what the server says in it; key and address taken out.
        headers: with small letters.
    """
    shown = " ".join(said.split())[:_SHOWN]
    message = f"HTTP {status}{f': {shown}' if shown else ''}"
    if status in {400, 413, 422} or (status == 500 and _TOO_LONG.search(said)):
        if status == 413 or _TOO_LONG.search(said):
            return TooLongError(message)
        if _SCHEMA.search(said):
            return OptionError(message, "schema")
        if _TEMPERATURE.search(said):
            return OptionError(message, "temperature")
        if _REFUSED.search(said):
            return RefusedError(message)
        return UnusableError(message)
    if status in _NO_ENTRY:
        # What the body of a 401 says may be the key.
        known = _NO_ENTRY[status]
        return AccessError(f"{known} (HTTP {status})")
    if status in _PASSING:
        after = seconds_to_wait(headers)
        return PassingError(message, after=after, free=status in _UNPAID)
    if 300 <= status < 400:
        return AccessError(f"the server sends elsewhere (HTTP {status}): check the base URL")
    return UnusableError(message)


def seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """Return what Retry-After asks for, given in seconds or as a date (RFC 9110, section 10.2.3).

    Hosted services also send ``retry-after-ms``.
    """
    try:
        return max(0.0, float(headers["retry-after-ms"]) / 1000)
    except (KeyError, ValueError):
        pass
    raw = headers.get("retry-after", "").strip()
    seconds: float | None
    try:
        seconds = float(raw)
    except ValueError:
        seconds = _seconds_until(raw) if raw else None
    return None if seconds is None or seconds != seconds else max(0.0, seconds)  # noqa: PLR0124 (NaN)


def _seconds_until(date: str) -> float | None:
    try:
        then = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return (then - datetime.now(UTC)).total_seconds()
