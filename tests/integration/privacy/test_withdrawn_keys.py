"""A token that was taken once is no way in for ever: the key that signed it may be withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from shared.access.token import NotAuthenticated, Verifier

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
ISSUER, AUDIENCE = "https://inlog.example", "vangnet"


class Issuer:
    """An issuer whose key was stolen: it withdraws that key, and puts another in its place."""

    def __init__(self) -> None:
        self.now = START
        self._stolen, self._new = (RSAKey.generate_key(2048, {"kid": k}) for k in ("a", "b"))
        self.keys = KeySet([self._stolen])

    def withdraw(self) -> None:
        """From now on the stolen key is nobody's."""
        self.keys = KeySet([self._new])

    def stolen_token(self) -> str:
        """Whoever has the key makes themselves a service for ten years."""
        moment = int(START.timestamp())
        claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "x", "rol": "dienst"}
        lasting = {"iat": moment, "exp": moment + 10 * 365 * 24 * 3600}
        return jwt.encode({"alg": "PS256", "kid": "a"}, claims | lasting, self._stolen, ["PS256"])


def test_a_token_that_was_taken_before_is_checked_again_after_an_hour() -> None:
    """Integrity section 4: remembering tokens saves work, and outlives no key by more than that."""
    issuer = Issuer()
    verify = Verifier(lambda _: issuer.keys, ISSUER, AUDIENCE, lambda: issuer.now)
    token = issuer.stolen_token()
    assert verify(token).role == "service"
    issuer.withdraw()
    issuer.now += timedelta(minutes=61)
    for _ in range(2):
        with pytest.raises(NotAuthenticated):
            verify(token)


def test_a_token_whose_key_stands_goes_on() -> None:
    """The test above fails for its own reason: after an hour a sound token is taken again."""
    issuer = Issuer()
    verify = Verifier(lambda _: issuer.keys, ISSUER, AUDIENCE, lambda: issuer.now)
    token = issuer.stolen_token()
    for _ in range(3):
        assert verify(token).role == "service"
        issuer.now += timedelta(minutes=61)
