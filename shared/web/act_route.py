"""Answers a POST: an act from the wire to the record, and its answer back."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from flask import Response, g, request

from shared.access.gate import FULL_SIGHT
from shared.access.log import Action
from shared.eventbase.act import Act, Registered
from shared.web.audit import Audit, Door
from shared.web.errors import problem_of
from shared.web.idempotency import HEADER, earlier, idempotency_key
from shared.web.names import slug
from shared.web.negotiation import check_accept, check_content_type
from shared.web.ports import Performing, PerformResult
from shared.web.problem import InvalidParam, Problem, invalid
from shared.web.sentences import CODES, IN_FUTURE, IN_PATH
from shared.web.spec import WebSpec
from shared.web.strict_json import check_size, loads
from shared.web.travel import latest
from shared.web.validation import load
from shared.web.view import JSON
from shared.web.wire import ActSchema

_NOT_LATER = {"effective_at": "gebeurdOp", "learned_at": "vernomenOp"}
_NO_REVISION = "U krijgt geen revisie. Laat de kopregel If-Match weg."
_REVISION = re.compile(r'("?)([\x21\x23-\x7e]{1,200})\1')


class ActRoute:
    """One act as a Flask view function."""

    def __init__(
        self, spec: WebSpec, audit: Audit, schema: ActSchema, registered: Registered
    ) -> None:
        roles = frozenset(registered.act.ROLES)
        self.door = Door(slug(registered.title), roles, Action.CREATE)
        self._spec = spec
        self._audit = audit
        self._schema = schema

    def __call__(self, **path: Any) -> Response:
        """201 with what was recorded. A refusal and a repeated answer are logged as looks are."""
        try:
            result, repeated = self._answer(path)
        except Exception as error:
            self._audit.note(self.door, problem_of(error).status, path)
            raise
        if repeated:
            self._audit.note(self.door, 201, path)
        location = {"Location": self._spec.base_path + result.location}
        return Response(result.body, 201, location, content_type=JSON)

    def _answer(self, path: dict[str, Any]) -> tuple[PerformResult, bool]:
        body = request.get_data(cache=False)
        check_size(body)
        asked = (request.method, request.path, body)
        value = request.headers.get(HEADER)
        key = idempotency_key(self._spec.secret, value, g.caller.actor, asked)
        kept = None if key is None else earlier(self._spec.kept_answer, key)
        if kept is not None:
            return kept, True
        check_content_type(request)
        check_accept(request, JSON)
        act = self._load(body, path)
        revision = self._revision(act)
        doing = Performing(path.get("planId"), act, g.caller.actor, key, revision)
        return self._spec.perform(doing), False

    def _load(self, body: bytes, path: dict[str, Any]) -> Act:
        found = loads(body)
        wrong = []
        for name, value in path.items():
            if name == "planId":
                continue
            if name in found:
                wrong.append(InvalidParam(name, CODES[IN_PATH], IN_PATH))
            found[name] = str(value)
        act, sound, unsound = load(self._schema, found)
        wrong += [*unsound, *_too_late(act, sound, latest(self._spec, g.caller.actor))]
        if wrong:
            raise invalid(wrong)
        return act  # type: ignore[no-any-return]

    def _revision(self, act: Act) -> str | None:
        value = request.headers.get("If-Match")
        if value is not None and g.caller.actor.role not in FULL_SIGHT:
            # A revision moves with what not everybody sees, so whether one fits is not answered:
            # nor is it passed over, for then the act would be done although it was to depend.
            raise invalid([InvalidParam("If-Match", "invalid", _NO_REVISION)])
        if value is None and self._spec.catalogue.guards(act):
            detail = "Stuur de revisie die u las mee in de kopregel If-Match."
            raise Problem(428, detail)
        if value is None:
            return None
        found = _REVISION.fullmatch(value)
        if found is None or value == "*":
            raise invalid([InvalidParam("If-Match", "invalid", "Stuur precies één revisie mee.")])
        return found[2]


def _too_late(act: Act | None, sound: dict[str, Any], now: datetime) -> list[InvalidParam]:
    """NL: nobody can record what has yet to happen. Looked at even when other fields are wrong."""
    claimed = {
        wire: sound.get(name) if act is None else getattr(act, name)
        for name, wire in _NOT_LATER.items()
    }
    return [
        InvalidParam(wire, CODES[IN_FUTURE], IN_FUTURE)
        for wire, moment in claimed.items()
        if moment is not None and moment > now
    ]
