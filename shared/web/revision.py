"""The opaque ``revisie`` of a plan: proof that a writer read it as it is (design section 2)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from uuid import UUID

import msgspec


class Revisions:
    """Makes revisions. They tell nothing, not even whether one is later than another."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, plan_id: UUID, versions: Mapping[UUID, int]) -> str:
        """The revision of a plan whose streams stand at ``versions``."""
        streams = sorted((stream.hex, version) for stream, version in versions.items())
        read = msgspec.json.encode([plan_id.hex, streams])
        return hmac.new(self._secret, read, hashlib.sha256).hexdigest()[:32]
