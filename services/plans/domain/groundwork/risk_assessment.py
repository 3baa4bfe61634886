"""Risk-assessment instruments: outcome and whereabouts, never their items (W0.5, W1.2)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.unsafety import Classifications
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import Flag, Rule, refuse, when
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
    """What came out, where the filled-in instrument is kept, and the name of another one."""

    outcome: str
    document: str | None = None
    name: str | None = None


class RiskAssessmentRegistered(Event, frozen=True):
    """An instrument was filled in (W1.2). ``by``: one of the people."""

    TOPIC = "plan.risk-assessment-registered"
    NAME = "risicotaxatie-vastgelegd"
    PARAGRAPHS = ("W0.5", "W1.2")

    item: UUID
    words: Item[Outcome]
    instrument: Instrument
    part: InstrumentPart
    by: UUID | None = None


class RegisterRiskAssessment(Act, frozen=True, kw_only=True):
    """Records a filled-in instrument with its outcome; it judges nothing by itself (W0.4).

    ``name`` says which one it was, if it is not one that the team always uses.
    """

    instrument: Instrument
    part: InstrumentPart
    outcome: str
    document: str | None = None
    name: str | None = None
    by: UUID | None = None


class RiskAssessment(msgspec.Struct, frozen=True):
    """One filled-in instrument."""

    item: UUID
    instrument: Instrument
    part: InstrumentPart
    words: Sealed[Outcome]
    mark: Mark
    by: UUID | None = None

    @property
    def at(self) -> datetime:
        """When that was."""
        return self.mark.at


class RiskAssessments:
    """All assessments, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[RiskAssessment] = []

    @property
    def items(self) -> set[UUID]:
        """Their ids."""
        return {done.item for done in self.all}


_NAMED = Rule(
    "instrument-zonder-naam",
    "W0.5",
    "Noem het andere instrument bij zijn naam.",
    lambda state, act, doing: when(act.instrument is Instrument.OTHER and not act.name),
)


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
    refuse([known_people("by"), _NAMED], state, act, doing)
    words = seal(Outcome(act.outcome, act.document, act.name))
    return [RiskAssessmentRegistered(doing.new_id(), words, act.instrument, act.part, act.by)]


@catalogue.sentence(RiskAssessmentRegistered)
def _tell(event: RiskAssessmentRegistered, words: Words) -> str:
    other = words.text(event.words, "name") or "een ander instrument"
    name = event.instrument.name if event.instrument is not Instrument.OTHER else other
    return f"Risicotaxatie ingevuld ({name}). Uitkomst: {words.text(event.words, 'outcome')}"


@catalogue.fold.on(RiskAssessmentRegistered)
def _registered(state: State, event: RiskAssessmentRegistered, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    done = RiskAssessment(event.item, event.instrument, event.part, event.words, mark, event.by)
    state[RiskAssessments].all.append(done)


catalogue.flag(
    Flag(
        "geen-risicotaxatie",
        "W1.2",
        "Beoordeling zonder risicotaxatie.",
        lambda state, at: when(state[Classifications].all and not state[RiskAssessments].all),
    )
)
