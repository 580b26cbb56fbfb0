"""Who reviews, and when: both stand in each entry."""

import getpass
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.terminal import on_one_line

_GIT_SECONDS = 5


def find_name(given: str | None, folder: Path) -> str:
    """Return the reviewer's name: as given, else git's ``user.name``, else the login.

    Raises:
        UsageError: there is none.
    """
    if given is not None:
        name = on_one_line(given)
    else:
        name = on_one_line(_ask_git(folder)) or on_one_line(_ask_system())
    if not name:
        raise UsageError("nobody's name is known", hint="say who reviews with --who NAME")
    return name


def current_time() -> str:
    """Return the time as it stands in an entry."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _ask_git(folder: Path) -> str:
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command)
            ["git", "-C", str(folder), "config", "user.name"],  # noqa: S607 (wherever git is)
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def _ask_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user's number
        return ""
