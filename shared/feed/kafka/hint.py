"""Where on a topic a part of it is to be read on."""

from __future__ import annotations

import re
from uuid import UUID

import msgspec

_WRITTEN = re.compile(r"(?P<topic>[0-9a-f-]{36}):(?P<offset>[0-9]{1,19})")


class Hint(msgspec.Struct, frozen=True):
    """An offset, and the id of the topic that it belongs to: made again, that has another one."""

    topic_id: UUID
    offset: int

    def __str__(self) -> str:
        return f"{self.topic_id}:{self.offset}"


def read_hint(text: str | None) -> Hint | None:
    """The hint that was written; None when it is not one of ours."""
    found = _WRITTEN.fullmatch(text or "")
    return Hint(UUID(found["topic"]), int(found["offset"])) if found else None
