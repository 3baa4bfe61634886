"""What comes in and what goes out: 415 and 406 (NL ADR /core/http-response-code)."""

from __future__ import annotations

from flask import Request

from shared.web.problem import Problem
from shared.web.view import JSON

_ANY = (None, "", "*/*")


def check_content_type(request: Request) -> None:
    """415 unless the body says it is JSON in UTF-8."""
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != JSON or charset != "utf-8":
        raise Problem(415, "Stuur de inhoud als application/json.")


def check_accept(request: Request, *media_types: str) -> str:
    """Which of ``media_types`` the caller likes best, else the first; 406 when they take none."""
    accept = request.environ.get("HTTP_ACCEPT")
    if accept in _ANY:
        return media_types[0]
    if accept in media_types:
        return str(accept)
    accepted = request.accept_mimetypes
    best = max(media_types, key=lambda each: accepted.quality(each.partition(";")[0]))
    if not accepted.quality(best.partition(";")[0]):
        raise Problem(406, f"Dit antwoord is er alleen als {' of '.join(media_types)}.")
    return best
