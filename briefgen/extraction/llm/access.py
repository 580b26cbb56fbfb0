"""Where a model's server is and by which key: from the environment or a file, shown nowhere.

Both stay in this room. Messages name the place that says them, never what it says.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from briefgen.errors import ModelError, UsageError
from briefgen.language_model import LanguageModel

_OWN_KEY, _OWN_URL = "BRIEFGEN_API_KEY", "BRIEFGEN_BASE_URL"
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*")
_Place = tuple[Mapping[str, str], str, str]
"""Values by their names, the name that is looked for, and how the place is named in messages."""
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class _Provider:
    key: str
    """Variable of the environment; empty where the provider has none of its own."""
    url: str
    default: str
    """Base URL; empty where there is none."""
    needs_key: bool = False
    start: str = "start it"
    """What to do where nothing answers there."""


_PROVIDERS: Mapping[str, _Provider] = {
    "anthropic": _Provider(
        "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "https://api.anthropic.com", needs_key=True
    ),
    "openai": _Provider(
        "OPENAI_API_KEY", "OPENAI_BASE_URL", "https://api.openai.com/v1", needs_key=True
    ),
    "ollama": _Provider(
        "OLLAMA_API_KEY",
        "OLLAMA_HOST",
        "http://127.0.0.1:11434",
        start="start Ollama (`ollama serve`)",
    ),
    "llama.cpp": _Provider("", "", "http://127.0.0.1:8080/v1"),
    "lmstudio": _Provider("", "", "http://127.0.0.1:1234/v1"),
    "vllm": _Provider("", "", "http://127.0.0.1:8000/v1"),
    "openai-compatible": _Provider("", "", ""),
}


@dataclass(frozen=True)
class Access:
    """A server and the key to it; printed, it says neither."""

    base_url: str = field(repr=False)
    key: str | None = field(repr=False)
    told_by: str
    """What says where the server is, in words."""
    usual: str = ""
    """The provider's own address, where nothing says another; no secret."""
    remedy: str = "start it, or check that address"
    """What to do where nothing answers."""

    @property
    def place(self) -> str:
        """Where the server is looked for, as a message may say it."""
        if self.usual:
            return f"at {self.usual}, {self.told_by}"
        return f"at the address that {self.told_by} gives"

    @property
    def is_local(self) -> bool:
        """Whether the server is on this machine: then no proxy is asked."""
        return (urlsplit(self.base_url).hostname or "") in _LOOPBACK

    def redact(self, text: str) -> str:
        """Return a text without key, server and what the URL holds."""
        parts = urlsplit(self.base_url)
        secrets = {self.key, self.base_url, parts.netloc, parts.hostname, parts.password}
        for secret in sorted(filter(None, secrets), key=len, reverse=True):
            text = text.replace(secret, "…")
        return text


def find_access(model: LanguageModel, environment: Mapping[str, str] = os.environ) -> Access:
    """Find out where the server is, and the key.

    What the key file says comes first, then briefgen's own variables, then the provider's.

    Raises:
        UsageError: the key file cannot be read, or the base URL is none.
        ModelError: key or base URL is missing.
    """
    provider = _PROVIDERS[model.provider]
    filed = _read_key_file(model.key_file) if model.key_file is not None else {}
    place = f"the key file {model.key_file}"
    urls: list[_Place] = [
        (filed, name, place) for name in ("base_url", provider.url, _OWN_URL) if name
    ]
    urls += [(environment, name, name) for name in (_OWN_URL, provider.url) if name]
    told = _first(urls)
    url, told_by = told or (provider.default, f"the usual address of {model.provider}")
    keys: list[_Place] = [(filed, name, place) for name in ("key", provider.key, _OWN_KEY) if name]
    keys += [(environment, name, name) for name in (_OWN_KEY, provider.key) if name]
    key = _first(keys)
    if not url:
        hint = f"set {_OWN_URL}, for example to http://127.0.0.1:8080/v1"
        raise ModelError("nothing says where its server is", where=model.id, hint=hint)
    if provider.needs_key and key is None:
        hint = f"set {provider.key} or {_OWN_KEY}, or name a file that holds it with --key-file"
        raise ModelError("there is no key to it", where=model.id, hint=hint)
    known = Access(_as_url(url, told_by), key[0] if key else None, told_by)
    return known if told is not None else _at_usual(known, provider)


def _at_usual(access: Access, provider: _Provider) -> Access:
    """Return the access to a server that nobody named, with what to do where it does not answer."""
    if access.is_local:
        remedy = f"{provider.start}, or set {provider.url or _OWN_URL} to where it runs"
    else:
        remedy = "check this machine's way to the network"
    return replace(access, usual=provider.default, remedy=remedy)


def _first(places: list[_Place]) -> tuple[str, str] | None:
    """Return the first value that is there, and the place that holds it."""
    for values, name, place in places:
        value = values.get(name, "").strip()
        if value:
            return value, place
    return None


def _as_url(text: str, told_by: str) -> str:
    """Return a base URL; Ollama's own variable holds host and port alone."""
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        message = "does not hold the address of a server"
        hint = "it is like http://127.0.0.1:11434 or https://models.example/v1"
        raise UsageError(message, where=told_by, hint=hint)
    if parts.hostname == "0.0.0.0":  # noqa: S104 (what a server listens on is no place to go to)
        url = f"{parts.scheme}://127.0.0.1:{port or 11434}{parts.path}"
    elif port is None and told_by == "OLLAMA_HOST" and "://" not in text:
        url = f"{url}:11434"
    return url.rstrip("/")


def _is_setting(line: str) -> bool:
    """Tell whether a line sets something by a name that means something; a key may hold a "="."""
    said = _LINE.fullmatch(line)
    if said is None:
        return False
    names = {name for each in _PROVIDERS.values() for name in (each.key, each.url)}
    return said[1].upper() in {*names, _OWN_KEY, _OWN_URL, "KEY", "BASE_URL"}


def _read_key_file(path: Path) -> dict[str, str]:
    """Return what a key file holds: lines NAME=value, or the key alone.

    Raises:
        UsageError: it cannot be read, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8", where=str(path)) from None
    lines = [line for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]
    if len(lines) == 1 and not _is_setting(lines[0]):
        return {"key": lines[0].strip()}
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.strip().startswith("#"):
            continue
        said = _LINE.fullmatch(line)
        if said is None:
            hint = "a line is NAME=value, such as ANTHROPIC_API_KEY=…; or the key stands alone"
            raise UsageError("is no line of a key file", where=f"{path}:{number}", hint=hint)
        name = said[1] if said[1].isupper() else said[1].casefold()
        found[name] = said[2].strip("\"'")
    if not found:
        raise UsageError("holds no key", where=str(path))
    return found
