"""A reader's own versions of a plan: asked of plans with the reader's own token."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.views.looking import OwnVersion
from shared.eventbase.moment import Moment
from shared.service.neighbour import Neighbour
from vangnet.names import asked_by_reader, moments

_VERSIONS = "/plannen/api/v1/dossiers/{}/veiligheidsplan/versies"


def versions_from(plans: Neighbour) -> Callable[[UUID, Moment | None], Sequence[OwnVersion]]:
    """Asks ``plans`` for the versions that whoever makes this request has, oldest first.

    Raises a Problem (503) while plans gives no answer.
    """

    def versions_of(plan_id: UUID, moment: Moment | None) -> Sequence[OwnVersion]:
        body = asked_by_reader(plans, _VERSIONS.format(plan_id) + moments(moment))
        return [_own(each["versie"], each["vastgesteldOp"]) for each in body.get("versies", ())]

    return versions_of


def _own(number: int, made_at: str) -> OwnVersion:
    return OwnVersion(number, msgspec.convert(made_at, datetime))
