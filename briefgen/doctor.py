"""What this machine has of what briefgen needs: what is missing, what that costs, how to mend it.

It looks and reports; it installs nothing, and whatever it finds it does not fail.
"""

import ctypes
import ctypes.util
import importlib.metadata
import locale
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen import __version__
from briefgen.errors import BriefgenError

OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
"""Names of the program in which the tests open web pages; the first that is there is taken."""

_IMPORT_NAMES = {
    "markdown-it-py": "markdown_it",
    "pydantic-ai-slim": "pydantic_ai",
    "python-docx": "docx",
    "pyyaml": "yaml",
}
"""What a package is imported as, where it is not its own name with underscores."""

_COSTS = {
    "charset-normalizer": "articles that are not UTF-8 cannot be read",
    "font-source-sans-pro": "PDFs are set in another typeface",
    "font-source-serif-pro": "PDFs are set in another typeface",
    "lxml-html-clean": "HTML articles cannot be read",
    "pydantic-ai-slim": "no language models (--extractor llm)",
    "python-docx": "no Word documents (--format docx)",
    "rich": "no progress is shown",
    "trafilatura": "HTML articles cannot be read",
    "weasyprint": "no PDF; Markdown and HTML are written",
}
"""What the lack of a package costs; of one not named here: everything."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked for."""

    name: str
    fine: bool
    found: str
    cost: str = ""
    """What cannot be done for the lack of it."""
    mend: str = ""
    """What to do."""


def examine_machine() -> tuple[Finding, ...]:
    """Look for everything that briefgen needs."""
    return (
        _examine_python(),
        *_examine_packages(),
        _examine_extra("python-docx", "docx"),
        _examine_extra("pydantic-ai-slim", "llm"),
        *_examine_native_libraries(),
        _examine_templates(),
        _examine_browser(),
        _examine_encoding(),
        _examine_folder(Path.cwd()),
    )


def findings_as_text(findings: tuple[Finding, ...]) -> str:
    """Return a table of the findings; below each thing missing, its cost and its cure."""
    width = max(len(finding.name) for finding in findings)
    lines = [f"briefgen {__version__}"]
    for finding in findings:
        mark = "ok     " if finding.fine else "missing"
        lines.append(f"{mark}  {finding.name:<{width}}  {finding.found}")
        if not finding.fine:
            lines.append(f"{'':9}  costs: {finding.cost}")
            lines.append(f"{'':9}  mend:  {finding.mend}")
    missing = sum(not finding.fine for finding in findings)
    lines.append("Nothing is missing." if not missing else f"Missing: {missing}.")
    return "\n".join(lines) + "\n"


def _examine_python() -> Finding:
    return Finding(
        "Python",
        sys.version_info >= OLDEST_PYTHON,
        f"{platform.python_version()} ({sys.executable})",
        "nothing runs",
        "install Python {}.{} or newer".format(*OLDEST_PYTHON),
    )


def _examine_packages() -> Iterator[Finding]:
    try:
        requirements = importlib.metadata.requires("briefgen") or []
    except importlib.metadata.PackageNotFoundError:
        yield Finding(
            "briefgen", False, "not installed", "needed packages unknown", "pip install briefgen"
        )
        return
    for requirement in requirements:
        if ";" not in requirement:
            name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            yield _examine_package(name.lower().replace("_", "-"))


def _examine_extra(package: str, extra: str) -> Finding:
    """Look for a package that only some need: to lack it is no fault, to have it broken is one."""
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        cost = f"{_COSTS[package]}; pip install {package}, or the extra 'briefgen[{extra}]'"
        return Finding(package, True, f"not installed, so {cost}")
    return _examine_package(package)


def _examine_package(package: str) -> Finding:
    """Look for a package, and import it in a process of its own, where it may fail as it likes."""
    cost = _COSTS.get(package, "briefgen does not run")
    mend = f"pip install --force-reinstall {package}"
    try:
        version = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return Finding(package, False, "not installed", cost, mend)
    module = _IMPORT_NAMES.get(package, package.replace("-", "_"))
    trial = subprocess.run(  # noqa: S603 (this interpreter, and a name from the table above)
        [sys.executable, "-W", "ignore", "-c", f"import {module}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if trial.returncode:
        reason = (trial.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        return Finding(package, False, f"{version}, cannot be imported: {reason}", cost, mend)
    return Finding(package, True, version)


def _examine_native_libraries() -> Iterator[Finding]:
    no_pdf = "no PDF; Markdown and HTML are written"
    for title, name, package, cost in (
        ("Pango", "pango-1.0", "libpango-1.0-0", no_pdf),
        ("PangoFT2", "pangoft2-1.0", "libpangoft2-1.0-0", no_pdf),
        ("HarfBuzz subset", "harfbuzz-subset", "libharfbuzz-subset0", "PDFs take far longer"),
    ):
        found = _find_library(name)
        yield Finding(
            title,
            found is not None,
            found or "not found",
            cost,
            f"sudo apt-get install {package} (Debian, Ubuntu), brew install pango (macOS)",
        )


def _find_library(name: str) -> str | None:
    """Return the native library's name where it can be loaded, else None."""
    names = (f"lib{name}.so.0", f"lib{name}.0.dylib", f"lib{name}-0.dll")
    for candidate in (*names, ctypes.util.find_library(name)):
        if candidate is None:
            continue
        try:
            ctypes.CDLL(candidate)
        except OSError:
            continue
        return candidate
    return None


def _examine_templates() -> Finding:
    mend = "install briefgen again, or repair the templates/ folder beside you"
    try:
        from briefgen.rendering.audience import load_audience
        from briefgen.rendering.places import default_search_path

        audience = load_audience("executive", default_search_path([Path("templates")]))
    except (BriefgenError, ImportError) as error:
        return Finding("templates", False, str(error), "no brief is written", mend)
    return Finding("templates", True, str(audience.folder))


def _examine_browser() -> Finding:
    """Look for the browser in which the web pages are tested; briefs are written without it."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    missing = "not found; only the tests of web pages need it: sh scripts/install-test-tools"
    return Finding("Chromium", True, found or missing)


def _examine_encoding() -> Finding:
    encodings = (sys.getfilesystemencoding(), sys.stdout.encoding or "none")
    fine = all(each.lower().replace("-", "") == "utf8" for each in encodings)
    name = locale.setlocale(locale.LC_CTYPE)
    return Finding(
        "encoding",
        fine,
        f"file names {encodings[0]}, output {encodings[1]}, locale {name}",
        "names and quotations with letters beyond ASCII are shown garbled (files are right)",
        "set PYTHONUTF8=1",
    )


def _examine_folder(folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return Finding(
            "current folder",
            False,
            f"{folder}: {reason}",
            "briefs are not written to briefs/ here",
            "go to a folder that you may write, or use --out",
        )
    return Finding("current folder", True, f"{folder} can be written")
