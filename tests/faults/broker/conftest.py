"""A trial over a real broker, on stores of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from shared.record.record import Record
from shared.record.sqlite.open_record import migrate_record, open_record
from tests.contract.record.family import EVENTS
from tests.faults.broker.trial import Stores, Trial, on_files, seed_of_run
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy
from vangnet.world import real_clock

SEED = 20261122
MakeTrial = Callable[..., Trial]


@pytest.fixture
def make_trial(
    kafka_broker: KafkaBroker, chaos: ChaosProxy, fresh_service: Callable[[], str], tmp_path: Path
) -> Iterator[MakeTrial]:
    """Makes a trial of which relay and followers go by the proxy."""
    proxied = f"127.0.0.1:{chaos.port}"
    with ExitStack() as opened:
        stores: Stores = opened.enter_context(on_files(tmp_path, record_in))

        def make(**given: object) -> Trial:
            seed = seed_of_run(SEED)
            made = Trial(stores, fresh_service(), kafka_broker.bootstrap, proxied, seed, **given)
            return opened.enter_context(closing(made))

        yield make
        chaos.heal()
        kafka_broker.resume()


@pytest.fixture(autouse=True)
def dbg():
    yield
    import threading

    print("LEFT", threading.enumerate())


def record_in(folder: Path) -> Record:
    """An empty record."""
    migrate_record(folder, os.urandom)
    return open_record(folder, "proef", EVENTS, real_clock, os.urandom)
