"""Signed notes (C2SP signed-note): a text, and under it a line for each signature.

A verifier key is written ``<name>+<key id in hex>+<base64 of type and public key>``. Two types are
known: 0x01, Ed25519 by whoever keeps a log, and 0x04, a witness's cosignature with a time (C2SP
tlog-cosignature, ``cosignature/v1``).
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from vangnet_verify.rejected import Rejected

ED25519 = 1
COSIGNATURE = 4
ID_BYTES = 4
_TIME_BYTES = 8
_MAX_BYTES = 65_536
_MAX_SIGNATURES = 100
_DASH = "— "


@dataclass(frozen=True)
class VerifierKey:
    """Who may have signed: a name, the type of signature, and 32 bytes of public key."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """Four bytes that say which key a signature line is of."""
        return sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.public).digest()[
            :ID_BYTES
        ]

    def __str__(self) -> str:
        """As it is published."""
        return f"{self.name}+{self.key_id.hex()}+{encoded(bytes([self.kind]) + self.public)}"


@dataclass(frozen=True)
class Signature:
    """One line under a note; ``content`` is what follows the key id."""

    name: str
    key_id: bytes
    content: bytes


@dataclass(frozen=True)
class Note:
    """A note as it was read: nothing is checked yet. ``text`` ends with a newline."""

    text: str
    signatures: tuple[Signature, ...]


def encoded(content: bytes) -> str:
    """The bytes in base64."""
    return b64encode(content).decode()


def decoded(written: str) -> bytes:
    """The bytes of strict, canonical base64. Raises Rejected."""
    try:
        content = b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        raise Rejected("er staat iets dat geen base64 is") from None
    if encoded(content) != written:
        raise Rejected("er staat iets dat geen gewone base64 is")
    return content


def parse_key(written: str) -> VerifierKey:
    """The verifier key that is written there. Raises Rejected."""
    name, _, rest = written.strip().partition("+")
    key_id, _, content = rest.partition("+")
    raw = decoded(content)
    sound = _is_name(name) and name.isprintable()
    if not sound or len(raw) != 33 or raw[0] not in (ED25519, COSIGNATURE):
        raise Rejected("dit is geen sleutel zoals een register of getuige die bekendmaakt")
    key = VerifierKey(name, raw[0], raw[1:])
    if key.key_id.hex() != key_id:
        raise Rejected("het kenmerk van een sleutel past niet bij de sleutel")
    return key


def parse_note(content: bytes) -> Note:
    """The note in these bytes. Raises Rejected for what is none."""
    if len(content) > _MAX_BYTES:
        raise Rejected("een ondertekend bericht is te groot")
    try:
        written = content.decode()
    except UnicodeDecodeError:
        raise Rejected("een ondertekend bericht is geen tekst") from None
    if any(ord(sign) < 0x20 and sign != "\n" for sign in written):
        raise Rejected("in een ondertekend bericht staan onzichtbare tekens")
    text, blank, lines = written.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise Rejected("onder een bericht ontbreekt een handtekening")
    signed = lines[:-1].split("\n")
    if len(signed) > _MAX_SIGNATURES:
        raise Rejected("onder een bericht staan te veel handtekeningen")
    return Note(text + "\n", tuple(_signature(line) for line in signed))


def _signature(line: str) -> Signature:
    name, _, content = line.removeprefix(_DASH).partition(" ")
    raw = decoded(content)
    if not line.startswith(_DASH) or not _is_name(name) or len(raw) <= ID_BYTES:
        raise Rejected("onder een bericht staat iets dat geen handtekening is")
    return Signature(name, raw[:ID_BYTES], raw[ID_BYTES:])


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(sign.isspace() for sign in name)


def cosigned(text: str, at: int) -> bytes:
    """What a witness signs at ``at``, in seconds since 1970 UTC."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def signed_by(note: Note, keys: Iterable[VerifierKey]) -> dict[VerifierKey, int | None]:
    """Which of these keys signed the note, and when, for those who say so (seconds since 1970).

    A line of a key that is not among them says nothing. Raises Rejected for one that should be of
    a known key and is not.
    """
    known = {(key.name, key.key_id): key for key in keys}
    found: dict[VerifierKey, int | None] = {}
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is not None:
            found[key] = _checked(key, note.text, signature.content)
    return found


def _checked(key: VerifierKey, text: str, content: bytes) -> int | None:
    at, message = None, text.encode()
    if key.kind == COSIGNATURE:
        at = int.from_bytes(content[:_TIME_BYTES], "big")
        message, content = cosigned(text, at), content[_TIME_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(content, message)
    except (InvalidSignature, ValueError):
        raise Rejected(f"de handtekening van {key.name} klopt niet") from None
    return at
