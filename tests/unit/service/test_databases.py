"""Which databases a deployment is on, from its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.record.errors import SettingsError
from shared.service.databases import Addresses, addresses
from shared.service.settings import Settings

EVENTS, KEYS = "postgresql:///vangnet", "postgresql:///vangnet_keys"


def settings(events: str | None, keys: str | None) -> Settings:
    """A deployment with these two."""
    return Settings(folder=Path("nergens"), database=events, key_database=keys)


def test_without_either_it_is_on_sqlite() -> None:
    assert addresses(settings(None, None)) is None


def test_with_both_it_is_on_postgresql() -> None:
    assert addresses(settings(EVENTS, KEYS)) == Addresses(EVENTS, KEYS)


@pytest.mark.parametrize(("events", "keys"), [(EVENTS, None), (None, KEYS)])
def test_one_without_the_other_is_refused(events: str | None, keys: str | None) -> None:
    """In words that say what to do, and without the address, which may hold a password."""
    with pytest.raises(SettingsError, match="horen bij elkaar") as refused:
        addresses(settings(events, keys))
    assert "postgresql:" not in str(refused.value)


def test_one_database_for_both_is_refused() -> None:
    """A copy of the events would have the keys in it."""
    with pytest.raises(SettingsError, match="dezelfde database"):
        addresses(settings(EVENTS, EVENTS))
