"""Recording that somebody was informed by a worker (W8.4)."""

from __future__ import annotations

from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.incidents import Incidents
from services.notifications.domain.informings import Confirmation, Manner, PersonInformed
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.people import People, known_people
from services.notifications.domain.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class InformPerson(Act, frozen=True, kw_only=True):
    """Records that somebody was told of a version or an incident, how, and what confirms it."""

    person: UUID
    manner: Manner
    confirmation: str
    version: int | None = None
    incident: UUID | None = None
    by: UUID | None = None


def _not_one(state: State, act: InformPerson, doing: Doing) -> tuple[str, ...]:
    return when((act.version is None) is (act.incident is None))


def _nothing_own(state: State, act: InformPerson, doing: Doing) -> list[str]:
    if act.version is None or state[Versions].own_number(act.person, _occasion(state, act)):
        return []
    return [str(act.version)]


def _no_incident(state: State, act: InformPerson, doing: Doing) -> tuple[str, ...]:
    return when(act.incident is not None and act.incident not in state[Incidents].reported)


def _not_lead(state: State, act: InformPerson, doing: Doing) -> tuple[str, ...]:
    reported = state[Incidents].reported.get(act.incident) if act.incident else None
    if reported is None:
        return ()
    people = state[People]
    return when(act.person not in (people.case_lead, people.on_duty(local_day(reported))))


_RULES = (
    known_people("person", "by"),
    Rule("informeren-waarover", "W8.4", "Noem een versie of een voorval, niet beide.", _not_one),
    Rule(
        "informeren-geen-eigen-versie",
        "W8.4",
        "Tot en met versie {} wijzigde er niets voor deze persoon.",
        _nothing_own,
    ),
    Rule("informeren-voorval-onbekend", "W9.1", "Dit voorval is hier niet bekend.", _no_incident),
    Rule(
        "informeren-casusregisseur",
        "W9.1",
        "Over een voorval wordt de casusregisseur geïnformeerd, of wie diegene vervangt.",
        _not_lead,
    ),
    Rule(
        "informeren-gelezen",
        "W8.4",
        "Alleen de persoon zelf kan bevestigen dat die het heeft gelezen.",
        lambda state, act, doing: when(act.manner is Manner.READ),
    ),
)


@catalogue.act(InformPerson, "Informeren vastleggen", ("W8.4",), (PersonInformed,))
def inform_person(state: State, act: InformPerson, doing: Doing) -> list[Event]:
    """This person knows; what was due for them up to here is settled.

    Raises NotYetKnown for a version that has yet to arrive here.
    """
    state[Versions].await_followed(act.version)
    refuse(_RULES, state, act, doing)
    occasion = _occasion(state, act)
    own = state[Versions].own_number(act.person, occasion)
    words = seal(Confirmation(act.confirmation))
    return [PersonInformed(doing.new_id(), words, act.person, occasion, act.manner, own, act.by)]


def _occasion(state: State, act: InformPerson) -> Occasion:
    if act.version is None:
        return Occasion(incident=act.incident)
    return state[Versions].all[act.version].occasion
