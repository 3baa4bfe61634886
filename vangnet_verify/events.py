"""The events of one plan in one log: each as its leaf proves it, none missing between them.

A leaf is RFC 8785 canonical JSON (``vp-leaf/1``): ``at`` microseconds since 1970 UTC, ``cm`` the
commitments of its parts, ``id`` and ``v`` its stream and version, ``o`` its log, ``prev`` the leaf
hash before it in its stream, ``st`` the hash of what is stored, ``t`` its topic.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from vangnet_verify.checkpoint import Checkpoint, parse_hash
from vangnet_verify.note import decoded
from vangnet_verify.rejected import Rejected
from vangnet_verify.shape import member
from vangnet_verify.tree import check_inclusion, leaf_hash

LEAF, HEAD, COMMIT = "vp-leaf/1", "vp-head/1", b"vp-commit/2"
SALT_BYTES = 32
_FIELDS = {"at": int, "cm": list, "f": str, "id": str, "o": str, "prev": str, "st": str,
           "t": str, "v": int}  # fmt: skip
WITHHELD, ERASED, LATER = "achtergehouden", "gewist", "later"


@dataclass(frozen=True)
class Event:
    """One event that stands: where, when, and its parts by name, None for what is not shown."""

    seq: int
    stream: str
    version: int
    topic: str
    at: int
    previous: str
    leaf_hash: bytes
    parts: dict[str, str | None]
    reasons: frozenset[str]


def canonical(value: Any) -> bytes:
    """RFC 8785 of strings, whole numbers and lists."""
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return written.encode("utf-8", "surrogatepass")


def event_of(line: Any, checkpoint: Checkpoint) -> Event:
    """One line of the dossier, proved to stand in the log. Raises Rejected."""
    leaf, seq = member(line, "leaf", dict), member(line, "seq", int)
    if set(leaf) != set(_FIELDS) or set(line) != {"leaf", "parts", "proof", "seq"}:
        raise Rejected("een gebeurtenis heeft niet de vorm die erbij hoort")
    for name, kind in _FIELDS.items():
        member(leaf, name, kind)
    if leaf["f"] != LEAF or leaf["o"] != checkpoint.origin.rpartition("/")[0]:
        raise Rejected("een gebeurtenis is van een ander register")
    digest = leaf_hash(canonical(leaf))
    proof = [parse_hash(str(each)) for each in member(line, "proof", list)]
    check_inclusion(seq - 1, checkpoint.size, digest, proof, checkpoint.root)
    shown = [_part(part, cm) for part, cm in _pairs(member(line, "parts", list), leaf["cm"])]
    reasons = frozenset(reason for _, _, reason in shown if reason is not None)
    parts = {name: content for name, content, _ in shown}
    return Event(
        seq, leaf["id"], leaf["v"], leaf["t"], leaf["at"], leaf["prev"], digest, parts, reasons
    )


def _pairs(parts: list[Any], commitments: list[Any]) -> Iterable[tuple[Any, Any]]:
    if len(parts) != len(commitments):
        raise Rejected("een gebeurtenis heeft meer of minder delen dan is vastgelegd")
    return zip(parts, commitments, strict=True)


def _part(part: Any, commitment: Any) -> tuple[str, str | None, str | None]:
    name = member(part, "name", str)
    if set(part) == {"name", "reason"}:
        reason = member(part, "reason", str)
        if reason not in (WITHHELD, ERASED, LATER):
            raise Rejected("van een deel staat er niet waarom het ontbreekt")
        return name, None, reason
    content, salt = member(part, "content", str), decoded(member(part, "salt", str))
    if set(part) != {"content", "name", "salt"}:
        raise Rejected("een deel heeft niet de vorm die erbij hoort")
    shown = COMMIT + salt + f"{name}\0{content}".encode("utf-8", "surrogatepass")
    if len(salt) != SALT_BYTES or sha256(shown).hexdigest() != commitment:
        raise Rejected("de inhoud van een gebeurtenis is niet wat er is vastgelegd")
    return name, content, None


def check_order(events: list[Event], latest: int) -> None:
    """Each follows the one before it, in the log and in its stream, and none is of after

    ``latest`` (microseconds since 1970 UTC). Raises Rejected.
    """
    heads: dict[str, tuple[int, str]] = {}
    seq = at = 0
    for event in events:
        if event.seq <= seq or event.at <= at:
            raise Rejected("de gebeurtenissen staan niet in de volgorde van het register")
        if (event.version - 1, event.previous) != heads.get(event.stream, (0, "")):
            raise Rejected("tussen twee gebeurtenissen ontbreekt er een")
        seq, at = event.seq, event.at
        heads[event.stream] = event.version, event.leaf_hash.hex()
    if at > latest:
        raise Rejected("een gebeurtenis is van na het moment waarop het register is ondertekend")


def head_of(plan: str, events: list[Event]) -> bytes:
    """The leaf hash, in the tree of heads, of a plan that ends with these events."""
    last = {event.stream: (event.version, event.leaf_hash.hex()) for event in events}
    streams = [[stream, *head] for stream, head in sorted(last.items())]
    return leaf_hash(canonical({"f": HEAD, "id": plan, "n": len(events), "s": streams}))
