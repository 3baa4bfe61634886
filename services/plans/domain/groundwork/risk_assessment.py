"""Risk-assessment instruments: outcome and whereabouts, never their items (W0.5, W1.2)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.unsafety import Classifications
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Flag, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Instrument(enum.Enum):
    """The instruments that a team may use (T7)."""

    ARIJ = "arij"
    LIRIK = "lirik"
    OTHER = "other"


class InstrumentPart(enum.Enum):
    """Which part of the instrument was filled in."""

    SAFETY = "safety"
    RISK = "risk"
    WHOLE = "whole"


class Outcome(msgspec.Struct, frozen=True):
    """What came out, and where the filled-in instrument is kept."""

    outcome: str
    document: str | None = None


class RiskAssessmentRegistered(Event, frozen=True):
    """An instrument was filled in (W1.2)."""

    TOPIC = "plan.risk-assessment-registered"
    NAME = "risicotaxatie-vastgelegd"
    PARAGRAPHS = ("W0.5", "W1.2")

    item: UUID
    words: Item[Outcome]
    instrument: Instrument
    part: InstrumentPart


class RegisterRiskAssessment(Act, frozen=True, kw_only=True):
    """Records a filled-in instrument with its outcome; it judges nothing by itself (W0.4)."""

    instrument: Instrument
    part: InstrumentPart
    outcome: str
    document: str | None = None


class RiskAssessment(msgspec.Struct, frozen=True):
    """One filled-in instrument."""

    item: UUID
    instrument: Instrument
    part: InstrumentPart
    words: Sealed[Outcome]
    at: datetime


class RiskAssessments:
    """All assessments, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[RiskAssessment] = []


@catalogue.act(
    RegisterRiskAssessment,
    "Risicotaxatie vastleggen",
    ("W0.5", "W1.2"),
    (RiskAssessmentRegistered,),
)
def register_risk_assessment(
    state: State, act: RegisterRiskAssessment, doing: Doing
) -> list[Event]:
    """The outcome is recorded."""
    words = seal(Outcome(act.outcome, act.document))
    return [RiskAssessmentRegistered(doing.new_id(), words, act.instrument, act.part)]


@catalogue.sentence(RiskAssessmentRegistered)
def _tell(event: RiskAssessmentRegistered, words: Words) -> str:
    name = (
        event.instrument.name
        if event.instrument is not Instrument.OTHER
        else "een ander instrument"
    )
    return f"Risicotaxatie ingevuld ({name}). Uitkomst: {words.text(event.words, 'outcome')}"


@catalogue.fold.on(RiskAssessmentRegistered)
def _registered(state: State, event: RiskAssessmentRegistered, stamp: Stamp) -> None:
    done = RiskAssessment(event.item, event.instrument, event.part, event.words, stamp.effective_at)
    state[RiskAssessments].all.append(done)


catalogue.flag(
    Flag(
        "geen-risicotaxatie",
        "W1.2",
        "Beoordeling zonder risicotaxatie.",
        lambda state, at: when(state[Classifications].all and not state[RiskAssessments].all),
    )
)
