"""The support plan (ondersteuningsplan) that has to mention this one (W4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

MENTION = "vermelding-laten-bevestigen"
_MENTIONED = catalogue.threshold("R30", Term(working_days=5))


class SupportPlanWords(msgspec.Struct, frozen=True):
    """The system that the support plan is in, and its number there."""

    system: str
    reference: str


class MentionWords(msgspec.Struct, frozen=True):
    """Who says that it is mentioned there."""

    said_by: str


class SupportPlanLinked(Event, frozen=True):
    """There is a support plan too (W4.1)."""

    TOPIC = "plan.support-plan-linked"
    NAME = "ondersteuningsplan-gekoppeld"
    PARAGRAPHS = ("W4.1",)

    item: UUID
    words: Item[SupportPlanWords]


class SupportPlanMentionConfirmed(Event, frozen=True):
    """The support plan mentions that there is a safety plan (W4.1)."""

    TOPIC = "plan.support-plan-mention-confirmed"
    NAME = "vermelding-bevestigd"
    PARAGRAPHS = ("W4.1",)
    ABOUT = "support_plan"

    item: UUID
    words: Item[MentionWords]
    support_plan: UUID


class LinkSupportPlan(Act, frozen=True, kw_only=True):
    """Records that a support plan is written too, and where it is."""

    system: str
    reference: str


class ConfirmSupportPlanMention(Act, frozen=True, kw_only=True):
    """Records that the support plan mentions the safety plan, and who says so.

    The case system that the support plan is in can answer by itself.
    """

    ROLES = ("worker", "system")

    support_plan: UUID
    said_by: str


class SupportPlan(msgspec.Struct, frozen=True):
    """One linked support plan, and its confirmation once there is one."""

    item: UUID
    words: Sealed[SupportPlanWords]
    linked: Mark
    confirmed: Sealed[MentionWords] | None = None
    confirming: Mark | None = None

    @property
    def linked_at(self) -> datetime:
        """When it was linked."""
        return self.linked.at

    @property
    def confirmed_at(self) -> datetime | None:
        """When somebody said that it mentions this plan."""
        return self.confirming.at if self.confirming is not None else None


class SupportPlans:
    """The linked support plans, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, SupportPlan] = {}

    @property
    def unconfirmed(self) -> list[SupportPlan]:
        """Those of which nobody said yet that they mention this plan."""
        return [plan for plan in self.all.values() if plan.confirmed_at is None]


def _unknown(state: State, act: ConfirmSupportPlanMention, doing: Doing) -> tuple[str, ...]:
    return when(act.support_plan not in state[SupportPlans].all)


_LINKED = Rule(
    "ondersteuningsplan-onbekend", "W4.1", "Dit ondersteuningsplan is niet gekoppeld.", _unknown
)


@catalogue.act(LinkSupportPlan, "Ondersteuningsplan koppelen", ("W4.1",), (SupportPlanLinked,))
def link_support_plan(state: State, act: LinkSupportPlan, doing: Doing) -> list[Event]:
    """The link is there; that the support plan says so too is still to be confirmed."""
    return [SupportPlanLinked(doing.new_id(), seal(SupportPlanWords(act.system, act.reference)))]


@catalogue.act(
    ConfirmSupportPlanMention, "Vermelding bevestigen", ("W4.1",), (SupportPlanMentionConfirmed,)
)
def confirm_support_plan_mention(
    state: State, act: ConfirmSupportPlanMention, doing: Doing
) -> list[Event]:
    """Whoever reads the support plan learns that there is a safety plan."""
    refuse([_LINKED], state, act, doing)
    words = seal(MentionWords(act.said_by))
    return [SupportPlanMentionConfirmed(doing.new_id(), words, act.support_plan)]


@catalogue.sentence(SupportPlanLinked)
def _tell_linked(event: SupportPlanLinked, words: Words) -> str:
    system, reference = words.text(event.words, "system"), words.text(event.words, "reference")
    return f"Er is ook een ondersteuningsplan: {reference} in {system}."


@catalogue.sentence(SupportPlanMentionConfirmed)
def _tell_confirmed(event: SupportPlanMentionConfirmed, words: Words) -> str:
    said_by = words.text(event.words, "said_by")
    return f"Het ondersteuningsplan vermeldt dit veiligheidsplan, zegt {said_by}."


@catalogue.fold.on(SupportPlanLinked)
def _linked(state: State, event: SupportPlanLinked, stamp: Stamp) -> None:
    linked = SupportPlan(event.item, event.words, Mark(stamp.event_id, stamp.effective_at))
    state[SupportPlans].all[event.item] = linked


@catalogue.fold.on(SupportPlanMentionConfirmed)
def _confirmed(state: State, event: SupportPlanMentionConfirmed, stamp: Stamp) -> None:
    plans = state[SupportPlans].all
    known = plans.get(event.support_plan)
    if known is not None:
        confirming = Mark(stamp.event_id, stamp.effective_at)
        plans[event.support_plan] = msgspec.structs.replace(
            known, confirmed=event.words, confirming=confirming
        )


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    rule = rule_of(_MENTIONED)
    for plan in state[SupportPlans].all.values():
        due_at = terms.due(_MENTIONED, plan.linked_at)
        yield Obligation(MENTION, rule, plan.item, plan.linked, due_at, plan.confirming)


catalogue.duty(Duty(MENTION, "W4.1", "laten vermelden dat er een veiligheidsplan is", _owed))


catalogue.flag(
    Flag(
        "ondersteuningsplan-vermeldt-niet",
        "W4.1",
        "Het ondersteuningsplan vermeldt het veiligheidsplan nog niet.",
        lambda state, at: when(state[SupportPlans].unconfirmed),
    )
)
