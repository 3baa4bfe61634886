"""Where a case is played: a town in this process, with a clock that the case sets."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import uuid4

import msgspec

from shared.access.development import DevelopmentIssuer
from shared.record.durable import make_folder
from shared.service.settings import Mail, Settings
from shared.web.logs import json_log
from vangnet.journey.client import Client, LocalClient
from vangnet.journey.pace import CaseClock
from vangnet.town import Town
from vangnet.world import LOG_FILE, SimulatedClock, make_world

BEFORE_EVERY_CASE = datetime(2025, 1, 1, tzinfo=UTC)


class Stage(msgspec.Struct, frozen=True):
    """What a case needs: a clock to set, tokens, a way to ask things, and to let things follow.

    Nothing here says where the services run; :func:`opened_stage` has them in this process, and
    :func:`vangnet.journey.elsewhere.stage_at` finds them in others.
    """

    clock: CaseClock
    issuer: DevelopmentIssuer
    client: Client
    settle: Callable[[], object]


@contextmanager
def opened_stage(settings: Settings) -> Iterator[Stage]:
    """A town on migrated stores in ``settings.folder``, closed at the end.

    It sends nothing, whatever the settings say of mail: nobody in a case exists.
    """
    settings = msgspec.structs.replace(settings, simulated=True, mail=Mail())
    clock = SimulatedClock(BEFORE_EVERY_CASE)
    make_folder(settings.folder)
    issuer = issuer_of(settings, clock)
    with os.fdopen(_log_of(settings), "ab") as log:
        world = make_world(settings, issuer.keys, json_log(log, "vangnet", clock), clock)
        Town.migrate(settings, world)
        with Town(settings, world) as town:
            yield Stage(clock, issuer, LocalClient(town.wsgi), town.step_all)


def _log_of(settings: Settings) -> int:
    return os.open(settings.folder / LOG_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def issuer_of(settings: Settings, clock: CaseClock) -> DevelopmentIssuer:
    """Who signs the tokens of a case, with the key in the folder of the data."""
    return DevelopmentIssuer(
        settings.folder,
        settings.issuer,
        settings.audience,
        clock,
        uuid4,
        production=settings.production,
    )
