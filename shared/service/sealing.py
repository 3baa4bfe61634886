"""Sealing of what a service keeps besides events: followed messages, dead letters, reasons."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from shared.eventbase.sealed import CORE, Erased
from shared.record.erased import NOBODY
from shared.record.errors import ErasedPlanError
from shared.record.packet import open_packet, seal_packet
from shared.record.seal import Sealer

_FOLLOWED = "followed"
_REASON = "access-reason"


class PlanSealing:
    """Seals under the core key of the plan that it is about, or under nobody's."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    def prepare(self, plan_ids: Iterable[UUID]) -> None:
        """Makes the keys of these plans at once, instead of one by one."""
        self._sealer.prepare(dict.fromkeys(plan_ids, (CORE,)))

    def seal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        """The sealed bytes; None when the plan was destroyed, so that nothing is kept."""
        try:
            return seal_packet(self._sealer, plan_id or NOBODY, _FOLLOWED, data)
        except ErasedPlanError:
            return None

    def unseal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        """What was sealed; None when the plan was destroyed since."""
        return self._opened(plan_id, _FOLLOWED, data)

    def seal_reason(self, plan_id: UUID | None, reason: str) -> bytes:
        """The reason of a look, sealed; empty for a plan that was destroyed."""
        try:
            return seal_packet(self._sealer, plan_id or NOBODY, _REASON, reason.encode())
        except ErasedPlanError:
            return b""

    def open_reason(self, plan_id: UUID, reason: bytes) -> str | None:
        """The reason of a look; None when the plan was destroyed since."""
        found = self._opened(plan_id, _REASON, reason) if reason else None
        return None if found is None else found.decode()

    def _opened(self, plan_id: UUID | None, label: str, data: bytes) -> bytes | None:
        found = open_packet(self._sealer, plan_id or NOBODY, label, data)
        return None if isinstance(found, Erased) else found
