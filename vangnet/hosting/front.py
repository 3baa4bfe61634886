"""The front door: which service answers which path, a page at the root, and 404 elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from shared.service.web import VERSION
from shared.web.headers import Headed
from shared.web.problem import MEDIA_TYPE, Problem, not_found

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
Headers = list[tuple[str, str]]
Page = Callable[[], tuple[bytes, Mapping[str, str]]]

_METHODS = ("GET", "HEAD")


class Front:
    """One web app out of several. ``apps`` by base path; ``page`` gives the page and its headers.

    Paths are handed on whole: each service knows its own base path.
    """

    def __init__(self, apps: Mapping[str, Wsgi], page: Page) -> None:
        self._apps = {f"{base}/": app for base, app in apps.items()}
        self._page = page
        self._own = Headed(self._answer, VERSION)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers as the service does that the path belongs to."""
        path = environ.get("PATH_INFO", "")
        app = next((app for base, app in self._apps.items() if path.startswith(base)), self._own)
        return app(environ, start_response)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "") not in ("", "/"):
            return _problem(not_found(), "404 Not Found", start_response)
        if environ["REQUEST_METHOD"] not in _METHODS:
            allowed = Problem(405, "Deze pagina kan alleen gelezen worden.", headers=_ALLOW)
            return _problem(allowed, "405 Method Not Allowed", start_response)
        body, headers = self._page()
        start_response("200 OK", [("Content-Length", str(len(body))), *headers.items()])
        return [body] if environ["REQUEST_METHOD"] == "GET" else [b""]


_ALLOW = {"Allow": ", ".join(_METHODS)}


def _problem(problem: Problem, status: str, start_response: Any) -> Iterable[bytes]:
    headers: Headers = [("Content-Type", MEDIA_TYPE), ("Content-Length", str(len(problem.body)))]
    start_response(status, [*headers, *problem.headers.items()])
    return [problem.body]
