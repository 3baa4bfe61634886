"""Turning the epoch keys of services by hand: each as whoever leads it does it by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from datetime import datetime

import msgspec

from shared.service.databases import open_keys_of
from shared.service.settings import Settings
from vangnet.hosting.holding import alone


class Turned(msgspec.Struct, frozen=True):
    """Of one service whether its epoch was turned, and when the present one ends."""

    service: str
    done: bool
    ends: datetime


def turn(
    settings: Settings,
    services: Sequence[str],
    random_bytes: Callable[[int], bytes],
    clock: Callable[[], datetime],
    at_once: bool,
) -> Iterator[Turned]:
    """Turns the epochs that near their end, or all ``at_once``.

    On PostgreSQL the services may run meanwhile. Raises SettingsError, Held while a process has
    the files, and KeyStoreError without epoch keys.
    """
    with alone(settings, services) if settings.database is None else nullcontext():
        for service in services:
            with closing(open_keys_of(settings, service, random_bytes, clock)) as keys:
                keys.agree_with_list()
                if at_once:
                    keys.rotate()
                done = at_once or bool(keys.rotate_when_due(clock()))
                yield Turned(service, done, keys.epoch_ends())
