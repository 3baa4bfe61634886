"""A trial over a real broker, on stores of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.faults.broker.stores import in_files, in_postgres
from tests.faults.broker.trial import Trial
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy

MakeTrial = Callable[..., Trial]


@pytest.fixture
def make_trial(
    request: pytest.FixtureRequest,
    kafka_broker: KafkaBroker,
    chaos: ChaosProxy,
    fresh_service: Callable[[], str],
    tmp_path: Path,
) -> Iterator[MakeTrial]:
    """Makes a trial of which relay and followers go by the proxy.

    Its stores are files, or with the parameter "postgres" they are there.
    """
    bootstrap, proxied = kafka_broker.bootstrap, f"127.0.0.1:{chaos.port}"
    with ExitStack() as opened:
        if getattr(request, "param", "files") == "postgres":
            schemas = request.getfixturevalue("fresh_schema")
            stores = opened.enter_context(in_postgres(tmp_path, schemas))
        else:
            stores = opened.enter_context(in_files(tmp_path))

        def make(**given: object) -> Trial:
            made = Trial(stores, fresh_service(), bootstrap, proxied, chaos.seed, **given)
            return opened.enter_context(closing(made))

        yield make
        chaos.heal()
        kafka_broker.resume()
