"""The cases as they are played for the golden answers, once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.integration.time_travel.golden_case import Cases


@pytest.fixture(scope="package")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cases]:
    """Each case, from its first row to its last, on a stage that stays open."""
    with ExitStack() as stack:
        yield Cases(tmp_path_factory.mktemp("golden"), stack)
