"""The fingerprint of what was followed, to compare a rebuild with what it replaces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from shared.feed.cloudevents import to_cloudevent
from shared.feed.message import Message


class Digest(msgspec.Struct, frozen=True):
    """How many messages were followed and the SHA-256 over them: the same on every machine."""

    rows: int
    sha256: str


def digest_of(messages: Iterable[Message]) -> Digest:
    """The fingerprint of messages, whatever the order they come in."""
    hashes = sorted(hashlib.sha256(to_cloudevent(message)).digest() for message in messages)
    return Digest(len(hashes), hashlib.sha256(b"".join(hashes)).hexdigest())
