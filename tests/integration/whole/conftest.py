"""A whole town on a folder of its own, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.whole.case_a import Family
from tests.integration.whole.village import Village
from vangnet.journey.demo import load_demo


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Family]:
    """Case A, once and only to look at: playing it takes seconds."""
    folder = tmp_path_factory.mktemp("families")
    with Village(folder, load=load_demo) as village:
        yield Family(village, village.loaded)


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    """One town for tests that only look."""
    with Village(tmp_path_factory.mktemp("village")) as made:
        yield made
