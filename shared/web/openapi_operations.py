"""The operations of an OpenAPI document: one per act, one per view, and the open ones."""

from __future__ import annotations

from typing import Any

from shared.eventbase.act import Registered
from shared.web.names import slug, variables
from shared.web.openapi_parts import VERSION_HEADER, problems
from shared.web.query import query_schema
from shared.web.travel import TravelAnswer
from shared.web.view import JSON, View
from shared.web.wire import ActSchema, WireSchema

_KINDS: dict[str, dict[str, str]] = {
    "uuid": {"type": "string", "format": "uuid"},
    "int": {"type": "integer"},
    "string": {"type": "string"},
}
_PERMANENT = {
    "description": "Het vaste adres van dit antwoord: wat u vroeg, op deze twee momenten.",
    "schema": {"type": "string"},
}
_ACT_PROBLEMS = problems(400, 401, 403, 404, 406, 409, 413, 415, 500, 503)
_VIEW_PROBLEMS = problems(400, 401, 403, 404, 406, 500, 503)


def act_operation(
    schema: type[ActSchema], registered: Registered, answer: type[WireSchema]
) -> dict[str, Any]:
    """The POST of one act."""
    guarded = registered.guarded or registered.act.COMBINES
    refused = problems(412, 428) if guarded else {}
    return {
        "operationId": slug(registered.title),
        "summary": registered.title,
        "description": _described("", registered.paragraphs),
        "tags": ["Handelingen"],
        "parameters": [*_path(schema.PATH), *_act_headers(registered.guarded)],
        "requestBody": {"required": True, "content": {JSON: {"schema": _body(schema)}}},
        "responses": {"201": _created(answer), **_ACT_PROBLEMS, **refused},
    }


def view_operation(view: View) -> dict[str, Any]:
    """The GET of one view."""
    reason = _header("X-Audit-Toelichting", "Waarom u dit bekijkt.", 200)
    tag = _header("If-None-Match", "De ETag van het antwoord dat u al hebt.", 200)
    query = [{"in": "query", "schema": query_schema(view)}]
    unchanged = {"description": "Niet gewijzigd.", "headers": VERSION_HEADER}
    return {
        "operationId": view.name,
        "summary": view.summary,
        "description": _described(view.description, view.paragraphs),
        "tags": ["Vragen"],
        "parameters": [*_path(view.path), *query, reason, tag],
        "responses": {"200": _ok(view), "304": unchanged, **_VIEW_PROBLEMS},
    }


def open_operation(name: str, summary: str, *problem_statuses: str) -> dict[str, Any]:
    """The GET of a route that is open to anybody."""
    answer = {"schema": {"type": "object"}}
    found = {"description": "Gelukt.", "headers": VERSION_HEADER, "content": {JSON: answer}}
    return {
        "operationId": name,
        "summary": summary,
        "tags": ["Dienst"],
        "security": [],
        "responses": {"200": found, **problems(400, *(int(s) for s in problem_statuses))},
    }


def _path(path: str) -> list[dict[str, Any]]:
    return [
        {"in": "path", "name": name, "required": True, "schema": _KINDS[kind]}
        for name, kind in variables(path)
    ]


def _body(schema: type[ActSchema]) -> Any:
    """The schema of the body: the act without what stands in the path."""
    in_path = {name for name, _ in variables(schema.PATH)}
    names = [n for n, f in schema._declared_fields.items() if (f.data_key or n) in in_path]
    return schema(exclude=names) if names else schema


def _act_headers(guarded: bool) -> list[dict[str, Any]]:
    again = _header("Idempotency-Key", "Zelfde sleutel en inhoud: één handeling.", 255)
    revision = _header("If-Match", "De revisie die u las.", 202)
    return [again, {**revision, "required": guarded}]


def _header(name: str, description: str, longest: int) -> dict[str, Any]:
    return {
        "in": "header",
        "name": name,
        "description": description,
        "required": False,
        "schema": {"type": "string", "maxLength": longest},
    }


def _created(answer: type[WireSchema]) -> dict[str, Any]:
    location = {"description": "Waar het staat.", "schema": {"type": "string"}}
    return {
        "description": "Vastgelegd.",
        "headers": {**VERSION_HEADER, "Location": location},
        "content": {JSON: {"schema": answer}},
    }


def _ok(view: View) -> dict[str, Any]:
    tag = {"description": "Kenmerk van wat u ziet.", "schema": {"type": "string"}}
    again = {"Content-Location": _PERMANENT} if view.time_travel else {}
    return {
        "description": "Gevonden.",
        "headers": {**VERSION_HEADER, "ETag": tag, **again},
        "content": {each: {"schema": _answer(view, each)} for each in view.media_types},
    }


def _answer(view: View, media_type: str) -> Any:
    if media_type != JSON:
        return {"type": "string"}
    if not view.time_travel:
        return view.answer
    travelled = {"type": "object", "properties": {"tijdreis": TravelAnswer}}
    return {"allOf": [view.answer, travelled]}


def _described(text: str, paragraphs: tuple[str, ...]) -> str:
    cited = f"Volgens {', '.join(paragraphs)}." if paragraphs else ""
    return f"{text} {cited}".strip()
