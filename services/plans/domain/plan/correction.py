"""Correction: a new event that points at the wrong one, with a reason (design section 3)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.family.dossier import DossierOpened
from services.plans.domain.family.people import PersonAdded
from services.plans.domain.plan.activation import PlanActivated
from services.plans.domain.plan.adjustment import PlanAdjusted
from services.plans.domain.plan.closing import PlanClosed
from services.plans.domain.plan.pending import TakenBack
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.batch import decide_in_turn
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class CorrectionWords(msgspec.Struct, frozen=True):
    """Why the earlier event was wrong."""

    reason: str


class EventCorrected(Event, frozen=True):
    """An earlier event was wrong and no longer counts; it stays readable (domain.md 3.5).

    ``on_paper``: it stood in the version in force, which is therefore due for adjustment (W8.3).
    """

    TOPIC = "plan.event-corrected"
    NAME = "gegeven-gecorrigeerd"
    PARAGRAPHS = ("W8.1",)

    item: UUID
    words: Item[CorrectionWords]
    voids: UUID
    on_paper: bool = False


class CorrectEvent(Act, frozen=True, kw_only=True):
    """Takes back a wrong event and puts ``instead`` in its place, if anything."""

    voids: UUID
    reason: str
    instead: tuple[Act, ...] = ()


_LASTING = (DossierOpened, PlanActivated, PlanAdjusted, PlanClosed, EventCorrected)


def _lasting(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    return when(isinstance(_voided(state, act), _LASTING))


def _final(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    voided = _voided(state, act)
    return when(voided is not None and voided.LASTING)


def _unknown(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    return when(_voided(state, act) is None)


def _still_named(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    # Without the person, nobody would know any more whom the person was hidden from.
    added = _voided(state, act)
    if not isinstance(added, PersonAdded):
        return ()
    others = (each.event for each in state.folded if each.stamp.event_id != act.voids)
    return when(any(_names(event, added.person) for event in others))


def _voided(state: State, act: CorrectEvent) -> Event | None:
    found = state.recorded(act.voids)
    return found.event if found is not None else None


def _names(value: object, person: UUID) -> bool:
    if isinstance(value, msgspec.Struct):
        return any(_names(getattr(value, name), person) for name in value.__struct_fields__)
    return value == person or (isinstance(value, tuple) and any(_names(v, person) for v in value))


def _leaves_no_lead(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    return when(state[CaseLead].given == [act.voids])


_RULES = (
    Rule(
        "correctie-van-casusregie",
        "W7.2",
        "Zonder deze aanwijzing is er geen casusregisseur. Wijs eerst een ander aan.",
        _leaves_no_lead,
    ),
    Rule(
        "correctie-onbekend",
        "W8.1",
        "Deze gebeurtenis staat niet (meer) in dit dossier.",
        _unknown,
    ),
    Rule(
        "correctie-van-versie",
        "W8.3",
        "Een versie of de opening corrigeert u niet: maak een bijstelling.",
        _lasting,
    ),
    Rule(
        "correctie-van-wissing",
        "R43",
        "Een goedgekeurde wissing, een bewaarbevel of een koppeling corrigeert u niet.",
        _final,
    ),
    Rule(
        "correctie-van-betrokkene",
        "W7.1",
        "Deze persoon wordt nog genoemd in dit dossier en blijft daarom staan.",
        _still_named,
    ),
)


@catalogue.act(CorrectEvent, "Gegeven corrigeren", ("W8.1",), (EventCorrected,), guarded=True)
def correct_event(state: State, act: CorrectEvent, doing: Doing) -> list[Event]:
    """The wrong event no longer counts, and what is right stands in its place."""
    refuse(_RULES, state, act, doing)
    words = seal(CorrectionWords(act.reason))
    wrong = next(each for each in state.folded if each.stamp.event_id == act.voids)
    corrected = EventCorrected(doing.new_id(), words, act.voids, _on_paper(state, wrong))
    return [corrected, *_instead(state, act, wrong, doing)]


def _instead(state: State, act: CorrectEvent, wrong: Recorded[Event], doing: Doing) -> list[Event]:
    # As if the mistake had not been made: what is right may have happened before it.
    happened = act.effective_at or wrong.stamp.effective_at
    around = msgspec.structs.replace(act, effective_at=happened)
    right = catalogue.fold.without(state, act.voids)
    return decide_in_turn(catalogue, right, act.instead, around, doing)


def _on_paper(state: State, wrong: Recorded[Event]) -> bool:
    changes = [act for act in catalogue.acts.values() if act.changes_plan]
    current = state[Versions].current
    stood = current is not None and wrong.stamp.version <= current.at_version
    return stood and any(type(wrong.event) in act.emits for act in changes)


@catalogue.sentence(EventCorrected)
def _tell(event: EventCorrected, words: Words) -> str:
    return f"Een eerder gegeven is gecorrigeerd, omdat: {words.text(event.words, 'reason')}"


@catalogue.fold.on(EventCorrected)
def _corrected(state: State, event: EventCorrected, stamp: Stamp) -> None:
    if event.on_paper:
        state[TakenBack].all[event.item] = stamp.version
