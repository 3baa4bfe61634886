"""What comes in and what goes out: 415 and 406 (NL ADR /core/http-response-code)."""

from __future__ import annotations

from flask import Request

from shared.web.problem import Problem
from shared.web.view import JSON

_ANY = (None, "", "*/*", JSON)


def check_content_type(request: Request) -> None:
    """415 unless the body says it is JSON in UTF-8."""
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != JSON or charset != "utf-8":
        raise Problem(415, "Stuur de inhoud als application/json.")


def check_accept(request: Request, media_type: str) -> None:
    """406 unless the caller takes what there is."""
    accept = request.environ.get("HTTP_ACCEPT")
    if accept in _ANY and (accept != JSON or media_type == JSON):
        return
    if not request.accept_mimetypes.quality(media_type.partition(";")[0]):
        raise Problem(406, f"Dit antwoord is er alleen als {media_type}.")
