"""The plaintext of one part: salt, length, JSON, and zeros up to a step, so that size says little.

The commitment opens with the plaintext only; salt and plaintext vanish with the key, so nothing
is left to guess against. It also commits to the key, which AES-GCM does not (integrity.md 2.2).
"""

from __future__ import annotations

from hashlib import sha256

SALT_BYTES = 32
STEP = 256
_HEAD = SALT_BYTES + 4
_COMMIT_TAG = b"vp-commit/1"


def commitment(salt: bytes, content: bytes) -> bytes:
    """SHA-256 over the tag ``vp-commit/1``, the salt and the JSON bytes."""
    return sha256(_COMMIT_TAG + salt + content).digest()


def pad(salt: bytes, content: bytes) -> bytes:
    """Salt, big-endian length and content, filled with zeros to a multiple of ``STEP`` bytes."""
    body = salt + len(content).to_bytes(4, "big") + content
    return body + bytes(-len(body) % STEP)


def unpad(plaintext: bytes) -> tuple[bytes, bytes]:
    """The salt and the content that :func:`pad` put together."""
    length = int.from_bytes(plaintext[SALT_BYTES:_HEAD], "big")
    return plaintext[:SALT_BYTES], plaintext[_HEAD : _HEAD + length]
