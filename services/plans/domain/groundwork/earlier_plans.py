"""Earlier safety plans: looked for, and referred to (W4.2, W4.3)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class SearchWords(msgspec.Struct, frozen=True):
    """Where was looked, or who was asked."""

    where: str


class OriginWords(msgspec.Struct, frozen=True):
    """Whose plan it was, and where it can be found."""

    organisation: str
    document: str | None = None


class EarlierPlansChecked(Event, frozen=True):
    """It was looked into whether there is an earlier plan (W4.3). ``by``: one of the people."""

    TOPIC = "plan.earlier-plans-checked"
    NAME = "eerdere-plannen-nagegaan"
    PARAGRAPHS = ("W4.3",)

    item: UUID
    words: Item[SearchWords]
    found: bool
    by: UUID


class EarlierPlanReferenced(Event, frozen=True):
    """The plan refers to one from an earlier trajectory (W4.2).

    ``plan``: the dossier it is in, if it is one of ours; ``made_on``: the day of that plan.
    """

    TOPIC = "plan.earlier-plan-referenced"
    NAME = "eerder-plan-vermeld"
    PARAGRAPHS = ("W4.2",)

    item: UUID
    words: Item[OriginWords]
    made_on: date
    plan: UUID | None = None


class CheckEarlierPlans(Act, frozen=True, kw_only=True):
    """Records that somebody looked for earlier plans: where, and whether there is one."""

    found: bool
    where: str
    by: UUID


class ReferToEarlierPlan(Act, frozen=True, kw_only=True):
    """Refers to an earlier plan, of ours or of another organisation."""

    organisation: str
    made_on: date
    document: str | None = None
    plan: UUID | None = None


class Check(msgspec.Struct, frozen=True):
    """One time that somebody looked."""

    item: UUID
    words: Sealed[SearchWords]
    found: bool
    by: UUID
    at: datetime


class EarlierPlan(msgspec.Struct, frozen=True):
    """One earlier plan that this one refers to."""

    item: UUID
    words: Sealed[OriginWords]
    made_on: date
    plan: UUID | None


class EarlierPlans:
    """What was found of earlier plans; a part of the state."""

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self.all: dict[UUID, EarlierPlan] = {}


def _itself(state: State, act: ReferToEarlierPlan, doing: Doing) -> tuple[str, ...]:
    return when(act.plan == state.plan_id)


_ANOTHER = Rule(
    "eerder-plan-zelf",
    "W4.2",
    "Een plan verwijst niet naar zichzelf.",
    _itself,
)


@catalogue.act(CheckEarlierPlans, "Eerdere plannen nagaan", ("W4.3",), (EarlierPlansChecked,))
def check_earlier_plans(state: State, act: CheckEarlierPlans, doing: Doing) -> list[Event]:
    """That it was looked into stands in the dossier."""
    refuse([known_people("by")], state, act, doing)
    return [EarlierPlansChecked(doing.new_id(), seal(SearchWords(act.where)), act.found, act.by)]


@catalogue.act(ReferToEarlierPlan, "Eerder plan vermelden", ("W4.2",), (EarlierPlanReferenced,))
def refer_to_earlier_plan(state: State, act: ReferToEarlierPlan, doing: Doing) -> list[Event]:
    """The earlier plan can be found from here, by whoever may read it."""
    refuse([_ANOTHER], state, act, doing)
    words = seal(OriginWords(act.organisation, act.document))
    return [EarlierPlanReferenced(doing.new_id(), words, act.made_on, act.plan)]


@catalogue.sentence(EarlierPlansChecked)
def _tell_checked(event: EarlierPlansChecked, words: Words) -> str:
    found = "er is er een" if event.found else "die zijn niet gevonden"
    where = words.text(event.words, "where")
    return f"{words.name(event.by)} ging na of er eerdere plannen zijn: {found}. {where}"


@catalogue.sentence(EarlierPlanReferenced)
def _tell_referenced(event: EarlierPlanReferenced, words: Words) -> str:
    organisation = words.text(event.words, "organisation")
    return f"Dit plan verwijst naar dat van {organisation} van {event.made_on:%d-%m-%Y}."


@catalogue.fold.on(EarlierPlansChecked)
def _checked(state: State, event: EarlierPlansChecked, stamp: Stamp) -> None:
    check = Check(event.item, event.words, event.found, event.by, stamp.effective_at)
    state[EarlierPlans].checks.append(check)


@catalogue.fold.on(EarlierPlanReferenced)
def _referenced(state: State, event: EarlierPlanReferenced, stamp: Stamp) -> None:
    earlier = EarlierPlan(event.item, event.words, event.made_on, event.plan)
    state[EarlierPlans].all[event.item] = earlier


catalogue.flag(
    Flag(
        "eerder-plan-niet-nagegaan",
        "W4.3",
        "Niet nagegaan of er een eerder veiligheidsplan is.",
        lambda state, at: when(state[Versions].current and not state[EarlierPlans].checks),
    )
)
