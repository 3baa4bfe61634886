"""Keys that sign (Ed25519), and notes signed with them (C2SP signed-note)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from shared.record.durable import make_folder, write_once
from shared.record.errors import SettingsError
from vangnet_verify.note import ED25519, VerifierKey, encoded

_BYTES = 32
_READABLE_BY_OTHERS = 0o077


class SigningKey:
    """A private key with the name that it signs under."""

    def __init__(self, name: str, secret: bytes, kind: int = ED25519) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(secret)
        public = self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.public = VerifierKey(name, kind, public)

    def sign(self, message: bytes) -> bytes:
        """64 bytes, the same each time (RFC 8032)."""
        return self._private.sign(message)

    def note(self, text: str) -> bytes:
        """``text``, which ends with a newline, as a note with our signature under it."""
        return f"{text}\n{signature_line(self.public, self.sign(text.encode()))}".encode()


def signature_line(key: VerifierKey, content: bytes) -> str:
    """The line under a note that says who signed it."""
    return f"— {key.name} {encoded(key.key_id + content)}\n"


def key_in_file(path: Path, name: str, random_bytes: Callable[[int], bytes]) -> SigningKey:
    """The key whose 32 secret bytes are in a file for its owner only; made when it is not there.

    Raises SettingsError for a file that others can read or that holds something else.
    """
    if not path.exists():
        make_folder(path.parent)
        write_once(path, random_bytes(_BYTES))
    if path.stat().st_mode & _READABLE_BY_OTHERS:
        raise SettingsError(f"{path.name} is leesbaar voor anderen. Draai: chmod 600 {path.name}.")
    secret = path.read_bytes()
    if len(secret) != _BYTES:
        raise SettingsError(f"{path.name} is geen sleutel. Zet het terug uit de back-up.")
    return SigningKey(name, secret)
