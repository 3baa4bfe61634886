"""The meldcode: the decision after its five questions, or why it does not fit (W2.1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Weighing(CoreValue, frozen=True):
    """The answers to the five questions of the weighing framework; None: not come to.

    1 a suspicion, 2 acute or structural unsafety, 3 can we organise effective help, 4 do those
    involved accept it, 5 does it lead to safety in time (domain.md 3.2).
    """

    suspicion: bool
    unsafe: bool | None = None
    can_help: bool | None = None
    accepted: bool | None = None
    effective: bool | None = None

    @property
    def after_the_first(self) -> tuple[bool | None, ...]:
        """The answers that may be missing, in their order."""
        return (self.unsafe, self.can_help, self.accepted, self.effective)

    @property
    def norm_is_to_report(self) -> bool:
        """Whether the professional norm is to report (domain.md 3.2); a person decides."""
        return self.unsafe is True or False in (self.can_help, self.accepted, self.effective)


class DecisionWords(msgspec.Struct, frozen=True):
    """Why it was decided so."""

    reason: str


class MeldcodeDecided(Event, frozen=True):
    """It was decided whether to report, after the five questions (W2.1)."""

    TOPIC = "plan.meldcode-decided"
    NAME = "meldcode-besloten"
    PARAGRAPHS = ("W2.1",)

    item: UUID
    words: Item[DecisionWords]
    weighing: Weighing
    report: bool
    decided_by: UUID
    consulted: UUID


class MeldcodeNotApplicable(Event, frozen=True):
    """The situation does not fit the meldcode: the two messages are owed instead (W2.2, T6)."""

    TOPIC = "plan.meldcode-not-applicable"
    NAME = "meldcode-niet-van-toepassing"
    PARAGRAPHS = ("W2.2",)

    item: UUID
    words: Item[DecisionWords]
    decided_by: UUID
    consulted: UUID


class DecideMeldcode(Act, frozen=True, kw_only=True):
    """Records the decision: the five answers, report or not, why, by whom and after asking whom."""

    weighing: Weighing
    report: bool
    reason: str
    decided_by: UUID
    consulted: UUID


class DeclareMeldcodeNotApplicable(Act, frozen=True, kw_only=True):
    """Records that the meldcode does not fit, why, by whom and after asking whom."""

    reason: str
    decided_by: UUID
    consulted: UUID


class Decision(msgspec.Struct, frozen=True):
    """The last decision; ``weighing`` and ``report`` are None when the meldcode does not fit."""

    decided_by: UUID
    consulted: UUID
    words: Sealed[DecisionWords]
    at: datetime
    weighing: Weighing | None = None
    report: bool | None = None


class Meldcode:
    """The last decision; a part of the state."""

    def __init__(self) -> None:
        self.decision: Decision | None = None

    @property
    def is_decided(self) -> bool:
        """Whether the meldcode was applied to its end."""
        return self.decision is not None and self.decision.weighing is not None


def _skips(state: State, act: DecideMeldcode, doing: Doing) -> tuple[str, ...]:
    given = [answer is not None for answer in act.weighing.after_the_first]
    return when(given != sorted(given, reverse=True))


def _same(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.decided_by == act.consulted)


_SOMEBODY_ELSE = Rule(
    "meldcode-andere-collega",
    "W2.1",
    "Raadpleeg een andere collega dan wie het besluit neemt.",
    _same,
)
_IN_ORDER = Rule(
    "meldcode-vragen",
    "W2.1",
    "Beantwoord de vijf vragen op volgorde, zonder er een over te slaan.",
    _skips,
)
_PEOPLE = known_people("decided_by", "consulted")


@catalogue.act(DecideMeldcode, "Meldcode besluiten", ("W2.1",), (MeldcodeDecided,))
def decide_meldcode(state: State, act: DecideMeldcode, doing: Doing) -> list[Event]:
    """The decision is recorded. Whether it follows the norm is seen, and never decided here."""
    refuse([_PEOPLE, _SOMEBODY_ELSE, _IN_ORDER], state, act, doing)
    words = seal(DecisionWords(act.reason))
    return [
        MeldcodeDecided(
            doing.new_id(), words, act.weighing, act.report, act.decided_by, act.consulted
        )
    ]


@catalogue.act(
    DeclareMeldcodeNotApplicable,
    "Meldcode niet van toepassing",
    ("W2.2",),
    (MeldcodeNotApplicable,),
)
def declare_meldcode_not_applicable(
    state: State, act: DeclareMeldcodeNotApplicable, doing: Doing
) -> list[Event]:
    """From now the two messages are owed to each of the family."""
    refuse([_PEOPLE, _SOMEBODY_ELSE], state, act, doing)
    words = seal(DecisionWords(act.reason))
    return [MeldcodeNotApplicable(doing.new_id(), words, act.decided_by, act.consulted)]


@catalogue.sentence(MeldcodeDecided)
def _tell_decided(event: MeldcodeDecided, words: Words) -> str:
    what = "er wordt gemeld" if event.report else "er wordt niet gemeld"
    return f"Meldcode: {what}. {_by(event, words)}"


@catalogue.sentence(MeldcodeNotApplicable)
def _tell_not_applicable(event: MeldcodeNotApplicable, words: Words) -> str:
    return f"De meldcode past hier niet. {_by(event, words)}"


def _by(event: MeldcodeDecided | MeldcodeNotApplicable, words: Words) -> str:
    who = f"{words.name(event.decided_by)}, na overleg met {words.name(event.consulted)}"
    return f"Besloten door {who}. Reden: {words.text(event.words, 'reason')}"


@catalogue.fold.on(MeldcodeDecided)
def _decided(state: State, event: MeldcodeDecided, stamp: Stamp) -> None:
    state[Meldcode].decision = Decision(
        event.decided_by,
        event.consulted,
        event.words,
        stamp.effective_at,
        event.weighing,
        event.report,
    )


@catalogue.fold.on(MeldcodeNotApplicable)
def _not_applicable(state: State, event: MeldcodeNotApplicable, stamp: Stamp) -> None:
    state[Meldcode].decision = Decision(
        event.decided_by, event.consulted, event.words, stamp.effective_at
    )


def _against_the_norm(state: State, at: datetime) -> tuple[str, ...]:
    decision = state[Meldcode].decision
    weighing = decision.weighing if decision is not None else None
    return when(decision and not decision.report and weighing and weighing.norm_is_to_report)


catalogue.flag(
    Flag(
        "niet-gemeld-tegen-norm",
        "W2.1",
        "Volgens de vijf vragen is melden de norm, en er is besloten niet te melden.",
        _against_the_norm,
    )
)
