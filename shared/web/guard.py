"""The one place where a request is let in: deny by default, three open doors."""

from __future__ import annotations

from flask import g, request

from shared.access.log import Action
from shared.access.role import Role
from shared.access.token import NotAuthenticated
from shared.eventbase.doing import Actor
from shared.web.audit import Audit, Door
from shared.web.caller import Caller, begin, reason
from shared.web.problem import Problem, forbidden, not_found, unauthenticated
from shared.web.spec import WebSpec

OPEN = frozenset({"openapi", "gezond", "gereed"})
_NOBODY = Door("onbekend", frozenset(), Action.READ)


class Guard:
    """Lets a request through when its token's role may pass the door, or raises a Problem."""

    def __init__(self, spec: WebSpec, audit: Audit, doors: dict[str, Door]) -> None:
        self._spec = spec
        self._audit = audit
        self._doors = doors

    def __call__(self) -> None:
        """Runs before every request. A route that nobody gave a door is closed to all."""
        caller = g.caller = begin(self._spec)
        # What is no route is answered 404 or 405 to anybody: the API's shape is public.
        if request.routing_exception is not None or request.endpoint in OPEN:
            return
        caller.actor = self._actor()
        door = self._doors.get(request.endpoint or "", _NOBODY)
        try:
            self._let_in(caller, door)
        except Problem as problem:
            self._audit.note(door, problem.status, dict(request.view_args or {}))
            raise

    def _actor(self) -> Actor:
        scheme, _, token = request.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise unauthenticated()
        try:
            return self._spec.verifier(token.strip())
        except NotAuthenticated:
            raise unauthenticated() from None

    def _let_in(self, caller: Caller, door: Door) -> None:
        caller.reason = reason(request)
        if caller.actor.role in door.roles:
            return
        # A person must not learn from the status that there is something behind this door.
        raise not_found() if caller.actor.role == Role.PERSON else forbidden()
