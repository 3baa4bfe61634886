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
from services.evaluations.domain.correction.corrections import (
    Corrections,
    CorrectionWords,
    EventCorrected,
)
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
from shared.eventbase.event import Event
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


def _unknown(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    known = state[Corrections]
    return when(act.voids not in known.correctable and act.voids not in known.lasting)


def _lasting(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    return when(act.voids in state[Corrections].lasting)


def _built_upon(state: State, act: CorrectEvent, doing: Doing) -> tuple[str, ...]:
    voided = state[Corrections].correctable.get(act.voids)
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
    voided = state[Corrections].correctable.get(act.voids)
    if voided is None or act.instead is None:
        return ()
    return when(type(act.instead) is not _REPLACED_BY[type(voided)])


def _reveals(state: State, act: CorrectEvent, doing: Doing) -> list[str]:
    # What was first written is still read at an earlier K, under the reach that holds now.
    voided = state[Corrections].correctable.get(act.voids)
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
    voided = state[Corrections].correctable[act.voids]
    words = seal(CorrectionWords(act.reason))
    corrected = EventCorrected(_stream(voided), doing.new_id(), words, act.voids)
    return [corrected, *_instead(state, act, voided, doing)]


def _instead(state: State, act: CorrectEvent, voided: Event, doing: Doing) -> list[Event]:
    if act.instead is None:
        return []
    same: dict[str, Any] = {voided.STREAM or "": _stream(voided)}
    happened = act.effective_at or state.happened(act.voids)
    replacing = msgspec.structs.replace(act.instead, effective_at=happened)
    if not isinstance(voided, _OPENINGS):
        replacing = msgspec.structs.replace(replacing, **same)
    right = catalogue.fold.without(state, act.voids)
    # A correction is the one way into an evaluation that was completed.
    right[Evaluations].completed = {}
    events = catalogue.decide(right, replacing, doing)
    return [msgspec.structs.replace(event, **same) for event in events]
