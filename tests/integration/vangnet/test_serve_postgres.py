"""``vangnet serve`` on PostgreSQL: a service may run more than once, and one of them follows."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from tests.integration.vangnet.apart import Apart, wait_until
from tests.integration.vangnet.conftest import Run
from tests.integration.vangnet.process import launched
from tests.integration.vangnet.test_serve import behind, followed
from tests.parts.postgres import PostgresServer
from vangnet.assembly import migrate_town
from vangnet.keeping import watched
from vangnet.settings import read_settings
from vangnet.transport.lag import lags

pytestmark = pytest.mark.real_postgres
TWINS = ("tweeling-a", "tweeling-b")


@pytest.fixture(scope="module")
def apart(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Apart]:
    """Plans, evaluations and twice notifications, on a pair of databases of their own."""
    name = f"vangnet_apart_{uuid4().hex[:12]}"
    events, keys = name, f"{name}_keys"
    with psycopg.connect(postgres_server.conninfo(), autocommit=True) as connection:
        for database in (events, keys):
            connection.execute(f"CREATE DATABASE {database}")
        settings = {
            "VAR": str(tmp_path_factory.mktemp("apart") / "var"),
            "VANGNET_DATABASE": postgres_server.conninfo(events),
            "VANGNET_KEY_DATABASE": postgres_server.conninfo(keys),
        }
        migrate_town(read_settings(settings).settings, os.urandom)
        with Apart(settings) as services:
            begun = {name: services.launch("notifications", 0, name) for name in TWINS}
            services.start("plans", "evaluations")
            services.up.update({name: services.ready(begun[name]) for name in TWINS})
            yield services
        for database in (events, keys):
            connection.execute(f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture
def here(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> Apart:
    """Those, and the command line pointed at them."""
    for name, value in apart.settings.items():
        monkeypatch.setenv(name, value)
    return apart


def leads(services: Apart, twin: str) -> bool:
    """Whether this process said last that it follows."""
    lines = services.log_of(twin).read_text("utf-8").splitlines()
    said = [line for line in map(json.loads, lines) if line.get("event") == "leider"]
    return bool(said) and said[-1].get("part") == "volgt"


def leaders(services: Apart) -> list[str]:
    """Which of the two follow."""
    return [twin for twin in TWINS if leads(services, twin)]


def test_exactly_one_of_two_follows_and_both_answer(apart: Apart) -> None:
    """And what is followed is followed once."""
    plan, stefan = apart.begin()
    wait_until(lambda: followed(apart))
    wait_until(lambda: bool(leaders(apart)))
    for _ in range(5):
        apart.agree(plan, stefan)
    wait_until(lambda: followed(apart))
    assert len(leaders(apart)) == 1
    assert [(lag.parked, lag.alarm) for lag in behind(apart)] == [(0, None)] * 3
    for twin in TWINS:
        assert apart.up[twin].ask("/notificaties/api/v1/gereed") == b'{"status":"gereed"}'


def test_nobody_keeps_a_service_that_is_followed_for(here: Apart, run: Run) -> None:
    """A rebuild would be fenced off, or fence off the one that follows."""
    wait_until(lambda: bool(leaders(here)))
    for words in (["rebuild", "--service", "notifications"], ["dead-letters"]):
        refused = run(*words)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert "Stop alle processen van deze dienst" in refused.stderr


def test_a_history_can_be_read_while_they_run(here: Apart, run: Run) -> None:
    """A database takes as many processes as there are: nobody has to be asked, or to stop."""
    plan, _ = here.begin()
    shown = run("show", plan)
    assert shown.exit_code == 0, shown.stderr
    assert "Het dossier is geopend" in shown.stdout


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_when_the_one_that_follows_goes_the_other_takes_over(
    apart: Apart, how: signal.Signals
) -> None:
    """Within seconds, whether it left in good order or was killed; what went on is not lost."""
    plan, stefan = apart.begin()
    wait_until(lambda: len(leaders(apart)) == 1)
    (leader,) = leaders(apart)
    (other,) = set(TWINS) - {leader}
    apart.agree(plan, stefan)
    assert apart.up[leader].stop(how) == (-how if how is signal.SIGKILL else 0)
    began = time.monotonic()
    apart.agree(plan, stefan)
    wait_until(lambda: leads(apart, other) and followed(apart))
    assert time.monotonic() - began < 10
    assert [(lag.parked, lag.alarm) for lag in behind(apart)] == [(0, None)] * 3
    apart.log_of(leader).unlink()
    apart.up[leader] = apart.ready(apart.launch("notifications", 0, leader))


def test_stopped_in_good_order_it_can_be_rebuilt_to_the_same(here: Apart, run: Run) -> None:
    """The fingerprint is that of what the twins followed between them."""
    wait_until(lambda: followed(here))
    for twin in TWINS:
        assert here.up[twin].stop() == 0
    rebuilt = run("rebuild", "--service", "notifications")
    assert rebuilt.exit_code == 0, rebuilt.stderr
    assert rebuilt.stdout.count("gelijk") == 2
    assert " 0 berichten" not in rebuilt.stdout.splitlines()[1]


def test_all_of_it_can_also_be_one_process(here: Apart) -> None:
    """On the same databases, by the same code: ``vangnet up``."""
    plan, stefan = here.begin()
    here.agree(plan, stefan)
    for name in ("plans", "evaluations"):
        assert here.up[name].stop() == 0
    one = here.ready(launched(["up"], {**os.environ, "PORT": "0", "DEMO": "0"}))
    here.up = dict.fromkeys(("plans", "evaluations", "notifications"), one)
    here.agree(plan, stefan)
    apart = {name: value for name, value in here.settings.items() if not name.endswith("_URL")}

    def level() -> bool:
        with watched(read_settings(apart)) as found:
            return all(lag.position == lag.last for lag in lags(found))

    wait_until(level)
    assert one.stop() == 0
