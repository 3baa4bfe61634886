"""One busy town for all tests that look at what was seen of it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.integration.telemetry.busy import Busy, busy_town

SEED = int(os.environ.get("TEST_SEED", "20260301"))


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Busy]:
    """What was seen of the town; prints its seed."""
    print(f"\nseed {SEED}")
    with busy_town(tmp_path_factory.mktemp("busy"), SEED) as made:
        yield made
