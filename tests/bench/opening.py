"""A town opened in this process on the stores of a bench, and tokens for who asks it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from shared.access.role import Role
from shared.web.logs import json_log
from vangnet.identity import identity_of
from vangnet.settings import read_settings
from vangnet.town import Town
from vangnet.world import make_world, real_clock

_LIFE = timedelta(hours=2)


@contextmanager
def opened(settings: dict[str, str]) -> Iterator[Town]:
    """The town of these settings, which must have been migrated; nothing of it runs by itself."""
    deployment = read_settings(settings)
    keys = identity_of(deployment, real_clock).keys
    log = json_log(io.BytesIO(), "bench", real_clock)
    with Town(deployment.settings, make_world(deployment.settings, keys, log)) as town:
        yield town


def token(settings: dict[str, str], role: Role) -> str:
    """What somebody in this role shows, for as long as a bench takes."""
    return identity_of(read_settings(settings), real_clock).token(role, "bench", None, _LIFE)
