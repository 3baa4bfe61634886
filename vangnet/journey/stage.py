"""Where a case is played: a town in this process, with a clock that the case sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import uuid4

import msgspec

from shared.access.development import DevelopmentIssuer
from shared.service.settings import Mail, Settings
from shared.web.logs import json_log
from vangnet.journey.client import Client, LocalClient
from vangnet.town import Town
from vangnet.world import LOG_FILE, SimulatedClock, make_world

_BEFORE_EVERY_CASE = datetime(2025, 1, 1, tzinfo=UTC)


class Stage(msgspec.Struct, frozen=True):
    """A town with its clock, the issuer of its tokens, and a way to ask its services things."""

    town: Town
    clock: SimulatedClock
    issuer: DevelopmentIssuer
    client: Client


@contextmanager
def opened_stage(settings: Settings) -> Iterator[Stage]:
    """A town on migrated stores in ``settings.folder``, closed at the end.

    It sends nothing, whatever the settings say of mail: nobody in a case exists.
    """
    settings = msgspec.structs.replace(settings, simulated=True, mail=Mail())
    clock = SimulatedClock(_BEFORE_EVERY_CASE)
    settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    issuer = _issuer(settings, clock)
    with (settings.folder / LOG_FILE).open("ab") as log:
        world = make_world(settings, issuer.keys, json_log(log, "vangnet", clock), clock)
        Town.migrate(settings, world)
        with Town(settings, world) as town:
            yield Stage(town, clock, issuer, LocalClient(town.wsgi))


def _issuer(settings: Settings, clock: SimulatedClock) -> DevelopmentIssuer:
    return DevelopmentIssuer(
        settings.folder,
        settings.issuer,
        settings.audience,
        clock,
        uuid4,
        production=settings.production,
    )
