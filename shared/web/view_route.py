"""Answers a GET: query, moments, the view itself, the access log, and only then the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice
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
from shared.web.travel import Journey, address, journey, member, stated
from shared.web.view import HTML, JSON, NDJSON, Cut, Lines, Pinned, Raw, Reading, Stated, View
from shared.web.wire import WireSchema, made

_LINES_AT_ONCE = 25
_AS_ASKED: Mapping[str, str] = {}


class Answer(msgspec.Struct, frozen=True):
    """What goes out, the bytes that its ETag is made of, and where it can be had again."""

    raw: Raw
    visible: bytes
    address: str | None


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
            trip = journey(self._spec, g.caller.actor, self._view, query)
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
    ) -> Answer | Lines:
        found: Any = self._view.read(_reading(path, query, trip))
        pinned = _AS_ASKED
        if isinstance(found, Cut):
            found, trip = found.content, trip.cut_at(found.moment)
        if isinstance(found, Pinned):
            found, pinned = found.content, found.query
        moments = stated(self._spec, trip, g.caller.actor, path.get("planId"))
        if isinstance(found, Lines):
            return msgspec.structs.replace(found, address=_address(moments))
        if not self._view.time_travel:
            raw, content = self._written(found, moments, media_type)
            return Answer(raw, content, None)
        raw, content = self._travelled(found, moments, media_type)
        return Answer(raw, content, _address(moments, pinned))

    def _travelled(self, found: Any, moments: Stated, media_type: str) -> tuple[Raw, bytes]:
        raw, content = self._written(found, moments, media_type)
        if isinstance(found, Raw) or raw.content_type != JSON:
            return raw, content
        comma = b"," if len(content) > 2 else b""
        body = content[:-1] + comma + b'"tijdreis":' + member(moments) + b"}"
        return Raw(body), content

    def _written(self, found: Any, moments: Stated, media_type: str) -> tuple[Raw, bytes]:
        if isinstance(found, Raw):
            return found, found.body
        if self._view.page is not None and media_type == HTML:
            page = self._view.page(found, moments)
            return page, page.body
        content = orjson.dumps(self._dump(found))
        return Raw(content), content

    def _respond(self, answer: Answer | Lines) -> Response:
        if isinstance(answer, Lines):
            return self._in_lines(answer)
        # Weak: the moments of "now" differ per request while what they show does not.
        tag = hashlib.sha256(answer.visible).hexdigest()[:32]
        headers = [("ETag", f'W/"{tag}"')]
        if len(self._view.media_types) > 1:
            headers.append(("Vary", "Accept"))
        if answer.address is not None:
            headers.append(("Content-Location", answer.address))
        sent = request.environ.get("HTTP_IF_NONE_MATCH")
        if sent is not None and request.if_none_match.contains_weak(tag):
            return Response(status=304, headers=headers)
        headers += answer.raw.headers.items()
        return Response(answer.raw.body, headers=headers, content_type=answer.raw.content_type)

    def _in_lines(self, answer: Lines) -> Response:
        # The first is made before anything is sent: what goes wrong by then is still a problem.
        rows = iter(answer.rows)
        first = [orjson.dumps(self._dump(row)) + b"\n" for row in islice(rows, 1)]
        headers = [("Content-Location", answer.address)]
        return Response(chain(first, self._joined(rows)), headers=headers, content_type=NDJSON)

    def _joined(self, rows: Iterator[object]) -> Iterator[bytes]:
        while page := [orjson.dumps(self._dump(row)) for row in islice(rows, _LINES_AT_ONCE)]:
            yield b"\n".join(page) + b"\n"


def _address(moments: Stated, pinned: Mapping[str, str] = _AS_ASKED) -> str:
    asked = [pair for pair in request.args.items(True) if pair[0] not in pinned]
    return address(request.path, [*asked, *pinned.items()], moments)


def _reading(path: dict[str, Any], query: dict[str, Any], trip: Journey) -> Reading:
    rest = {name: value for name, value in path.items() if name != "planId"}
    return Reading(
        g.caller.actor,
        path.get("planId"),
        rest,
        query,
        trip.moment,
        trip.asked,
        trip.asked_valid,
        trip.asked_known,
        trip.newest,
    )


@cache
def _dump_of(answer: type[WireSchema]) -> Dump:
    return compiled(made(answer))


def _version(query: dict[str, Any]) -> dict[str, Any]:
    # Logged as one that the path names.
    return {"versie": query["version"]} if "version" in query else {}
