"""The checks and their documentation."""

from pathlib import Path

import pytest

from briefgen.auditing.thresholds import CHECKS

from .conftest import audit

FAIRNESS = Path(__file__).resolve().parents[2] / "docs" / "fairness.md"


def test_the_documentation_has_every_check_with_its_threshold():
    text = FAIRNESS.read_text(encoding="utf-8")
    rows = [line for line in text.split("\n") if line.startswith("| `")]

    assert rows == [f"| `{c.name}` | {c.what} | {c.threshold:g} |" for c in CHECKS]


def test_every_check_is_carried_out_and_reported(built):
    assert [check["name"] for check in audit(built).page["checks"]] == [c.name for c in CHECKS]


@pytest.mark.parametrize("check", [c.name for c in CHECKS if not c.threshold])
def test_every_check_has_a_planted_unfairness(check):
    """Those with thresholds above 0 have tests of their own."""
    tests = Path(__file__).with_name("test_planted.py").read_text(encoding="utf-8")

    assert f'"{check}"' in tests
