"""What a part's plaintext looks like, and what its commitment commits to."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from shared.record.padding import STEP, commitment, pad, unpad

SALT = bytes(range(32))


@given(st.binary(max_size=2000))
def test_what_is_padded_comes_back(content: bytes):
    """Whatever its length, and the padded size is a multiple of the step."""
    padded = pad(SALT, content)
    assert unpad(padded) == (SALT, content)
    assert len(padded) % STEP == 0
    assert len(padded) - len(content) < STEP + 36


def test_the_commitment_is_fixed_by_its_tag():
    """Spelled out once: a verifier elsewhere computes the same."""
    assert commitment(SALT, "core", b"{}") == sha256(b"vp-commit/2" + SALT + b"core\0{}").digest()
