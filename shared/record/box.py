"""What stands in a ``Sealed`` that came from the record: closed, and enough to open it later."""

from __future__ import annotations

from typing import Any

import msgspec

from shared.record.envelope import Part
from shared.record.place import Place


class Box(msgspec.Struct, frozen=True, gc=False):
    """One sealed part with its place, and the type of the content in it."""

    place: Place
    part: Part
    content_type: Any

    def __repr__(self) -> str:
        """Nothing of what is in it: boxes end up in logs."""
        return f"<closed box '{self.part.name}'>"
