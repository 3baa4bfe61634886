"""Bytes sealed outside an event: kept answers, dead letters, reasons, caches (design 4)."""

from __future__ import annotations

from uuid import UUID

from shared.eventbase.sealed import CORE, Erased
from shared.record.envelope import pack, unpack
from shared.record.place import Place
from shared.record.seal import Plain, Sealer, tampered

_PART = "packet"


def seal_packet(sealer: Sealer, plan_id: UUID, label: str, content: bytes) -> bytes:
    """``content`` sealed under the plan's core key, bound to a label that says where it is kept."""
    parts = sealer.seal(_place(plan_id, label), [Plain(_PART, CORE, content)])
    return pack(plan_id, plan_id, parts)


def open_packet(sealer: Sealer, plan_id: UUID, label: str, packet: bytes) -> bytes | Erased:
    """What :func:`seal_packet` sealed; ERASED when the plan was destroyed. Raises TamperedError."""
    place = _place(plan_id, label)
    part, *more = unpack(packet).parts
    if more:
        raise tampered(place, part)
    return sealer.open_part(place, part)


def _place(plan_id: UUID, label: str) -> Place:
    return Place(plan_id, plan_id, 0, plan_id, f"packet:{label}")
