"""The development issuer: tokens for demo and tests, never in production."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from shared.access.development import KEY_FILE, DevelopmentIssuer
from shared.access.role import Role
from shared.access.token import NotAuthenticated, Verifier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def clock() -> datetime:
    """A clock that stands still."""
    return NOW


def issuer(folder: Path, production: bool = False) -> DevelopmentIssuer:
    """The issuer under test."""
    return DevelopmentIssuer(folder, "ontwikkel", "vangnet", clock, uuid4, production=production)


def test_its_tokens_are_taken_also_after_a_restart(tmp_path: Path) -> None:
    """The key is made once and kept."""
    person = uuid4()
    token = issuer(tmp_path).issue(Role.PERSON, "noor", person, HOUR)
    check = Verifier(issuer(tmp_path).keys, "ontwikkel", "vangnet", clock)
    assert check(token).person == person
    assert "d" not in issuer(tmp_path).keys.as_dict()["keys"][0]


def test_another_folders_tokens_are_not_taken(tmp_path: Path) -> None:
    """Each installation has its own key."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    token = issuer(tmp_path / "a").issue(Role.WORKER, "sam", None, HOUR)
    with pytest.raises(NotAuthenticated):
        Verifier(issuer(tmp_path / "b").keys, "ontwikkel", "vangnet", clock)(token)


def test_production_settings_refuse_it(tmp_path: Path) -> None:
    """And no key is made."""
    with pytest.raises(PermissionError, match="production"):
        issuer(tmp_path, production=True)
    assert list(tmp_path.iterdir()) == []


def test_its_key_is_for_its_owner_only(tmp_path: Path) -> None:
    """A key that others could read is not used."""
    issuer(tmp_path)
    path = tmp_path / KEY_FILE
    assert path.stat().st_mode & 0o777 == 0o600
    assert [found.name for found in tmp_path.iterdir()] == [KEY_FILE]
    path.chmod(0o644)
    with pytest.raises(PermissionError, match="chmod 600"):
        issuer(tmp_path)
