"""A browser, and two families whose pages it prints."""

from __future__ import annotations

import pytest

from tests.parts import chromium
from tests.parts.chromium import Chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    """What prints."""
    return chromium.found(tmp_path_factory.mktemp("chromium"))
