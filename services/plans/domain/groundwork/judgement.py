"""The judgement of safety: a professional's own words and reasons, never computed (W0.4)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.registrations import Registrations
from services.plans.domain.groundwork.risk_assessment import RiskAssessments
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class JudgementWords(msgspec.Struct, frozen=True):
    """What is judged and why. ``forms`` of unsafety: an open list; ``remark``: all beside it."""

    judgement: str
    rationale: str
    forms: tuple[str, ...] = ()
    remark: str | None = None


class SafetyJudgementRecorded(Event, frozen=True):
    """A professional judged the safety (W0.4). ``based_on``: risk assessments of this dossier."""

    TOPIC = "plan.judgement-recorded"
    NAME = "oordeel-vastgelegd"
    PARAGRAPHS = ("W0.4", "W1.2")

    item: UUID
    words: Item[JudgementWords]
    made_by: UUID
    consulted: tuple[UUID, ...] = ()
    based_on: tuple[UUID, ...] = ()
    about: tuple[UUID, ...] = ()


class RecordSafetyJudgement(Act, frozen=True, kw_only=True):
    """Records a judgement: what and why, by whom, after asking whom, on which assessments."""

    judgement: str
    rationale: str
    made_by: UUID
    consulted: tuple[UUID, ...] = ()
    based_on: tuple[UUID, ...] = ()
    about: tuple[UUID, ...] = ()
    forms: tuple[str, ...] = ()
    remark: str | None = None


class Judgement(msgspec.Struct, frozen=True):
    """One judgement as it stands in the dossier."""

    item: UUID
    words: Sealed[JudgementWords]
    made_by: UUID
    consulted: tuple[UUID, ...]
    based_on: tuple[UUID, ...]
    about: tuple[UUID, ...]
    at: datetime


class Judgements:
    """All judgements, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Judgement] = []

    @property
    def current(self) -> Judgement | None:
        """The last one."""
        return self.all[-1] if self.all else None


def _unknown(state: State, act: RecordSafetyJudgement, doing: Doing) -> list[str]:
    return [str(item) for item in act.based_on if item not in state[RiskAssessments].items]


_RULES = (
    known_people("made_by", "consulted", "about"),
    Rule(
        "oordeel-zonder-onderbouwing",
        "W0.4",
        "Leg uit waarop het oordeel berust.",
        lambda state, act, doing: when(not act.rationale.strip()),
    ),
    Rule(
        "oordeel-andere-collega",
        "W1.1",
        "Wie oordeelt, kan niet ook degene zijn die is geraadpleegd.",
        lambda state, act, doing: when(act.made_by in act.consulted),
    ),
    Rule(
        "risicotaxatie-onbekend",
        "W1.2",
        "Risicotaxatie {} staat niet (meer) in dit dossier.",
        _unknown,
    ),
)


@catalogue.act(
    RecordSafetyJudgement, "Oordeel vastleggen", ("W0.4", "W1.2"), (SafetyJudgementRecorded,)
)
def record_safety_judgement(state: State, act: RecordSafetyJudgement, doing: Doing) -> list[Event]:
    """The judgement stands under the name of whoever made it; a later one replaces nothing."""
    refuse(_RULES, state, act, doing)
    words = seal(JudgementWords(act.judgement, act.rationale, act.forms, act.remark))
    return [
        SafetyJudgementRecorded(
            doing.new_id(), words, act.made_by, act.consulted, act.based_on, act.about
        )
    ]


@catalogue.sentence(SafetyJudgementRecorded)
def _tell(event: SafetyJudgementRecorded, words: Words) -> str:
    asked = f", na overleg met {words.names(event.consulted)}" if event.consulted else ""
    judgement = words.text(event.words, "judgement")
    return f"{words.name(event.made_by)} heeft de veiligheid beoordeeld{asked}. {judgement}".strip()


@catalogue.fold.on(SafetyJudgementRecorded)
def _judged(state: State, event: SafetyJudgementRecorded, stamp: Stamp) -> None:
    judged = Judgement(
        event.item,
        event.words,
        event.made_by,
        event.consulted,
        event.based_on,
        event.about,
        stamp.effective_at,
    )
    state[Judgements].all.append(judged)
    state[Reaches].put(event.item, ())


def _without_assessment(state: State, at: datetime) -> tuple[str, ...]:
    current, assessed = state[Judgements].current, state[RiskAssessments].items
    return when(current and not assessed.intersection(current.based_on))


def _unregistered(state: State, at: datetime) -> tuple[str, ...]:
    current = state[Judgements].current
    if current is None:
        return ()
    day, held_on = local_day(current.at), state[Registrations].held_on
    return when(not any(held_on(day, each) for each in (current.made_by, *current.consulted)))


catalogue.flag(
    Flag(
        "oordeel-zonder-risicotaxatie",
        "W1.2",
        "Het laatste oordeel verwijst niet naar een risicotaxatie.",
        _without_assessment,
    ),
    Flag(
        "oordeel-zonder-registratie",
        "W0.4",
        "Bij het laatste oordeel was niemand betrokken die toen SKJ-geregistreerd"
        " of gedragswetenschapper was.",
        _unregistered,
    ),
)
