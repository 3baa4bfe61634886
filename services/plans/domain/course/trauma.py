"""Whether what somebody needs to recover is also a risk: that, a worker says (W6.2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.helping import Helping
from services.plans.domain.course.recovery import Need, RecoveryNeed, RecoveryNeeds
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class WeighingWords(msgspec.Struct, frozen=True):
    """Why it counts as a risk, or does not."""

    reason: str


class RecoveryNeedWeighed(Event, frozen=True):
    """It was weighed whether what somebody lived through makes new unsafety likely (W6.2).

    Its topic and name stand in the clear, and do not tell of whom or with what outcome.
    """

    TOPIC = "plan.recovery-need-weighed"
    NAME = "herstelbehoefte-gewogen"
    PARAGRAPHS = ("W6.2",)
    ABOUT = "need"

    item: UUID
    words: Item[WeighingWords]
    need: UUID
    is_risk: bool
    decided_by: UUID


class WeighRecoveryNeed(Act, frozen=True, kw_only=True):
    """Records whether an untreated need counts as a risk, and why."""

    need: UUID
    is_risk: bool
    reason: str
    decided_by: UUID


class Weighed(msgspec.Struct, frozen=True):
    """The last weighing of one need."""

    item: UUID
    words: Sealed[WeighingWords]
    is_risk: bool
    decided_by: UUID
    mark: Mark


class WeighedNeeds:
    """Per need its last weighing; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Weighed] = {}


def open_risks(state: State) -> list[RecoveryNeed]:
    """The needs that count as a risk and are not treated."""
    weighed = state[WeighedNeeds].of
    needs = [need for need in state[RecoveryNeeds].current.values() if need.need is Need.YES]
    risks = [need for need in needs if need.item in weighed and weighed[need.item].is_risk]
    return [need for need in risks if not state[Helping].is_treated(need.person)]


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    known = {need.item for need in state[RecoveryNeeds].all}
    return when(act.need not in known)


_KNOWN = Rule(
    "herstelbehoefte-niet-bekend",
    "W6.2",
    "Deze herstelbehoefte staat niet (meer) in dit dossier.",
    _unknown,
)


@catalogue.act(WeighRecoveryNeed, "Herstelbehoefte wegen", ("W6.2",), (RecoveryNeedWeighed,))
def weigh_recovery_need(state: State, act: WeighRecoveryNeed, doing: Doing) -> list[Event]:
    """Whether it counts is decided by this person, and not by us."""
    refuse([_KNOWN, known_people("decided_by")], state, act, doing)
    words = seal(WeighingWords(act.reason))
    return [RecoveryNeedWeighed(doing.new_id(), words, act.need, act.is_risk, act.decided_by)]


@catalogue.sentence(RecoveryNeedWeighed)
def _tell(event: RecoveryNeedWeighed, words: Words) -> str:
    counts = "telt mee als risico" if event.is_risk else "telt niet mee als risico"
    reason = words.text(event.words, "reason")
    return f"Een herstelbehoefte {counts} zolang er geen hulp is. {reason}".strip()


@catalogue.fold.on(RecoveryNeedWeighed)
def _weighed(state: State, event: RecoveryNeedWeighed, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[WeighedNeeds].of[event.need] = Weighed(
        event.item, event.words, event.is_risk, event.decided_by, mark
    )
    state[Reaches].put(event.item, ())
