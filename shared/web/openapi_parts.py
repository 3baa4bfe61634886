"""The parts of every OpenAPI document of ours: the problem, its responses, the version header."""

from __future__ import annotations

from typing import Any

from shared.web.problem import MEDIA_TYPE, TITLES

API_VERSION = {
    "description": "Het volledige versienummer van deze API.",
    "schema": {"type": "string"},
}
VERSION_HEADER = {"API-Version": {"$ref": "#/components/headers/API-Version"}}

_TEXT = {"type": "string"}


def _objects(*names: str) -> dict[str, Any]:
    properties = dict.fromkeys(names, _TEXT)
    return {"type": "array", "items": {"type": "object", "properties": properties}}


PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "Wat er mis is, volgens RFC 9457.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": _TEXT,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": _TEXT,
        "invalidParams": _objects("name", "code", "reason"),
        "overtredingen": _objects("regel", "paragraaf", "melding"),
    },
}

_RETRY = {"Retry-After": {"description": "Seconden om te wachten.", "schema": {"type": "integer"}}}
_EXTRA = {
    401: {"WWW-Authenticate": {"description": "Hoe u zich aanmeldt.", "schema": _TEXT}},
    409: _RETRY,
    503: _RETRY,
}
STATUSES = (400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503)


def problem_responses() -> dict[str, Any]:
    """One response component per status that is a problem: ``Probleem404``."""
    return {f"Probleem{status}": _problem_response(status) for status in STATUSES}


def problems(*statuses: int) -> dict[str, str]:
    """References to problem responses, by status."""
    return {str(status): f"Probleem{status}" for status in statuses}


def _problem_response(status: int) -> dict[str, Any]:
    example = {
        "type": "about:blank",
        "title": TITLES[status],
        "status": status,
        "detail": "Hier staat wat er mis is en wat u kunt doen.",
    }
    content = {"schema": {"$ref": "#/components/schemas/Probleem"}, "example": example}
    return {
        "description": TITLES[status],
        "headers": {**VERSION_HEADER, **_EXTRA.get(status, {})},
        "content": {MEDIA_TYPE: content},
    }
