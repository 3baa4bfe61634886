"""Adjustment: many changes, one cause, one version, one transaction (W8.3, W9.1, T4)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.closing import NOT_CLOSED
from services.plans.domain.plan.pending import pending_items
from services.plans.domain.plan.versions import NAMED_CAUSES, Cause, Version, Versions
from shared.eventbase.act import Act
from shared.eventbase.batch import decide_in_turn
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class AdjustmentWords(msgspec.Struct, frozen=True):
    """Why the plan was adjusted, or confirmed as it is."""

    reason: str


class PlanAdjusted(Event, frozen=True):
    """A new version was made, for one cause (W8.3). ``unchanged``: confirmed as it is (T4)."""

    TOPIC = "plan.adjusted"
    NAME = "plan-bijgesteld"
    PARAGRAPHS = ("W8.3", "W9.1", "W9.2")

    item: UUID
    words: Item[AdjustmentWords]
    version: int
    cause: Cause
    unchanged: bool = False


class AdjustPlan(Act, frozen=True, kw_only=True):
    """Makes the next version: its cause, the reason, and all its changes at once.

    ``unchanged`` must be said in so many words when there is no change (T4).
    """

    cause: Cause
    reason: str
    changes: tuple[Act, ...] = ()
    unchanged: bool = False


def _says_nothing(state: State, act: AdjustPlan, doing: Doing) -> tuple[str, ...]:
    return when(not act.unchanged and not act.changes and not pending_items(state))


def _contradicts(state: State, act: AdjustPlan, doing: Doing) -> tuple[str, ...]:
    return when(act.unchanged and (act.changes or pending_items(state)))


def _too_early(state: State, act: AdjustPlan, doing: Doing) -> tuple[str, ...]:
    current = state[Versions].current
    return when(current is not None and act.effective_at and act.effective_at < current.made_at)


_RULES = (
    NOT_CLOSED,
    Rule(
        "bijstelling-zonder-plan",
        "W8.3",
        "Er is nog geen plan om bij te stellen. Stel het eerst vast.",
        lambda state, act, doing: when(state[Versions].current is None),
    ),
    Rule(
        "bijstelling-zonder-wijziging",
        "W8.3",
        "Noem wat er wijzigt, of bevestig dat het plan ongewijzigd blijft.",
        _says_nothing,
    ),
    Rule(
        "bijstelling-tegenstrijdig",
        "W8.3",
        "Een plan dat ongewijzigd wordt bevestigd, kan geen wijzigingen hebben.",
        _contradicts,
    ),
    Rule(
        "bijstelling-voor-vorige",
        "W8.3",
        "De vorige versie is pas daarna gemaakt. Kies een later moment.",
        _too_early,
    ),
    Rule(
        "bijstelling-zonder-oorzaak",
        "W8.3",
        "Noem de evaluatie of het voorval dat de aanleiding is.",
        lambda state, act, doing: when(act.cause.kind in NAMED_CAUSES and act.cause.id is None),
    ),
)


@catalogue.act(AdjustPlan, "Plan bijstellen", ("W8.3", "W9.1"), (PlanAdjusted,), guarded=True)
def adjust_plan(state: State, act: AdjustPlan, doing: Doing) -> list[Event]:
    """All changes and the version that they make."""
    refuse(_RULES, state, act, doing)
    changes = decide_in_turn(catalogue, state, act.changes, act, doing)
    number = state[Versions].next_number
    words = seal(AdjustmentWords(act.reason))
    return [*changes, PlanAdjusted(doing.new_id(), words, number, act.cause, act.unchanged)]


@catalogue.sentence(PlanAdjusted)
def _tell(event: PlanAdjusted, words: Words) -> str:
    done = "ongewijzigd bevestigd" if event.unchanged else "bijgesteld"
    return (
        f"Het plan is {done}: versie {event.version}. {words.text(event.words, 'reason')}".strip()
    )


@catalogue.fold.on(PlanAdjusted)
def _adjusted(state: State, event: PlanAdjusted, stamp: Stamp) -> None:
    version = Version(
        number=event.version,
        cause=event.cause,
        made_at=stamp.effective_at,
        recorded_at=stamp.recorded_at,
        at_version=stamp.version,
        made_by=stamp.actor,
        event_id=stamp.event_id,
        unchanged=event.unchanged,
    )
    state[Versions].all.append(version)
