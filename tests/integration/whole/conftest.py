"""A whole town on a folder of its own, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.whole.village import Village


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    """One town for tests that only look."""
    with Village(tmp_path_factory.mktemp("village")) as made:
        yield made
