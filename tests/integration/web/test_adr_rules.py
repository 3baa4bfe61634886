"""NL API Design Rules that the linter cannot see, on the sample service."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from shared.web.headers import SECURITY
from tests.unit.web.sample_app import BASE, PLAN, Bench, client

PLAN_PATH = f"{BASE}/veiligheidsplannen/{PLAN}"
AFSPRAKEN = f"{PLAN_PATH}/afspraken"


def asked(web: FlaskClient) -> dict[str, TestResponse]:
    """One answer of each kind."""
    nobody = {"Authorization": ""}
    return {
        "200": web.get(PLAN_PATH),
        "201": web.post(AFSPRAKEN, json={"tekst": "a", "doel": "herstel"}),
        "304": web.get(PLAN_PATH, headers={"If-None-Match": web.get(PLAN_PATH).headers["ETag"]}),
        "400 body": web.post(AFSPRAKEN, json={}),
        "400 json": web.post(AFSPRAKEN, data=b"{", content_type="application/json"),
        "400 query": web.get(f"{PLAN_PATH}?foo=1"),
        "401": web.get(PLAN_PATH, headers=nobody),
        "404 route": web.get(f"{BASE}/elders"),
        "404 plan": web.get(PLAN_PATH.replace("5b", "6b")),
        "404 outside": web.get("/"),
        "405": web.delete(PLAN_PATH),
        "406": web.get(PLAN_PATH, headers={"Accept": "text/csv"}),
        "413": web.post(AFSPRAKEN, data=b" " * 300_000, content_type="application/json"),
        "415": web.post(AFSPRAKEN, data=b"{}", content_type="text/plain"),
        "open": web.get(f"{BASE}/openapi.json"),
    }


KINDS = list(asked(client(Bench())))


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_has_the_version_and_the_security_headers(kind: str) -> None:
    """/core/version-header and /core/transport/security-headers, on errors too."""
    answer = asked(client(Bench()))[kind]
    assert kind[:3] in ("ope", str(answer.status_code))
    assert answer.headers["API-Version"] == "1.2.3"
    assert [name for name, value in SECURITY if answer.headers.get(name) != value] == []
    assert answer.headers["Server"] == "vangnet"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind[0] == "4"])
def test_every_error_is_a_problem(kind: str) -> None:
    """/core/error-handling/problem-details: its media type and its required members."""
    answer = asked(client(Bench()))[kind]
    assert answer.content_type == "application/problem+json"
    problem = answer.get_json(force=True)
    assert problem["status"] == answer.status_code
    assert problem["title"]
    assert problem["detail"]
    assert problem["type"]


@pytest.mark.parametrize(
    "path", [f"{PLAN_PATH}/", f"{BASE}//veiligheidsplannen/{PLAN}", f"{AFSPRAKEN}/", f"{BASE}/"]
)
def test_a_slash_too_many_is_not_found_and_not_redirected(path: str) -> None:
    """/core/no-trailing-slash, with a token and without."""
    web = client(Bench())
    assert web.get(path).status_code == 404
    assert web.post(path, json={}).status_code == 404
    assert client(Bench(), None).get(path).status_code == 404


def test_another_method_is_405_with_allow() -> None:
    """/core/http-methods; OPTIONS is not offered either."""
    web = client(Bench())
    assert set(web.put(PLAN_PATH).headers["Allow"].split(", ")) == {"GET", "HEAD"}
    assert web.get(AFSPRAKEN).headers["Allow"] == "POST"
    assert web.options(PLAN_PATH).status_code == 405


def test_head_answers_as_get_without_a_body() -> None:
    """/core/http-methods."""
    web = client(Bench())
    head, get = web.head(PLAN_PATH), web.get(PLAN_PATH)
    assert head.data == b""
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(get.data))


def test_the_description_is_open_to_anybody_and_any_origin() -> None:
    """/core/publish-openapi; no other route may be read from another origin."""
    answer = client(Bench(), None).get(f"{BASE}/openapi.json", headers={"Origin": "https://x.nl"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.get_json()["info"]["contact"]["email"]
    assert "Access-Control-Allow-Origin" not in client(Bench()).get(PLAN_PATH).headers


def test_not_yours_and_not_there_are_the_same_answer() -> None:
    """The same bytes and the same headers, for a betrokkene also behind a professional's door."""
    web = client(Bench(), f"person:{PLAN}")
    paths = ["/veiligheidsplannen/" + str(PLAN).replace("5b", "6b"), "/elders",
             f"/veiligheidsplannen/{PLAN}/versies/3", "/veiligheidsplannen/geen-id",
             "/gebeurtenissen"]  # fmt: skip
    answers = [web.get(BASE + path) for path in paths]
    assert len({answer.data for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {404}


@pytest.mark.parametrize(
    ("accept", "status"),
    [("*/*", 200), ("application/*;q=0.5", 200), ("text/html, application/json", 200),
     ("text/html", 406), ("application/json;q=0", 406)],
)  # fmt: skip
def test_an_answer_nobody_takes_is_406(accept: str, status: int) -> None:
    """A page is asked for as a page, and JSON as JSON."""
    web = client(Bench())
    assert web.get(PLAN_PATH, headers={"Accept": accept}).status_code == status
    page = web.get(f"{PLAN_PATH}/pagina", headers={"Accept": "application/json"})
    assert page.status_code == 406


def test_a_page_has_a_policy_of_its_own() -> None:
    """The strict policy of the API would leave it without style."""
    answer = client(Bench()).get(f"{PLAN_PATH}/pagina")
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert answer.headers["X-Frame-Options"] == "DENY"
