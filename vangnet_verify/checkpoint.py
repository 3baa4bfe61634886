"""Checkpoints of a log (C2SP tlog-checkpoint): how long it was, and the root of its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vangnet_verify.note import Note, decoded, encoded
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import HASH_BYTES

_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True)
class Checkpoint:
    """The log ``origin`` at ``size`` leaves; ``more``: the lines that say what else was so."""

    origin: str
    size: int
    root: bytes
    more: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As it stands in a note."""
        lines = (self.origin, str(self.size), encoded(self.root), *self.more)
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True)
class Standing:
    """What Vangnet says besides: when, by its signer's clock, in seconds since 1970 UTC, and the

    number of plans in the log with the root of the tree over where each of them ends.
    """

    at: int
    plans: int
    heads: bytes

    @property
    def lines(self) -> tuple[str, ...]:
        """As lines of a checkpoint."""
        return f"at {self.at}", f"heads {self.plans} {encoded(self.heads)}"


def parse_checkpoint(note: Note) -> Checkpoint:
    """The checkpoint that a note holds. Raises Rejected."""
    lines = note.text.rstrip("\n").split("\n")
    if len(lines) < 3 or "" in lines:
        raise Rejected("een ondertekend bericht is geen stand van een register")
    found = Checkpoint(lines[0], _number(lines[1]), parse_hash(lines[2]), tuple(lines[3:]))
    if found.text != note.text:
        raise Rejected("een stand van een register is niet geschreven zoals het hoort")
    return found


def parse_standing(checkpoint: Checkpoint) -> Standing:
    """What Vangnet says besides in a checkpoint of its own. Raises Rejected."""
    words = [line.split(" ") for line in checkpoint.more]
    if [word[0] for word in words] != ["at", "heads"] or [len(w) for w in words] != [2, 3]:
        raise Rejected("een stand van een register zegt niet waar elk plan eindigde")
    return Standing(_number(words[0][1]), _number(words[1][1]), parse_hash(words[1][2]))


def parse_hash(written: str) -> bytes:
    """A SHA-256 hash in base64. Raises Rejected."""
    found = decoded(written)
    if len(found) != HASH_BYTES:
        raise Rejected("een hash heeft niet de juiste lengte")
    return found


def _number(written: str) -> int:
    if not _NUMBER.fullmatch(written) or int(written) >> 63:
        raise Rejected(f"{written!r} is geen aantal")
    return int(written)
