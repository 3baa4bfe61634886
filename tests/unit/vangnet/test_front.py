"""The front door: every path to its service, a page at the root, nothing anywhere else."""

from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from vangnet.hosting.front import Front


def service(name: str) -> Any:
    """An app that says who it is and which path it was asked."""

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [f"{name} {environ['SCRIPT_NAME']}{environ['PATH_INFO']}".encode()]

    return app


APPS = {"/plannen/api/v1": service("plans"), "/evaluaties/api/v1": service("evaluations")}
CLIENT = Client(Front(APPS, lambda: (b"pagina", {"Content-Security-Policy": "streng"})))


def body(response: TestResponse) -> str:
    """The text of an answer."""
    return response.get_data(as_text=True)


def test_each_service_gets_its_own_paths_whole():
    """They know their own base path, so nothing is cut off."""
    assert body(CLIENT.get("/plannen/api/v1/dossiers")) == "plans /plannen/api/v1/dossiers"
    assert body(CLIENT.get("/evaluaties/api/v1/")) == "evaluations /evaluaties/api/v1/"


@pytest.mark.parametrize(
    "path", ["/plannen/api/v1", "/plannen/api/v10/x", "/plannen", "/x", "/plannen/api/v2/x"]
)
def test_all_else_is_the_same_404(path: str):
    """Problem details with the headers of every answer, whatever was asked."""
    response = CLIENT.get(path)
    known = CLIENT.get("/nergens")
    assert response.status_code == 404
    assert response.data == known.data
    assert response.content_type == "application/problem+json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "API-Version" in response.headers


def test_the_root_is_a_page_with_its_own_policy():
    """And under the headers of every answer."""
    response = CLIENT.get("/")
    assert (response.status_code, response.data) == (200, b"pagina")
    assert response.headers.getlist("Content-Security-Policy") == ["streng"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_head_says_as_much_as_get_without_the_page():
    """RFC 9110 section 9.3.2."""
    response = CLIENT.head("/")
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["Content-Length"] == "6"


def test_the_page_can_only_be_read():
    """405 with what can be done."""
    response = CLIENT.post("/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
