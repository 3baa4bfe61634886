"""Who signs the tokens: the development issuer here, an issuer of the municipality elsewhere."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from shared.access.development import KEY_FILE, DevelopmentIssuer
from shared.access.role import Role
from shared.access.token import Keys
from shared.feed.backoff import Backoff
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.record.durable import make_folder
from shared.record.errors import SettingsError
from shared.service.settings import Settings
from vangnet.issuer_keys import IssuerKeys, keys_in
from vangnet.settings import Deployment

_RENEWED = timedelta(hours=1)
_MOST_BYTES_OF_KEYS = 256 * 1024
SUBJECTS = {
    Role.WORKER: "demo-werker",
    Role.COLLEAGUE: "demo-collega",
    Role.SUPERVISOR: "demo-leidinggevende",
    Role.INSPECTOR: "demo-inspecteur",
    Role.PERSON: "demo-betrokkene",
    Role.SYSTEM: "demo-systeem",
    Role.SERVICE: "vangnet",
}


class Identity(Protocol):
    """Whose tokens are taken, and the tokens that this process itself has to show."""

    @property
    def keys(self) -> Keys:
        """The public keys of the issuer."""
        ...

    def service_token(self) -> str:
        """What one service shows to another, valid at this moment."""
        ...

    def token(self, role: Role, subject: str | None, person: UUID | None, life: timedelta) -> str:
        """A token for somebody. Raises SettingsError where we are not the ones to give it."""
        ...


class DevelopmentIdentity:
    """Outside production: everything is signed with a key in the folder of the data."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        make_folder(settings.folder)
        _check_mode(settings.folder / KEY_FILE)
        self._issuer = DevelopmentIssuer(
            settings.folder,
            settings.issuer,
            settings.audience,
            clock,
            uuid4,
            production=settings.production,
        )
        self._clock = clock
        self._service: tuple[datetime, str] | None = None
        self.keys = self._issuer.keys

    def service_token(self) -> str:
        """A token of the role ``dienst``, made anew when half of its life is over."""
        now = self._clock()
        made = self._service
        if made is None or not made[0] <= now < made[0] + _RENEWED / 2:
            made = self._service = (now, self.token(Role.SERVICE, None, None, _RENEWED))
        return made[1]

    def token(self, role: Role, subject: str | None, person: UUID | None, life: timedelta) -> str:
        """A token that lasts for ``life``, for the usual subject of the role if none is named."""
        return self._issuer.issue(role, subject or SUBJECTS[role], person, life)


class ConfiguredIdentity:
    """In production: the keys and tokens that were configured."""

    def __init__(self, keys: Keys, service_token: str | None, token: str | None) -> None:
        self.keys = keys
        self._service_token = service_token
        self._token = token

    def service_token(self) -> str:
        """The one that was configured. Raises SettingsError when none was."""
        if not self._service_token:
            raise SettingsError(_NEEDED)
        return self._service_token

    def token(self, role: Role, subject: str | None, person: UUID | None, life: timedelta) -> str:
        """The one that was configured for the command line, whatever it stands for."""
        if self._token is None:
            raise SettingsError(
                "In productie geeft Vangnet zelf geen tokens. Vraag er een aan bij de uitgever en "
                "zet het in VANGNET_TOKEN."
            )
        return self._token


_NEEDED_KEYS = (
    "In productie is VANGNET_KEYS (bestand of adres van de publieke sleutels van de uitgever) "
    "nodig. Stel het in."
)
_NEEDED = (
    "In productie zijn VANGNET_KEYS (bestand of adres van de publieke sleutels van de uitgever) en "
    "VANGNET_SERVICE_TOKEN (token waarmee diensten elkaar vragen) nodig. Stel beide in."
)


def identity_of(
    deployment: Deployment, clock: Callable[[], datetime], *, asks: bool = True
) -> Identity:
    """The identity that belongs to these settings; ``asks``: this process asks other services.

    Raises SettingsError when something lacks.
    """
    if not deployment.settings.production:
        return DevelopmentIdentity(deployment.settings, clock)
    running = deployment.running
    if running.keys is None or (asks and not running.service_token):
        raise SettingsError(_NEEDED if asks else _NEEDED_KEYS)
    return ConfiguredIdentity(_keys_of(running.keys), running.service_token, running.token)


def _keys_of(place: str) -> Keys:
    if not place.startswith(("http://", "https://")):
        return keys_in(Path(place))
    http = Http(Connections().pool, most_bytes=_MOST_BYTES_OF_KEYS)
    return IssuerKeys(place, http, Backoff(random.random, first=0.25, most=8.0))


def _check_mode(path: Path) -> None:
    if path.exists() and path.stat().st_mode & 0o077:
        raise SettingsError(f"Anderen kunnen {path} lezen. Doe: chmod 600 {path}")
