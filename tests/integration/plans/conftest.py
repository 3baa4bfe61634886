"""One signing key for the session, an empty town for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.access.development import DevelopmentIssuer
from tests.integration.plans.family import Family, in_force
from tests.integration.plans.town import Town, make_issuer


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> DevelopmentIssuer:
    """Signs the tokens of all these tests."""
    return make_issuer(tmp_path_factory.mktemp("uitgever"))


@pytest.fixture
def town(tmp_path: Path, issuer: DevelopmentIssuer) -> Iterator[Town]:
    """The service on an empty store."""
    made = Town(tmp_path, issuer)
    yield made
    made.close()


@pytest.fixture
def family(town: Town) -> Family:
    """A family with a plan in force."""
    return in_force(town)
