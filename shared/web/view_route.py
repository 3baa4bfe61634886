"""Answers a GET: query, moments, the view itself, the access log, and only then the answer."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec
import orjson
from flask import Response, g, request

from shared.access.log import Action
from shared.eventbase.moment import Moment
from shared.web.audit import Audit, Door
from shared.web.dump import Dump, compiled
from shared.web.errors import problem_of
from shared.web.negotiation import check_accept
from shared.web.query import Query
from shared.web.spec import WebSpec
from shared.web.travel import Journey, journey, member, stated
from shared.web.view import HTML, Raw, Reading, View
from shared.web.wire import WireSchema, made


class Answer(msgspec.Struct, frozen=True):
    """What goes out, and the bytes that its ETag is made of."""

    raw: Raw
    visible: bytes


class ViewRoute:
    """One view as a Flask view function."""

    def __init__(self, spec: WebSpec, audit: Audit, view: View) -> None:
        self.door = Door(view.name, frozenset(view.roles), Action.READ)
        self._spec = spec
        self._audit = audit
        self._view = view
        self._query = Query(view)
        self._dump = _dump_of(view.answer)

    def __call__(self, **path: Any) -> Response:
        """The answer, after it was logged; so was a refusal."""
        moment: Moment | None = None
        about = path
        try:
            media_type = check_accept(request, *self._view.media_types)
            query = self._query(request.args)
            trip = journey(self._spec, g.caller.actor, query)
            moment = trip.moment
            about = path | _version(query)
            response = self._respond(self._read(path, query, trip, media_type))
        except Exception as error:
            self._audit.note(self.door, problem_of(error).status, about, moment)
            raise
        self._audit.note(self.door, response.status_code, about, moment)
        return response

    def _read(
        self, path: dict[str, Any], query: dict[str, Any], trip: Journey, media_type: str
    ) -> Answer:
        rest = {name: value for name, value in path.items() if name != "planId"}
        plan_id = path.get("planId")
        found = self._view.read(
            Reading(g.caller.actor, plan_id, rest, query, trip.moment, trip.asked)
        )
        if isinstance(found, Raw):
            return Answer(found, found.body)
        moments = stated(self._spec, trip, g.caller.actor, plan_id)
        if self._view.page is not None and media_type == HTML:
            page = self._view.page(found, moments)
            return Answer(page, page.body)
        content = orjson.dumps(self._dump(found))
        if not self._view.time_travel:
            return Answer(Raw(content), content)
        comma = b"," if len(content) > 2 else b""
        body = content[:-1] + comma + b'"tijdreis":' + member(moments) + b"}"
        return Answer(Raw(body), content)

    def _respond(self, answer: Answer) -> Response:
        # Weak: the moments of "now" differ per request while what they show does not.
        tag = hashlib.sha256(answer.visible).hexdigest()[:32]
        headers = [("ETag", f'W/"{tag}"')]
        if len(self._view.media_types) > 1:
            headers.append(("Vary", "Accept"))
        sent = request.environ.get("HTTP_IF_NONE_MATCH")
        if sent is not None and request.if_none_match.contains_weak(tag):
            return Response(status=304, headers=headers)
        headers += answer.raw.headers.items()
        return Response(answer.raw.body, headers=headers, content_type=answer.raw.content_type)


@cache
def _dump_of(answer: type[WireSchema]) -> Dump:
    return compiled(made(answer))


def _version(query: dict[str, Any]) -> dict[str, Any]:
    # Logged as one that the path names.
    return {"versie": query["version"]} if "version" in query else {}
