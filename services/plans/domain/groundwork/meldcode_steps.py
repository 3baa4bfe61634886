"""The five steps of the meldcode, taken or skipped with a reason (W2.1)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Step(enum.Enum):
    """The five steps; the order is not fixed (domain.md 3.2)."""

    SIGNALS = "signals"
    CONSULTATION = "consultation"
    CONVERSATION = "conversation"
    WEIGHING = "weighing"
    DECISION = "decision"


class StepWords(msgspec.Struct, frozen=True):
    """What came out of a step, or why it was skipped."""

    outcome: str


class MeldcodeStepTaken(Event, frozen=True):
    """A step of the meldcode was taken, or skipped with a reason (W2.1)."""

    TOPIC = "plan.meldcode-step-taken"
    NAME = "meldcodestap-gezet"
    PARAGRAPHS = ("W2.1",)

    item: UUID
    words: Item[StepWords]
    step: Step
    skipped: bool
    by: UUID


class TakeMeldcodeStep(Act, frozen=True, kw_only=True):
    """Records a step: who took it and what came out, or that it was skipped and why."""

    step: Step
    outcome: str
    by: UUID
    skipped: bool = False


class StepTaken(msgspec.Struct, frozen=True):
    """One step as it stands in the dossier."""

    step: Step
    skipped: bool
    by: UUID
    words: Sealed[StepWords]
    at: datetime


class MeldcodeSteps:
    """The steps that were taken or skipped, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[StepTaken] = []


@catalogue.act(TakeMeldcodeStep, "Meldcodestap zetten", ("W2.1",), (MeldcodeStepTaken,))
def take_meldcode_step(state: State, act: TakeMeldcodeStep, doing: Doing) -> list[Event]:
    """The step is recorded, in whatever order they are taken."""
    refuse([known_people("by")], state, act, doing)
    words = seal(StepWords(act.outcome))
    return [MeldcodeStepTaken(doing.new_id(), words, act.step, act.skipped, act.by)]


_DUTCH = {
    Step.SIGNALS: "signalen in kaart",
    Step.CONSULTATION: "overleg met een collega",
    Step.CONVERSATION: "gesprek met betrokkenen",
    Step.WEIGHING: "wegen",
    Step.DECISION: "beslissen",
}


@catalogue.sentence(MeldcodeStepTaken)
def _tell_step(event: MeldcodeStepTaken, words: Words) -> str:
    how = "overgeslagen" if event.skipped else "gezet"
    outcome = words.text(event.words, "outcome")
    return f"Meldcode, {_DUTCH[event.step]}: {how} door {words.name(event.by)}. {outcome}".strip()


@catalogue.fold.on(MeldcodeStepTaken)
def _stepped(state: State, event: MeldcodeStepTaken, stamp: Stamp) -> None:
    taken = StepTaken(event.step, event.skipped, event.by, event.words, stamp.effective_at)
    state[MeldcodeSteps].all.append(taken)
