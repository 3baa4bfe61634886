"""Approving an erasure: by somebody else, in no hurry, and never past a hold (R43).

Erasing is also how evidence would be made to go (integrity.md 5, threat 24).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.deciding import (
    NOT_APPROVED,
    REQUEST_KNOWN,
    Decision,
    Decisions,
    too_early,
)
from services.plans.domain.erasing.holding import Holds
from services.plans.domain.erasing.linking import SamePeople
from services.plans.domain.erasing.ordering import ErasureOrdered
from services.plans.domain.erasing.requests import Requests
from services.plans.domain.erasing.steps import Step
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.erasing import Ground
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term

_WAIT = catalogue.threshold("R43-bedenktijd", Term(days=7))


class ApprovalWords(msgspec.Struct, frozen=True):
    """What the approver has to say of it."""

    remark: str | None = None


class ErasureApproved(Step, frozen=True):
    """A decision on a request was approved, and the erasing ordered (R43)."""

    TOPIC = "plan.erasure-approved"
    NAME = "wissing-goedgekeurd"
    PARAGRAPHS = ("R43",)
    LASTING = True
    ABOUT = "request"

    item: UUID
    words: Item[ApprovalWords]
    request: UUID
    decision: UUID


class ApproveErasure(Act, frozen=True, kw_only=True):
    """Approves the decision on a request that was read. There is no way back."""

    ROLES = ("supervisor",)

    request: UUID
    decision: UUID
    remark: str | None = None


def _decision(state: State, act: ApproveErasure) -> Decision | None:
    return state[Decisions].last(act.request)


def _another(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    decision = _decision(state, act)
    return when(decision is None or decision.event.item != act.decision)


def _nothing(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    decision = _decision(state, act)
    return when(decision is not None and decision.event.granted.is_nothing)


def _same_hand(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    request = state[Requests].all.get(act.request)
    hands = {decision.decided_by for decision in state[Decisions].on.get(act.request, ())}
    return when(doing.actor.subject in hands | ({request.recorded_by} if request else set()))


def _backdated(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    decision, said = _decision(state, act), act.effective_at
    return when(decision is not None and said is not None and said < decision.mark.at)


def _held(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    decision = _decision(state, act)
    others = _elsewhere(state, decision) if decision is not None else {}
    touched = [state, *(doing.state_of(plan) for plan in others)]
    return when(any(each[Holds].in_force(doing.now) for each in touched))


def _hasty(state: State, act: ApproveErasure, doing: Doing) -> tuple[str, ...]:
    request, decision = state[Requests].all.get(act.request), _decision(state, act)
    if request is None or decision is None or request.asked_by is not None:
        return ()
    # By when it was recorded: when it happened is what the decider says.
    since = decision.recorded_at or doing.now
    waits = decision.event.ground is not Ground.TERM_OVER
    return when(waits and doing.now < doing.terms.due(_WAIT, since))


def _kept(state: State, act: ApproveErasure, doing: Doing) -> list[str]:
    made = _decision(state, act)
    return too_early(state, made.event.granted, made.event.ground, doing) if made else []


_RULES = (
    REQUEST_KNOWN,
    NOT_APPROVED,
    Rule(
        "wissing-ander-besluit",
        "R43",
        "Dit besluit geldt niet (meer). Lees het laatste besluit voordat u goedkeurt.",
        _another,
    ),
    Rule(
        "wissing-niets-toegewezen",
        "R43",
        "Er is niets toegewezen, dus er valt niets goed te keuren.",
        _nothing,
    ),
    Rule(
        "wissing-vier-ogen",
        "R43",
        "Wie het verzoek vastlegde of erop besloot, kan de wissing niet goedkeuren.",
        _same_hand,
    ),
    Rule(
        "wissing-voor-besluit",
        "R43",
        "De goedkeuring kan niet van voor het besluit zijn.",
        _backdated,
    ),
    Rule(
        "wissing-bewaarbevel",
        "R43",
        "Er geldt een bewaarbevel, hier of in een gekoppeld dossier. Er wordt niets gewist.",
        _held,
    ),
    Rule(
        "wissing-bedenktijd",
        "R43",
        "Niemand vroeg hierom. De bedenktijd na het besluit is nog niet voorbij.",
        _hasty,
    ),
    Rule(
        "wissing-termijn-verlengd",
        "R44",
        "De bewaartermijn loopt weer, tot en met {}: er is iets bij het dossier gekomen.",
        _kept,
    ),
)


@catalogue.act(
    ApproveErasure, "Wissing goedkeuren", ("R43", "R44"), (ErasureOrdered, ErasureApproved)
)
def approve_erasure(state: State, act: ApproveErasure, doing: Doing) -> list[Event]:
    """The erasing is ordered in every dossier that it touches, this one first."""
    refuse(_RULES, state, act, doing)
    decision = state[Decisions].on[act.request][-1]
    words = seal(ApprovalWords(act.remark))
    approved = ErasureApproved(doing.new_id(), words, act.request, act.decision)
    return [*_orders(state, decision), approved]


def _orders(state: State, decision: Decision) -> Iterator[ErasureOrdered]:
    made, granted = decision.event, decision.event.granted
    yield ErasureOrdered(
        made.request,
        state.plan_id,
        made.ground,
        granted.items,
        granted.people,
        granted.whole,
        granted.addresses,
    )
    for plan, people in _elsewhere(state, decision).items():
        yield ErasureOrdered(made.request, plan, made.ground, people=tuple(people))


def _elsewhere(state: State, decision: Decision) -> dict[UUID, list[UUID]]:
    """Who else these people are, by the dossier in which they are that."""
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for person in decision.event.granted.people:
        for link in state[SamePeople].of(person):
            found[link.other_plan].append(link.other_person)
    return found


@catalogue.sentence(ErasureApproved)
def _tell(event: ErasureApproved, words: Words) -> str:
    return f"De wissing is goedgekeurd. {words.text(event.words, 'remark')}".strip()


@catalogue.fold.on(ErasureApproved)
def _approved(state: State, event: ErasureApproved, stamp: Stamp) -> None:
    state[Decisions].approved[event.request] = Mark(stamp.event_id, stamp.effective_at)
    state[Reaches].put(event.item, ())
