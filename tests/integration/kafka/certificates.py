"""A certificate for 127.0.0.1, and the authority that vouches for it, as files."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

_DAY = timedelta(days=1)
_HERE = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])


def certified(folder: Path) -> tuple[Path, Path]:
    """The authority's certificate, and a key with its own certificate (both PEM)."""
    ours, theirs = _key(), _key()
    root = _signed("een uitgever", theirs, theirs, "een uitgever", None)
    leaf = _signed("een broker", ours, theirs, "een uitgever", _HERE)
    authority, broker = folder / "ca.pem", folder / "broker.pem"
    authority.write_bytes(root.public_bytes(Encoding.PEM))
    secret = ours.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    broker.write_bytes(secret + leaf.public_bytes(Encoding.PEM))
    return authority, broker


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _signed(
    name: str,
    key: rsa.RSAPrivateKey,
    by: rsa.RSAPrivateKey,
    issuer: str,
    place: x509.SubjectAlternativeName | None,
) -> x509.Certificate:
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(x509.BasicConstraints(ca=place is None, path_length=None), critical=True)
    )
    made = made if place is None else made.add_extension(place, critical=False)
    return made.sign(by, hashes.SHA256())
