"""The hash chain through the access log: pure, so that whoever holds the rows can check them."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import msgspec

from shared.access.log import AccessEntry, SealReason

START = bytes(32)
_LABEL = b"vangnet-toegang/1\0"


def entry_bytes(entry: AccessEntry, seal_reason: SealReason) -> bytes:
    """What is kept and hashed of an entry: all of it, its reason only in sealed form."""
    kept: dict[str, Any] = msgspec.structs.asdict(entry)
    if entry.reason is not None:
        kept["reason"] = seal_reason(entry.plan_id, entry.reason)
    return msgspec.json.encode(kept)


def not_before(last: bytes | None, entry: bytes) -> bytes:
    """The bytes of an entry that comes after ``last``: at no earlier moment, whatever clock it had.

    So whoever looks for what was before a moment can stop at the first that was not.
    """
    if last is None or _moment_of(last) <= _moment_of(entry):
        return entry
    return msgspec.json.encode(msgspec.json.decode(entry) | {"at": _moment_of(last)})


class _Looked(msgspec.Struct):
    at: datetime


_decoder = msgspec.json.Decoder(_Looked)


def _moment_of(entry: bytes) -> datetime:
    return _decoder.decode(entry).at


def link(seq: int, previous: bytes, entry: bytes) -> bytes:
    """The hash of the row at ``seq``, over its place, its predecessor's hash and its bytes."""
    return hashlib.sha256(_LABEL + seq.to_bytes(8, "big") + previous + entry).digest()
