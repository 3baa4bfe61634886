"""Asking another service over HTTP: it answers or it is unreachable, and nothing in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.service.neighbour import Answer, Unreachable
from shared.service.neighbour_http import HttpNeighbour
from tests.contract.feed.test_http_source import answer
from tests.integration.vangnet.conftest import Family
from tests.integration.vangnet.family import PLANS, desk
from tests.parts.web_server import said, served


@contextmanager
def asking(address: str, most_bytes: int = 10_000) -> Iterator[HttpNeighbour]:
    """A neighbour at this address."""
    with closing(Connections()) as connections:
        yield HttpNeighbour(address, Http(connections.pool, most_bytes))


def test_it_answers_as_it_does_to_everybody(family: Family) -> None:
    """Status and body of a real service, on a real socket, with its guard and its gate."""
    dossier = f"{PLANS}/dossiers/{family.plan_id}/personen"
    with desk(family.folder) as at, served(at.town.wsgi) as address, asking(address) as plans:
        token = at.headers()["Authorization"].removeprefix("Bearer ")
        found = plans.get(dossier, token)
        assert (found.status, found.body["personen"][0]["naam"]) == (200, "Stefan")
        assert plans.get(dossier, "onzin").status == 401
        assert plans.get(f"{PLANS}/dossiers/{family.stefan}/personen", token).status == 404


BODIES = [b"", b"[1]", b"<html>", b"\xff", b'{"x": "\xff"}', b'{"x":' + b"[" * 9000]


@pytest.mark.parametrize("body", BODIES)
def test_success_with_nothing_to_tell_is_no_answer(body: bytes) -> None:
    """As a proxy gives: it would look as if plans knew nobody."""
    with (
        said(answer("200 OK", body)) as address,
        asking(address) as plans,
        pytest.raises(Unreachable, match="leesbaar"),
    ):
        plans.get("/x", "token")


@pytest.mark.parametrize("body", BODIES)
def test_what_is_no_json_object_is_an_empty_body(body: bytes) -> None:
    """The status says enough."""
    with said(answer("502 Bad Gateway", body)) as address, asking(address) as plans:
        assert plans.get("/x", "token") == Answer(502, {})


def test_a_redirect_is_not_followed() -> None:
    """The token is for plans."""
    away = answer("302 Found", b"", "Location: http://elders.example/")
    with said(away) as address, asking(address) as plans:
        assert plans.get("/x", "token") == Answer(302, {})


@pytest.mark.parametrize("bytes_said", [b"", answer("200 OK", b"{}" * 9)[:-3], b"HTTP/1.1 200 OK"])
def test_an_answer_that_breaks_off_is_no_answer(bytes_said: bytes) -> None:
    """Nor does a half one look like "there is nothing"."""
    with said(bytes_said) as address, asking(address) as plans, pytest.raises(Unreachable):
        plans.get("/x", "token")


def test_more_than_an_answer_can_be_is_not_read() -> None:
    """Nor kept."""
    endless = answer("200 OK", b" " * 50_000)
    with (
        said(endless) as address,
        asking(address) as plans,
        pytest.raises(Unreachable, match="te groot"),
    ):
        plans.get("/x", "token")


def test_what_is_said_of_it_names_no_plan_and_no_token() -> None:
    """The message goes to a log."""
    with said(b"") as address:
        pass
    with asking(address) as plans, pytest.raises(Unreachable) as raised:
        plans.get("/plannen/api/v1/dossiers/geheim-plan", "geheim-token")
    assert address in str(raised.value)
    assert "geheim" not in str(raised.value)
