"""Everything from outside that a service may touch, passed in: clock, chance, ids, log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shared.eventbase.doing import Actor
from shared.record.seal import MakeSealer, Sealer
from shared.telemetry.telemetry import Telemetry
from shared.web.logs import Log
from shared.web.waiting import WaitingRoom


@dataclass(frozen=True, kw_only=True)
class World:
    """``random_bytes`` is cryptographic; ``secret`` keys the HMACs of revisions, cursors and

    idempotency keys and is the same after a restart. ``verifier`` turns a token into an actor.
    ``sealer`` is another one only where a test shows that it would notice. ``waiting`` is closed
    by whoever stops the server.
    """

    clock: Callable[[], datetime]
    new_id: Callable[[], UUID]
    random_bytes: Callable[[int], bytes]
    chance: Callable[[], float]
    log: Log
    verifier: Callable[[str], Actor]
    secret: bytes
    sealer: MakeSealer = Sealer
    waiting: WaitingRoom = field(default_factory=WaitingRoom)
    telemetry: Telemetry = field(default_factory=Telemetry)
