"""Bearer tokens: NL GOV OAuth (issuer, audience and rights checked here, nothing in the query).

Only PS256 and RS256 are taken: a list with a symmetric algorithm on it would let anybody sign
with the public key (NL GOV OIDC 1.0.1: RS256 required, PS256 recommended, nothing weaker).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import GuestProtocol, KeySet

from shared.access.role import BY_WIRE, Role
from shared.access.verified import Verified
from shared.eventbase.doing import Actor

ALGORITHMS = ("PS256", "RS256")
LEEWAY = 30
MAX_TOKEN = 8192
MAX_SUBJECT = 255
# Seconds. A key that was withdrawn opens nothing for longer, whatever its tokens say of their end.
REMEMBERED = 600
# The keys of the issuer, or what says which they are at the moment that a token comes in.
Keys = KeySet | Callable[[GuestProtocol], KeySet]


class NotAuthenticated(Exception):
    """The token does not say who this is. It never tells which check failed."""


class Verifier:
    """Turns a bearer token into the actor it stands for, or raises NotAuthenticated."""

    def __init__(
        self, keys: Keys, issuer: str, audience: str, clock: Callable[[], datetime]
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._verified = Verified()
        self._claims: dict[str, Any] = {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": audience},
            "exp": {"essential": True},
            "iat": {"essential": True},
            "sub": {"essential": True},
            "rol": {"essential": True, "values": list(BY_WIRE)},
        }

    def __call__(self, token: str) -> Actor:
        """The actor of ``token``. One that was just checked is only checked for its end."""
        now = self._clock().timestamp()
        digest = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        known = self._verified.actor(digest, now - LEEWAY)
        if known is not None:
            return known
        if len(token) > MAX_TOKEN:
            raise NotAuthenticated
        actor, expires = self._check(token, int(now))
        self._verified.remember(digest, actor, min(expires, now + REMEMBERED))
        return actor

    def _check(self, token: str, now: int) -> tuple[Actor, float]:
        try:
            claims = jwt.decode(token, self._keys, algorithms=ALGORITHMS).claims
            jwt.JWTClaimsRegistry(now=now, leeway=LEEWAY, **self._claims).validate(claims)
            return actor_of(claims), float(claims["exp"])
        # Anything a stranger can put in a token may surface as one of these; all mean the same.
        except (JoseError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            raise NotAuthenticated from None


def actor_of(claims: Mapping[str, Any]) -> Actor:
    """The actor that checked claims name; ValueError when they do not name one."""
    role = BY_WIRE[claims["rol"]]
    person = claims.get("persoon")
    if (role is Role.PERSON) != (person is not None):
        raise ValueError("persoon belongs to betrokkene, and to nobody else")
    if len(claims["sub"]) > MAX_SUBJECT:
        raise ValueError("sub is too long")
    if not isinstance(person, str | None):
        raise ValueError("persoon must be text")
    return Actor(claims["sub"], role.value, None if person is None else UUID(person))
