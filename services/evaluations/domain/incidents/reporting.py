"""Reporting an incident: open to the network too, each in their own name (W9.1, S7.2)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.own_name import (
    ANYBODY,
    ONE_REPORTER,
    admit,
    in_own_name,
    said_by,
)
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.incidents.incidents import IncidentReported, IncidentWords
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class ReportIncident(Act, frozen=True, kw_only=True):
    """Reports an incident; open to the network too, each in their own name (W9.1, S7.2).

    ``effective_at`` is when it happened. Whoever reports it with a person's token is the reporter.
    """

    ROLES = ANYBODY

    what: str
    where: str | None = None
    reporter: UUID | None = None
    reporter_description: str | None = None
    children_present: tuple[UUID, ...] = ()
    safety_worsened: bool = False
    hidden_from: tuple[UUID, ...] = ()


_RULES = (
    known_people("reporter", "children_present", "hidden_from"),
    in_own_name("reporter", "reporter_description"),
    ONE_REPORTER,
)


@catalogue.act(ReportIncident, "Voorval melden", ("W9.1", "S7.2"), (IncidentReported,))
def report_incident(state: State, act: ReportIncident, doing: Doing) -> list[Event]:
    """The incident is recorded, and asks for an assessment from now (R25).

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    admit(state, doing)
    refuse(_RULES, state, act, doing)
    words = seal(IncidentWords(act.what, act.where, act.reporter_description))
    return [
        IncidentReported(
            doing.new_id(),
            words,
            said_by(act.reporter, doing),
            act.children_present,
            act.safety_worsened,
            act.hidden_from,
        )
    ]
