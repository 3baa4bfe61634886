"""The internal feed opens for the role ``dienst`` in the claim that counts, and for no trick."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from shared.access.development import KEY_FILE
from shared.access.role import Role
from tests.integration.privacy.household import Household

DOOR = "/plannen/api/v1/interne-gebeurtenissen"
STRANGER = RSAKey.generate_key(2048, {"kid": "vreemd"})
PERSON_TRICKS: list[dict[str, Any]] = [
    {"role": "dienst", "roles": ["dienst"], "scope": "dienst"},
    {"realm_access": {"roles": ["dienst"]}, "groups": ["dienst"]},
    {"sub": "vangnet", "azp": "vangnet-diensten"},
    {"Rol": "dienst", "rol ": "dienst"},
]
NOBODY_TRICKS: list[dict[str, Any]] = [
    {"rol": ["betrokkene", "dienst"]},
    {"rol": {"dienst": True}},
    {"rol": "dienst"},
    {"rol": "DIENST", "persoon": None},
    {"rol": "dienst", "persoon": None, "aud": "een-ander"},
    {"rol": "dienst", "persoon": None, "exp": 1},
]


def signed(home: Household, key: RSAKey | None = None, head: Any = (), **changes: Any) -> str:
    """A token of Stefan's with changes; None leaves a claim out. By the town's own issuer."""
    own = RSAKey.import_key((home.village.settings.folder / KEY_FILE).read_bytes())
    own.ensure_kid()
    settings, moment = home.village.settings, int(home.village.clock().timestamp())
    claims = {"iss": settings.issuer, "aud": settings.audience, "sub": "stefan", "iat": moment}
    claims |= {"exp": moment + 3600, "rol": "betrokkene", "persoon": home.stefan, **changes}
    told = {name: value for name, value in claims.items() if value is not None}
    used = key or own
    return jwt.encode({"alg": "PS256", "kid": own.kid, **dict(head)}, told, used, ["PS256"])


def ask(home: Household, token: str, method: str = "GET", path: str = DOOR) -> TestResponse:
    """A question with this token."""
    sent = {"Authorization": f"Bearer {token}"}
    return home.village.client.open(path, method=method, headers=sent)


@pytest.mark.parametrize("claims", PERSON_TRICKS)
def test_a_person_with_a_role_in_another_claim_stays_a_person(
    home: Household, claims: dict[str, Any]
) -> None:
    """Byte for byte the constant 404."""
    found, nothing = (ask(home, signed(home, **claims), path=p) for p in (DOOR, f"{DOOR}-niet"))
    assert (found.status_code, found.data) == (404, nothing.data)


@pytest.mark.parametrize("claims", NOBODY_TRICKS)
def test_a_token_that_is_two_things_at_once_is_nobody_s(
    home: Household, claims: dict[str, Any]
) -> None:
    """Two roles, a service that is a person, another audience, a token that ended."""
    assert ask(home, signed(home, **claims)).status_code == 401


def test_a_token_does_not_bring_its_own_key(home: Household) -> None:
    """In ``jwk``, by address in ``jku`` or ``x5u``, or under the name of a key that is known."""
    public = STRANGER.as_dict(private=False)
    address = "http://127.0.0.1:1/keys"
    heads: list[dict[str, Any]] = [
        {},
        {"jwk": public},
        {"jku": address, "kid": "vreemd"},
        {"x5u": address},
    ]
    for head in heads:
        token = signed(home, STRANGER, head, rol="dienst", persoon=None)
        assert ask(home, token).status_code == 401, head


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method_is_no_way_in_and_tells_nothing(home: Household, method: str) -> None:
    """Whoever asks gets no body of it; a person gets what they get where there is nothing."""
    tokens = [home.village.token(role) for role in Role if role is not Role.PERSON]
    tokens.append(home.village.token(Role.PERSON, UUID(home.stefan)))
    asked = [ask(home, token, method, f"{DOOR}?wacht=20") for token in tokens]
    assert not any(b"gebeurtenissen" in answer.data for answer in asked)
    if method == "HEAD":
        assert asked[-1].status_code == 404
        assert ask(home, tokens[-1], "HEAD", f"{DOOR}-niet").status_code == 404
    else:
        assert {answer.status_code for answer in asked} == {405}
        assert len({(answer.data, str(answer.headers)) for answer in asked}) == 1


def test_a_service_gets_in(home: Household) -> None:
    """The tests above can fail: the same way of signing, with what a service has."""
    assert ask(home, signed(home, rol="dienst", persoon=None)).status_code == 200
