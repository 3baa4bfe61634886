"""What can be seen of a process that runs: its metrics on a port of their own, its traces."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime

from prometheus_client import CollectorRegistry, ProcessCollector

from shared.service.service import Service
from shared.telemetry.digests import DigestCollector
from shared.telemetry.epochs import EpochsLeft
from shared.telemetry.families import PREFIX
from shared.telemetry.feeds import Feeds, parked
from shared.telemetry.listener import DIGESTS, METRICS, Pages, listening
from shared.telemetry.proofs import Proofs
from shared.telemetry.records import Outboxes, last_seqs
from shared.telemetry.relays import RelayCollector, Relaying
from shared.telemetry.services import ServiceCollector
from shared.telemetry.telemetry import Telemetry
from shared.telemetry.tracing import tracing_by_otlp
from vangnet.settings import Running


def telemetry_of(running: Running, name: str) -> Telemetry:
    """What a process called ``name``, such as ``vangnet-plans``, measures and traces."""
    return Telemetry(tracing_by_otlp(running.traces, name) if running.traces else None)


def pages_of(
    telemetry: Telemetry,
    services: Sequence[Service],
    clock: Callable[[], datetime],
    leads: Callable[[str], bool] = lambda service: True,
    relays: Sequence[Relaying] = (),
) -> Pages:
    """The pages with metrics of a process. Call it once: it registers what is to be asked.

    ``leads`` says whether this process follows and keeps time for a service.
    """
    registry = telemetry.registry
    registry.register(telemetry.pulses)
    always = (last_seqs, parked, Proofs(clock))
    leading = (Feeds(telemetry.followers, clock), Outboxes(clock), EpochsLeft(clock))
    registry.register(ServiceCollector(services, leads, always, leading))
    registry.register(RelayCollector(relays, clock))
    ProcessCollector(namespace=PREFIX.rstrip("_"), registry=registry)
    digests = CollectorRegistry(auto_describe=False)
    digests.register(DigestCollector(services, time.monotonic))
    return {METRICS: registry, DIGESTS: digests}


@contextmanager
def observed(telemetry: Telemetry, pages: Pages, running: Running) -> Iterator[int | None]:
    """Shows the pages while the block runs, if a port was set, and sends the last spans after it.

    Gives the port. Raises SettingsError when it cannot be had.
    """
    port = running.metrics_port
    try:
        shown = nullcontext() if port is None else listening(pages, running.metrics_host, port)
        with shown as at:
            yield at
    finally:
        telemetry.tracing.close()
