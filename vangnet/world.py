"""The world that services live in: the real one, and a clock that is set row by row."""

from __future__ import annotations

import os
import random
import sys
import weakref
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from shared.access.token import Keys, Verifier
from shared.record.durable import make_folder, write_once
from shared.record.errors import SettingsError
from shared.service.settings import Settings
from shared.service.world import World
from shared.telemetry.telemetry import Telemetry
from shared.web.logs import Log, json_log

SECRET_FILE = "secret"
LOG_FILE = "vangnet.log"
_SECRET_BYTES = 32

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


class SimulatedClock:
    """A clock that stands still until it is set. With ``step`` each reading moves it that far on.

    Setting it back raises ValueError, unless the one who sets it says that this is meant.
    """

    def __init__(self, start: datetime, step: timedelta = timedelta(microseconds=1)) -> None:
        self._now = start.astimezone(UTC)
        self._step = step

    def __call__(self) -> datetime:
        """The moment it is there; the next reading is later by ``step``."""
        now = self._now
        self._now = now + self._step
        return now

    def set(self, moment: datetime, *, back: bool = False) -> None:
        """Makes it ``moment``."""
        if moment < self._now and not back:
            raise ValueError(f"the clock stands at {self._now} and was set back to {moment}")
        self._now = moment.astimezone(UTC)


def make_world(
    settings: Settings,
    keys: Keys,
    log: Log,
    clock: Clock = real_clock,
    telemetry: Telemetry | None = None,
) -> World:
    """Everything from outside; tokens are taken that were signed with one of ``keys``."""
    return World(
        clock=clock,
        new_id=uuid4,
        random_bytes=os.urandom,
        # Seeded by the system: processes that start together wait differently.
        chance=random.Random(os.urandom(16)).random,
        log=log,
        verifier=Verifier(keys, settings.issuer, settings.audience, clock),
        secret=_secret(settings.folder / SECRET_FILE),
        telemetry=telemetry or Telemetry(),
    )


def stderr_log(name: str, clock: Clock = real_clock) -> Log:
    """The log of a process of its own: whoever runs it, such as a container, keeps its lines."""
    return json_log(sys.stderr.buffer, name, clock)


def file_log(folder: Path, clock: Clock = real_clock) -> Log:
    """The log in ``folder``, for its owner only; its file is closed when nobody has the log."""
    make_folder(folder)
    descriptor = os.open(folder / LOG_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    file = os.fdopen(descriptor, "ab")
    log = json_log(file, "vangnet", clock)
    weakref.finalize(log, file.close)
    return log


def _secret(path: Path) -> bytes:
    make_folder(path.parent)
    if not path.exists():
        write_once(path, os.urandom(_SECRET_BYTES))
    secret = path.read_bytes()
    if len(secret) < _SECRET_BYTES or path.stat().st_mode & 0o077:
        raise SettingsError(
            f"{path.name} is beschadigd of leesbaar voor anderen. Zet het terug uit de back-up, "
            f"of doe: chmod 600 {path}"
        )
    return secret
