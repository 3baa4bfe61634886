"""Reporting an incident: open to the network too, each in their own name (W9.1, S7.2)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import People, known_people
from services.evaluations.domain.incidents.incidents import IncidentReported, IncidentWords
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.unknown import NotInvolved

PERSON = "person"


class ReportIncident(Act, frozen=True, kw_only=True):
    """Reports an incident; open to the network too, each in their own name (W9.1, S7.2).

    ``effective_at`` is when it happened. Whoever reports it with a person's token is the reporter.
    """

    ROLES = ("worker", "colleague", "supervisor", PERSON)

    what: str
    where: str | None = None
    reporter: UUID | None = None
    reporter_description: str | None = None
    children_present: tuple[UUID, ...] = ()
    safety_worsened: bool = False
    hidden_from: tuple[UUID, ...] = ()


def _in_anothers_name(state: State, act: ReportIncident, doing: Doing) -> tuple[str, ...]:
    own = (None, doing.actor.person)
    described = act.reporter_description is not None
    return when(doing.actor.role == PERSON and (act.reporter not in own or described))


def _stranger(state: State, act: ReportIncident, doing: Doing) -> tuple[str, ...]:
    return when(act.reporter is not None and act.reporter_description is not None)


_RULES = (
    known_people("reporter", "children_present", "hidden_from"),
    Rule("melder-is-uzelf", "W9.1", "U kunt alleen namens uzelf melden.", _in_anothers_name),
    Rule(
        "een-melder",
        "W9.1",
        "Noem de melder als persoon van dit dossier, of omschrijf wie het was.",
        _stranger,
    ),
)


@catalogue.act(ReportIncident, "Voorval melden", ("W9.1", "S7.2"), (IncidentReported,))
def report_incident(state: State, act: ReportIncident, doing: Doing) -> list[Event]:
    """The incident is recorded, and asks for an assessment from now (R25).

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    if doing.actor.role == PERSON and doing.actor.person not in state[People].all:
        raise NotInvolved
    refuse(_RULES, state, act, doing)
    reporter = doing.actor.person if doing.actor.role == PERSON else act.reporter
    words = seal(IncidentWords(act.what, act.where, act.reporter_description))
    return [
        IncidentReported(
            doing.new_id(),
            words,
            reporter,
            act.children_present,
            act.safety_worsened,
            act.hidden_from,
        )
    ]
