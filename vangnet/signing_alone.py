"""``vangnet sign``: the signer in a process of its own, with a user and a folder of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence
from contextlib import ExitStack

import click

from shared.record.errors import SettingsError
from vangnet.hosting.signers import signed_logs
from vangnet.hosting.signing import Signing
from vangnet.opened_logs import opened_logs
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of
from vangnet.world import stderr_log


def sign_alone(deployment: Deployment, services: Sequence[str]) -> None:
    """Runs until SIGINT or SIGTERM. It has no keys of what it signs. Raises SettingsError."""
    settings = deployment.settings
    if settings.database is None:
        raise SettingsError(
            "Met bestanden (SQLite) ondertekent het proces dat de dienst draait. Haal dit weg."
        )
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    clock = clock_of(deployment.running)
    with ExitStack() as stack:
        opened = [stack.enter_context(opened_logs(settings, each)) for each in services]
        logs = [
            signed
            for each in opened
            for signed in signed_logs(
                settings, each.service, each.database, each.ledger, each.access_log, clock,
                os.urandom,
            )
        ]  # fmt: skip
        signing = Signing(logs, stderr_log("vangnet-sign"))
        try:
            click.echo("ready")
            stopped.wait()
        finally:
            signing.stop()
