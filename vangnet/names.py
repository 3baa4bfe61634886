"""The names in another service's sentences: asked of plans with the reader's own token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import request

from shared.access.words import NameOf
from shared.eventbase.moment import Moment
from shared.service.neighbour import Ask, Neighbour, Unreachable
from shared.web.caller import said_reason
from shared.web.fields import in_zulu
from shared.web.problem import Problem
from shared.web.travel import KNOWN_KEY, VALID_KEY

_AWAY = "Een ander deel van Vangnet geeft nu geen antwoord. Probeer het straks opnieuw."
_PEOPLE = "/plannen/api/v1/dossiers/{}/personen"


def names_from(plans: Neighbour) -> Callable[[UUID, Moment | None], NameOf]:
    """Asks ``plans`` who is or was called what, as the one who makes this request.

    Plans judges what that reader may know, and writes the look in its access log. Whom they may
    not know has no name here. Raises a Problem (503) while plans gives no answer.
    """

    def names_of(plan_id: UUID, moment: Moment | None) -> NameOf:
        path = _PEOPLE.format(plan_id) + moments(moment)
        people = asked_by_reader(plans, path).get("personen", ())
        return {UUID(each["persoonId"]): each.get("naam") for each in people}.get

    return names_of


def moments(moment: Moment | None) -> str:
    """The query that asks for (V, K); none for now."""
    if moment is None:
        return ""
    return f"?{VALID_KEY}={in_zulu(moment.valid)}&{KNOWN_KEY}={in_zulu(moment.known)}"


def as_reader(neighbour: Neighbour, base_path: str) -> Ask:
    """How a service is asked by whoever makes this request, and why. Raises Unreachable."""
    return lambda path: neighbour.get(base_path + path, _token(), said_reason(request))


def _token() -> str:
    # The actor alone proves nothing to another service; the token that named them does.
    return str(request.environ["HTTP_AUTHORIZATION"].partition(" ")[2].strip())


def asked_by_reader(plans: Neighbour, path: str) -> dict[str, Any]:
    """What plans answers to whoever makes this request; a Problem (503) while it gives none."""
    try:
        answer = plans.get(path, _token())
    except Unreachable:
        raise _away() from None
    # Of a dossier that is none of theirs there is nothing; any other refusal says nothing of it.
    if answer.status not in (200, 404):
        raise _away()
    return answer.body


def _away() -> Problem:
    return Problem(503, _AWAY, headers={"Retry-After": "2"})
