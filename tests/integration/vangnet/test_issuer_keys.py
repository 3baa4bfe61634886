"""The issuer's keys at their address: fetched at the start, and again when they were replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from shared.access.token import NotAuthenticated, Verifier
from shared.feed.backoff import Backoff
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.record.errors import SettingsError
from tests.parts.web_server import said, served
from vangnet.issuer_keys import IssuerKeys

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ISSUER = "https://uitgever.example"


class Time:
    """A clock that never goes back, moved by hand and by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Seconds since whenever."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Moves on."""
        self.now += seconds


class Issuer:
    """An issuer on the web that replaces its key when it likes, and counts who asks."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = "200 OK"
        self.body: bytes | None = None
        self.replace_key("eerste")

    def replace_key(self, kid: str) -> None:
        """From now on it signs with another key and publishes no other."""
        self.key = RSAKey.generate_key(2048, {"kid": kid})

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        """Its JWKS."""
        self.asked += 1
        public = RSAKey.import_key(self.key.as_dict(private=False))
        body = json.dumps(KeySet([public]).as_dict()).encode() if self.body is None else self.body
        start_response(self.status, [("Content-Length", str(len(body)))])
        return [body]

    def token(self, kid: str | None = None) -> str:
        """A token of a worker; ``kid`` names another key than the one it was signed with."""
        moment = int(NOW.timestamp())
        claims = {"iss": ISSUER, "aud": "vangnet", "sub": "els", "rol": "werker"}
        claims |= {"iat": moment, "exp": moment + 3600}  # type: ignore[dict-item]
        return jwt.encode({"alg": "PS256", "kid": kid or self.key.kid}, claims, self.key, ["PS256"])


@contextmanager
def fetched(address: str, time: Time) -> Iterator[IssuerKeys]:
    """The keys at this address."""
    with closing(Connections()) as connections:
        http = Http(connections.pool, most_bytes=50_000)
        yield IssuerKeys(address, http, Backoff(lambda: 0.0), time, time.sleep)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def verify(issuer: Issuer, time: Time) -> Iterator[Verifier]:
    """What takes the tokens of that issuer."""
    with served(issuer) as address, fetched(address, time) as keys:
        yield Verifier(keys, ISSUER, "vangnet", lambda: NOW)


def test_a_token_of_the_issuer_is_taken(issuer: Issuer, verify: Verifier) -> None:
    """And its keys are asked for once, however many tokens come."""
    assert verify(issuer.token()).subject == "els"
    assert verify(issuer.token()).role == "worker"
    assert issuer.asked == 1


def test_a_key_that_is_new_is_fetched_and_the_old_one_is_done_with(
    issuer: Issuer, verify: Verifier, time: Time
) -> None:
    """Without a restart of anything, a minute after the last time at the earliest."""
    old_key, old = issuer.key, issuer.token()
    issuer.replace_key("tweede")
    time.now += 59
    with pytest.raises(NotAuthenticated):
        verify(issuer.token())
    time.now += 1
    assert verify(issuer.token()).subject == "els"
    issuer.key = old_key
    with pytest.raises(NotAuthenticated):
        verify(old)


def test_strangers_cannot_make_us_ask_more_than_once_a_minute(
    issuer: Issuer, verify: Verifier, time: Time
) -> None:
    """By tokens that name keys that nobody has."""
    for number in range(20):
        time.now += 10
        with pytest.raises(NotAuthenticated):
            verify(issuer.token(f"verzonnen-{number}"))
    assert issuer.asked == 1 + 3


def test_a_withdrawn_key_is_not_trusted_for_ever(
    issuer: Issuer, verify: Verifier, time: Time
) -> None:
    """After an hour it is asked for again, though every token names a key that is known."""
    token = issuer.token()
    issuer.replace_key("tweede")
    time.now += 3600
    with pytest.raises(NotAuthenticated):
        verify(token)


@pytest.mark.parametrize("body", [b"", b"{}", b"kapot", b" " * 60_000])
def test_what_was_known_stays_while_the_issuer_is_unwell(
    issuer: Issuer, verify: Verifier, time: Time, body: bytes
) -> None:
    """Whether it errs, or says nonsense, or far too much."""
    issuer.body = body
    time.now += 3600
    assert verify(issuer.token()).subject == "els"
    assert issuer.asked == 2
    issuer.status = "500 Oops"
    time.now += 3600
    assert verify(issuer.token()).subject == "els"


def test_an_issuer_that_starts_later_than_we_is_waited_for(issuer: Issuer, time: Time) -> None:
    """All is often started at once."""
    issuer.status = "503 Later"

    def sleep(seconds: float) -> None:
        time.sleep(seconds)
        if issuer.asked == 3:
            issuer.status = "200 OK"

    with served(issuer) as address, closing(Connections()) as connections:
        backoff = Backoff(lambda: 0.0)
        keys = IssuerKeys(address, Http(connections.pool), backoff, time, sleep)
        assert Verifier(keys, ISSUER, "vangnet", lambda: NOW)(issuer.token()).subject == "els"
    assert issuer.asked == 4


def test_without_an_issuer_we_do_not_start(time: Time) -> None:
    """After some tries, with the setting and the address to check."""
    with said(b"") as address:
        pass
    with pytest.raises(SettingsError, match=f"VANGNET_KEYS.*{address}"), fetched(address, time):
        pass
    assert 0 < time.now < 60
