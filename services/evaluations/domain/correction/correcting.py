"""Correcting a part of an evaluation, or a report: the act and its rules (W8.1, W9.1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from services.evaluations.domain.between.addressing import AddressPerson, PersonAddressed
from services.evaluations.domain.between.contacts import FamilyContacted, RecordFamilyContact
from services.evaluations.domain.between.observations import ObservationRecorded, RecordObservation
from services.evaluations.domain.breaches.claims import BreachClaimed, ReportBreach
from services.evaluations.domain.breaches.findings import Findings
from services.evaluations.domain.breaches.hearing import (
    BreachHeard,
    HearAboutBreach,
    Hearings,
)
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.children.conversations import ChildSpoken
from services.evaluations.domain.children.recording import RecordChildConversation
from services.evaluations.domain.correction.corrections import CorrectionWords, EventCorrected
from services.evaluations.domain.incidents.incidents import IncidentReported
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import Triage
from services.evaluations.domain.sitting.answering import AnswerQuestion
from services.evaluations.domain.sitting.answers import QuestionAnswered
from services.evaluations.domain.sitting.assessing import AssessItem
from services.evaluations.domain.sitting.assessments import ItemAssessed
from services.evaluations.domain.sitting.evaluations import Evaluations, EvaluationStarted
from services.evaluations.domain.sitting.rating import RateSafety
from services.evaluations.domain.sitting.ratings import SafetyRated
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Recorded
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class CorrectEvent(Act, frozen=True, kw_only=True):
    """Takes back a wrong part of an evaluation, or a wrong report, and puts ``instead`` there.

    ``effective_at`` is when that what stands in its place happened.
    """

    voids: UUID
    reason: str
    instead: Act | None = None


# What can be corrected, and by what it is replaced.
_REPLACED_BY: dict[type[Event], type[Act]] = {
    EvaluationStarted: StartEvaluation,
    SafetyRated: RateSafety,
    QuestionAnswered: AnswerQuestion,
    ItemAssessed: AssessItem,
    IncidentReported: ReportIncident,
    ChildSpoken: RecordChildConversation,
    BreachClaimed: ReportBreach,
    BreachHeard: HearAboutBreach,
    ObservationRecorded: RecordObservation,
    PersonAddressed: AddressPerson,
    FamilyContacted: RecordFamilyContact,
}
_OPENINGS = (
    EvaluationStarted,
    IncidentReported,
    ChildSpoken,
    BreachClaimed,
    ObservationRecorded,
    PersonAddressed,
    FamilyContacted,
)


def _stream(event: Event) -> UUID:
    stream: UUID = getattr(event, event.STREAM or "")
    return stream


def _voided(state: State, act: CorrectEvent) -> Recorded[Event] | None:
    found = state.recorded(act.voids)
    # What was followed is for the service to correct whose event it is.
    return found if found is not None and found.stamp.source is None else None


def _unknown(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    return when(_voided(state, act) is None)


def _lasting(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    voided = _voided(state, act)
    return when(voided is not None and type(voided.event) not in _REPLACED_BY)


def _correctable(state: State, act: CorrectEvent) -> Event | None:
    voided = _voided(state, act)
    return voided.event if voided is not None and type(voided.event) in _REPLACED_BY else None


def _built_upon(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    voided = _correctable(state, act)
    if act.instead is not None:
        return ()
    if isinstance(voided, BreachHeard):
        only = len(state[Hearings].of[voided.breach]) == 1
        return when(only and state[Findings].of(voided.breach))
    if not isinstance(voided, _OPENINGS):
        return ()
    stream = _stream(voided)
    judged = stream in state[Triage].of or state[Findings].of(stream)
    return when(stream in state[Evaluations].completed or judged)


def _something_else(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    voided = _correctable(state, act)
    if voided is None or act.instead is None:
        return ()
    return when(type(act.instead) is not _REPLACED_BY[type(voided)])


def _reveals(state: State, act: CorrectEvent, doing: Doing) -> list[str]:
    # What was first written is still read at an earlier K, under the reach that holds now.
    voided = _correctable(state, act)
    shown = set(getattr(voided, "hidden_from", ())) - set(getattr(act.instead, "hidden_from", ()))
    return sorted(str(person) for person in shown) if act.instead is not None else []


_RULES = (
    Rule("correctie-onbekend", "W8.1", "Dit gegeven staat niet (meer) in dit dossier.", _unknown),
    Rule(
        "correctie-van-afronding",
        "W8.3",
        "Een afronding, een oordeel, een besluit of een correctie blijft staan.",
        _lasting,
    ),
    Rule(
        "correctie-zonder-vervanging",
        "W8.3",
        "Dit is al afgerond of beoordeeld. Zet er iets voor in de plaats.",
        _built_upon,
    ),
    Rule(
        "correctie-van-een-andere-soort",
        "W8.1",
        "Vervang een gegeven door een gegeven van dezelfde soort.",
        _something_else,
    ),
    Rule(
        "correctie-onthult",
        "W9.1",
        "Wat u corrigeert is verborgen voor persoon {}. Verberg ook het nieuwe.",
        _reveals,
    ),
)


@catalogue.act(
    CorrectEvent, "Verslag corrigeren", ("W8.1", "W9.1"), (EventCorrected,), guarded=True
)
def correct_event(state: State, act: CorrectEvent, doing: Doing) -> list[Event]:
    """The wrong event no longer counts, and what is right stands in its place."""
    refuse(_RULES, state, act, doing)
    wrong = next(each for each in state.folded if each.stamp.event_id == act.voids)
    words = seal(CorrectionWords(act.reason))
    corrected = EventCorrected(_stream(wrong.event), doing.new_id(), words, act.voids)
    return [corrected, *_instead(state, act, wrong, doing)]


def _instead(state: State, act: CorrectEvent, wrong: Recorded[Event], doing: Doing) -> list[Event]:
    if act.instead is None:
        return []
    voided = wrong.event
    same: dict[str, Any] = {voided.STREAM or "": _stream(voided)}
    happened = act.effective_at or wrong.stamp.effective_at
    replacing = msgspec.structs.replace(act.instead, effective_at=happened)
    if not isinstance(voided, _OPENINGS):
        replacing = msgspec.structs.replace(replacing, **same)
    right = catalogue.fold.without(state, act.voids)
    # A correction is the one way into an evaluation that was completed.
    right[Evaluations].completed = {}
    events = catalogue.decide(right, replacing, doing)
    return [msgspec.structs.replace(event, **same) for event in events]
