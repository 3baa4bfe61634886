"""An issuer of tokens for demo, journeys and tests. Production settings refuse it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from shared.access.role import Role
from shared.record.durable import write_once

KEY_FILE = "ontwikkel-sleutel.pem"
KEY_BITS = 2048


class DevelopmentIssuer:
    """Signs tokens with a key of its own, made in ``folder`` on first use."""

    def __init__(
        self,
        folder: Path,
        issuer: str,
        audience: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
        *,
        production: bool,
    ) -> None:
        if production:
            raise PermissionError("the development issuer is not for production settings")
        self._key = _key(folder / KEY_FILE)
        self._fixed = {"iss": issuer, "aud": audience}
        self._clock = clock
        self._new_id = new_id

    @property
    def keys(self) -> KeySet:
        """The public half, for a Verifier."""
        public = RSAKey.import_key(self._key.as_dict(private=False))
        return KeySet([public])

    def issue(self, role: Role, subject: str, person: UUID | None, lifetime: timedelta) -> str:
        """A signed token that says who somebody is, from now on for ``lifetime``."""
        now = int(self._clock().timestamp())
        claims = {
            **self._fixed,
            "sub": subject,
            "rol": role.wire,
            "iat": now,
            "exp": now + int(lifetime.total_seconds()),
            "jti": str(self._new_id()),
        }
        if person is not None:
            claims["persoon"] = str(person)
        header = {"alg": "PS256", "kid": self._key.kid}
        return jwt.encode(header, claims, self._key, algorithms=["PS256"])


def _key(path: Path) -> RSAKey:
    if not path.exists():
        write_once(path, RSAKey.generate_key(KEY_BITS).as_pem(private=True))
    if path.stat().st_mode & 0o077:
        raise PermissionError(f"{path.name} must be readable by its owner only (chmod 600)")
    key = RSAKey.import_key(path.read_bytes())
    key.ensure_kid()
    return key
