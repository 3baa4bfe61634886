"""What a witness may answer that is not one: it gets no word of its own into our checkpoints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.proof.signing import SigningKey, signature_line
from shared.proof.witnesses import AskedWitness, Reply
from tests.unit.proof.mutations import bytes_of_any_kind, mutated
from vangnet_verify.checkpoint import Checkpoint, Standing
from vangnet_verify.note import COSIGNATURE, cosigned
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import leaf_hash

pytestmark = pytest.mark.fuzz

AT = 1_790_000_000
SIZE = 7
LOG = SigningKey("vangnet.example/plans", b"l" * 32)
WITNESS = SigningKey("w.example", b"w" * 32, COSIGNATURE)
TEXT = Checkpoint(LOG.public.name, SIZE, b"r" * 32, Standing(AT, 3, b"h" * 32).lines).text
NOTE = LOG.note(TEXT)


def signed(text: str) -> bytes:
    """The witness's line under a text."""
    content = AT.to_bytes(8, "big") + WITNESS.sign(cosigned(text, AT))
    return signature_line(WITNESS.public, content).encode()


def hashes(level: int, tiles: Sequence[int]) -> Iterable[tuple[int, bytes]]:
    """A log of seven leaves."""
    return [(number, leaf_hash(b"%d" % number)) for number in range(SIZE)] if level == 0 else []


# It may sign what it adds, so that its signature is a true one, of something else.
MORE = "\nklopt niet\n\n"
OF_ITS_OWN = MORE.encode() + signed(NOTE.decode() + MORE[:-1])
OTHERS = b"".join(signature_line(LOG.public, bytes([n])).encode() for n in range(90))
GOOD = signed(TEXT)


@given(
    status=st.sampled_from((200, 200, 409, 404, 500, 0, -1)),
    body=mutated(GOOD) | bytes_of_any_kind | st.integers(0, 10**20).map(lambda n: b"%d\n" % n),
)
@example(status=200, body=GOOD)
@example(status=200, body=OF_ITS_OWN)
@example(status=200, body=signature_line(SigningKey("x", b"x" * 32).public, b"x").encode() + GOOD)
@example(status=200, body=OTHERS)
def test_a_reply_adds_one_line_to_a_checkpoint_or_nothing(status: int, body: bytes) -> None:
    """tlog-witness: a cosignature is of the checkpoint that it was asked for."""
    asked = AskedWitness(WITNESS.public, lambda request: Reply(status, body))
    try:
        assert asked.cosign(NOTE, SIZE, hashes) == NOTE + GOOD
    except Rejected:
        return
    assert status == 200
