"""The way to a server: no redirect, no proxy to this machine, no answer that fills the memory."""

import logging
import ssl
from collections.abc import AsyncIterator
from functools import cache

import httpx2

from briefgen.extraction.llm.access import Access

CONNECT_SECONDS = 10.0
MOST_BYTES = 8_000_000
"""Of one answer, with all that a protocol puts around each word of it."""


MOST_CHARACTERS = 400_000
"""Of an answer's text: more than any article is coded in."""


class TooMuchError(Exception):
    """An answer is longer than any that is of use."""


class _Counted(httpx2.AsyncByteStream):
    """A body that ends in an error behind ``MOST_BYTES``."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = 0
        async for chunk in self._stream:
            count += len(chunk)
            if count > MOST_BYTES:
                raise TooMuchError
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def open_client(access: Access, seconds: float) -> httpx2.AsyncClient:
    """Return a client for one call.

    Args:
        access: the server.
        seconds: what the call may take. The server may be silent for as long, since a model on a
            small machine reads a question for minutes before its first word.
    """
    # Its log names every address.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    return httpx2.AsyncClient(
        verify=_trust() if access.base_url.startswith("https:") else False,  # the latter: no TLS
        timeout=httpx2.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
        follow_redirects=False,
        trust_env=not access.is_local,
        headers={"accept-encoding": "identity"},
        event_hooks={"response": [_count_body]},
    )


@cache
def _trust() -> ssl.SSLContext:
    """Return whom to trust; loading it for each call would take longer than sending the call."""
    return httpx2.create_ssl_context()


async def _count_body(response: httpx2.Response) -> None:
    """Let the body count itself; a packed one could become long behind the count."""
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise TooMuchError
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Counted(response.stream)
