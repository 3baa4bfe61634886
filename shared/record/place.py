"""Where a sealed part stands. Its associated data makes a part unreadable anywhere else."""

from __future__ import annotations

from uuid import UUID

import msgspec

_TAG = b"vangnet-sealed/1"


class Place(msgspec.Struct, frozen=True, gc=False):
    """The row a part belongs to: plan, stream, version, event and topic."""

    plan_id: UUID
    stream_id: UUID
    version: int
    event_id: UUID
    topic: str

    def bound_to(self, part: str, compartment: bytes) -> bytes:
        """The associated data (AES-GCM) of one part of this row, in a compartment of that name.

        Unambiguous: the ids and the version have a fixed width, and a name holds no zero byte.
        """
        return b"%b%b%b%b%b%b\0%b\0%b" % (
            _TAG,
            self.plan_id.bytes,
            self.stream_id.bytes,
            self.event_id.bytes,
            self.version.to_bytes(8, "big"),
            self.topic.encode(),
            part.encode(),
            compartment,
        )
