"""``briefgen doctor``: what is missing, what that costs, how to mend it."""

import subprocess
import sys

from briefgen import doctor


def test_a_machine_that_has_all(run):
    """Everything looked for is named, with the versions."""
    result = run("doctor")

    for name in ("Python", "pydantic", "weasyprint", "Pango", "HarfBuzz", "Chromium", "templates"):
        assert name in result.out
    assert result.code in {0, 1}
    assert (result.code == 0) == ("missing" not in result.out.replace("Nothing is missing.", ""))


def test_without_pango_it_says_what_that_costs_and_does_not_fail(run, monkeypatch):
    monkeypatch.setattr(doctor, "_find_library", lambda name: None)

    result = run("doctor")

    assert result.code == 1
    assert "libpango-1.0-0" in result.out
    assert "no PDF" in result.out


def test_chromium_is_for_the_tests_alone(monkeypatch):
    """Who only makes briefs misses nothing without it; who tests reads how to get it."""
    monkeypatch.setattr(doctor, "BROWSERS", ("no-such-browser",))

    finding = doctor._examine_browser()

    assert finding.fine
    assert "scripts/install-test-tools" in finding.found


def test_a_package_that_is_not_there(monkeypatch):
    finding = doctor._examine_package("no-such-package-at-all")

    assert not finding.fine
    assert "pip install" in finding.mend


def test_a_package_that_breaks_on_import(tmp_path, monkeypatch):
    """Its own words are in the finding."""
    (tmp_path / "typer").mkdir()
    (tmp_path / "typer" / "__init__.py").write_text("raise RuntimeError('half installed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    finding = doctor._examine_package("typer")

    assert not finding.fine
    assert "half installed" in finding.found


def test_an_output_that_is_not_utf8(run_process):
    result = run_process("doctor", PYTHONIOENCODING="ascii")

    assert "PYTHONUTF8" in result.out


def test_a_folder_that_cannot_be_written(monkeypatch, tmp_path):
    finding = doctor._examine_folder(tmp_path / "nowhere")

    assert not finding.fine
    assert "--out" in finding.mend


def test_it_runs_without_any_of_the_packages():
    """The module itself imports nothing but briefgen's own errors and the standard library."""
    code = (
        "import sys, briefgen.doctor\n"
        "print(*({'pydantic', 'yaml', 'jinja2', 'weasyprint', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
