"""The plaintext of one part: salt, length, JSON, and zeros up to a step, so that size says little.

The commitment opens with the plaintext only; salt and plaintext vanish with the key, so nothing
is left to guess against. It also commits to the key, which AES-GCM does not (integrity.md 2.2).
"""

from __future__ import annotations

from hashlib import sha256

SALT_BYTES = 32
STEP = 256
_HEAD = SALT_BYTES + 4
_COMMIT_TAG = b"vp-commit/2"


def commitment(salt: bytes, name: str, content: bytes) -> bytes:
    """SHA-256 over the tag ``vp-commit/2``, the salt, the part's name, a zero and the JSON bytes.

    The name too: whoever shows the words of a reason as those of an agreement is found.
    """
    return sha256(b"%b%b%b\0%b" % (_COMMIT_TAG, salt, name.encode(), content)).digest()


def pad(salt: bytes, content: bytes) -> bytes:
    """Salt, big-endian length and content, filled with zeros to a multiple of ``STEP`` bytes."""
    body = salt + len(content).to_bytes(4, "big") + content
    return body + bytes(-len(body) % STEP)


def unpad(plaintext: bytes) -> tuple[bytes, bytes]:
    """The salt and the content that :func:`pad` put together."""
    length = int.from_bytes(plaintext[SALT_BYTES:_HEAD], "big")
    return plaintext[:SALT_BYTES], plaintext[_HEAD : _HEAD + length]
