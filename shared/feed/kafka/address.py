"""Where brokers are, who we are to them, and by whose word we believe that they are ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from shared.record.errors import SettingsError

PLAIN = "plaintext"
_PROTOCOLS = {PLAIN: "PLAINTEXT", "ssl": "SSL", "sasl_ssl": "SASL_SSL"}
_HOSTS = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9a-f:]+\]):[0-9]{1,5}")
_FORM = (
    "VANGNET_KAFKA is geen adres van brokers. Schrijf sasl_ssl://naam:wachtwoord@host:poort,"
    "host:poort?ca=/pad/naar/ca.pem, met %40 voor @ en %2F voor / in het wachtwoord. Of, op een "
    "net waar niemand anders bij kan, plaintext://host:poort."
)


def options_of(address: str) -> dict[str, Any]:
    """What a client of kafka-python is told: ``[scheme://[user:password@]]host:port[,…][?ca=]``.

    Without a scheme it is ``plaintext``. ``sasl_ssl`` logs in with SCRAM-SHA-512; certificates
    and host names are always checked, by ``ca`` or by what this machine trusts. Raises
    SettingsError, which repeats nothing of the address: there may be a password in it.
    """
    protocol, at = _parted(address)
    user, _, hosts = at.netloc.rpartition("@")
    if not all(_HOSTS.fullmatch(host) for host in hosts.split(",")) or at.path:
        raise SettingsError(_FORM)
    options: dict[str, Any] = {"bootstrap_servers": hosts.split(",")}
    if protocol != "PLAINTEXT":
        options |= {"security_protocol": protocol, "ssl_cafile": _authority(at.query)}
    if (protocol == "SASL_SSL") != bool(user):
        raise SettingsError(_FORM)
    if user:
        name, _, password = user.partition(":")
        options |= {
            "sasl_mechanism": "SCRAM-SHA-512",
            "sasl_plain_username": unquote(name),
            "sasl_plain_password": unquote(password),
        }
    return options


def shown(address: str) -> str:
    """The hosts of an address, which may be shown to anybody."""
    return ",".join(options_of(address)["bootstrap_servers"])


def says_how(address: str) -> bool:
    """Whether an address says by itself how it is protected, if only by ``plaintext://``."""
    return "://" in address


def _parted(address: str) -> tuple[str, SplitResult]:
    scheme, _, rest = address.rpartition("://")
    protocol = _PROTOCOLS.get(scheme or PLAIN)
    if protocol is None:
        raise SettingsError(_FORM)
    # Kafka's own names have an underscore, which no scheme of an address may have.
    return protocol, urlsplit(f"//{rest}")


def _authority(query: str) -> str | None:
    given = parse_qs(query).get("ca")
    if given is not None and not Path(given[0]).is_file():
        raise SettingsError(f"VANGNET_KAFKA: het bestand {given[0]} (ca) is er niet.")
    return given[0] if given else None
