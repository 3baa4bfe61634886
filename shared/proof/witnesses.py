"""Asking witnesses to cosign a checkpoint (C2SP tlog-witness)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from shared.proof.paths import consistency
from shared.proof.signing import signature_line
from shared.proof.stored_tree import Select, StoredTree
from vangnet_verify.note import Note, VerifierKey, encoded, parse_note, signed_by
from vangnet_verify.rejected import Rejected


class Reply(msgspec.Struct, frozen=True):
    """What a witness answered."""

    status: int
    body: bytes


class Post(Protocol):
    """Sends a body to ``/add-checkpoint`` of one witness. Raises OSError when it is not there."""

    def __call__(self, body: bytes) -> Reply: ...


class AskedWitness:
    """One witness as a signer knows it; ``size``: how long it saw the log last."""

    def __init__(self, key: VerifierKey, post: Post) -> None:
        self.key = key
        self._post = post
        self._size = 0

    def cosign(self, note: bytes, size: int, select: Select) -> bytes:
        """The note with this witness's line under it.

        Raises Rejected when it refuses: then somebody saw another log than this one.
        """
        reply = self._asked(note, size, select)
        if reply.status == 409 and (known := _size(reply.body)) is not None and known <= size:
            # A witness knows best what it saw: after a restart of ours, it tells.
            self._size = known
            reply = self._asked(note, size, select)
        if reply.status != 200:
            said = reply.body.decode(errors="replace").strip()
            raise Rejected(f"getuige {self.key.name} tekent niet mee ({reply.status}): {said}")
        line = self._line(parse_note(note), parse_note(note + reply.body))
        self._size = size
        return note + line.encode()

    def _line(self, asked: Note, cosigned: Note) -> str:
        """The witness's own line. Whatever else it said would stand in our checkpoints for ever."""
        if cosigned.text != asked.text or self.key not in signed_by(cosigned, [self.key]):
            raise Rejected(
                f"getuige {self.key.name} tekende met een andere sleutel, of iets anders"
            )
        mine = self.key.name, self.key.key_id
        content = (each.content for each in cosigned.signatures if (each.name, each.key_id) == mine)
        return signature_line(self.key, next(content))

    def _asked(self, note: bytes, size: int, select: Select) -> Reply:
        path = StoredTree(select).prove(consistency(self._size, size))
        lines = "".join(f"{encoded(each)}\n" for each in path)
        return self._post(f"old {self._size}\n{lines}\n".encode() + note)


def cosigned_by_all(
    note: bytes,
    size: int,
    witnesses: Sequence[AskedWitness],
    select: Select,
    failed: Callable[[str, Exception], None],
) -> bytes:
    """The note with the line of every witness that cosigned; ``failed`` hears of the others."""
    for witness in witnesses:
        try:
            note = witness.cosign(note, size, select)
        except (Rejected, OSError) as error:
            failed(witness.key.name, error)
    return note


def _size(body: bytes) -> int | None:
    written = body.strip()
    return int(written) if written.isdigit() and len(written) < 20 else None
