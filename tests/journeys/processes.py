"""A stage on which every service is a process of its own, on databases of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import psycopg

from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.topic import internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from tests.integration.vangnet.apart import Apart, free_port, wait_until
from tests.parts.kafka import KafkaBroker
from tests.parts.postgres import PostgresServer
from vangnet.assembly import SERVICES, migrate_town
from vangnet.journey.elsewhere import stage_at
from vangnet.journey.stage import BEFORE_EVERY_CASE, Stage
from vangnet.settings import read_settings
from vangnet.shared_clock import SharedClock


@contextmanager
def databases(server: PostgresServer) -> Iterator[dict[str, str]]:
    """The settings of a new pair of databases, which are gone afterwards."""
    name = f"vangnet_case_{uuid4().hex[:12]}"
    both = name, f"{name}_keys"
    _run(server, [f"CREATE DATABASE {each}" for each in both])
    try:
        events, keys = (server.conninfo(each) for each in both)
        yield {"VANGNET_DATABASE": events, "VANGNET_KEY_DATABASE": keys}
    finally:
        _run(server, [f"DROP DATABASE {each} WITH (FORCE)" for each in both])


@contextmanager
def topics(broker: KafkaBroker) -> Iterator[dict[str, str]]:
    """The settings of a broker on which nothing is left of an earlier town, nor of this one."""
    settings = {"VANGNET_KAFKA": broker.bootstrap, "VANGNET_KAFKA_REPLICATION": "1"}
    _remove_topics(broker)
    try:
        yield settings
    finally:
        _remove_topics(broker)


class Processes(NamedTuple):
    """Services that run: the settings that they share, and where each answers and is measured."""

    settings: dict[str, str]
    addresses: dict[str, str]
    metrics: list[str]


@contextmanager
def processes(folder: Path, **settings: str) -> Iterator[Processes]:
    """A process per service, and with Kafka a relay for each that is followed.

    They share these settings, a folder and a clock.
    """
    clock = folder / "klok"
    SharedClock(clock).set(BEFORE_EVERY_CASE)
    shared = {"VAR": str(folder / "var"), "VANGNET_CLOCK": str(clock), **settings}
    migrate_town(read_settings(shared).settings, os.urandom)
    with Apart(shared) as apart:
        metrics = [f"http://127.0.0.1:{port}" for port in _start(apart)]
        yield Processes(shared, {name: up.address for name, up in apart.up.items()}, metrics)


@contextmanager
def on_processes(folder: Path, **settings: str) -> Iterator[Stage]:
    """Those as a stage."""
    with (
        processes(folder, **settings) as found,
        stage_at(read_settings(found.settings), found.addresses, found.metrics) as stage,
    ):
        yield stage


def _start(apart: Apart) -> list[int]:
    begun, ports = {}, [free_port() for _ in SERVICES]
    for name, port in zip(SERVICES, ports, strict=True):
        apart.settings["VANGNET_METRICS_PORT"] = str(port)
        begun[name] = apart.launch(name)
    del apart.settings["VANGNET_METRICS_PORT"]
    relays = [
        apart.launch(name, as_=f"relay-{name}", command="relay")
        for name in ("plans", "evaluations")
        if "VANGNET_KAFKA" in apart.settings
    ]
    apart.up.update({name: apart.ready(process) for name, process in begun.items()})
    for relay in relays:
        apart.ready(relay)
    return ports


def _run(server: PostgresServer, statements: list[str]) -> None:
    # Each time anew: the server may have been restarted meanwhile.
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def _remove_topics(broker: KafkaBroker) -> None:
    with closing(make_admin(broker.bootstrap)) as admin:
        found = Topics(admin)
        names = [make(name) for name in SERVICES for make in (internal_topic, public_topic)]
        there = [name for name in names if found.find(name)]
        if there:
            admin.delete_topics(there)
        wait_until(lambda: not any(found.find(name) for name in there))
