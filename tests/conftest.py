"""What all tests share: how garbage and slow examples are taken, and one Chromium."""

import gc
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from briefgen.doctor import BROWSERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# With what thousands of tests leave behind, a collection of garbage takes longer than a template
# may.
gc.set_threshold(50_000, 20, 100)

# What an example takes says more of the machine, and of what else it does, than of the program.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_collection_finish() -> None:
    """Leave what thousands of collected tests are made of out of every later look for garbage."""
    gc.collect()
    gc.freeze()


FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --no-first-run".split()


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """Start the Chromium that is installed; tests skip where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium: scripts/install-test-tools installs it, see CONTRIBUTING.md")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()
