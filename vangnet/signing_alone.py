"""``vangnet sign``: the signer in a process of its own, with a user and a folder of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import click

from shared.record.errors import SettingsError
from vangnet.hosting.leading import Leading
from vangnet.hosting.leases import lease_of
from vangnet.hosting.observing import observed, pages_of, telemetry_of
from vangnet.hosting.signers import signed_logs
from vangnet.hosting.signing import SIGNER, Signed, Signing
from vangnet.opened_logs import opened_logs
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of
from vangnet.world import Clock, stderr_log

_PROCESS = "vangnet-sign"


def sign_alone(deployment: Deployment, services: Sequence[str]) -> None:
    """Runs until SIGINT or SIGTERM. It has no keys of what it signs. Raises SettingsError.

    Of two that run, the one that holds the lease signs and the other waits for it.
    """
    lease = lease_of(deployment.settings, SIGNER)
    if lease is None:
        raise SettingsError(
            "Met bestanden (SQLite) ondertekent het proces dat de dienst draait. Haal dit weg."
        )
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    clock, log = clock_of(deployment.running), stderr_log(_PROCESS)
    telemetry = telemetry_of(deployment.running, _PROCESS)
    with _opened(deployment, services, clock) as logs:
        leading = Leading(lease, lambda: Signing(logs, log, telemetry), log)
        try:
            with observed(telemetry, pages_of(telemetry, [], clock), deployment.running):
                click.echo("ready")
                stopped.wait()
        finally:
            leading.stop()


@contextmanager
def _opened(
    deployment: Deployment, services: Sequence[str], clock: Clock
) -> Iterator[list[Signed]]:
    settings = deployment.settings
    with ExitStack() as stack:
        opened = [stack.enter_context(opened_logs(settings, each)) for each in services]
        yield [
            signed
            for each in opened
            for signed in signed_logs(
                settings, each.service, each.database, each.ledger, each.access_log, clock,
                os.urandom,
            )
        ]  # fmt: skip
