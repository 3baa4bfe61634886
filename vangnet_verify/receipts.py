"""Receipts: what the service signed when it recorded an act, kept by who did the act.

Between an act and the next checkpoint nobody else has seen it; the receipt is the only proof then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vangnet_verify.checkpoint import parse_hash
from vangnet_verify.dossier import MAKER
from vangnet_verify.events import Event
from vangnet_verify.note import VerifierKey, encoded, parse_note, signed_by
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import node_hash

FORMAT = "vangnet-ontvangst/1"
_MOST_EVENTS = 64


@dataclass(frozen=True)
class Receipt:
    """Of an act in a log: the root over the leaf hashes of its events."""

    log: str
    root: bytes

    @property
    def text(self) -> str:
        """As it stands in a note."""
        return f"{FORMAT}\n{self.log}\n{encoded(self.root)}\n"


def parse_receipt(content: bytes, keys: Sequence[VerifierKey]) -> Receipt:
    """The receipt in a note that its service signed. Raises Rejected."""
    note = parse_note(content)
    lines = note.text.rstrip("\n").split("\n")
    if len(lines) != 3 or lines[0] != FORMAT:
        raise Rejected("dit is geen ontvangstbewijs")
    if not any(key.name == lines[1] + MAKER for key in signed_by(note, keys)):
        raise Rejected("een ontvangstbewijs is niet ondertekend door een dienst die wij kennen")
    return Receipt(lines[1], parse_hash(lines[2]))


def check_receipts(log: str, events: Iterable[Event], receipts: Iterable[Receipt]) -> int:
    """The number of receipts of this log; the act of each stands in it. Raises Rejected."""
    mine = [receipt for receipt in receipts if receipt.log == log]
    roots = set(_roots(list(events))) if mine else set()
    if any(receipt.root not in roots for receipt in mine):
        raise Rejected("een handeling waarvan de ontvangst is bevestigd, staat er niet meer in")
    return len(mine)


def _roots(events: list[Event]) -> Iterable[bytes]:
    """Of everything that may have been one act: events that stand next to one another."""
    found = {(at, at + 1): event.leaf_hash for at, event in enumerate(events)}
    for size in range(2, _MOST_EVENTS + 1):
        left = 1 << ((size - 1).bit_length() - 1)
        for start, last in enumerate(events[size - 1 :]):
            if last.seq == events[start].seq + size - 1:
                middle, end = start + left, start + size
                found[start, end] = node_hash(found[start, middle], found[middle, end])
    return found.values()
