"""What a witness answers (C2SP tlog-witness): when it cosigns, and why it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from vangnet_verify.checkpoint import Checkpoint, parse_checkpoint, parse_hash
from vangnet_verify.note import COSIGNATURE, VerifierKey, cosigned, encoded, parse_note, signed_by
from vangnet_verify.rejected import Rejected
from vangnet_witness.consistency import check_consistency
from vangnet_witness.memory import NOTHING, Memory

SIZE_TYPE = "text/x.tlog.size"
_OLD = re.compile(rb"old (0|[1-9][0-9]{0,18})")
_MAX_PROOF = 63


class Answer(NamedTuple):
    """Status, body and content type."""

    status: HTTPStatus
    body: str = ""
    content_type: str = "text/plain; charset=utf-8"


class Witness:
    """Cosigns for the logs that it knows. ``clock``: seconds since 1970 UTC."""

    def __init__(
        self,
        name: str,
        secret: bytes,
        logs: Mapping[str, VerifierKey],
        memory: Memory,
        clock: Callable[[], float],
    ) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(secret)
        public = self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key = VerifierKey(name, COSIGNATURE, public)
        self._logs = logs
        self._memory = memory
        self._clock = clock

    def add_checkpoint(self, body: bytes) -> Answer:
        """The answer to ``POST /add-checkpoint``."""
        head, blank, note_bytes = body.partition(b"\n\n")
        old, *proof_lines = head.split(b"\n")
        found = _OLD.fullmatch(old)
        if not blank or found is None or len(proof_lines) > _MAX_PROOF:
            return Answer(HTTPStatus.BAD_REQUEST, "dit is geen verzoek volgens tlog-witness\n")
        try:
            proof = [parse_hash(line.decode("ascii")) for line in proof_lines]
            note = parse_note(note_bytes)
            checkpoint = parse_checkpoint(note)
        except (Rejected, UnicodeDecodeError) as error:
            return Answer(HTTPStatus.BAD_REQUEST, f"{error}\n")
        key = self._logs.get(checkpoint.origin)
        if key is None:
            return Answer(HTTPStatus.NOT_FOUND, "dit register ken ik niet\n")
        try:
            signers = signed_by(note, [key])
        except Rejected as error:
            return Answer(HTTPStatus.FORBIDDEN, f"{error}\n")
        if key not in signers:
            return Answer(HTTPStatus.FORBIDDEN, "niet ondertekend met de sleutel die ik ken\n")
        return self._grown(int(found[1]), checkpoint, proof)

    def _grown(self, old: int, checkpoint: Checkpoint, proof: list[bytes]) -> Answer:
        seen = self._memory.last(checkpoint.origin)
        if old > checkpoint.size:
            return Answer(HTTPStatus.BAD_REQUEST, "een register wordt niet kleiner\n")
        if old != seen[0] or (old == checkpoint.size and seen not in (NOTHING, _end(checkpoint))):
            return Answer(HTTPStatus.CONFLICT, f"{seen[0]}\n", SIZE_TYPE)
        try:
            check_consistency(old, checkpoint.size, seen[1], checkpoint.root, proof)
        except Rejected as error:
            return Answer(HTTPStatus.UNPROCESSABLE_ENTITY, f"{error}\n")
        # Remembered before it is said, and only in the place of what was looked at.
        if not self._memory.replace(seen, checkpoint):
            size, _ = self._memory.last(checkpoint.origin)
            return Answer(HTTPStatus.CONFLICT, f"{size}\n", SIZE_TYPE)
        return Answer(HTTPStatus.OK, self._cosignature(checkpoint))

    def _cosignature(self, checkpoint: Checkpoint) -> str:
        at = int(self._clock())
        signature = self._private.sign(cosigned(checkpoint.text, at))
        content = self.key.key_id + at.to_bytes(8, "big") + signature
        return f"— {self.key.name} {encoded(content)}\n"


def _end(checkpoint: Checkpoint) -> tuple[int, bytes]:
    return checkpoint.size, checkpoint.root
