"""Whose token is taken, and whose is not (NL GOV OAuth, integrity section 4)."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from shared.access.role import Role
from shared.access.token import MAX_TOKEN, NotAuthenticated, Verifier
from shared.eventbase.doing import Actor

ISSUER, AUDIENCE = "https://inlog.example", "vangnet"
KEY = RSAKey.generate_key(2048, {"kid": "a"})
STRANGER = RSAKey.generate_key(2048, {"kid": "a"})
PERSON = UUID("5b0d3f0e-7a55-4f6e-9f0d-2f8a4b1c9d10")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def claims(**changes: Any) -> dict[str, Any]:
    """Sound claims of a worker, with changes; None leaves a claim out."""
    now = int(NOW.timestamp())
    sound = {"iss": ISSUER, "aud": AUDIENCE, "sub": "s1", "rol": "werker"}
    found = {**sound, "iat": now, "exp": now + 600, **changes}
    return {name: value for name, value in found.items() if value is not None}


def token(key: Any = KEY, alg: str = "PS256", **changes: Any) -> str:
    """A token with these claims."""
    return jwt.encode({"alg": alg, "kid": "a"}, claims(**changes), key, algorithms=[alg])


def verifier(clock: Callable[[], datetime] | None = None) -> Verifier:
    """The verifier under test."""
    public = RSAKey.import_key(KEY.as_dict(private=False))
    return Verifier(KeySet([public]), ISSUER, AUDIENCE, clock or Clock())


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_read_from_its_dutch_name(role: Role) -> None:
    """Only a betrokkene stands for a person."""
    person = str(PERSON) if role is Role.PERSON else None
    actor = verifier()(token(rol=role.wire, persoon=person))
    assert actor == Actor("s1", role.value, PERSON if person else None)


@pytest.mark.parametrize("alg", ["PS256", "RS256"])
def test_both_algorithms_of_the_profile_are_taken(alg: str) -> None:
    """RS256 is required by NL GOV OIDC, PS256 recommended."""
    assert verifier()(token(alg=alg)).subject == "s1"


def test_an_audience_among_several_is_taken() -> None:
    """Keycloak sends a list."""
    assert verifier()(token(aud=["account", AUDIENCE])).subject == "s1"


REFUSED: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://elders.example"},
    "another audience": {"aud": "account"},
    "expired": {"exp": int(NOW.timestamp()) - 31},
    "from the future": {"iat": int(NOW.timestamp()) + 31},
    "not valid yet": {"nbf": int(NOW.timestamp()) + 31},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is no text": {"sub": 5},
    "a subject of 256 signs": {"sub": "s" * 256},
    "no end": {"exp": None},
    "no beginning": {"iat": None},
    "no role": {"rol": None},
    "an unknown role": {"rol": "beheerder"},
    "the role's name in code": {"rol": "worker"},
    "two roles": {"rol": ["werker", "inspecteur"]},
    "a role that is an object": {"rol": {"a": 1}},
    "betrokkene without person": {"rol": "betrokkene"},
    "a person that is no UUID": {"rol": "betrokkene", "persoon": "x"},
    "a person that is a number": {"rol": "betrokkene", "persoon": 5},
    "a worker who stands for a person": {"persoon": str(PERSON)},
    "an end that is text": {"exp": "later"},
    "an end beyond all numbers": {"exp": 10**400},
    "stuffed": {"extra": "x" * MAX_TOKEN},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED.keys())
def test_claims_that_do_not_say_who_this_is_are_refused(changes: dict[str, Any]) -> None:
    """All with the one exception that says nothing."""
    with pytest.raises(NotAuthenticated) as caught:
        verifier()(token(**changes))
    assert str(caught.value) == ""


def signed_with_the_public_key() -> str:
    """An HS256 token whose shared secret is what everybody may know. No library makes one."""
    signed = (
        base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"a"}')
        + b"."
        + token().encode().split(b".")[1]
    )
    mac = hmac.digest(KEY.as_pem(private=False), signed, "sha256")
    return (signed + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode()


def test_forged_tokens_are_refused() -> None:
    """Another key, no key, the public key as a shared secret, half a token, another alphabet."""
    good = token()
    head, _, rest = good.partition(".")
    none = "eyJhbGciOiJub25lIn0." + rest.rpartition(".")[0] + "."
    forged = [token(STRANGER), none, good[:-4], good + "A", "", "a.b.c", "é.é.é", "\ud800", head]
    forged.append(signed_with_the_public_key())
    for attempt in forged:
        with pytest.raises(NotAuthenticated):
            verifier()(attempt)


def test_a_token_that_was_taken_is_refused_after_its_end() -> None:
    """Thirty seconds of leeway, from the cache too."""
    clock = Clock()
    check, good = verifier(clock), token()
    assert check(good) == check(good)
    clock.now = NOW + timedelta(seconds=629)
    assert check(good).subject == "s1"
    clock.now = NOW + timedelta(seconds=631)
    with pytest.raises(NotAuthenticated):
        check(good)


class Counting(KeySet):
    """A key set that counts how often a key is fetched from it."""

    fetched = 0

    def get_by_kid(self, kid: str | None = None, parameters: Any = None) -> Any:
        """Counts, and gives the key."""
        self.fetched += 1
        return super().get_by_kid(kid, parameters)


def test_a_known_token_is_not_verified_again() -> None:
    """A signature costs tens of microseconds; being known costs a hash."""
    keys = Counting([RSAKey.import_key(KEY.as_dict(private=False))])
    check, good = Verifier(keys, ISSUER, AUDIENCE, Clock()), token()
    assert [check(good) for _ in range(5)] == [check(good)] * 5
    assert keys.fetched == 1
