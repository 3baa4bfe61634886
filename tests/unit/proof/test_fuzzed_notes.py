"""Notes, keys, checkpoints and receipts that nobody wrote: read for what they are, or Rejected."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.proof.receipts import Receipts
from shared.proof.signing import SigningKey, signature_line
from tests.unit.proof.mutations import bytes_of_any_kind, mutated
from vangnet_verify.checkpoint import Checkpoint, Standing, parse_checkpoint, parse_standing
from vangnet_verify.dossier import MAKER
from vangnet_verify.note import COSIGNATURE, cosigned, parse_key, parse_note, signed_by
from vangnet_verify.receipts import parse_receipt
from vangnet_verify.rejected import Rejected

pytestmark = pytest.mark.fuzz

LOG = "test.vangnet.example/plans/00000000000000000000"
KEY = SigningKey(LOG, b"k" * 32)
SERVICE = SigningKey(LOG + MAKER, b"s" * 32)
WITNESS = SigningKey("w.example", b"w" * 32, COSIGNATURE)
AT = 1_790_000_000
STANDING = Standing(AT, 3, b"h" * 32)
TEXT = Checkpoint(LOG, 1234, b"r" * 32, STANDING.lines).text
COSIGNED = KEY.note(TEXT) + signature_line(
    WITNESS.public, AT.to_bytes(8, "big") + WITNESS.sign(cosigned(TEXT, AT))
).encode()  # fmt: skip
RECEIPT = Receipts(SERVICE).of([b"l" * 32]).encode()
KNOWN = [KEY.public, WITNESS.public, SERVICE.public]


@given(content=mutated(COSIGNED) | bytes_of_any_kind)
def test_a_note_is_read_or_rejected_and_says_what_was_signed(content: bytes) -> None:
    """C2SP signed-note: what a known key stands under is, to the byte, what it signed."""
    try:
        note = parse_note(content)
        signers = signed_by(note, KNOWN)
        if signers:
            assert (note.text, SERVICE.public in signers) == (TEXT, False)
            assert signers.get(WITNESS.public, AT) == AT
        found = parse_checkpoint(note)
        assert found.text == note.text
        parse_standing(found)
    except Rejected:
        return


@given(content=mutated(RECEIPT) | bytes_of_any_kind)
def test_a_receipt_is_the_one_that_was_given_or_rejected(content: bytes) -> None:
    """Nobody makes a receipt of one that he has, nor of something else that the service signed."""
    try:
        receipt = parse_receipt(content, KNOWN)
    except Rejected:
        return
    assert (receipt.log, receipt.root) == (LOG, b"l" * 32)


@given(lines=st.lists(st.text(alphabet="0123456789 ABCatheds+/=-\n", max_size=60), max_size=6))
def test_a_checkpoint_is_read_or_rejected(lines: list[str]) -> None:
    """Whoever has a key may sign anything."""
    try:
        found = parse_checkpoint(parse_note(KEY.note("".join(f"{line}\n" for line in lines))))
        assert 0 <= found.size < 2**63
        parse_standing(found)
    except Rejected:
        return


@given(
    content=st.binary(max_size=80).map(lambda content: content.decode("utf-8", "surrogateescape"))
    | mutated(str(WITNESS.public).encode()).map(lambda c: c.decode("utf-8", "surrogateescape"))
)
@example(content="\udcff" + str(WITNESS.public))
@example(content="\x1b[2J" + str(WITNESS.public))
def test_a_key_is_read_or_rejected(content: str) -> None:
    """What is read is written the same: nothing is guessed."""
    try:
        key = parse_key(content)
    except Rejected:
        return
    assert str(key) == content.strip()
