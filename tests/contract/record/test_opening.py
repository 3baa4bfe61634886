"""What opening a store promises: the right one, in the right state, with the right settings."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.record.errors import SettingsError
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import Store


def test_a_real_store_is_not_marked_and_may_go_in_production(store: Store):
    """The ordinary case."""
    record = store.open(production=True)
    assert record.simulated is False
    record.close()


def test_once_simulated_always_marked_so(store: Store, plan: UUID):
    """Whoever opens it later, with a real clock, is told."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    record.close()
    for simulated in (True, False):
        record = store.open(simulated=simulated)
        assert record.simulated is True
        record.close()


def test_production_refuses_a_simulated_store_and_a_simulated_clock(store: Store):
    """And a refused opening marks nothing."""
    with pytest.raises(SettingsError, match="gesimuleerde klok"):
        store.open(simulated=True, production=True)
    store.open(production=True).close()
    store.open(simulated=True).close()
    with pytest.raises(SettingsError, match="gesimuleerde klok"):
        store.open(production=True)


@pytest.mark.parametrize("prefix", ["", "PLANS_"])
def test_a_setting_that_loses_events_is_refused(store: Store, prefix: str):
    """In whichever service's name it was set."""
    name = f"{prefix}POSTGRES_ENABLE_DB_FUNCTIONS"
    with pytest.raises(SettingsError, match=name):
        store.open(environ={name: "y"})
    store.open(environ={name: "no"}).close()
