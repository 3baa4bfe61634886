"""Headers of every response: NL ADR /core/transport/security-headers and /core/version-header."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

SECURITY = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)
# NL ADR /core/hide-implementation: a server that finds a name here does not add its own.
_SERVER = ("Server", "vangnet")


class Headed:
    """A WSGI app with our headers on whatever it answers; what it sets itself it keeps.

    Around the app and not inside it, so that no error page can escape.
    """

    def __init__(self, app: Callable[..., Iterable[bytes]], version: str) -> None:
        self._app = app
        self._headers = (("API-Version", version), _SERVER, *SECURITY)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers as the app does, under more headers."""

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            set_already = {name.lower() for name, _ in headers}
            ours = [pair for pair in self._headers if pair[0].lower() not in set_already]
            return start_response(status, headers + ours, exc_info)

        return self._app(environ, start)
