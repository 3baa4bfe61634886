"""Who gets through the door: nobody without a token, and then by role."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from flask import Flask

from shared.access.log import Outcome
from shared.web.app import create_web
from shared.web.guard import OPEN
from tests.unit.web.sample_app import BASE, PLAN, Bench, client, spec

PLAN_PATH = f"{BASE}/veiligheidsplannen/{PLAN}"
SECRET = {"Authorization": "Bearer worker"}


def routes(app: Flask) -> list[tuple[str, str, str]]:
    """Every route: its name, a method and a path that it takes."""
    return [
        (rule.endpoint, method, filled(rule.rule))
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
    ]


def filled(rule: str) -> str:
    """A rule with something in the place of its variables."""
    return re.sub(r"<int:.*?>", "3", re.sub(r"<uuid:.*?>", str(PLAN), rule))


def test_every_route_but_three_demands_a_token() -> None:
    """Found by walking the app's own map, so that a new route is walked too."""
    app = create_web(spec(Bench()))
    web = app.test_client()
    opened = {
        name
        for name, method, path in routes(app)
        if web.open(path, method=method).status_code != 401
    }
    assert opened == OPEN == {"openapi", "gezond", "gereed"}
    assert len(routes(app)) >= 10


def test_a_route_that_nobody_gave_a_door_is_closed_to_all() -> None:
    """Somebody may add one to the app directly; it must not open by itself."""
    app = create_web(spec(Bench()))
    app.add_url_rule(f"{BASE}/achterdeur", "achterdeur", lambda: "binnen")
    web = app.test_client()
    assert web.get(f"{BASE}/achterdeur").status_code == 401
    assert web.get(f"{BASE}/achterdeur", headers=SECRET).status_code == 403


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer  ", "Basic worker", "worker", "Bearer nobody", "Bearer é",
     "bearer worker,Bearer worker"],
)  # fmt: skip
def test_without_a_sound_token_the_answer_is_401(header: str) -> None:
    """With WWW-Authenticate, and without a word on what was wrong."""
    answer = client(Bench(), None).get(PLAN_PATH, headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="vangnet"'
    assert answer.data == client(Bench(), None).get(PLAN_PATH).data


def test_a_token_in_the_query_is_no_token() -> None:
    """NL ADR /core/transport/no-sensitive-uris."""
    assert client(Bench(), None).get(f"{PLAN_PATH}?access_token=worker").status_code == 401


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("worker", PLAN_PATH, 200),
        (f"person:{PLAN}", PLAN_PATH, 200),
        ("system", PLAN_PATH, 403),
        ("inspector", f"{PLAN_PATH}/versies/3", 200),
        (f"person:{PLAN}", f"{PLAN_PATH}/versies/3", 404),
        ("system", f"{BASE}/gebeurtenissen", 200),
        ("colleague", f"{BASE}/gebeurtenissen", 403),
    ],
)
def test_a_view_is_for_its_roles(role: str, path: str, status: int) -> None:
    """A professional is told so; a betrokkene learns nothing. Either way it is logged."""
    bench = Bench()
    assert client(bench, role).get(path).status_code == status
    assert [e.status for e in bench.entries] == [status]


def test_an_act_is_for_its_roles_and_a_refusal_is_logged() -> None:
    """With the operation that was tried, on which plan."""
    bench = Bench()
    answer = client(bench, "inspector").post(f"{PLAN_PATH}/afspraken", json={})
    assert answer.status_code == 403
    (entry,) = bench.entries
    assert (entry.operation, entry.plan_id, entry.role) == ("afspraak-maken", PLAN, "inspector")
    assert entry.outcome is Outcome.REFUSED
    assert bench.performed == []


def test_the_reason_and_the_trace_go_into_the_log() -> None:
    """In UTF-8, as it was written."""
    bench = Bench()
    trace = uuid4().hex
    headers = {
        "X-Audit-Toelichting": "Vraag van moeder José".encode().decode("latin-1"),
        "traceparent": f"00-{trace}-00f067aa0ba902b7-01",
    }
    client(bench).get(PLAN_PATH, headers=headers)
    assert bench.entries[0].reason == "Vraag van moeder José"
    assert bench.entries[0].trace_id == trace


def test_a_reason_that_cannot_be_kept_is_refused() -> None:
    """And that too is logged, without it."""
    bench = Bench()
    answer = client(bench).get(PLAN_PATH, headers={"X-Audit-Toelichting": "a" * 201})
    assert answer.get_json()["invalidParams"][0]["name"] == "X-Audit-Toelichting"
    assert [(e.status, e.reason) for e in bench.entries] == [(400, None)]
