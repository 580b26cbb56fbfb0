"""What the house promises about itself: dependencies that are named, locks without addresses."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IMPORT_NAMES = {
    "markdown-it-py": "markdown_it",
    "pydantic-ai-slim": "pydantic_ai",
    "python-docx": "docx",
    "pyyaml": "yaml",
}
COMPANIONS = {
    "pydantic_core",  # pydantic names its exact version
    "pydyf",  # WeasyPrint writes with it, and hands out its objects
    "tinycss2",  # WeasyPrint reads style with it
    "anthropic",  # pydantic-ai's extra of that name
    "genai_prices",  # pydantic-ai's list of prices
    "httpx2",  # pydantic-ai calls with it
    "openai",  # pydantic-ai's extra of that name
}
NEVER_IMPORTED = {
    "lxml-html-clean",  # trafilatura needs it, see pyproject.toml
    "font-source-sans-pro",  # found by their files, not imported
    "font-source-serif-pro",
}


def read_names(requirements: list[str]) -> set[str]:
    """Return the packages' names, in small letters with dashes."""
    return {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in requirements}


def find_imports() -> set[str]:
    """Return the top names of everything that briefgen imports and that is not its own."""
    found = set()
    for path in (ROOT / "briefgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module).partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"briefgen"}


def test_every_import_is_a_named_dependency():
    """And every named dependency is imported: nothing comes by chance, nothing for nothing."""
    named = read_names(PROJECT["project"]["dependencies"]) - NEVER_IMPORTED
    extras = PROJECT["project"]["optional-dependencies"].values()
    optional = {name for extra in extras for name in read_names(extra)}

    found = find_imports() - COMPANIONS
    assert found - _imported(optional) == _imported(named)


def _imported(packages: set[str]) -> set[str]:
    """Return the names by which packages are imported."""
    return {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in packages}


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_hold_hashes_and_no_addresses(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==.*$", text, flags=re.MULTILINE)

    assert pins
    assert all(pin.endswith("\\") for pin in pins), "a pin without a hash"
    assert "://" not in text
    assert "--index" not in text


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_hold_what_is_named(lock):
    """`make lock` mends it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = read_names(re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE))

    groups = PROJECT["dependency-groups"]
    named = [*PROJECT["project"]["dependencies"], *groups["build"]]
    named += groups["dev"] if lock == "requirements-dev.txt" else []
    assert read_names(named) <= locked


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("may_install", [True, False])
def test_native_libraries_are_installed_or_the_command_is_printed(tmp_path, may_install):
    """Where apt-get may not be used, a person learns what to run; the build goes on either way."""
    programs = {
        "python": f'test -e "{tmp_path}/installed"',
        "id": f"echo {0 if may_install else 1000}",
        "sudo": "exit 1",
        "apt-get": f'echo "$@" >> "{tmp_path}/calls"; touch "{tmp_path}/installed"',
        "env": 'while [ "${1#*=}" != "$1" ]; do shift; done; exec "$@"',
    }
    for name, body in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "install-native-libraries", tmp_path / "python"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    if may_install:
        assert "libpango-1.0-0" in (tmp_path / "calls").read_text()
        assert "sudo" not in done.stderr
    else:
        assert not (tmp_path / "calls").exists()
        assert "sudo apt-get update && sudo apt-get install libpango-1.0-0" in done.stderr
